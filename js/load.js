/** Where the engine comes from: bytes, a module, an address, or by default the file beside the package. */
import { ComentionError } from "./errors.js";

/** @param {URL} address */
export async function fetched(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  const wasm = response.headers.get("content-type")?.startsWith("application/wasm");
  return wasm ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

/** @type {Map<string, Promise<WebAssembly.Module>>} */
const modules = new Map();

/**
 * What loads the further parts of the engine when they are wanted, each once; a failure is not kept.
 * @param {Pick<import("./types.js").CreateOptions, "more" | "closer">} sources By default the files beside the package.
 * @param {(address: URL) => Promise<WebAssembly.Module>} [open]
 * @returns {import("./engine.js").Later}
 */
export function later({ more, closer } = {}, open) {
  const sources = {
    more: more ?? new URL("../pkg/comention_more.wasm", import.meta.url),
    closer: closer ?? new URL("../pkg/comention_closer.wasm", import.meta.url),
  };
  /** @type {{ more?: Promise<WebAssembly.Module>, closer?: Promise<WebAssembly.Module> }} */
  const loading = {};
  return (part) =>
    (loading[part] ??= load(sources[part], open).catch((error) => {
      delete loading[part];
      throw error;
    }));
}

/**
 * @param {import("./types.js").CreateOptions["wasm"]} source
 * @param {(address: URL) => Promise<WebAssembly.Module>} [open] How an address is read; by default fetched.
 * @returns {Promise<WebAssembly.Module>} The same one for the same address; a failure is not kept.
 */
export async function load(source, open = fetched) {
  try {
    if (source instanceof WebAssembly.Module) return source;
    if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) return await WebAssembly.compile(/** @type {BufferSource} */ (source));
    const address = new URL(source ?? new URL("../pkg/comention_bg.wasm", import.meta.url), globalThis.location?.href);
    const known = modules.get(address.href);
    if (known) return await known;
    const loading = open(address);
    modules.set(address.href, loading);
    loading.catch(() => modules.delete(address.href));
    return await loading;
  } catch (cause) {
    throw new ComentionError("engine-unavailable", `the engine could not be loaded: ${/** @type {Error} */ (cause).message}`, { cause });
  }
}
