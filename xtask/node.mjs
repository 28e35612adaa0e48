/**
 * What Node loads of the package, in `lib/`: `js/node.js` and `js/cli.js` with all they import in one file, since a module
 * takes Node about a millisecond. What is imported later stays apart. Everything else is found at the same addresses
 * as from `js/`.
 */
import { join } from "node:path";
import { build } from "vite";
import { root } from "./steps.mjs";

await build({
  root,
  configFile: false,
  publicDir: false,
  logLevel: "warn",
  build: {
    ssr: true,
    outDir: join(root, "lib"),
    target: "node20",
    minify: true,
    rollupOptions: { input: ["js/node.js", "js/cli.js"], output: { entryFileNames: "[name].js", chunkFileNames: "[name].js" } },
  },
});
