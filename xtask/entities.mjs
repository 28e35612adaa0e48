/** For the bundler: `postal-mime` has its list of the names of characters in HTML from `htmlparser2`, as `www/input/entities.js`. */
import { join } from "node:path";
import { root } from "./steps.mjs";

export const oneListOfEntities = {
  name: "one-list-of-entities",
  enforce: "pre",
  resolveId: (source, importer) => (source === "./html-entities.js" && importer?.includes("/postal-mime/") ? join(root, "www/input/entities.js") : null),
};
