/**
 * The texts of the page in the language that is spoken, as `t`. A catalogue is plain texts: `{0}` stands for the first
 * thing to be put in, `{0%}` for it as a share, `{0|# article|# articles}` for it with the form that its number takes,
 * in the order of the language's plural categories (zero, one, two, few, many, other: those it has). A text with
 * something to be put in is a function in `t`.
 */
import first from "./en.js";

/** English as far as it is there. @type {Record<string, any>} */
let english = first;

/**
 * The languages, by code: each one's name in itself, and where its catalogue comes from. A language is added here, and
 * nowhere else; it is fetched when it is spoken.
 * @type {Record<string, { name: string, catalogue: () => Promise<{ default: any }> }>}
 */
export const LANGUAGES = {
  en: { name: "English", catalogue: async () => ({ default: english }) },
  de: { name: "Deutsch", catalogue: () => import("./de.js") },
  fr: { name: "Français", catalogue: () => import("./fr.js") },
  es: { name: "Español", catalogue: () => import("./es.js") },
  ru: { name: "Русский", catalogue: () => import("./ru.js") },
  zh: { name: "中文", catalogue: () => import("./zh.js") },
  ar: { name: "العربية", catalogue: () => import("./ar.js") },
};

const ORDER = ["zero", "one", "two", "few", "many", "other"];
const CHOSEN = "comention language";

/** What is spoken, and what follows from it. */
let spoken = "en";
let numbers = new Intl.NumberFormat("en");
let shares = new Intl.NumberFormat("en", { style: "percent" });
/** By how many digits: to make one takes longer than to write a number. @type {Intl.NumberFormat[]} */
let decimals = [];
let plurals = new Intl.PluralRules("en");
let categories = ["one", "other"];

/** A whole number, or a number as it is. @param {number} n */
export const whole = (n) => numbers.format(n);

/** A number of so many digits after the point. @param {number} n @param {number} digits */
export const fixed = (n, digits) => (decimals[digits] ??= new Intl.NumberFormat(spoken, { minimumFractionDigits: digits, maximumFractionDigits: digits })).format(n);

/** So many seconds, as a person would say it. @param {number} seconds */
export const duration = (seconds) => {
  const minutes = seconds >= 90;
  return Math.max(1, Math.round(minutes ? seconds / 60 : seconds)).toLocaleString(spoken, { style: "unit", unit: minutes ? "minute" : "second", unitDisplay: "long" });
};

/** The language that is spoken. */
export const language = () => spoken;

/** What comes from a text keeps its own direction within a sentence. @param {unknown} value */
const own = (value) => (typeof value === "number" ? whole(value) : spoken === "ar" ? `\u2068${value}\u2069` : String(value));

/** @param {string} template @param {any[]} values */
function filled(template, values) {
  return template.replace(/\{(\d)(?:(%)|\|([^}]*))?\}/g, (_, i, share, forms) => {
    const value = values[Number(i)];
    if (share) return shares.format(value);
    if (forms === undefined) return own(value);
    const all = forms.split("|");
    const at = Math.min(categories.indexOf(plurals.select(value)), all.length - 1);
    return all[Math.max(0, at)].replaceAll("#", whole(value));
  });
}

/** @param {any} value @returns {any} */
function made(value) {
  if (typeof value === "string") return /\{\d/.test(value) ? (/** @type {any[]} */ ...values) => filled(value, values) : value;
  if (Array.isArray(value)) return value.map(made);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, made(inner)]));
}

/** @type {any} */
const t = {};
export default t;

/** Texts of English that were not there before. @param {Record<string, any>} texts */
export function more(texts) {
  english = { ...english };
  for (const [key, own] of Object.entries(texts)) english[key] = { ...english[key], ...own };
  if (spoken === "en") Object.assign(t, made(english));
}

/** Speaks a language from now on; what is on the page is to be written anew. @param {string} wanted */
export async function speak(wanted) {
  const known = Object.hasOwn(LANGUAGES, wanted) ? wanted : "en";
  const catalogue = (await LANGUAGES[known].catalogue()).default;
  spoken = known;
  numbers = new Intl.NumberFormat(spoken);
  shares = new Intl.NumberFormat(spoken, { style: "percent" });
  decimals = [];
  plurals = new Intl.PluralRules(spoken);
  const has = plurals.resolvedOptions().pluralCategories;
  categories = ORDER.filter((c) => has.includes(/** @type {any} */ (c)));
  Object.assign(t, made(catalogue));
  if (typeof document === "undefined") return;
  document.documentElement.lang = spoken;
  document.documentElement.dir = spoken === "ar" ? "rtl" : "ltr";
  document.title = t.page.title;
  for (const e of document.querySelectorAll("[data-t]")) e.textContent = t.page[e.getAttribute("data-t") ?? ""];
  for (const e of document.querySelectorAll("[data-label]")) e.setAttribute("aria-label", t.page[e.getAttribute("data-label") ?? ""]);
}

/** Speaks a language, and remembers it. @param {string} wanted */
export async function choose(wanted) {
  try {
    localStorage.setItem(CHOSEN, wanted);
  } catch {
    // Where nothing can be kept, it is chosen again next time.
  }
  await speak(wanted);
}

/** The language that was chosen, else the first of the browser's that there is. */
function preferred() {
  let chosen = null;
  try {
    chosen = localStorage.getItem(CHOSEN);
  } catch {
    // As above.
  }
  const wanted = [chosen, ...(globalThis.navigator?.languages ?? [])].map((l) => String(l ?? "").toLowerCase().split("-")[0]);
  return wanted.find((l) => Object.hasOwn(LANGUAGES, l)) ?? "en";
}

// Before anything is written. Where a language cannot be had, English can.
await speak(typeof document === "undefined" ? "en" : preferred()).catch(() => speak("en"));
