/** The page: text in, report out; everything it knows of the engine is the package `comention`. */
import "./trusted.js";
import { createComention } from "comention";

import "./elements/corpus-bar.js";
import "./elements/glance-view.js";
import "./elements/pairs-view.js";
import "./elements/paste-box.js";
import "./elements/settings-bar.js";
import "./elements/start-view.js";
import { busyUntil } from "./elements/turns.js";
import "./elements/view-tabs.js";
import { counted, ranked } from "./asked.js";
import t, { LANGUAGES, choose, duration, fixed, language } from "./i18n/t.js";
import { moved } from "./corrections.js";
import { start as keep } from "./kept/keeping.js";
import { rested } from "./rested.js";
import { showHelp } from "./keys.js";
import { set, state, watch } from "./state.js";
import { problem } from "./told.js";
import { decidedWords } from "./words.js";

/** The views that are not seen first. @type {Promise<typeof import("./elements/more-views.js")> | undefined} */
let rest;
function others() {
  rest ??= import("./elements/more-views.js");
  rest.catch(() => { rest = undefined; });
  return rest;
}
// Who goes to where text comes in mostly has some.
for (const sign of ["pointerover", "focusin"]) document.querySelector(".input")?.addEventListener(sign, () => busyUntil(others()), { once: true });

function start() {
  const created = createComention();
  created.catch(() => { engine = undefined; });
  // As long as there is no text, what the first one needs is got ready.
  created.then(rested).then(async () => {
    if (turn) return;
    await (await others()).warm(await created, () => !turn);
    if (turn) return;
    empty = await (await created).corpus();
    await empty.totals();
  }).catch(() => {});
  return created;
}

/** In seconds: what takes longer says how fast it is, and what is left. */
const PACED = 2;
/** How long what is said of it stays at least, in ms. */
const SAID = 120;

/** A corpus that waits for the first text, as the engine need not make one then. @type {import("comention").Corpus | undefined} */
let empty;

/** Grows with every text: what comes of an older one is dropped. */
let turn = 0;
let engine = start();
/** Grows with every change of settings as well: an answer to an older question is dropped. */
let questions = 0;
/** @type {AbortController | null} */
let reading = null;

/**
 * Corrections follow the text in the box when it changes, which makes another paste of it.
 * @param {import("./kept/store.js").Paste[]} before
 * @param {import("./kept/store.js").Paste[]} after
 */
function follow(before, after) {
  const typed = (list, others) => list.find((p) => p.name === null && !others.some((o) => o.id === p.id));
  const [was, is] = [typed(before, after), typed(after, before)];
  return was && is ? moved(state.corrections, was, is) : state.corrections;
}

/** One text with what was corrected of it; corrections of a file that are none are told of and change nothing. */
async function add(corpus, { id, text }, options) {
  const corrections = state.corrections?.[id];
  if (!corrections) return corpus.add(text, options);
  try {
    return await corpus.add(text, { ...options, corrections });
  } catch (error) {
    if (error.code !== "invalid-option") throw error;
    state.misruled = error.message;
    return corpus.add(text, options);
  }
}

/** From so many characters on there are results of the beginning before all is read. */
const MUCH = 4_500_000;

/** How much of the texts the report is about, in characters, while the rest is being read; 0 when it is about all. */
let partly = 0;

/** @param {import("./kept/store.js").Paste[]} pastes @param {number} [article] Which one is shown. */
async function read(pastes, article = 0) {
  const own = ++turn;
  reading?.abort();
  reading = new AbortController();
  const { signal } = reading;
  const texts = pastes.map((p) => p.text);
  const corrections = follow(state.pastes, pastes);
  partly = 0;
  set(corrections === state.corrections ? { pastes } : { pastes, corrections });
  if (pastes.length === 0) {
    const last = state.corpus;
    set({ corpus: null, report: null, texts: [], selection: [], article: 0, status: { kind: "empty" } });
    last?.close();
    return;
  }
  // What is not seen first comes while the engine reads.
  busyUntil(others());
  let over = false;
  try {
    // A download that failed is tried again.
    engine ??= start();
    const comention = await engine;
    const corpus = empty ?? (await comention.corpus());
    empty = undefined;
    let ruled = state.rules;
    if (ruled.length) await rule(corpus);
    else state.misruled = "";
    const all = texts.reduce((n, text) => n + text.length, 0) || 1;
    const began = performance.now();
    if (all > MUCH) {
      set({ status: { kind: "working", stage: "", share: 0, pace: null } });
      beginWith(texts, () => own === turn && !over && !signal.aborted);
    }
    let before = 0;
    // Bytes of the texts that were read, and of the one that is.
    let bytes = 0;
    let size = 0;
    let said = 0;
    for (const paste of pastes) {
      const { text } = paste;
      const onProgress = ({ stage, done, total }) => {
        if (own !== turn) return;
        if (stage === "segmenting") size = total;
        // Oftener nobody reads it, and the page would be painted each time.
        if (performance.now() - said < SAID) return;
        said = performance.now();
        // Taking a text apart takes about as long as finding the names in it.
        const part = (total ? done / total : 0) / 2 + (stage === "naming" ? 0.5 : 0);
        const share = (before + part * text.length) / all;
        const seconds = (performance.now() - began) / 1000;
        const pace = seconds < PACED || share < 0.01 ? null : { speed: (bytes + part * size) / 1e6 / seconds, left: seconds * (1 / share - 1) };
        set({ status: { kind: "working", stage, share, pace } });
      };
      await add(corpus, paste, { signal, onProgress });
      before += text.length;
      bytes += size;
    }
    if (own !== turn) return void corpus.close();
    over = true;
    // What was decided meanwhile counts as well.
    while (ruled !== state.rules) await rule(corpus, (ruled = state.rules));
    const last = state.corpus;
    const at = partly ? state.article : article;
    partly = 0;
    set({ corpus, texts, article: at });
    try {
      await report(own);
    } finally {
      // After the answer, which would wait for it.
      last?.close();
    }
  } catch (error) {
    over = true;
    if (own !== turn) return;
    set({ status: error.code === "aborted" ? { kind: "cancelled" } : { kind: "failed", message: problem(error) } });
  }
}

/** Results of the beginning; should there be none, there are those of all. @param {string[]} texts @param {() => boolean} wanted */
async function beginWith(texts, wanted) {
  try {
    const own = turn;
    const { preview } = await import("./preview.js");
    await preview(texts, { wanted, prepare: async (corpus) => { if (state.rules.length) await rule(corpus); }, show: async (corpus, length) => {
      const last = state.corpus;
      partly = length;
      set({ corpus, texts });
      last?.close();
      await report(own);
      tell();
    } });
  } catch (error) {
    console.info(error);
  }
}

/** Applies the person's decisions; those of a file that cannot be read as such are told of and change nothing. */
async function rule(corpus, rules = state.rules) {
  try {
    await corpus.rules(rules);
    state.misruled = "";
  } catch (error) {
    if (error.code !== "invalid-option") throw error;
    state.misruled = error.message;
  }
}

/** What each corpus was told of words that are no keywords. @type {WeakMap<object, string>} */
const told = new WeakMap();

/** @param {import("comention").Corpus} corpus @param {typeof state.settings} settings */
async function word(corpus, settings) {
  const words = decidedWords(settings);
  const now = JSON.stringify(words);
  if (now === (told.get(corpus) ?? "null")) return;
  told.set(corpus, now);
  await corpus.stopwords(words ?? {});
}

/** @param {number} own The turn of the text that it is to be about. */
async function report(own) {
  const { corpus, settings } = state;
  if (!corpus) return;
  const question = ++questions;
  await word(corpus, settings);
  const { articles } = await corpus.totals(counted(settings));
  const options = { ...counted(settings), ...ranked(settings, articles), limit: settings.limit, nodes: 300, kinds: settings.kinds.split(",") };
  let relaxed = false;
  let found = await corpus.report(options);
  if (found.pairs.length === 0 && found.options.minArticles > 1 && !settings.minArticles) {
    const wider = await corpus.report({ ...options, minArticles: 1 });
    relaxed = wider.pairs.length > 0;
    if (relaxed) found = wider;
  }
  if (own !== turn || question !== questions) return;
  const known = new Set([...found.entities, ...found.keywords].map((x) => x.id));
  const selection = state.selection.filter((id) => known.has(id));
  set({ report: found, relaxed, selection, some: state.some, ...(partly ? {} : { status: { kind: found.totals.words ? "done" : "blank" } }) });
}

document.addEventListener("text", (event) => read(event.detail));
document.addEventListener("cancel", () => reading?.abort());
watch((change) => {
  // With pastes, they are read anyway; without texts, there is nothing to read again.
  if ("corrections" in change && !("pastes" in change || "report" in change) && state.report && state.pastes.length) read(state.pastes, state.article);
  else if (change.settings || change.rules) {
    const own = turn;
    const ruled = change.rules && state.corpus ? rule(state.corpus) : Promise.resolve();
    ruled.then(() => report(own)).catch((error) => own === turn && set({ status: { kind: "failed", message: problem(error) } }));
  }
});

const status = document.querySelector(".status");
watch((change) => {
  if ("status" in change) tell();
});
function tell() {
  const { kind, stage, share, pace, message } = state.status;
  status.textContent =
    kind === "working" ? [(stage === "naming" ? t.status.naming : t.status.reading)(share), ...(pace ? [t.status.speed(fixed(pace.speed, 1)), t.status.left(duration(pace.left))] : []), ...(partly ? [t.status.partly(fixed(partly / 1e6, 1))] : [])].join(" · ")
    : kind === "done" ? t.status.done(state.report.totals.articles, state.report.totals.sentences, state.report.totals.words)
    : kind === "failed" ? t.status.failed(message)
    : t.status[kind] ?? "";
  status.dataset.kind = kind;
}
set({ status: { kind: "empty" } });

keep().catch(() => {});
if (import.meta.env.MODE === "production") import("./offline/register.js").then(({ keepOffline }) => keepOffline()).catch(() => {});

const help = document.querySelector("#help");
help.addEventListener("click", showHelp);

const languages = /** @type {HTMLSelectElement} */ (document.querySelector("#language"));
languages.hidden = Object.keys(LANGUAGES).length < 2;
languages.append(...Object.entries(LANGUAGES).map(([code, { name }]) => Object.assign(document.createElement("option"), { value: code, textContent: name, lang: code })));
languages.value = language();
languages.addEventListener("change", async () => {
  await choose(languages.value).catch((error) => set({ status: { kind: "failed", message: error.message } }));
  languages.value = language();
  // Every part of the page is made anew, of what there is.
  for (const e of document.querySelectorAll("start-view, corpus-bar, paste-box, settings-bar, view-tabs, evidence-panel, glance-view, [data-card]")) e.replaceWith(document.createElement(e.localName));
  tell();
  paint();
  set({ kept: state.kept, ...(state.report ? { report: state.report } : {}) });
});

const theme = document.querySelector("#theme");
const dark = matchMedia("(prefers-color-scheme: dark)");
let chosen = null;
function paint() {
  const on = (chosen ?? (dark.matches ? "dark" : "light")) === "dark";
  document.documentElement.dataset.theme = on ? "dark" : "light";
  help.textContent = t.help.button;
  theme.textContent = on ? t.theme.light : t.theme.dark;
  theme.setAttribute("aria-pressed", String(on));
}
theme.addEventListener("click", () => {
  chosen = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
  paint();
  if (state.report) set({ report: state.report });
});
dark.addEventListener("change", paint);
paint();
