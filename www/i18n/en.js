/** Every text of the page, so that other languages can stand beside this one. */
const plural = (n, one, many) => `${n.toLocaleString("en")} ${n === 1 ? one : many}`;

export default {
  kinds: { person: "Person", organization: "Organisation", place: "Place", other: "Other name", keyword: "Keyword" },
  windows: { sentence: "Sentence", paragraph: "Paragraph", article: "Article", words: "Words apart" },
  measures: { logLikelihood: "Log-likelihood", npmi: "NPMI", pmi: "PMI", dice: "Dice", jaccard: "Jaccard", count: "Count" },
  paste: {
    label: "Paste articles here",
    placeholder: "Paste one article or many: agency copy, web pages, database exports. Separate them or not.",
    privacy: "Everything is computed in this browser. The text is not sent or stored anywhere.",
    one: "Try one article",
    five: "Try five articles",
    open: "Open files",
    clear: "Clear",
    cancel: "Cancel",
    large: (n) => `${(n / 1e6).toFixed(1)} MB of text is loaded. It is not shown here, so that the page stays quick.`,
    binary: (name) => `${name} is not a text file. Open .txt, .md or .html files.`,
    drop: "Drop files to read them",
  },
  status: {
    empty: "Nothing to show yet. Paste an article, or try a sample.",
    blank: "There are no words in this text.",
    working: (stage, share) => `${stage === "naming" ? "Finding names" : "Reading"}… ${Math.round(share * 100)} %`,
    cancelled: "Cancelled. The text is still here.",
    done: (t) =>
      `${plural(t.articles, "article", "articles")}, ${plural(t.sentences, "sentence", "sentences")}, ${plural(t.words, "word", "words")}`,
    failed: (message) => `This did not work: ${message} The text is still here.`,
  },
  settings: {
    legend: "What counts",
    window: "Together in one",
    span: "at most",
    measure: "Rank by",
    minCount: "At least",
    minCountUnit: "times together",
    limit: "Show",
    limitUnit: "rows",
    kinds: "Kinds",
    demonyms: "“Chinese” counts for China",
    metadata: "Count datelines, bylines and captions",
  },
  articles: {
    title: "Articles",
    columns: { headline: "Headline", date: "Date", time: "Time", source: "Source", byline: "Byline", dateline: "Dateline", language: "Language", sentences: "Sentences", words: "Words", cut: "Begins at" },
    none: "no headline",
    copy: (id) => `repeats article ${id + 1}, counted once`,
  },
  keywords: { title: "Keywords", columns: { term: "Term", kind: "Kind", count: "Mentions", articles: "Articles", dp: "Dispersion (DP)", forms: "Forms" } },
  pairs: {
    title: "Mentioned together",
    columns: { a: "First", b: "Second", count: "Together", expected: "Expected", npmi: "NPMI", logLikelihood: "G²", pValue: "p", qValue: "q", articles: "Articles" },
    matrix: "Matrix",
    none: "No two names are together often enough. Lower “at least”, or choose a wider window.",
    relaxed: "No pair is in two articles, so pairs from a single article are shown.",
    few: (n) =>
      n === 1
        ? "One article can almost never make a pair significant: read the sentences. p and q describe this text and are greyed."
        : `With ${n} articles p and q describe these texts and are no test: sentences of one article are not independent.`,
  },
  network: { title: "Network", hint: "Thickness: strength. Colour: kind. Outline: community.", columns: { term: "Term", kind: "Kind", degree: "Links", weightedDegree: "Strength", pageRank: "PageRank", community: "Community" } },
  reader: { title: "Text", article: "Article", previous: "Previous", next: "Next", cut: "The rest of this article is not shown." },
  evidence: {
    title: "Evidence",
    none: "Choose a bar, a cell, a link or a name to read the sentences behind it.",
    contexts: (n, unit) => `${plural(n, unit, `${unit}s`)}`,
    more: "Show more",
    table: "The table",
    formulas: "The arithmetic",
    both: "with both",
    in: (window) => `in one ${window}`,
    sentence: (a, b, p, unit, expected) =>
      `${a} and ${b} are together in ${plural(p.count, unit, `${unit}s`)}; if they had nothing to do with each other it would be about ${expected}.`,
    with: (term) => `with ${term}`,
    without: (term) => `without ${term}`,
    all: "all",
    clear: "Clear selection",
    source: "Source",
  },
  view: { chart: "Chart", table: "Table", save: "Save", saveAs: (format) => `Save as ${format}` },
  update: { ready: "A new version is ready.", reload: "Reload", later: "Later" },
  theme: { dark: "Dark", light: "Light" },
};
