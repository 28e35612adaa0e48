/**
 * Keeps the page for when there is no network. `xtask/offline.mjs` puts before this what was built:
 * `self.build = { version, first, later }`, addresses relative to the page.
 */
const { version, first, later } = self.build;
const { scope } = self.registration;

/** Other copies of the page on this host have caches of their own. */
const OWN = `comention ${scope} `;
const NAME = OWN + version;

const address = (path) => new URL(path, scope).href;
const known = new Set([...first, ...later].map(address));

/** A file in `assets/` is named after its content, so that an older version's is as good. */
const lasting = (path) => path.startsWith("assets/");

async function install() {
  const cache = await caches.open(NAME);
  const keep = async (path) => {
    const kept = lasting(path) && (await caches.match(address(path), { ignoreVary: true }));
    const response = kept || (await fetch(address(path), { cache: lasting(path) ? "default" : "no-cache" }));
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    await cache.put(address(path), response);
  };
  await Promise.all(first.map(keep));
}

/** Takes over what was fetched in an older version and is still wanted, and lets go of the rest. */
async function takeOver() {
  const cache = await caches.open(NAME);
  for (const name of await caches.keys()) {
    if (!name.startsWith(OWN) || name === NAME) continue;
    const old = await caches.open(name);
    for (const path of later) {
      const kept = await old.match(address(path), { ignoreVary: true });
      if (kept) await cache.put(address(path), kept);
    }
    await caches.delete(name);
  }
  await self.clients.claim();
}

/** @param {FetchEvent} event @param {string} of */
async function answer(event, of) {
  const cache = await caches.open(NAME);
  const kept = await cache.match(of, { ignoreVary: true });
  if (kept) return kept;
  const response = await fetch(event.request);
  // A full disk is no reason not to answer.
  if (response.status === 200) event.waitUntil(cache.put(of, response.clone()).catch(() => {}));
  return response;
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
self.addEventListener("message", (event) => event.data === "take over" && self.skipWaiting());
self.addEventListener("fetch", (event) => {
  if (event.request.method !== "GET") return;
  const { origin, pathname } = new URL(event.request.url);
  const of = (origin + pathname).replace(/\/index\.html$/, "/");
  // What this build does not have is nobody's business here: other pages of the host, other hosts.
  if (known.has(of)) event.respondWith(answer(event, of));
});
