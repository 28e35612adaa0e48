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
 * What loads the second part of the engine when it is wanted, once; a failure is not kept.
 * @param {import("./types.js").CreateOptions["more"]} source By default the file beside the package.
 * @param {(address: URL) => Promise<WebAssembly.Module>} [open]
 * @returns {import("./engine.js").Later}
 */
export function later(source, open) {
  /** @type {Promise<WebAssembly.Module> | undefined} */
  let loading;
  return () => {
    loading ??= load(source ?? new URL("../pkg/comention_more.wasm", import.meta.url), open).catch((error) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
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
