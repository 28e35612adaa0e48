/** `npm run bench`: builds what is missing, then compares. */
import { buildEngine, buildPage, buildSegmentBench, buildTypes, needs, run } from "./steps.mjs";

needs();
buildEngine();
buildTypes();
buildPage();
buildSegmentBench();
run("comparing on the same text", "node", ["--expose-gc", "benches/compare.mjs"]);
run("questions about a large corpus", "node", ["benches/corpus.mjs"]);
run("segmentation alone", "node", ["benches/segment.mjs"]);
run("what a corpus weighs", "node", ["benches/weight.mjs"]);
