/** `dist/measures.html`: the page of documentation on the measures, for whoever reads of one in the page. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { marked } from "marked";
import { root } from "./steps.mjs";

const body = marked.parse(readFileSync(join(root, "docs/measures.md"), "utf8"));
const index = readFileSync(join(root, "dist/index.html"), "utf8");
const style = /<link rel="stylesheet"[^>]*>/.exec(index)?.[0] ?? "";
const title = /<h1>(.*?)<\/h1>/.exec(body)?.[1] ?? "comention";

writeFileSync(join(root, "dist/measures.html"), `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'self'; script-src 'none'; base-uri 'none'; form-action 'none'">
<meta name="color-scheme" content="light dark"><title>${title}</title>${style}<link rel="stylesheet" href="./measures.css"></head>
<body class="document"><main><p><a href="./">comention</a></p>${body}</main></body></html>
`);
