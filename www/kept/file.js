/** Corpora as one file, `NAME.comention.json`: to take along, to give away, to read in another program. */

export const FORMAT = "comention corpora";
export const VERSION = 1;

/**
 * @typedef {object} Filed A corpus in a file.
 * @property {string} name
 * @property {string} made ISO 8601.
 * @property {string} changed ISO 8601.
 * @property {Record<string, any>} settings
 * @property {any} rules
 * @property {string[][]} [apart]
 * @property {any} corrections
 * @property {Array<{ name: string | null, text: string }>} pastes
 */

/**
 * In pieces, so that no single string has to hold all the texts.
 * @param {Filed[]} corpora
 * @returns {Blob}
 */
export function toFile(corpora) {
  const pieces = [`{"format":${JSON.stringify(FORMAT)},"version":${VERSION},"corpora":[`];
  corpora.forEach(({ name, made, changed, settings, rules, apart, corrections, pastes }, i) => {
    const head = JSON.stringify({ name, made, changed, settings, rules: rules ?? null, apart, corrections: corrections ?? null });
    pieces.push(`${i ? "," : ""}\n${head.slice(0, -1)},"pastes":[`);
    pastes.forEach((paste, j) => pieces.push(`${j ? "," : ""}\n${JSON.stringify({ name: paste.name, text: paste.text })}`));
    pieces.push("]}");
  });
  pieces.push("]}\n");
  return new Blob(pieces, { type: "application/json" });
}

/** @param {unknown} value */
const plain = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** @param {unknown} value */
const shown = (value) => (value === undefined ? "nothing" : (JSON.stringify(value) ?? String(value)).slice(0, 40));

/** @param {string} where @param {unknown} got @param {string} expected @returns {never} */
function wrong(where, got, expected) {
  throw new Error(`${where}: got ${shown(got)}, expected ${expected}`);
}

/**
 * @param {string} text
 * @returns {Filed[]} With every field there.
 * @throws An error that says what is wrong in the file, what it has and what is expected.
 */
export function fromFile(text) {
  let file;
  try {
    file = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (cause) {
    throw new Error(`this is not JSON: ${/** @type {Error} */ (cause).message}`, { cause });
  }
  if (!plain(file) || file.format !== FORMAT) wrong("format", file?.format, JSON.stringify(FORMAT));
  if (!Number.isInteger(file.version) || file.version < 1 || file.version > VERSION) wrong("version", file.version, `at most ${VERSION}`);
  if (!Array.isArray(file.corpora)) wrong("corpora", file.corpora, "a list");
  return file.corpora.map((corpus, i) => {
    const at = `corpus ${i + 1}`;
    if (!plain(corpus)) wrong(at, corpus, "an object");
    if (typeof corpus.name !== "string") wrong(`${at}, name`, corpus.name, "a string");
    if (!Array.isArray(corpus.pastes)) wrong(`${at}, pastes`, corpus.pastes, "a list");
    const pastes = corpus.pastes.map((paste, j) => {
      if (typeof paste?.text !== "string") wrong(`${at}, paste ${j + 1}, text`, paste?.text, "a string");
      return { name: typeof paste.name === "string" ? paste.name : null, text: paste.text };
    });
    const moment = (value) => (typeof value === "string" && !Number.isNaN(Date.parse(value)) ? value : new Date(0).toISOString());
    return {
      name: corpus.name,
      made: moment(corpus.made),
      changed: moment(corpus.changed),
      settings: plain(corpus.settings) ? corpus.settings : {},
      rules: corpus.rules ?? null,
      ...(Array.isArray(corpus.apart) ? { apart: corpus.apart.filter(Array.isArray) } : {}),
      corrections: corpus.corrections ?? null,
      pastes,
    };
  });
}
