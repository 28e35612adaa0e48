/** A view as a file; loaded when one is saved. */
import { save } from "../elements/dom.js";
import "../i18n/en-more.js";
import t from "../i18n/t.js";
import { state } from "../state.js";
import { gexf, graphml, pajek } from "./graphs.js";
import { fingerprintOf } from "./methods.js";
import { png, svgText } from "./pictures.js";
import { tableFile } from "./tables.js";
import { xlsx } from "./xlsx.js";

/** Tables by format: what is in the file. @type {Record<string, (card: any) => Promise<Blob>>} */
const TABLES = {
  CSV: (card) => tableFile("CSV", card.table(), "text/csv"),
  TSV: (card) => tableFile("TSV", card.table(), "text/tab-separated-values"),
  XLSX: (card) => xlsx([{ title: card.title_, ...card.table() }]),
  JSON: (card) => tableFile("JSON", card.table(), "application/json"),
};
/** Networks by format: what is in the file, and its kind. @type {Record<string, (card: any) => [string, string]>} */
const NETWORKS = {
  GEXF: (card) => [gexf(card.shown()), "application/gexf+xml"],
  GraphML: (card) => [graphml(card.shown()), "application/graphml+xml"],
  Pajek: (card) => [pajek(card.shown()), "text/plain"],
};

/** @param {string} format @param {any} card */
export async function saved(format, card) {
  const name = `comention-${card.name}.${format === "Pajek" ? "net" : format.toLowerCase()}`;
  if (TABLES[format]) {
    await card.whole();
    return save(name, await TABLES[format](card), "");
  }
  if (NETWORKS[format]) return save(name, ...NETWORKS[format](card));
  const chart = card.picture();
  if (!chart) return;
  const text = await svgText(chart, card.title_, await below());
  if (format === "SVG") return save(name, text, "image/svg+xml");
  const [, width, height] = /viewBox="0 0 (\S+) ([^"]+)"/.exec(text) ?? [];
  save(name, await png(text, Number(width), Number(height)), "image/png");
}

/** What stands below a picture: what was counted, and in which texts. */
async function below() {
  const { settings: { window, from, to }, report, texts } = state;
  const { totals: { articles, sentences, words }, options: { measure } } = /** @type {import("comention").Report} */ (report);
  const between = from || to ? [`${from || "…"} – ${to || "…"}`] : [];
  const fingerprint = await fingerprintOf(texts);
  return [
    [t.status.done(articles, sentences, words), ...between, `${t.settings.window}: ${t.windows[window]}`, `${t.settings.measure}: ${t.measures[measure]}`].join(" · "),
    `${t.methods.made(report?.version ?? "", new Date().toLocaleDateString("en-CA"))}${fingerprint ? ` SHA-256: ${fingerprint}` : ""}`,
  ];
}
