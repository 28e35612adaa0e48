/**
 * Whole analyses of the same text in one run, rounds interleaved; printed are the medians of those after the first
 * eight, and the first. wink-nlp and compromise do other things besides (parts of speech, sentiment) and find no
 * pairs: the ratios say what a user waits for.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

import compromise from "compromise";
import model from "wink-eng-lite-web-model";
import winkNlp from "wink-nlp";

import { createComention } from "comention";
import { newsText } from "./text.mjs";
import { printSizes } from "../xtask/sizes.mjs";

const { text, what } = newsText(1_000_000);
const article = readFileSync(new URL("../www/public/samples/one.txt", import.meta.url), "utf8");
const small = text.slice(0, 60_000);
const bytes = (t) => Buffer.byteLength(t);

const comention = await createComention();
const wink = winkNlp(model);
const items = (t) => t.split(/\n{3,}/);

const runs = {
  comention: [text, async (t) => (await comention.analyze(t)).pairs.length],
  "wink-nlp, an item a call": [text, (t) => items(t).reduce((n, item) => {
    const doc = wink.readDoc(item);
    return n + doc.entities().out().length + doc.sentences().out().length + doc.tokens().out(wink.its.value, wink.as.freqTable).length;
  }, 0)],
  "compromise (60 kB of it)": [small, (t) => items(t).reduce((n, item) => {
    const doc = compromise(item);
    return n + doc.topics().out("array").length + doc.nouns().out("array").length;
  }, 0)],
  "plain JS word count": [text, (t) => {
    const counts = new Map();
    let start = -1;
    for (let i = 0; i <= t.length; i++) {
      const c = i < t.length ? t.charCodeAt(i) | 32 : 32;
      const letter = (c >= 97 && c <= 122) || (c >= 48 && c <= 57) || c >= 192;
      if (letter && start < 0) start = i;
      else if (!letter && start >= 0) {
        const word = t.slice(start, i).toLowerCase();
        counts.set(word, (counts.get(word) ?? 0) + 1);
        start = -1;
      }
    }
    return counts.size;
  }],
};

// What runs is translated anew while it runs, its busiest parts first: after some rounds nothing changes any more.
const WARM_UP = 8;
const ROUNDS = 9;
const times = Object.fromEntries(Object.keys(runs).map((name) => [name, []]));
for (let round = 0; round < WARM_UP + ROUNDS; round++) {
  for (const [name, [input, work]] of Object.entries(runs)) {
    const start = performance.now();
    await work(input);
    times[name].push(performance.now() - start);
  }
}
const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
const speed = (name) => bytes(runs[name][0]) / 1000 / median(times[name].slice(WARM_UP));
const first = (name) => bytes(runs[name][0]) / 1000 / times[name][0];

console.log(`\nWhole analysis of ${(bytes(text) / 1e6).toFixed(1)} MB, ${what}; one thread of Node ${process.versions.node}`);
for (const name of Object.keys(runs)) {
  const ratio = name === "comention" ? "" : `   comention is ${(speed("comention") / speed(name)).toFixed(2)} times as fast`;
  console.log(`  ${name.padEnd(26)} ${speed(name).toFixed(2).padStart(8)} MB/s, ${first(name).toFixed(2).padStart(5)} the first time${ratio}`);
}

const warm = [];
for (let i = 0; i < 60; i++) {
  const start = performance.now();
  await comention.analyze(article);
  warm.push(performance.now() - start);
}
const script = `const t = performance.now(); const { createComention } = await import(${JSON.stringify(import.meta.resolve("comention"))}); const c = await createComention(); await c.analyze(${JSON.stringify(article)}); console.log(performance.now() - t); process.exit(0);`;
const cold = Array.from({ length: 7 }, () => Number(spawnSync("node", ["--input-type=module", "-e", script], { encoding: "utf8" }).stdout));
console.log(`\nOne article of ${bytes(article)} bytes: ${median(cold).toFixed(1)} ms from import to report in a fresh process, ${median(warm.slice(20)).toFixed(2)} ms warm\n\nSizes`);
printSizes();
process.exit(0);
