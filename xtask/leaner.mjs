/** For the bundler: what of the package and of its libraries the page does not need twice, or at all. */
import { join } from "node:path";
import { root } from "./steps.mjs";

/** `postal-mime` has its list of the names of characters in HTML from `htmlparser2`, by `www/input/entities.js`. */
export const oneListOfEntities = {
  name: "one-list-of-entities",
  enforce: "pre",
  resolveId: (source, importer) => (source === "./html-entities.js" && importer?.includes("/postal-mime/") ? join(root, "www/input/entities.js") : null),
};

/** A page from a host always has a worker: what does the work without one stays out, and what only that needs. */
export const alwaysAWorker = {
  name: "always-a-worker",
  enforce: "pre",
  resolveId: (source, importer) => (source === "./local.js" && importer?.endsWith("/js/index.js") ? "\0no-local" : null),
  load: (id) => (id === "\0no-local" ? "export const local = undefined;" : null),
};

/** Links have no arrows here, and colours no names: without these `sigma` is a tenth smaller. */
export const lessOfSigma = {
  name: "less-of-sigma",
  enforce: "pre",
  transform: (code, id) => (/\/sigma\/.*\.esm\.js/.test(id)
    ? code.replace(/= (create\w+Program\(\);)/g, "= /* @__PURE__ */ $1").replace(/\barrow: [\w$]+,/, "").replace(/var HTML_COLORS = \{[^}]*\}/, "var HTML_COLORS = {}")
    : null),
};

/** What stands between tags of the page for who reads its source. */
export const noIndents = {
  name: "no-indents",
  transformIndexHtml: { order: "post", handler: (html) => html.replace(/>\s*\n\s*</g, "><") },
};
