import t, { language } from "../i18n/t.js";
import { begin, clearAll, exported, imported, keep, remove, rename, switchTo } from "../kept/keeping.js";
import { state, watch } from "../state.js";
import { ask } from "./ask.js";
import { h, save } from "./dom.js";

/** As in `kept/file.js`, which is loaded when a file is read or written. */
const ENDING = ".comention.json";

/** What is said before anything is deleted comes with what is not seen first. */
const words = () => import("../i18n/en-more.js");

/** A name that every system takes for a file. @param {string} name */
const fileName = (name) => `${name.replace(/[^\p{L}\p{N}._ -]+/gu, "-").trim().slice(0, 80) || "corpus"}${ENDING}`;

/** Which corpus is at hand, and what becomes of it in this browser. */
customElements.define("corpus-bar", class extends HTMLElement {
  connectedCallback() {
    const choice = h("select", { id: "corpus", onchange: () => switchTo(choice.value) });
    const stand = h("span", { class: "stand", role: "status" });
    const problem = h("p", { class: "note problem", role: "alert" });
    const picker = h("input", { type: "file", accept: `${ENDING},.json,application/json`, class: "unseen", tabindex: -1, "aria-label": t.kept.import, onchange: () => { take(picker.files?.[0]); picker.value = ""; } });
    const nothing = h("input", { type: "checkbox", id: "keep-nothing", onchange: async () => {
      await words();
      const rest = state.kept.corpora.filter((c) => c.id !== state.kept.current).length;
      if (nothing.checked && rest && (await ask({ title: t.kept.nothing, text: t.kept.nothingText(rest), ok: t.kept.nothingOk })) === null) return void (nothing.checked = false);
      keep(!nothing.checked);
    } });
    const named = () => state.kept.corpora.find((c) => c.id === state.kept.current)?.name ?? "";
    /** @param {File | undefined} file */
    const take = async (file) => {
      if (!file) return;
      problem.textContent = "";
      await imported(file).catch(async (error) => {
        await words();
        problem.textContent = t.kept.notImported(file.name, error.message);
      });
    };
    const download = async (all) => {
      const { name, file } = await exported(all);
      save(fileName(name), file);
    };
    const item = (id, label, onclick) => h("button", { type: "button", id, onclick: () => { menu.removeAttribute("open"); words().then(onclick); } }, label);
    const menu = h("details", { class: "menu" }, h("summary", {}, t.kept.more), h("div", { class: "menu-items" },
      item("corpus-new", t.kept.new, () => begin()),
      item("corpus-rename", t.kept.rename, async () => {
        const name = await ask({ title: t.kept.rename, value: named(), ok: t.kept.rename });
        if (name) rename(name);
      }),
      item("corpus-export", t.kept.export, () => download(false)),
      item("corpus-export-all", t.kept.exportAll, () => download(true)),
      item("corpus-load", t.kept.import, () => picker.click()),
      item("corpus-delete", t.kept.delete, async () => {
        if ((await ask({ title: t.kept.delete, text: t.kept.deleteText(named()), ok: t.kept.delete })) !== null) remove();
      }),
      item("clear-all", t.kept.clearAll, async () => {
        if ((await ask({ title: t.kept.clearAll, text: t.kept.clearText, ok: t.kept.clearAll })) !== null) clearAll();
      })));
    this.replaceChildren(
      h("div", { class: "corpus" }, h("label", { for: "corpus" }, t.kept.label), choice, menu, picker),
      h("div", { class: "corpus" }, h("label", { class: "check" }, nothing, t.kept.nothing), stand), problem);
    document.addEventListener("corpora", (event) => this.isConnected && take(event.detail));
    const draw = () => {
      const { corpora, current, on } = state.kept;
      // Of the others it is said when they were changed last.
      choice.replaceChildren(...corpora.map((c) => h("option", { value: c.id, selected: c.id === current, label: c.id === current || !c.changed ? null : `${c.name} · ${new Date(c.changed).toLocaleString(language(), { dateStyle: "medium", timeStyle: "short" })}` }, c.name)));
      nothing.checked = !on;
      stand.dataset.kind = state.kept.state;
      stand.textContent = t.kept.stands[state.kept.state] ?? "";
      if (state.kept.problem || state.kept.state === "kept") problem.textContent = state.kept.problem;
    };
    watch((change) => "kept" in change && draw(), this);
    draw();
  }
});
