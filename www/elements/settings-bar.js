import { ranked } from "../asked.js";
import t from "../i18n/t.js";
import { DEFAULTS, set, state, watch } from "../state.js";
import { h } from "./dom.js";

/** A number that nobody chose, which is 0 where that cannot be chosen, leaves room for what stands in its place. */
const shown = (value, low) => (value < low ? "" : String(value));

/** What counts: every control writes one setting. */
customElements.define("settings-bar", class extends HTMLElement {
  connectedCallback() {
    this.draw();
    watch((change) => change.report && this.tell(), this);
  }

  /** Also when the settings have changed elsewhere. */
  draw() {
    const s = state.settings;
    const change = (name, value) => {
      set({ settings: { ...state.settings, [name]: value } });
      span.hidden = state.settings.window !== "words";
    };
    const choice = (name, options) => h("select", { id: `set-${name}`, onchange: (e) => change(name, e.target.value) }, ...Object.entries(options).map(([value, label]) => h("option", { value, selected: s[name] === value }, label)));
    const whole = (name, low, high) => h("input", { id: `set-${name}`, type: "number", min: low, max: high, value: shown(s[name], low), inputmode: "numeric", onchange: (e) => {
      const value = e.target.value === "" ? DEFAULTS[name] : Math.min(high, Math.max(low, Math.round(Number(e.target.value)) || 0));
      e.target.value = shown(value, low);
      change(name, value);
    } });
    const flag = (name, label) => h("label", { class: "check" }, h("input", { type: "checkbox", id: `set-${name}`, checked: s[name], onchange: (e) => change(name, e.target.checked) }), label);
    const field = (name, label, control, unit) => h("div", { class: "field" }, h("label", { for: `set-${name}` }, label), control, unit && h("span", { class: "unit" }, unit));
    const kinds = s.kinds.split(",");
    const kind = (name) => h("label", { class: `check kind ${name}` }, h("input", { type: "checkbox", value: name, checked: kinds.includes(name), onchange: () => {
      const on = [...this.querySelectorAll(".kind input:checked")].map((i) => i.value);
      change("kinds", on.join(",") || "person");
    } }), t.kinds[name]);
    const span = field("span", t.settings.span, whole("span", 1, 100), t.settings.spanUnit);
    span.hidden = s.window !== "words";
    // Where there is little room, the results come first.
    const open = this.querySelector("details")?.open ?? matchMedia("(min-width: 62rem)").matches;
    this.replaceChildren(h("details", { class: "settings", open }, h("summary", {}, t.settings.legend),
      field("window", t.settings.window, choice("window", t.windows)), span,
      field("measure", t.settings.measure, choice("measure", { "": "", ...t.measures })),
      field("minCount", t.settings.minCount, whole("minCount", 1, 1000), t.settings.minCountUnit),
      field("minArticles", t.settings.minArticles, whole("minArticles", 1, 1000), t.settings.minArticlesUnit),
      field("limit", t.settings.limit, whole("limit", 1, 500), t.settings.limitUnit),
      field("headline", t.settings.headline, whole("headline", 0, 20), t.settings.headlineUnit),
      h("div", { class: "kinds", role: "group", "aria-label": t.settings.kinds }, ...Object.keys(t.kinds).map(kind)),
      ...["demonyms", "metadata", "nested", "pronouns"].map((name) => flag(name, t.settings[name]))));
    this.tell();
  }

  /** What stands for the settings that nobody chose: it goes by how many articles there are. */
  tell() {
    const { measure, ...least } = ranked({}, state.report?.totals.articles);
    this.querySelector("#set-measure option").textContent = t.settings.auto(t.measures[measure]);
    for (const [name, value] of Object.entries(least)) this.querySelector(`#set-${name}`).placeholder = value;
  }
});
