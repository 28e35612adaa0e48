/** `npm run bench`: builds what is missing, then compares. */
import { buildEngine, buildNode, buildPage, buildSegmentBench, buildTypes, needs, run } from "./steps.mjs";

needs();
buildEngine();
buildNode();
buildTypes();
buildPage();
buildSegmentBench();
run("comparing on the same text", "node", ["--expose-gc", "benches/compare.mjs"]);
run("questions about a large corpus", "node", ["benches/corpus.mjs"]);
run("segmentation alone", "node", ["benches/segment.mjs"]);
run("what a corpus weighs", "node", ["benches/weight.mjs"]);
