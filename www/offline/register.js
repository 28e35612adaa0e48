/** Has the page kept for when there is no network, and says when a newer one is ready. */
import { h } from "../elements/dom.js";
import t from "../i18n/t.js";

const HOUR = 3_600_000;

function notice(onReload) {
  if (document.querySelector(".update")) return;
  const later = () => bar.remove();
  const bar = h("p", { class: "update", role: "status" }, t.update.ready, " ",
    h("button", { type: "button", id: "reload", onclick: onReload }, t.update.reload),
    h("button", { type: "button", class: "quiet", onclick: later }, t.update.later));
  document.querySelector(".top")?.after(bar);
}

/** Where there are service workers; elsewhere nothing. */
export async function keepOffline() {
  const { serviceWorker } = navigator;
  if (!serviceWorker || !/^https?:$/.test(location.protocol)) return;
  const registration = await serviceWorker.register(new URL("./service-worker.js", document.baseURI));
  let mine = false;
  let controlled = Boolean(serviceWorker.controller);
  const look = () => {
    const { waiting } = registration;
    // The first one waits for nobody, and nobody has to be told.
    if (waiting && serviceWorker.controller) notice(() => { mine = true; waiting.postMessage("take over"); });
  };
  const follow = () => registration.installing?.addEventListener("statechange", look);
  serviceWorker.addEventListener("controllerchange", () => {
    if (mine) return location.reload();
    // Another window took the new version: what this one has not loaded yet may be gone.
    if (controlled) notice(() => location.reload());
    controlled = true;
  });
  registration.addEventListener("updatefound", follow);
  follow();
  look();
  setInterval(() => registration.update().catch(() => {}), HOUR);
}
