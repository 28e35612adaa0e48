import t from "../i18n/t.js";
import { look, state, watch } from "../state.js";
import { h } from "./dom.js";

/** The questions that the views are arranged by; the panel of each is the element with `data-view`. */
customElements.define("view-tabs", class extends HTMLElement {
  connectedCallback() {
    const names = Object.keys(t.tabs);
    if (!names.includes(state.look.view)) state.look = { ...state.look, view: names[0] };
    const tabs = names.map((name) => h("button", { type: "button", role: "tab", id: `tab-${name}`, "aria-controls": `view-${name}`, onclick: () => look({ view: name }) }, t.tabs[name]));
    this.setAttribute("role", "tablist");
    this.setAttribute("aria-label", t.view.views);
    this.replaceChildren(...tabs);
    this.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity }[event.key];
      if (!step) return;
      event.preventDefault();
      const at = names.indexOf(state.look.view);
      const next = Math.abs(step) === 1 ? (at + step * (getComputedStyle(this).direction === "rtl" ? -1 : 1) + names.length) % names.length : step < 0 ? 0 : names.length - 1;
      look({ view: names[next] });
      tabs[next].focus();
    });
    let shown = state.look.view;
    // By itself, since it needs to know where everything lies: as late as the browser needs to know that, too.
    const centred = () => requestAnimationFrame(() => {
      const [own, tab] = [this, tabs[names.indexOf(state.look.view)]].map((e) => e.getBoundingClientRect());
      this.scrollLeft += tab.left + tab.width / 2 - own.left - own.width / 2;
    });
    const show = () => {
      // Another view is read from its beginning, not from where the last one was left.
      const results = /** @type {Element} */ (document.querySelector("#results"));
      const away = shown !== state.look.view && results.getBoundingClientRect().top < 0;
      shown = state.look.view;
      names.forEach((name, i) => {
        const on = name === state.look.view;
        tabs[i].setAttribute("aria-selected", String(on));
        tabs[i].tabIndex = on ? 0 : -1;
        const panel = document.getElementById(`view-${name}`);
        if (panel) panel.hidden = !on;
      });
      this.hidden = !state.report || state.report.totals.words === 0;
      if (away) results.scrollIntoView();
      // On a small screen the one that is chosen may be out of sight.
      if (!this.hidden) centred();
    };
    watch((change) => ("look" in change || "report" in change) && show(), this);
    show();
  }
});
