/** `npm run build`: the engine, what Node loads, the package's types, and the page in `dist/`. */
import { buildEngine, buildNode, buildPage, buildTypes, needs } from "./steps.mjs";
import { printSizes } from "./sizes.mjs";

needs();
buildEngine();
buildNode();
buildTypes();
buildPage();
printSizes();
