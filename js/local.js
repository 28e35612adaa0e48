/** The client in this thread. */
import { comentionOver } from "./client.js";
import { numbers, operations, start, version } from "./engine.js";
import { localTransport } from "./protocol.js";

/** @param {WebAssembly.Module} module */
export async function local(module) {
  return comentionOver(localTransport(operations(await start(module))), numbers, version());
}
