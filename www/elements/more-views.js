/** The views that are not seen first. */
import "./articles-view.js";
import "./compare-view.js";
import "./communities-view.js";
import "./copies-view.js";
import "./cuts-view.js";
import "./evidence-panel.js";
import "./keywords-view.js";
import "./kwic-view.js";
import "./methods-view.js";
import "./names-view.js";
import "./network-view.js";
import "./reader-view.js";
import "./triads-view.js";
import "./when-view.js";
import "./where-view.js";
export { warm } from "../warm.js";
