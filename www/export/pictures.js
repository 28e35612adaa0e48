/** Charts as pictures: the page's style is written into the drawing, so that it looks the same elsewhere: as for paper, dark on white. */
import { h } from "../elements/dom.js";
import { paced } from "./paced.js";

const STYLED = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "font-family", "font-size", "font-weight", "text-anchor", "opacity", "paint-order"];

/** The height of a line of text under a picture, and how wide a letter is about, in pixels. */
const [LINE, LETTER] = [17, 6.4];

/** A text in lines of so many characters at most, broken at blanks. @param {string} text @param {number} most */
function inLines(text, most) {
  const out = [""];
  for (const word of text.split(" ")) {
    if (out[out.length - 1] && out[out.length - 1].length + word.length >= most) out.push("");
    out[out.length - 1] += (out[out.length - 1] ? " " : "") + word;
  }
  return out;
}

/**
 * @param {SVGElement} chart
 * @param {string} title
 * @param {string[]} [below] A caption and what it was made of: with them the title is written above.
 * @returns {Promise<string>}
 */
export async function svgText(chart, title, below = []) {
  // On the page unseen, for its style there: always that of the light theme.
  const light = h("div", { class: "unseen light", inert: true }, chart.cloneNode(true));
  document.body.append(light);
  try {
    return await written(chart, light, title, below);
  } finally {
    light.remove();
  }
}

/** @param {SVGElement} chart @param {HTMLElement} light Holds the chart as well. @param {string} title @param {string[]} below */
async function written(chart, light, title, below) {
  const copy = /** @type {SVGElement} */ (chart.cloneNode(true));
  const to = [copy, ...copy.querySelectorAll("*")];
  for (const [i, element] of light.querySelectorAll("*").entries()) {
    await paced();
    const style = getComputedStyle(element);
    // A label that had no room has none in the picture.
    if (style.display === "none" && element instanceof SVGTextElement) {
      to[i].remove();
      continue;
    }
    for (const name of STYLED) {
      const value = style.getPropertyValue(name);
      if (value) to[i].setAttribute(name, value);
    }
    for (const name of ["class", "tabindex", "role", "data-term", "data-pair", "aria-pressed"]) to[i].removeAttribute(name);
  }
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  const background = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  background.setAttribute("width", "100%");
  background.setAttribute("height", "100%");
  background.setAttribute("fill", "#fff");
  const name = document.createElementNS("http://www.w3.org/2000/svg", "title");
  name.textContent = title;
  if (below.length) framed(copy, title, below, getComputedStyle(light).getPropertyValue("--ink"));
  copy.prepend(name, background);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}\n`;
}

/** Writes a title above a drawing, and lines below. @param {SVGElement} drawing @param {string} title @param {string[]} below @param {string} ink */
function framed(drawing, title, below, ink) {
  const { width, height } = /** @type {SVGSVGElement} */ (drawing).viewBox.baseVal;
  const inner = document.createElementNS("http://www.w3.org/2000/svg", "g");
  inner.append(...drawing.childNodes);
  inner.setAttribute("transform", `translate(0 ${2 * LINE})`);
  const { direction, fontFamily } = getComputedStyle(document.body);
  const write = (text, y, size, weight) => {
    const line = document.createElementNS("http://www.w3.org/2000/svg", "text");
    for (const [key, value] of Object.entries({ x: direction === "rtl" ? width - 8 : 8, y, fill: ink, direction, "font-family": fontFamily, "font-size": size, "font-weight": weight })) line.setAttribute(key, String(value));
    line.textContent = text;
    drawing.append(line);
  };
  const lines = below.flatMap((text) => inLines(text, Math.max(20, (width - 16) / LETTER)));
  const all = height + 2 * LINE + lines.length * LINE + 12;
  drawing.setAttribute("height", String(all));
  drawing.setAttribute("viewBox", `0 0 ${width} ${all}`);
  write(title, 1.3 * LINE, 16, 600);
  drawing.append(inner);
  lines.forEach((text, i) => write(text, height + (3 + i) * LINE, 12, 400));
}

/** How wide a PNG is at least, in pixels: a page of print, at 300 for an inch. */
const PRINTED = 2400;

/** @param {string} text An SVG. @param {number} width @param {number} height @returns {Promise<Blob>} A PNG of twice the size at least. */
export async function png(text, width, height) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  const times = Math.max(2, PRINTED / width);
  canvas.width = width * times;
  canvas.height = height * times;
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png"));
}
