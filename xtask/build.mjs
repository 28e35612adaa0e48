/** `npm run build`: the engine, the package's types, and the page in `dist/`. */
import { buildEngine, buildPage, buildTypes, needs } from "./steps.mjs";
import { printSizes } from "./sizes.mjs";

needs();
buildEngine();
buildTypes();
buildPage();
printSizes();
