/** The settings, as the engine is asked with them. */
import { state } from "./state.js";

/** What the settings say of pairs. */
export function asked(settings) {
  return { ...counted(settings), measure: settings.measure, minCount: settings.minCount, ...(state.relaxed ? { minArticles: 1 } : {}) };
}

/** What the settings say of counting. */
export function counted(settings) {
  return { window: settings.window, span: settings.span, demonyms: settings.demonyms, metadata: settings.metadata, nested: settings.nested, pronouns: settings.pronouns, duplicates: settings.duplicates, headline: settings.headline, from: settings.from || null, to: settings.to || null };
}
