import { counted } from "../asked.js";
import { bars } from "../charts/bars.js";
import t from "../i18n/t.js";
import { look, state } from "../state.js";
import { AskingCard, articleChoice } from "./asking-card.js";
import { stopWords } from "./stop-words.js";

/** Keywords of all articles, which the report has, or of one. */
customElements.define("keywords-view", class extends AskingCard {
  name = "keywords";
  title_ = t.keywords.title;
  stale(change) {
    return "report" in change || ("look" in change && state.look.about !== this.about);
  }
  async ask(corpus) {
    const { about } = state.look;
    this.about = about;
    return about ? corpus.keywords({ ...counted(state.settings), articles: [Number(about)], limit: state.settings.limit }) : null;
  }
  notes() {
    return [state.report.totals.articles > 1 ? articleChoice("keywords-about", state.look.about, t.network.backbones.none, (about) => look({ about })) : null, stopWords()];
  }
  /** What is shown; of one article, once it is there. */
  words() {
    return state.look.about ? this.answer : state.report.keywords;
  }
  chart(width) {
    const keywords = this.words();
    return keywords ? bars({ ...state.report, keywords }, { width, selection: state.selection }) : this.pending();
  }
  table() {
    const keywords = this.words() ?? [];
    return {
      columns: Object.values(t.keywords.columns),
      rows: keywords.map((k) => [k.term, t.kinds[k.kind], k.count, k.articles, k.dp, k.dpSources, k.forms.join(", ")]),
      ids: keywords.map((k) => [k.id]),
    };
  }
});
