/** The package `comention` with what it would fetch out of the file itself. */
import { createComention as create } from "comention";
import { part, textPart } from "./parts.js";

export { ComentionError, mend, read } from "comention";

export async function createComention() {
  const [engine, more] = await Promise.all([part("engine").arrayBuffer(), part("more").arrayBuffer()]);
  const code = JSON.parse(textPart("worker"));
  const packs = textPart("packs");
  const wasm = await WebAssembly.compile(engine);
  const address = URL.createObjectURL(new Blob([`self.comentionPacks = ${packs};\n${code}`], { type: "text/javascript" }));
  try {
    return await create({ wasm, more, worker: () => new Worker(address) });
  } catch {
    // A browser that starts no worker from a file on disk: slower to the hand, but the same answers.
    /** @type {any} */ (globalThis).comentionPacks = JSON.parse(packs);
    return create({ wasm, more, worker: false });
  }
}
