/** The settings, as the engine is asked with them. */
import { state } from "./state.js";

/** What the settings say of pairs. */
export function asked(settings) {
  return { ...counted(settings), ...ranked(settings, state.report?.totals.articles), ...(state.relaxed ? { minArticles: 1 } : {}) };
}

/**
 * How pairs are ranked, how often they are together at least, and in how many articles. Where nobody chose: of a single
 * article all that are together, by how often, since its counts are too small to weigh against chance.
 * @param {number} [articles]
 */
export function ranked({ measure, minCount, minArticles }, articles) {
  const one = articles === 1;
  const least = one ? 1 : 2;
  return { measure: measure || (one ? "count" : "logLikelihood"), minCount: minCount || least, minArticles: minArticles || least };
}

/** What the settings say of counting. */
export function counted(settings) {
  return { window: settings.window, span: settings.span, demonyms: settings.demonyms, metadata: settings.metadata, nested: settings.nested, pronouns: settings.pronouns, duplicates: settings.duplicates, headline: settings.headline, from: settings.from || null, to: settings.to || null };
}
