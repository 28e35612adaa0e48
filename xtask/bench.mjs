/** `npm run bench`: builds what is missing, then compares. */
import { buildEngine, buildPage, buildTypes, needs, run } from "./steps.mjs";

needs();
buildEngine();
buildTypes();
buildPage();
run("comparing on the same text", "node", ["--expose-gc", "benches/compare.mjs"]);
