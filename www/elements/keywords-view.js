import { bars } from "../charts/bars.js";
import t from "../i18n/t.js";
import { state } from "../state.js";
import { stopWords } from "./stop-words.js";
import { ViewCard } from "./view-card.js";

customElements.define("keywords-view", class extends ViewCard {
  name = "keywords";
  title_ = t.keywords.title;
  notes() {
    return [stopWords()];
  }
  chart(width) {
    return bars(state.report, { width, selection: state.selection });
  }
  table() {
    const { keywords } = state.report;
    return {
      columns: Object.values(t.keywords.columns),
      rows: keywords.map((k) => [k.term, t.kinds[k.kind], k.count, k.articles, k.dp, k.forms.join(", ")]),
      ids: keywords.map((k) => [k.id]),
    };
  }
});
