/** The text to measure on: real news where it is beside the project, else news-like text from templates. */
import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

const REAL = new URL("../../shared/corpora/reuters-10mb.txt.gz", import.meta.url);

const NAMES = ["Amara Osei", "Goran Milic", "Vesna Horvat", "Daniel Okoro", "Marek Svoboda", "Ruth Adeyemi", "Pavel Dorn", "Ilse Hartog"];
const PLACES = ["Kesh", "Tresk", "Port Elian", "Halden", "Brennick", "Varrona"];
const BODIES = ["Sarn Basin Commission", "Northern Development Bank", "Coastal Dockers Union", "Farmers' Party"];
const ACTS = ["said the talks had gone well", "met reporters after the vote", "rejected a plan to raise the price of timber", "promised 40 million crowns for roads", "will travel to the summit in June"];

/** @param {number} size Characters. @returns {{ text: string, what: string }} */
export function newsText(size) {
  if (existsSync(REAL)) return { text: gunzipSync(readFileSync(REAL)).toString("utf8").slice(0, size), what: "news of 1987 (Reuters-21578)" };
  let seed = 1;
  const pick = (list) => list[(seed = (seed * 1103515245 + 12345) % 2147483648) % list.length];
  let text = "";
  while (text.length < size) {
    text += `${pick(BODIES)} Meets In ${pick(PLACES)}\n\n`;
    for (let i = 0; i < 6; i++) text += `${pick(NAMES)} of the ${pick(BODIES)} ${pick(ACTS)}, and ${pick(NAMES)} ${pick(ACTS)} in ${pick(PLACES)}.\n\n`;
    text += "\n";
  }
  return { text: text.slice(0, size), what: "generated news-like text" };
}
