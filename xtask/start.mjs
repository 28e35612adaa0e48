/** `npm start`: builds what is missing, serves the page on this machine, and prints the address. */
import { join } from "node:path";
import { buildEngine, buildNode, buildPage, needs, root } from "./steps.mjs";
import { serve } from "./serve.mjs";

needs();
buildEngine();
buildNode();
buildPage();
const { address } = await serve(join(root, "dist"), { port: Number(process.env.PORT) || 8080 });
console.log(`\ncomention is at ${address}  (Ctrl+C ends it)`);
