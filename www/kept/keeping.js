/** Keeps the corpus of the page in this browser, and brings it back: which one, when, and when not. */
import t from "../i18n/t.js";
import { renamed } from "../corrections.js";
import { newId } from "../ids.js";
import { DEFAULTS, LOOKS, set, state, watch } from "../state.js";
import { storeNamed } from "./store.js";

/** Another copy of the page on this host has its own; a file on a disk may be moved. */
const NAME = location.protocol === "file:" ? "comention" : `comention ${new URL(".", document.baseURI).pathname}`;
/** How long nothing may change before it is written, in ms. */
const PAUSE = 300;

const store = storeNamed(NAME);
const windows = "BroadcastChannel" in globalThis ? new BroadcastChannel(NAME) : null;

/** The little that is known before the database is opened. @returns {{ current?: string, nothing?: boolean }} */
function remembered() {
  try {
    return JSON.parse(localStorage.getItem(NAME) ?? "{}");
  } catch {
    return {};
  }
}
/** @param {{ current?: string, nothing?: boolean } | null} value */
function remember(value) {
  try {
    if (value) localStorage.setItem(NAME, JSON.stringify(value));
    else localStorage.removeItem(NAME);
  } catch {
    // A browser that keeps nothing says so when the corpus is to be kept.
  }
}

const now = () => new Date().toISOString();

/** The first free one of "Corpus 1", "Corpus 2" and so on, or of a given name. @param {string} [wanted] */
function freeName(wanted) {
  const taken = new Set(state.kept.corpora.map((c) => c.name));
  if (wanted && !taken.has(wanted)) return wanted;
  for (let n = wanted ? 2 : 1; ; n++) {
    const name = wanted ? `${wanted} ${n}` : t.kept.untitled(n);
    if (!taken.has(name)) return name;
  }
}

/** @param {string} [name] @returns {import("./store.js").Kept} */
const fresh = (name) => ({ id: newId(), name: freeName(name), made: now(), changed: now(), settings: {}, rules: null, corrections: null, pastes: [] });

/** @type {import("./store.js").Kept} */
let current = fresh();

/** @param {Partial<typeof state.kept>} change */
const tell = (change) => set({ kept: { ...state.kept, ...change } });

/** Whether the address says what counts. */
function addressed() {
  const given = new URLSearchParams(location.hash.slice(1));
  return Object.keys(DEFAULTS).some((name) => given.has(name));
}

/** The list as it is shown: every corpus that is kept, and the one at hand. */
function tellOf(list) {
  const rest = list.filter((c) => c.id !== current.id);
  const known = list.find((c) => c.id === current.id);
  tell({ corpora: (known ? list : [current, ...rest]).map(({ id, name, changed }) => ({ id, name, changed })), current: current.id });
}

/** Settings as far as this version knows them. @param {Record<string, any>} given */
function settingsFrom(given) {
  const known = Object.entries(DEFAULTS).map(([name, standard]) => [name, typeof given[name] === typeof standard ? given[name] : standard]);
  return Object.fromEntries(known);
}

let timer = 0;
/** Writes follow one another. @type {Promise<unknown>} */
let writing = Promise.resolve();

/** @template T @param {() => Promise<T>} work @returns {Promise<T | undefined>} */
function inOrder(work) {
  const done = writing.then(work).catch((error) => {
    console.info(error);
    tell({ state: "failed", problem: error?.name === "QuotaExceededError" ? t.kept.full : t.kept.failed(error?.message ?? String(error)) });
    return undefined;
  });
  writing = done;
  return done;
}

function still() {
  clearTimeout(timer);
  timer = 0;
}

/** The list anew, out of the database. */
const relist = () => inOrder(async () => tellOf(state.kept.on && remembered().current ? await store.all() : []));

/** Writes what there is now. */
function save() {
  still();
  const { pastes, settings, rules, apart, corrections } = state;
  current = { ...current, changed: now(), settings, rules, apart, corrections, pastes: pastes.map(({ id, name, text }) => ({ id, name, size: text.length })) };
  const record = current;
  if (!state.kept.on) return Promise.resolve();
  return inOrder(async () => {
    const list = remembered().current ? await store.all() : [];
    // One without anything in it is kept once it had something.
    if (pastes.length === 0 && !list.some((c) => c.id === record.id)) return tellOf(list);
    await store.save(record, pastes);
    remember({ current: record.id });
    windows?.postMessage({ saved: record.id });
    // What was changed while this was written is not kept yet.
    tell({ state: timer ? "keeping" : "kept", problem: "" });
    tellOf([record, ...list.filter((c) => c.id !== record.id)]);
  });
}

function saveSoon() {
  if (!state.kept.on) return;
  if (state.pastes.length || state.kept.state === "kept") tell({ state: "keeping" });
  clearTimeout(timer);
  timer = setTimeout(save, PAUSE);
}

/** A list of a record or a file, which may be older than it. @param {any} list */
const listed = (list) => (Array.isArray(list) ? list : []);

/** Puts a corpus onto the page. @param {import("./store.js").Kept} kept @param {import("./store.js").Paste[]} pastes @param {boolean} [settings] */
function show(kept, pastes, settings = true) {
  current = kept;
  // Nothing is asked of the one before any more.
  state.corpus?.close();
  set({
    corpus: null, report: null, selection: [], rules: listed(kept.rules), apart: listed(kept.apart), corrections: kept.corrections,
    ...(settings ? { settings: settingsFrom(kept.settings) } : {}), ...(pastes.length ? { status: { kind: "working", stage: "", share: 0 } } : {}),
  });
  document.querySelector("settings-bar").draw();
  document.querySelector("paste-box").show(pastes);
  // That was no change of the corpus.
  still();
}

/** What is not yet written goes first. */
const settled = () => (timer ? save() : writing);

export async function switchTo(id) {
  await settled();
  const found = await inOrder(() => store.load(id));
  if (!found) return;
  show(found.kept, found.pastes);
  remember({ current: id });
  tell({ current: id, state: "kept", problem: "" });
}

/** @param {string} [name] */
export async function begin(name) {
  await settled();
  show(fresh(name), []);
  tell({ state: "" });
  await relist();
}

/** Goes on with another name and an empty list, without waiting: what comes next is of the new one. @param {string} name */
function split(name) {
  save();
  current = fresh(name);
  // What was decided about names is of the other texts.
  if (state.rules.length || state.apart.length || state.corrections) set({ rules: [], apart: [], corrections: null });
  relist();
}

/** @param {string} name */
export async function rename(name) {
  current = { ...current, name };
  tell({ corpora: state.kept.corpora.map((c) => (c.id === current.id ? { id: c.id, name } : c)) });
  await save();
}

/** Deletes the corpus at hand; the last changed of the others takes its place. */
export async function remove() {
  still();
  const { id } = current;
  const rest = await inOrder(async () => {
    if (!remembered().current) return [];
    await store.remove(id);
    windows?.postMessage({ saved: "" });
    return store.all();
  });
  const next = rest?.[0] && (await inOrder(() => store.load(rest[0].id)));
  show(next ? next.kept : fresh(), next ? next.pastes : []);
  remember(next ? { current: next.kept.id } : null);
  tell({ state: next ? "kept" : "" });
  tellOf(rest ?? []);
}

/** Empties the page, its address and what this browser keeps. */
export async function clearAll() {
  still();
  tell({ corpora: [] });
  show(fresh(), []);
  set({ look: { ...LOOKS } });
  await inOrder(() => store.destroy());
  remember(state.kept.on ? null : { nothing: true });
  windows?.postMessage({ cleared: true });
  tell({ state: "", problem: "" });
  tellOf([]);
}

/** @param {boolean} on Whether from now on the corpus is kept; if not, nothing that was kept stays. */
export async function keep(on) {
  still();
  tell({ on, state: "", problem: "" });
  if (on) {
    remember(null);
    return save();
  }
  await inOrder(() => store.destroy());
  remember({ nothing: true });
  tellOf([]);
}

/** @param {boolean} all Every corpus, or the one at hand. */
export async function exported(all) {
  await save();
  const here = { ...current, pastes: state.pastes };
  const others = all && state.kept.on && remembered().current ? (await store.all()).filter((c) => c.id !== current.id) : [];
  const rest = [];
  for (const { id } of others) {
    const found = await store.load(id);
    if (found) rest.push({ ...found.kept, pastes: found.pastes });
  }
  const { toFile } = await import("./file.js");
  return { name: all ? "comention" : current.name, file: toFile([here, ...rest].map(numbered)) };
}

/** In a file, corrections are by the number of the text: its id is of this browser. @param {any} corpus */
const numbered = (corpus) => ({ ...corpus, corrections: renamed(corpus.corrections, Object.fromEntries(corpus.pastes.map((p, i) => [p.id, String(i)]))) });

/** Adds the corpora of a file to those that are kept, and shows the first. @param {Blob} file */
export async function imported(file) {
  const { fromFile } = await import("./file.js");
  const corpora = fromFile(await file.text());
  await settled();
  for (const { pastes, ...filed } of corpora.reverse()) {
    // One paste can be in the box, the others are files.
    const own = pastes.map((p, i) => ({ id: newId(), text: p.text, name: p.name ?? (pastes.findIndex((q) => q.name === null) === i ? null : t.paste.pasted) }));
    await settled();
    const corrections = renamed(filed.corrections, Object.fromEntries(own.map((p, i) => [String(i), p.id])));
    show({ ...fresh(filed.name), ...filed, corrections, name: freeName(filed.name) }, own);
    await save();
  }
  return corpora.length;
}

/** Brings back what was kept, and from then on keeps what changes. */
export async function start() {
  const { nothing, current: last } = remembered();
  tell({ on: !nothing, ready: true });
  const found = nothing || !last ? undefined : await inOrder(async () => {
    const list = await store.all();
    tell({ corpora: list.map(({ id, name }) => ({ id, name })) });
    const next = list.find((c) => c.id === last) ?? list[0];
    return next && { list, ...(await store.load(next.id)) };
  });
  // What someone put in before this was ready is not taken away again.
  if (found?.kept && document.querySelector("paste-box").empty) {
    show(found.kept, found.pastes, !addressed());
    tell({ state: "kept" });
  } else current = fresh();
  tellOf(found?.list ?? []);
  watch((change) => {
    // What was brought back is no change: writing it would pass over what another window writes meanwhile.
    const known = "pastes" in change && change.pastes.length === current.pastes.length && change.pastes.every((p, i) => p.id === current.pastes[i].id);
    if (["settings", "rules", "apart", "corrections"].some((name) => name in change) || ("pastes" in change && !known)) saveSoon();
  });
  if (state.pastes.length) saveSoon();
  document.addEventListener("visibilitychange", () => document.hidden && timer && save());
  document.addEventListener("separate", (event) => split(event.detail));
  windows?.addEventListener("message", ({ data: { saved, cleared } }) => {
    // The same corpus in two windows is the same; what is being written in this one comes after.
    if (!cleared) return void (state.kept.on && !timer && (saved === current.id ? switchTo(saved) : relist()));
    still();
    tell({ corpora: [], state: "" });
    show(fresh(), []);
    tellOf([]);
  });
}
