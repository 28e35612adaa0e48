/**
 * What a person corrects of the texts: by the id of a paste, what `corpus.add` takes. Plain data, never changed in place.
 * @typedef {import("comention").Corrections} Corrections
 * @typedef {Record<string, Corrections>} All
 * @typedef {"headline" | "date" | "time" | "source" | "byline" | "place"} FieldName
 */

/** @param {All | null} all @param {string} id @param {Corrections} own @returns {All | null} */
function withPaste(all, id, own) {
  const { [id]: _, ...rest } = all ?? {};
  const kept = Object.fromEntries(Object.entries(own).filter(([, value]) => value === true || (Array.isArray(value) && value.length > 0)));
  const next = Object.keys(kept).length > 0 ? { ...rest, [id]: kept } : rest;
  return Object.keys(next).length > 0 ? next : null;
}

/** An article begins at a place: where a person joined it, that is taken back. @param {All | null} all @param {string} id @param {number} at */
export function begun(all, id, at) {
  const { cuts = [], joins = [], ...rest } = all?.[id] ?? {};
  return joins.includes(at)
    ? withPaste(all, id, { ...rest, cuts, joins: joins.filter((j) => j !== at) })
    : withPaste(all, id, { ...rest, joins, cuts: [...cuts.filter((c) => c !== at), at].sort((a, b) => a - b) });
}

/** The article that begins at a place goes on from the one before. @param {All | null} all @param {string} id @param {number} at */
export function joined(all, id, at) {
  const { cuts = [], joins = [], ...rest } = all?.[id] ?? {};
  return cuts.includes(at)
    ? withPaste(all, id, { ...rest, joins, cuts: cuts.filter((c) => c !== at) })
    : withPaste(all, id, { ...rest, cuts, joins: [...joins.filter((j) => j !== at), at].sort((a, b) => a - b) });
}

/** A field of the article at a place; `undefined` takes a correction back. @param {All | null} all @param {string} id @param {number} at @param {FieldName} field @param {string | null | undefined} value */
export function corrected(all, id, at, field, value) {
  const { fields = [], ...rest } = all?.[id] ?? {};
  const others = fields.filter((f) => f.at !== at || f.field !== field);
  return withPaste(all, id, { ...rest, fields: value === undefined ? others : [...others, { at, field, value }] });
}

/** Without those of one text. @param {All | null} all @param {string} id */
export const uncorrected = (all, id) => withPaste(all, id, {});

/** Under other ids; those without one are let go. @param {unknown} all @param {Record<string, string>} ids From the old to the new. @returns {All | null} */
export function renamed(all, ids) {
  const own = Object.entries(typeof all === "object" && all !== null ? all : {}).filter(([id]) => Object.hasOwn(ids, id));
  return own.length > 0 ? Object.fromEntries(own.map(([id, corrections]) => [ids[id], corrections])) : null;
}

/** How many a person made: what came with a file is none. @param {All | null} all */
export const howMany = (all) => Object.values(all ?? {}).reduce((n, { only, cuts = [], joins = [], fields = [] }) => n + (only ? 0 : cuts.length) + joins.length + fields.filter((f) => !f.given).length, 0);

/** Without what a person made. @param {All | null} all @returns {All | null} */
export function asGiven(all) {
  const own = Object.entries(all ?? {}).filter(([, { only }]) => only).map(([id, { cuts, fields = [] }]) => [id, { only: true, cuts, fields: fields.filter((f) => f.given) }]);
  return own.length > 0 ? Object.fromEntries(own) : null;
}

/**
 * The corrections of a text that was changed: those before and after the change stay with what they are about,
 * those inside it are let go.
 * @param {All | null} all
 * @param {{ id: string, text: string }} before
 * @param {{ id: string, text: string }} after
 */
export function moved(all, before, after) {
  const own = all?.[before.id];
  if (!own) return all;
  const [a, b] = [before.text, after.text];
  const most = Math.min(a.length, b.length);
  let head = 0;
  while (head < most && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < most - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  /** @param {number} at */
  const place = (at) => (at < head ? at : at >= a.length - tail ? at + b.length - a.length : null);
  /** @param {number[]} [list] */
  const places = (list = []) => list.map(place).filter((at) => at !== null);
  const fields = (own.fields ?? []).flatMap((f) => {
    const at = place(f.at);
    return at === null ? [] : [{ ...f, at }];
  });
  return withPaste(uncorrected(all, before.id), after.id, { only: own.only, cuts: places(own.cuts), joins: places(own.joins), fields });
}
