/**
 * Text with parts of it marked; a part that is inside another is marked within its mark.
 * @template {{ start: number, end: number }} P
 * @param {string} text
 * @param {P[]} parts By start, longer ones first.
 * @param {(part: P, children: Array<string | Node>, inside: boolean) => Node} mark
 * @returns {Array<string | Node>}
 */
export function marked(text, parts, mark, from = 0, to = text.length, inside = false) {
  const out = [];
  let at = from;
  for (let i = 0; i < parts.length; ) {
    const part = parts[i++];
    if (part.start < at || part.end > to) continue;
    const first = i;
    while (i < parts.length && parts[i].start < part.end) i++;
    out.push(text.slice(at, part.start), mark(part, marked(text, parts.slice(first, i), mark, part.start, part.end, true), inside));
    at = part.end;
  }
  out.push(text.slice(at, to));
  return out;
}
