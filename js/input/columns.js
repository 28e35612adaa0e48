/** Which column of a table is what: by its name, else by what stands in it. */
import { ComentionError } from "../errors.js";

/** @typedef {"text" | "title" | "date" | "source" | "byline" | "url"} Role */

/** Names of columns in exports and in the languages of the interface, without blanks, signs and case. @type {Record<Role, string[]>} */
const NAMES = {
  text: ["text", "body", "content", "fulltext", "maintext", "articletext", "articlebody", "article", "story", "inhalt", "volltext", "texto", "cuerpo", "contenido", "conteudo", "texte", "contenu", "testo", "текст", "содержание", "正文", "内容", "全文", "本文", "نص", "النص", "المحتوى", "description", "summary", "abstract", "snippet"],
  title: ["title", "headline", "heading", "titel", "uberschrift", "titre", "titulo", "titular", "titolo", "заголовок", "название", "标题", "題名", "见出し", "العنوان", "عنوان", "subject", "name"],
  date: ["date", "publicationdate", "publisheddate", "publishdate", "pubdate", "datepublished", "published", "publishedat", "publishedon", "datetime", "timestamp", "createdat", "created", "time", "day", "datum", "erscheinungsdatum", "fecha", "data", "дата", "日期", "发布时间", "时间", "التاريخ", "تاريخ"],
  source: ["source", "sourcename", "publication", "publicationtitle", "publisher", "outlet", "newspaper", "media", "medium", "site", "sitename", "domain", "quelle", "zeitung", "fuente", "medio", "journal", "fonte", "jornal", "источник", "издание", "来源", "媒体", "المصدر"],
  byline: ["byline", "author", "authors", "by", "creator", "writer", "autor", "autoren", "auteur", "auteurs", "autores", "autore", "автор", "作者", "记者", "الكاتب"],
  url: ["url", "link", "permalink", "address", "uri", "href", "weburl", "articleurl", "enlace", "lien", "ссылка", "链接", "网址", "الرابط"],
};

/** The shortest mean length, in characters, of what is taken for texts without a name that says so. */
const LONG = 150;

/** @param {string} name */
const bare = (name) => name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** @param {string[][]} rows @param {number} column */
const meanLength = (rows, column) => rows.reduce((n, row) => n + (row[column] ?? "").length, 0) / Math.max(1, rows.length);

/**
 * @param {string} file
 * @param {string[]} columns Their names.
 * @param {string[][]} rows
 * @param {Partial<Record<Role, string>>} [chosen] What the caller says: names of columns by role.
 * @returns {Partial<Record<Role, number>> & { text: number }} Numbers of columns by role.
 */
export function rolesOf(file, columns, rows, chosen = {}) {
  /** @type {Partial<Record<Role, number>>} */
  const roles = {};
  for (const [role, name] of /** @type {Array<[Role, string]>} */ (Object.entries(chosen))) {
    if (!(role in NAMES)) throw new ComentionError("invalid-option", `option \`columns.${role}\`: got ${name}, expected one of ${Object.keys(NAMES).join(", ")}`, { option: `columns.${role}`, value: String(name), accepted: Object.keys(NAMES).join(", ") });
    const at = columns.indexOf(name);
    if (at < 0) throw new ComentionError("invalid-option", `option \`columns.${role}\`: got ${name}, expected one of ${columns.join(", ")}`, { option: `columns.${role}`, value: String(name), accepted: columns.join(", ") });
    roles[role] = at;
  }
  const names = columns.map(bare);
  const taken = () => new Set(Object.values(roles));
  for (const role of /** @type {Role[]} */ (Object.keys(NAMES))) {
    // What the caller chose is all there is, once there is something.
    if (role in roles || Object.keys(chosen).length > 0) continue;
    const found = NAMES[role].map((name) => names.indexOf(name)).find((at) => at >= 0 && !taken().has(at));
    if (found !== undefined) roles[role] = found;
  }
  if (roles.text === undefined) {
    const used = taken();
    const lengths = columns.map((_, i) => (used.has(i) ? 0 : meanLength(rows, i)));
    const most = Math.max(0, ...lengths);
    if (most < LONG || lengths.filter((n) => n * 3 > most).length > 1) {
      throw new ComentionError("unclear-columns", `${file}: which column holds the texts is not clear; there are ${columns.join(", ")}`, { columns, rows: rows.slice(0, 3) });
    }
    roles.text = lengths.indexOf(most);
  }
  return /** @type {any} */ (roles);
}

/**
 * The records of a table.
 * @param {string} file
 * @param {string[]} columns
 * @param {string[][]} rows
 * @param {Partial<Record<Role, string>>} [chosen]
 * @returns {import("./articles.js").ArticleRecord[]}
 */
export function recordsOf(file, columns, rows, chosen) {
  const roles = rolesOf(file, columns, rows, chosen);
  return rows.map((row) => {
    const record = { text: row[roles.text] ?? "" };
    for (const [role, at] of Object.entries(roles)) if (role !== "text") /** @type {any} */ (record)[role] = row[at] ?? null;
    return record;
  });
}
