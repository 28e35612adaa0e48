import { mend } from "comention";

import t, { fixed, whole } from "../i18n/t.js";
import { newId } from "../ids.js";
import { filesOf, filesOfFolder } from "../input/dropped.js";
import { textOfSample } from "../samples.js";
import { state, watch } from "../state.js";
import { h } from "./dom.js";

/** A text longer than this is kept aside and not put into the box, where every key would lay it out anew. */
const SHOWN = 400_000;
/** So much of what was odd about files is said. */
const TOLD = 6;
/** More files than this are folded away. */
const LISTED = 6;

/** What the picker offers; anything may be dropped. */
const ACCEPTED = ".txt,.md,.html,.htm,.csv,.tsv,.json,.jsonl,.xml,.rss,.eml,.mbox,.docx,.odt,.epub,.pdf,.zip,.gz,text/*";

/** Written in paragraphs, and not coloured line by line by an editor. */
const WRITTEN = /<(?:p|h[1-6]|article|time)\b/i;

/**
 * A table, as it is copied from a spreadsheet or a file: a line of names of columns, and lines below it that are parted alike.
 * It is looked for in the first characters only: with a line of megabytes it would never be done.
 */
const HEADS = 4000;
const TABLE = /^(?=.*\b(?:text|title|headline|date)\b)[^.\n]*([\t;,])[^\s.][^.\n]*\n.*\1/i;

/** As text may look that was read in the wrong encoding. */
const GARBLED = /[ÂÃÐÑØÙ][\u0080-\u00bf\u0152-\u2122]|[âã-é][\u0080-\u009f\u00a1-\u00bf\u0152-\u2122]{2}|(?:[В-Я][\u00a0-\u00bb\u0401-\u040f\u0451-\u0491\u2013-\u2122]){2}|Г[\u00a0-\u00bb\u0401-\u040f\u0451-\u0491\u2013-\u2122]|[вд-й][\u00a0-\u00bb\u0401-\u040f\u0451-\u0491\u2013-\u2122]{2}|[À-ÿ]{4}/;

/** @typedef {import("../kept/store.js").Paste} Paste */

/** Where text comes in: typed, pasted, dropped, opened. Tells of it by the event `text`, with every paste there is. */
customElements.define("paste-box", class extends HTMLElement {
  #timer = 0;
  /** What is in the box, as it was told last. @type {Paste} */
  #typed = { id: newId(), name: null, text: "" };
  /** @type {Paste[]} */
  #files = [];
  /** Ends what listens to the window. @type {AbortController | undefined} */
  #away;
  /** The sample in the box, as long as nobody has touched it. */
  #sample = "";
  /** Whether that is a corpus of its own. */
  #apart = false;

  connectedCallback() {
    const box = h("textarea", { id: "paste", rows: 9, spellcheck: "false", placeholder: t.paste.placeholder, autocomplete: "off", dir: "auto", "aria-describedby": "privacy", oninput: (e) => this.#changed(e) });
    const note = h("p", { class: "note", id: "paste-note", role: "status" });
    const list = h("div", { class: "files" });
    const picker = h("input", { type: "file", multiple: true, accept: ACCEPTED, class: "unseen", tabindex: -1, "aria-label": t.paste.open, onchange: () => { this.#open([...picker.files]); picker.value = ""; } });
    const folder = h("input", { type: "file", webkitdirectory: true, class: "unseen", tabindex: -1, "aria-label": t.paste.folder, onchange: () => { this.#open(filesOfFolder(folder.files)); folder.value = ""; } });
    const sample = (name, label, many) => h("button", { type: "button", id: `sample-${name}`, onclick: () => this.#try(name, t.paste.sample(many)) }, label);
    const cancel = h("button", { type: "button", id: "cancel", hidden: true, onclick: () => this.dispatchEvent(new CustomEvent("cancel", { bubbles: true })) }, t.paste.cancel);
    const meter = h("progress", { max: 1, value: 0, hidden: true, "aria-label": t.status.reading(0) });
    const privacy = h("p", { class: "privacy", id: "privacy" }, t.paste.privacy, " ", t.paste.kept);
    Object.assign(this, { box, note, list });
    this.replaceChildren(
      h("label", { for: "paste" }, t.paste.label), box, list, note,
      h("div", { class: "buttons" }, sample("one", t.paste.one, 1), sample("twelve", t.paste.twelve, 12),
        h("button", { type: "button", onclick: () => picker.click() }, t.paste.open), picker,
        h("button", { type: "button", onclick: () => folder.click() }, t.paste.folder), folder,
        h("button", { type: "button", class: "quiet", id: "clear", onclick: () => this.#clear() }, t.paste.clear), cancel),
      meter, privacy);
    this.#away?.abort();
    this.#away = new AbortController();
    const { signal } = this.#away;
    addEventListener("dragover", (e) => { e.preventDefault(); this.classList.add("over"); }, { signal });
    addEventListener("dragleave", (e) => { if (!e.relatedTarget) this.classList.remove("over"); }, { signal });
    addEventListener("drop", (e) => { e.preventDefault(); this.classList.remove("over"); filesOf(e.dataTransfer).then((files) => this.#open(files)); }, { signal });
    box.addEventListener("paste", (e) => this.#paste(e));
    watch((change) => {
      if ("kept" in change) privacy.lastChild.textContent = state.kept.on || !state.kept.ready ? t.paste.kept : t.paste.nothing;
      if (!("status" in change)) return;
      const working = state.status.kind === "working";
      cancel.hidden = meter.hidden = !working;
      if (working) meter.value = state.status.share ?? 0;
    }, this);
    if (state.pastes.length) this.#put(state.pastes);
  }

  disconnectedCallback() {
    this.#away?.abort();
  }

  /** Puts pastes in the place of all there was. @param {Paste[]} pastes */
  show(pastes) {
    this.#put(pastes);
    this.#tell();
  }

  /** @param {Paste[]} pastes */
  #put(pastes) {
    const typed = pastes.find((p) => p.name === null && p.text.length <= SHOWN);
    this.#typed = typed ?? { id: newId(), name: null, text: "" };
    this.#files = pastes.filter((p) => p !== typed).map((p) => ({ ...p, name: p.name ?? t.paste.pasted }));
    this.#sample = "";
    this.box.value = this.#typed.text;
    this.note.textContent = "";
    this.#list();
  }

  /** Empties the box and the list of files; what was there is at hand as long as nothing else is put in. */
  #clear() {
    const pastes = this.#pastes();
    this.show([]);
    if (pastes.length && t.names.undoRule) this.querySelector("#clear").after(h("button", { type: "button", class: "quiet", id: "unclear", onclick: () => this.show(pastes) }, t.names.undoRule(t.paste.clear)));
  }

  /** Whether nothing has been put in, told or not. */
  get empty() {
    return this.#files.length === 0 && this.box.value === "";
  }

  /** All there is. @returns {Paste[]} */
  #pastes() {
    // A text is another paste when it has changed. A box may write line ends in its own way.
    if (this.box.value !== this.#typed.text.replace(/\r\n?/g, "\n")) this.#typed = { id: newId(), name: null, text: this.box.value };
    return [...(this.#typed.text ? [this.#typed] : []), ...this.#files];
  }

  #tell() {
    clearTimeout(this.#timer);
    this.#list();
    this.dispatchEvent(new CustomEvent("text", { detail: this.#pastes(), bubbles: true }));
  }

  /** What is pasted is all there at once; who types goes on. @param {Event} event */
  #changed(event) {
    clearTimeout(this.#timer);
    if (/^insertFrom/.test(/** @type {InputEvent} */ (event).inputType)) this.#tell();
    else this.#timer = setTimeout(() => this.#tell(), 250);
  }

  #list() {
    this.querySelector("#unclear")?.remove();
    const size = (n) => (n < 1000 ? t.paste.characters(n) : n < 1e6 ? `${whole(Math.round(n / 1000))} kB` : `${fixed(n / 1e6, 1)} MB`);
    const all = this.#files.reduce((n, f) => n + f.text.length, 0);
    this.list.replaceChildren(...(this.#files.length === 0 ? [] : [h("details", { open: this.#files.length <= LISTED },
      h("summary", {}, t.paste.files(this.#files.length, size(all))),
      h("ul", {}, ...this.#files.map((file) => h("li", {}, h("bdi", {}, file.name), " ", h("small", {}, size(file.text.length)),
        h("button", { type: "button", class: "quiet", "aria-label": t.paste.remove(file.name), onclick: () => { this.#files = this.#files.filter((f) => f !== file); this.#tell(); } }, "×")))))]));
  }

  /** One's own texts are not to be read together with a sample: it makes room for them, as a corpus of its own or for good. */
  #room() {
    if (!this.#sample || this.box.value !== this.#sample) return;
    if (this.#apart) this.dispatchEvent(new CustomEvent("separate", { bubbles: true }));
    this.#apart = false;
    // What is pasted takes the place of what is selected, which can be undone.
    this.box.select();
  }

  /** @param {Paste[]} more */
  #add(more) {
    this.#room();
    if (this.#sample && this.box.value === this.#sample) this.box.value = "";
    this.#files = [...this.#files, ...more];
    this.#tell();
  }

  /** A sample takes no place of anything of one's own. @param {string} name @param {string} title */
  async #try(name, title) {
    try {
      const text = await textOfSample(name);
      const own = this.#files.length > 0 || (this.box.value !== "" && this.box.value !== this.#sample);
      if (own) this.dispatchEvent(new CustomEvent("separate", { detail: title, bubbles: true }));
      this.show([{ id: newId(), name: null, text }]);
      this.#sample = this.box.value;
      this.#apart = own;
    } catch (error) {
      this.note.textContent = t.status.failed(error.message);
    }
  }

  /** @param {ClipboardEvent} event */
  #paste(event) {
    const data = event.clipboardData;
    if (data?.files.length && !data.getData("text/plain")) {
      event.preventDefault();
      return void this.#open([...data.files]);
    }
    const [text, html] = [data?.getData("text/plain") ?? "", data?.getData("text/html") ?? ""];
    if (text) this.#room();
    if (TABLE.test(text.slice(0, HEADS))) {
      event.preventDefault();
      return void this.#open([new File([text], `${t.paste.pasted}.csv`)]);
    }
    // A large paste is taken before the box has to lay it out.
    if (text.length <= SHOWN && !WRITTEN.test(html) && !GARBLED.test(text)) return;
    event.preventDefault();
    this.#pasted(text, html);
  }

  /** @param {string} text @param {string} html */
  async #pasted(text, html) {
    const given = WRITTEN.test(html) ? (await import("../input/html.js")).textOfHtml(html) || text : text;
    const { text: rich, lines } = GARBLED.test(given) ? await mend(given.replace(/\r\n?/g, "\n")) : { text: given, lines: 0 };
    // What was mended is told, and can be had as it was.
    this.note.replaceChildren(...(lines ? [t.paste.mended(lines), " ", h("button", { type: "button", class: "quiet", onclick: () => {
      this.show(state.pastes.map((p) => (p.text.includes(rich) ? { ...p, id: newId(), text: p.text.replace(rich, () => given) } : p)));
    } }, t.cuts.asFound)] : []));
    if (rich.length > SHOWN) return this.#add([{ id: newId(), name: t.paste.pasted, text: rich }]);
    this.box.focus();
    // In this way it can be undone like any other paste; where it is not known, by hand.
    if (!document.execCommand?.("insertText", false, rich)) this.box.setRangeText(rich, this.box.selectionStart, this.box.selectionEnd, "end");
    this.#tell();
  }

  /** @param {File[]} files */
  async #open(files) {
    const own = files.filter((f) => /\.comention\.json$/i.test(f.name));
    for (const detail of own) this.dispatchEvent(new CustomEvent("corpora", { detail, bubbles: true }));
    const others = files.filter((f) => !own.includes(f));
    if (others.length === 0) return;
    this.note.textContent = t.paste.reading(others.length);
    const { pastesOf } = await import("../input/files.js");
    const found = await pastesOf(others, async (error, name) => (await import("./columns-dialog.js")).askColumns(name, error.columns, error.rows));
    if (Object.keys(found.corrections).length) state.corrections = { ...state.corrections, ...found.corrections };
    if (found.pastes.length) this.#add(found.pastes);
    const told = [...found.refused.map((message) => t.paste.refused(message)), ...found.notices];
    this.note.replaceChildren(...told.slice(0, TOLD).map((message) => h("span", { class: "told" }, message)), told.length > TOLD ? t.paste.more(told.length - TOLD) : "");
  }
});
