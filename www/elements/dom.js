/** HTML elements by name; text is always text. */

/**
 * @param {string} name
 * @param {Record<string, any>} properties `on...` are listeners, `data`/`aria` groups of attributes, the rest attributes (`false`, `null`: left out; `true`: empty).
 * @param {...(Node | string | null | undefined | false)} children
 */
export function h(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(key, String(value));
  }
  element.append(...children.filter((c) => c !== null && c !== undefined && c !== false));
  return element;
}

/** Offers a file to save. @param {string} name @param {string | Blob} content @param {string} type */
export function save(name, content, type) {
  const blob = content instanceof Blob ? content : new Blob([content], { type });
  const link = h("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** What a click or key on a chart, table or text means. @param {Event} event @returns {string[] | null} */
export function chosen(event) {
  if (event instanceof KeyboardEvent && event.key !== "Enter" && event.key !== " ") return null;
  const target = /** @type {Element} */ (event.target).closest("[data-term], [data-pair]");
  if (!target) return null;
  event.preventDefault();
  const pair = target.getAttribute("data-pair");
  return pair ? pair.split("\n") : [/** @type {string} */ (target.getAttribute("data-term"))];
}
