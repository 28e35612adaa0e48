import t from "../i18n/t.js";
import { state, watch } from "../state.js";
import { h } from "./dom.js";

/** What the page is for, as long as there is nothing to show. */
customElements.define("start-view", class extends HTMLElement {
  connectedCallback() {
    this.replaceChildren(h("h2", {}, t.start.title), h("ol", {}, ...t.start.steps.map((step) => h("li", {}, step))));
    const look = () => { this.hidden = state.pastes.length > 0 || Boolean(state.report); };
    look();
    watch(look, this);
  }
});
