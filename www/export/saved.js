/** A view as a file; loaded when one is saved. */
import { save } from "../elements/dom.js";
import { gexf, graphml, pajek } from "./graphs.js";
import { png, svgText } from "./pictures.js";
import { csv, json, tsv } from "./tables.js";
import { xlsx } from "./xlsx.js";

/** What a view is asked for, by format: what is in the file, and its kind. @type {Record<string, (card: any) => [string | Blob | Promise<Blob>, string]>} */
const FORMATS = {
  CSV: (card) => [csv(card.table()), "text/csv"],
  TSV: (card) => [tsv(card.table()), "text/tab-separated-values"],
  XLSX: (card) => [xlsx([{ title: card.title_, ...card.table() }]), ""],
  JSON: (card) => [json(card.table()), "application/json"],
  GEXF: (card) => [gexf(card.shown()), "application/gexf+xml"],
  GraphML: (card) => [graphml(card.shown()), "application/graphml+xml"],
  Pajek: (card) => [pajek(card.shown()), "text/plain"],
};

/** @param {string} format @param {any} card */
export async function saved(format, card) {
  const name = `comention-${card.name}.${format === "Pajek" ? "net" : format.toLowerCase()}`;
  if (FORMATS[format]) {
    const [content, type] = FORMATS[format](card);
    return save(name, await content, type);
  }
  const chart = card.picture();
  if (!chart) return;
  const text = svgText(chart, `comention: ${card.title_}`);
  if (format === "SVG") return save(name, text, "image/svg+xml");
  const { width, height } = chart.viewBox.baseVal;
  save(name, await png(text, width, height), "image/png");
}
