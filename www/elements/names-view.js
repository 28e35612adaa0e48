import { counted } from "../asked.js";
import t, { whole } from "../i18n/t.js";
import { look, set, state } from "../state.js";
import { alike, joined, open, part } from "./alike.js";
import { AskingCard } from "./asking-card.js";
import { h, save } from "./dom.js";
import { pages } from "./view-card.js";

/** Rows shown at a time. */
const ROWS = 100;

/** Adds rules to those in force. @param {...import("comention").Rule} rules */
const decide = (...rules) => set({ rules: [...state.rules, ...rules] });

/** Who and what is named, with every surface; where a person says which are one, and what they are. */
customElements.define("names-view", class extends AskingCard {
  name = "names";
  title_ = t.names.title;
  /** @type {Set<string>} */ chosen = new Set();
  search = "";
  /** The first row that is shown. */ from = 0;
  /** Which may be one. @type {import("comention").Suggestion[]} */ alike = [];
  /** What joining all at once made of the decisions before it. @type {{ before: import("comention").Rule[], after: import("comention").Rule[] } | null} */ last = null;
  /** What was called what, also once it is merged or no name. @type {Map<string, string>} */ known = new Map();

  async ask(corpus) {
    const [answer, found] = await Promise.all([corpus.entities({ ...counted(state.settings), limit: 100_000 }), alike(corpus)]);
    this.alike = found;
    for (const e of answer) this.known.set(e.id, e.name);
    const ids = new Set(answer.map((e) => e.id));
    for (const id of this.chosen) if (!ids.has(id)) this.chosen.delete(id);
    return answer;
  }
  concerns(change) {
    return super.concerns(change) || "rules" in change || "apart" in change;
  }
  table() {
    const rows = this.answer ?? [];
    return {
      columns: Object.values(t.names.columns),
      rows: rows.map((e) => [e.name, t.kinds[e.kind], e.count, e.articles, e.aliases.map((a) => `${a.surface} (${a.count})`).join(", "), e.titles.join("; ")]),
      ids: rows.map((e) => [e.id]),
    };
  }
  notes() {
    const search = h("input", { id: "names-search", type: "search", value: this.search, placeholder: t.names.search, "aria-label": t.names.search, oninput: (e) => { this.search = e.target.value; this.from = 0; this.draw(); this.querySelector("#names-search")?.focus(); } });
    const chosen = [...this.chosen].map((id) => this.answer?.find((e) => e.id === id)).filter((e) => e !== undefined);
    // The most mentioned takes the others in.
    const [first, ...others] = chosen.sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
    const merge = h("button", { type: "button", id: "names-merge", disabled: others.length === 0, onclick: () => {
      this.chosen.clear();
      decide(...others.map((e) => ({ entity: e.id, into: first.id })));
    } }, others.length ? t.names.mergeInto(first.name) : t.names.merge);
    const hide = h("button", { type: "button", id: "names-hide", disabled: !first, onclick: () => {
      this.chosen.clear();
      decide(...chosen.map((e) => ({ entity: e.id, hide: true })));
    } }, t.names.hide);
    const added = h("input", { id: "names-add", type: "text", placeholder: t.names.addHint, "aria-label": t.names.addHint });
    const kind = h("select", { "aria-label": t.names.columns.kind }, ...["person", "organization", "place", "other"].map((k) => h("option", { value: k }, t.kinds[k])));
    const add = h("form", { class: "choice", onsubmit: (e) => {
      e.preventDefault();
      const surface = added.value.trim();
      if (surface) decide({ surface, kind: /** @type {any} */ (kind.value) });
    } }, added, kind, h("button", { type: "submit" }, t.names.add));
    // What is done with ticked names stands at their list, however long that is.
    return [h("p", { class: "note" }, t.names.hint), this.suggested(), this.decided(), h("div", { class: "choices" }, add), h("div", { class: "choices" }, search, merge, hide)];
  }
  /** Names that may be one, each with why and with a way to say yes or no. */
  suggested() {
    const all = open(this.alike);
    const undo = this.last?.after === state.rules ? h("p", { class: "buttons" }, h("button", { type: "button", id: "names-unjoin", onclick: () => set({ rules: this.last.before }) }, t.names.undoRule(t.names.joinAll(this.last.after.length - this.last.before.length)))) : null;
    if (all.length === 0) return undo;
    const rules = joined(all);
    const join = h("button", { type: "button", id: "names-join", title: t.names.joinHint, onclick: () => {
      this.last = { before: state.rules, after: [...state.rules, ...rules] };
      set({ rules: this.last.after });
    } }, t.names.joinAll(rules.length));
    // Where both are of one kind, it goes without saying.
    const why = (s) => (kindOf(s.entity.id) === kindOf(s.into.id) ? t.names.reasons[s.reason] : [s.entity, s.into].map((side) => t.kinds[kindOf(side.id)]).join(", "));
    const name = (side) => [h("button", { type: "button", class: "link", "data-term": side.id, dir: "auto" }, side.name), ` (${whole(side.count)}) `];
    const shown = this.querySelector(".suggested")?.hasAttribute("open") ?? true;
    return h("details", { class: "decided suggested", open: shown }, h("summary", {}, t.pairs.alike(all.length)), undo, rules.length > 1 ? h("p", { class: "buttons" }, join) : null,
      h("ul", { class: "rules" }, ...all.map((s) => h("li", {}, ...name(s.entity), ...name(s.into), h("span", { class: "unit" }, why(s), s.together > 0 ? `; ${t.names.together(s.together)}` : ""), " ",
        h("button", { type: "button", class: "join", "aria-label": `${t.names.join}: ${s.entity.name}, ${s.into.name}`, onclick: () => decide({ entity: s.entity.id, into: s.into.id }) }, t.names.join),
        h("button", { type: "button", class: "quiet", "aria-label": `${t.names.apart}: ${s.entity.name}, ${s.into.name}`, onclick: () => part(s) }, t.names.apart)))));
  }
  /** Shows a name where it can be put right. @param {string} name */
  find(name) {
    Object.assign(this, { search: name, from: 0 });
    look({ view: "names" });
    this.draw();
    /** @type {HTMLElement | null} */ (this.querySelector("#names-search"))?.focus();
  }
  /** The rules in force, each with a way back. */
  decided() {
    const picker = h("input", { type: "file", accept: ".json,application/json", class: "unseen", tabindex: -1, "aria-label": t.names.import, onchange: async () => {
      const text = await picker.files?.[0]?.text();
      picker.value = "";
      try {
        const { rules, apart = [] } = JSON.parse(text ?? "");
        if (![rules, apart, ...apart].every(Array.isArray)) throw new Error();
        set({ rules, apart });
      } catch {
        this.trouble = t.names.noRules;
        this.draw();
      }
    } });
    const { rules, apart } = state;
    const many = rules.length + apart.length;
    const buttons = h("div", { class: "buttons" },
      h("button", { type: "button", class: "quiet", disabled: many === 0, onclick: () => save("comention-rules.json", `${JSON.stringify({ "comention-rules": 1, rules, apart }, null, 1)}\n`, "application/json") }, t.names.export),
      h("button", { type: "button", class: "quiet", disabled: rules.length === 0, onclick: () => save("comention-thesaurus.txt", thesaurus(rules, this.answer ?? []), "text/plain") }, t.names.thesaurus),
      h("button", { type: "button", class: "quiet", onclick: () => picker.click() }, t.names.import), picker);
    const line = (said, undo) => h("li", {}, said, " ", h("button", { type: "button", class: "quiet", "aria-label": t.names.undoRule(said), onclick: undo }, t.names.undo));
    const list = h("ol", { class: "rules" },
      ...rules.map((rule, i) => line(this.inWords(rule), () => set({ rules: rules.filter((_, j) => j !== i) }))),
      ...apart.map((two) => line(t.names.rule.apart(...two.map((id) => this.called(id))), () => set({ apart: apart.filter((other) => other !== two) }))));
    return h("details", { class: "decided", open: many > 0 }, h("summary", {}, many ? t.names.rules(many) : t.names.noneYet), this.trouble || state.misruled ? h("p", { class: "note" }, this.trouble || t.names.misruled(state.misruled)) : null, list, buttons);
  }
  /** @param {string} id */
  called(id) {
    return this.known.get(id) ?? bare(id);
  }
  /** A decision in words. @param {import("comention").Rule} r */
  inWords(r) {
    const { rule } = t.names;
    // Who is called otherwise is named as before.
    const called = (id) => (r.name ? bare(id) : this.called(id));
    const what = r.surface ? (r.entity ? rule.of(r.surface, called(r.entity)) : rule.surface(r.surface)) : called(r.entity ?? "");
    if (r.hide) return rule.hide(what);
    if (r.into) return rule.into(what, called(r.into));
    return [r.name ? rule.name(what, r.name) : "", r.kind ? rule.kind(what, t.kinds[r.kind]) : ""].filter(Boolean).join("; ");
  }
  /** What is done leaves the list where it was scrolled to, and the keyboard at the next of the names that may be one. */
  draw() {
    const top = this.querySelector(".tall")?.scrollTop ?? 0;
    const buttons = () => /** @type {HTMLElement[]} */ ([...this.querySelectorAll(".suggested li > button:not(.link)")]);
    const at = buttons().indexOf(/** @type {any} */ (document.activeElement));
    super.draw();
    // To say so makes the browser lay out everything at once.
    if (top) this.querySelector(".tall")?.scrollTo(0, top);
    if (at >= 0) (buttons()[at] ?? buttons().at(-1))?.focus({ preventScroll: true });
  }
  tableElement() {
    if (!this.answer) return this.pending();
    const wanted = this.search.trim().toLowerCase();
    // Where names were joined or left out there may be less than there was.
    const rows = this.answer.filter((e) => !wanted || e.name.toLowerCase().includes(wanted) || e.aliases.some((a) => a.surface.toLowerCase().includes(wanted)));
    if (this.from >= rows.length) this.from = 0;
    const columns = [h("th", { scope: "col" }, h("span", { class: "unseen" }, t.names.choose)), ...Object.values(t.names.columns).map((c) => h("th", { scope: "col" }, c))];
    return h("div", { class: "table-scroll tall", tabindex: 0, role: "region", "aria-label": `${this.title_}: ${t.view.table}` },
      h("table", { class: "names" }, h("thead", {}, h("tr", {}, ...columns)), h("tbody", {}, ...rows.slice(this.from, this.from + ROWS).map((e) => this.row(e)))),
      rows.length > ROWS ? pages(this.from, ROWS, rows.length, (from) => {
        this.from = from;
        this.querySelector(".tall")?.scrollTo(0, 0);
        this.draw();
        return this;
      }) : null);
  }
  /** The name that is being dragged. */ dragged = "";
  row(e) {
    const on = state.selection.includes(e.id);
    const box = h("input", { type: "checkbox", checked: this.chosen.has(e.id), "aria-label": `${t.names.choose}: ${e.name}`, onchange: (event) => {
      if (event.target.checked) this.chosen.add(e.id);
      else this.chosen.delete(e.id);
      this.draw();
      /** @type {HTMLElement | null} */ (this.querySelector(`tr[data-row="${CSS.escape(e.id)}"] input`))?.focus();
    } });
    const name = h("input", { class: `rename ${e.kind}`, value: e.name, "aria-label": t.names.rename(e.name), onchange: (event) => {
      const value = event.target.value.trim();
      if (value && value !== e.name) decide({ entity: e.id, name: value });
    } });
    const kind = h("select", { "aria-label": t.names.retype(e.name), onchange: (event) => decide({ entity: e.id, kind: event.target.value }) },
      ...["person", "organization", "place", "other"].map((k) => h("option", { value: k, selected: k === e.kind }, t.kinds[k])));
    const surfaces = e.aliases.map((a) => h("span", { class: "surface" }, `${a.surface} `, h("b", {}, String(a.count)),
      e.aliases.length > 1 ? h("button", { type: "button", class: "quiet", title: t.names.split(a.surface), "aria-label": t.names.split(a.surface), onclick: () => decide({ entity: e.id, surface: a.surface, name: a.surface === e.name ? `${a.surface} (2)` : a.surface }) }, t.names.splitOff) : null));
    // By the grip a name is dragged into another; the keyboard has the ticks for it.
    const grip = h("span", { class: "grip", draggable: "true", "aria-hidden": "true", title: t.names.merge, ondragstart: (event) => {
      this.dragged = e.id;
      event.dataTransfer.setData("text/plain", e.name);
      event.dataTransfer.effectAllowed = "move";
    }, ondragend: () => { this.dragged = ""; } }, "⠿");
    const over = (event) => {
      if (!this.dragged || this.dragged === e.id) return;
      event.preventDefault();
      event.stopPropagation();
      const { type, currentTarget } = event;
      currentTarget.classList.toggle("over", type === "dragover");
      if (type === "drop") decide({ entity: this.dragged, into: e.id });
    };
    return h("tr", { class: on ? "on" : null, "data-row": e.id, ondragover: over, ondragleave: over, ondrop: over },
      h("td", {}, grip, box), h("th", { scope: "row" }, name), h("td", {}, kind),
      h("td", { class: "number", "data-term": e.id, "data-label": t.names.columns.count }, h("button", { type: "button", class: "link", "data-term": e.id, "aria-label": t.names.open(e.name, e.count) }, whole(e.count))), h("td", { class: "number", "data-term": e.id, "data-label": t.names.columns.articles }, whole(e.articles)),
      h("td", { class: "surfaces" }, ...surfaces.flatMap((s) => [s, " "])), h("td", { class: "titles" }, e.titles.join("; ")));
  }
});

/** @param {string} id */
const kindOf = (id) => id.slice(0, id.indexOf(":"));

/** What an id says of what is not named now. @param {string} id */
const bare = (id) => id.slice(id.indexOf(":") + 1);

/** The rules as VOSviewer reads them: a label and what replaces it, nothing where it is hidden. */
function thesaurus(rules, entities) {
  const name = (id) => entities.find((e) => e.id === id)?.name ?? bare(id);
  const lines = rules.flatMap((r) => {
    const label = r.surface ?? (r.entity ? name(r.entity) : "");
    const by = r.hide ? "" : r.into ? name(r.into) : (r.name ?? "");
    return r.hide || (by && by !== label) ? [`${label}\t${by}`] : [];
  });
  return ["label\treplace by", ...lines, ""].join("\n");
}
