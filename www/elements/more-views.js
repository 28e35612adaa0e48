/** The views behind the other tabs. */
import "./compare-view.js";
import "./communities-view.js";
import "./copies-view.js";
import "./cuts-view.js";
import "./kwic-view.js";
import "./methods-view.js";
import "./names-view.js";
import "./when-view.js";
import "./where-view.js";
