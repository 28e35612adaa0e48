import t from "../i18n/en.js";
import { textOfSample } from "../samples.js";
import { state, watch } from "../state.js";
import { h } from "./dom.js";

/** A text longer than this is kept aside and not put into the box, where every key would lay it out anew. */
const SHOWN = 400_000;

/** Where text comes in: typed, pasted, dropped, opened. Tells of it by the event `text`. */
customElements.define("paste-box", class extends HTMLElement {
  #timer = 0;
  connectedCallback() {
    const box = h("textarea", { id: "paste", rows: 9, spellcheck: "false", placeholder: t.paste.placeholder, autocomplete: "off", dir: "auto", oninput: () => this.#soon(box.value) });
    const note = h("p", { class: "note", id: "paste-note", role: "status" });
    const picker = h("input", { type: "file", multiple: true, accept: ".txt,.md,.html,.htm,text/*", class: "unseen", tabindex: -1, "aria-label": t.paste.open, onchange: () => { this.#files(picker.files); picker.value = ""; } });
    const sample = (name, label) => h("button", { type: "button", id: `sample-${name}`, onclick: async () => this.#put(await textOfSample(name)) }, label);
    const cancel = h("button", { type: "button", id: "cancel", hidden: true, onclick: () => this.dispatchEvent(new CustomEvent("cancel", { bubbles: true })) }, t.paste.cancel);
    const meter = h("progress", { max: 1, value: 0, hidden: true, "aria-label": t.status.working("", 0) });
    Object.assign(this, { box, note });
    this.replaceChildren(
      h("label", { for: "paste" }, t.paste.label), box, note,
      h("div", { class: "buttons" }, sample("one", t.paste.one), sample("five", t.paste.five), h("button", { type: "button", onclick: () => picker.click() }, t.paste.open), picker, h("button", { type: "button", class: "quiet", onclick: () => this.#put("") }, t.paste.clear), cancel),
      meter, h("p", { class: "privacy" }, t.paste.privacy));
    addEventListener("dragover", (e) => { e.preventDefault(); this.classList.add("over"); });
    addEventListener("dragleave", (e) => { if (!e.relatedTarget) this.classList.remove("over"); });
    addEventListener("drop", (e) => { e.preventDefault(); this.classList.remove("over"); this.#files(e.dataTransfer?.files); });
    // A large paste is taken before the box has to lay it out.
    box.addEventListener("paste", (e) => {
      const text = e.clipboardData?.getData("text/plain") ?? "";
      if (text.length > SHOWN) { e.preventDefault(); this.#put(text); }
    });
    watch((change) => {
      if (!("status" in change)) return;
      const working = state.status.kind === "working";
      cancel.hidden = meter.hidden = !working;
      if (working) meter.value = state.status.share ?? 0;
    });
  }

  #put(text) {
    const large = text.length > SHOWN;
    this.box.value = large ? "" : text;
    this.note.textContent = large ? t.paste.large(text.length) : "";
    this.#soon(text, 0);
  }

  #soon(text, wait = 250) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.dispatchEvent(new CustomEvent("text", { detail: text, bubbles: true })), wait);
  }

  async #files(files) {
    const texts = [];
    const refused = [];
    for (const file of files ?? []) {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const text = readable(bytes);
      if (text === null) refused.push(file.name);
      else texts.push(/\.html?$/i.test(file.name) || file.type === "text/html" ? textOfHtml(text) : text);
    }
    if (texts.length) this.#put(texts.join("\n\n\f\n"));
    if (refused.length) this.note.textContent = refused.map(t.paste.binary).join(" ");
  }
});

/** The text of a file; `null` for a binary one. @param {Uint8Array} bytes */
function readable(bytes) {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  const text = new TextDecoder(encoding).decode(bytes);
  let odd = 0;
  const sample = text.slice(0, 4096);
  for (const c of sample) if (c === "\ufffd" || (c < " " && !"\t\n\r\f".includes(c))) odd++;
  return odd * 20 > sample.length ? null : text;
}

/** The text of a page: parsed, never run. @param {string} html */
function textOfHtml(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  page.querySelectorAll("script, style, noscript, template, nav, svg").forEach((e) => e.remove());
  page.querySelectorAll("br").forEach((e) => e.replaceWith("\n"));
  page.querySelectorAll("p, h1, h2, h3, h4, h5, h6, li, div, section, article, header, footer, blockquote, tr, figcaption").forEach((e) => e.append("\n\n"));
  return (page.body?.textContent ?? "").replace(/[ \t]+/g, " ").replace(/ ?\n ?/g, "\n").replace(/\n{3,}/g, "\n\n").trim();
}
