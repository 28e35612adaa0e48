/** The only thing on the page that changes: the text, the settings, the report, what is selected. */

/** Settings as they are in the address, with their defaults. The text never is. */
export const DEFAULTS = Object.freeze({
  window: "sentence",
  span: 10,
  /** Where nobody chose, as `ranked` in `asked.js` has it. */
  measure: "",
  kinds: "person,organization,place,other",
  minCount: 0,
  minArticles: 0,
  limit: 40,
  demonyms: false,
  metadata: false,
  nested: false,
  pronouns: false,
  duplicates: false,
  headline: 1,
  /** Words that are no keywords, and function words that are: apart by blanks. */
  stop: "",
  unstop: "",
  from: "",
  to: "",
});

/** What is looked at, in the address as well: no answer of the engine's depends on it but those of one view. */
export const LOOKS = Object.freeze({
  view: "overview",
  of: "entities",
  /** Where nobody chose, as `fitting` in `periods.js` has it. */
  period: "",
  by: "source",
  group: "",
  sort: "text",
  names: "300",
  backbone: "none",
  alpha: "0.05",
  ego: "",
  /** Links with less of the measure, and pairs with a higher q, are left out. */
  least: "",
  /** Of what the bars are, and of which article; of all where none is. */
  bars: "keywords",
  about: "",
  /** Of which kinds the pairs asked for are, with whom, and whether they stay apart. */
  first: "",
  second: "",
  whom: "",
  apart: "",
});

/** @type {Map<(change: any) => void, Element | undefined>} */
const listeners = new Map();

export const state = {
  settings: readHash(DEFAULTS),
  look: readHash(LOOKS),
  /** @type {import("comention").Report | null} */
  report: null,
  /** The pastes behind the report, for showing text. @type {string[]} */
  texts: [],
  /** What was pasted and opened; at most one of them, that in the box, has no name. @type {import("./kept/store.js").Paste[]} */
  pastes: [],
  /** What the person decided about names, kept with the corpus. @type {import("comention").Rule[]} */
  rules: [],
  /** Ids of two names each that the person said are not one, kept with the corpus. @type {string[][]} */
  apart: [],
  /** What the person corrected of the texts, kept with the corpus. @type {import("./corrections.js").All | null} */
  corrections: null,
  /** Whether and where the corpus is kept: written by `kept/keeping.js` alone. */
  kept: { ready: false, on: false, state: "", problem: "", /** @type {Array<{ id: string, name: string, changed?: string }>} */ corpora: [], current: "" },
  /** One or two ids of terms, those of a triad or of a community. @type {string[]} */
  selection: [],
  /** How many of them a sentence holds at least; all where 0. */
  some: 0,
  /** The article shown in the reader. */
  article: 0,
  /** How many pairs of names may be one. */
  alike: 0,
  /** Why the decisions about names are not applied. */
  misruled: "",
  relaxed: false,
  status: { kind: "empty" },
  /** @type {import("comention").Corpus | null} */
  corpus: null,
};

/** @param {Partial<typeof state>} change */
export function set(change) {
  Object.assign(state, change.selection && { some: 0 }, change);
  if (change.settings || change.look) writeHash();
  for (const [listener, part] of listeners) {
    if (part && !part.isConnected) listeners.delete(listener);
    else listener(change);
  }
}

/**
 * Calls back after every change, with what changed.
 * @param {(change: Partial<typeof state>) => void} listener
 * @param {Element} [part] The part of the page that wants to know, as long as it is there.
 */
export function watch(listener, part) {
  listeners.set(listener, part);
}

/** Selects a term or a pair; the same again takes it back. @param {string[]} ids */
export function select(ids) {
  const same = ids.length === state.selection.length && ids.every((id) => state.selection.includes(id));
  set({ selection: same ? [] : ids });
}

/** Changes what is looked at. @param {Partial<typeof LOOKS>} change */
export const look = (change) => set({ look: { ...state.look, ...change } });

function readHash(defaults) {
  const given = new URLSearchParams(location.hash.slice(1));
  const settings = { ...defaults };
  for (const [name, standard] of Object.entries(defaults)) {
    const value = given.get(name);
    if (value === null) continue;
    if (typeof standard === "number") settings[name] = Number.isFinite(Number.parseInt(value, 10)) ? Number.parseInt(value, 10) : standard;
    else if (typeof standard === "boolean") settings[name] = value === "1";
    else settings[name] = value;
  }
  return settings;
}

function writeHash() {
  const out = new URLSearchParams();
  for (const [name, value] of [...Object.entries(state.settings), ...Object.entries(state.look)]) {
    if (value !== (DEFAULTS[name] ?? LOOKS[name])) out.set(name, typeof value === "boolean" ? (value ? "1" : "0") : String(value));
  }
  history.replaceState(null, "", out.size ? `#${out}` : location.pathname + location.search);
}
