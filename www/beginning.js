/** The beginning of texts, cut between paragraphs; each keeps its number. @param {string[]} texts @param {number} most */
export function beginning(texts, most) {
  const out = [];
  for (const text of texts) {
    if (most <= 0) break;
    const end = text.length <= most ? text.length : Math.max(0, text.lastIndexOf("\n\n", most)) || most;
    out.push(text.slice(0, end));
    most -= text.length;
  }
  return out;
}
