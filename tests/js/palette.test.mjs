/** The colours of the kinds are told apart by everyone, and are read on whatever they stand on. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const style = readFileSync(new URL("../../www/style.css", import.meta.url), "utf8");
const KINDS = ["person", "organization", "place", "other", "keyword"];

/** How those see who lack one kind of cone, on linear light (Machado, Oliveira & Fernandes 2009). */
const SIGHTS = {
  all: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
};

const light = (hex) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
const seen = (sight, rgb) => SIGHTS[sight].map((row) => Math.min(1, Math.max(0, row.reduce((sum, k, i) => sum + k * rgb[i], 0))));

/** CIELAB, D65. */
function lab([r, g, b]) {
  const f = (t) => (t > 216 / 24389 ? Math.cbrt(t) : (24389 / 27 * t + 16) / 116);
  const [x, y, z] = [(0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047, 0.2126 * r + 0.7152 * g + 0.0722 * b, (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883].map(f);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** As WCAG has it, 1 to 21. */
function contrast(a, b) {
  const [high, low] = [a, b].map(([r, g, b]) => 0.2126 * r + 0.7152 * g + 0.0722 * b).sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

for (const [theme, block] of [["light", /:root \{([^}]*)\}/], ["dark", /:root\[data-theme="dark"\] \{([^}]*)\}/]]) {
  const colors = Object.fromEntries([...block.exec(style)[1].matchAll(/--([a-z]+): (#[0-9a-f]{6})/g)].map(([, name, hex]) => [name, light(hex)]));
  for (const sight of Object.keys(SIGHTS)) {
    test(`${theme}, ${sight}: no two kinds are nearer than 15 in CIELAB`, () => {
      for (const a of KINDS) {
        for (const b of KINDS.slice(0, KINDS.indexOf(a))) {
          const [p, q] = [a, b].map((kind) => lab(seen(sight, colors[kind])));
          const far = Math.hypot(...p.map((v, i) => v - q[i]));
          assert.ok(far >= 15, `${a}, ${b}: ${far.toFixed(1)}`);
        }
      }
    });
  }
  test(`${theme}: every kind stands out from what it stands on`, () => {
    for (const kind of KINDS) for (const ground of ["paper", "card"]) assert.ok(contrast(colors[kind], colors[ground]) >= 4.5, `${kind} on ${ground}: ${contrast(colors[kind], colors[ground]).toFixed(2)}`);
  });
}
