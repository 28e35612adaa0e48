/**
 * The shapes that the package takes and gives. Plain data: everything crosses `postMessage` as it is.
 *
 * Offsets are UTF-16 indices into the paste they belong to: `text.slice(start, end)`.
 * A measure that is undefined is `null`, never 0, NaN or infinity.
 * @module
 */

/** @typedef {"person" | "organization" | "place" | "other"} EntityKind */
/** @typedef {EntityKind | "keyword"} Kind */
/** @typedef {"sentence" | "paragraph" | "article" | "words"} WindowKind The unit within which two mentions are a pair. */
/**
 * A measure of a pair, by the name of its column. By `count`, pairs are listed however often they are expected together; by the
 * others only those that are together more often.
 * @typedef {"logLikelihood" | "npmi" | "pmi" | "dice" | "jaccard" | "count"} PairMeasure
 */
/** @typedef {"tfidf" | "yake" | "count" | "articles" | "auto"} KeywordMeasure `auto`: TF-IDF with several articles, salience (mentions, place, length of words, compounds, name or not) with one. */

/** @typedef {{ start: number, end: number }} Span */
/**
 * Where a field of an article stands in the paste, and the rule that found it.
 * @typedef {Span & { rule: string }} Found
 */

/**
 * @typedef {object} Progress
 * @property {"segmenting" | "naming" | "counting"} stage
 * @property {number} done Bytes or articles done.
 * @property {number} total
 */

/**
 * @typedef {object} CallOptions
 * @property {AbortSignal} [signal]
 * @property {(progress: Progress) => void} [onProgress]
 */

/**
 * What is counted. Every option has a default; a wrong one gives a `ComentionError` with the code
 * `invalid-option` that names the option, the value and what is accepted.
 * @typedef {object} CountOptions
 * @property {WindowKind} [window] Default `sentence`.
 * @property {number} [span] For the window `words`: how many words apart at most, 1 to 100. Default 10.
 * @property {Kind[]} [kinds] Default all kinds of entity, for pairs; all kinds for keywords.
 * @property {number} [minCount] Fewest windows that hold a pair, or mentions of a keyword. Default 2 (1 with one article).
 * @property {number} [minArticles] Fewest articles. Default 2 (1 with one article).
 * @property {string | null} [from] First date (ISO), inclusive; articles without a date are out when given.
 * @property {string | null} [to] Last date (ISO), inclusive.
 * @property {string[] | null} [sources] Only articles of these sources, case aside.
 * @property {number[] | null} [articles] Only articles with these ids.
 * @property {string | null} [search] Only articles that hold these words one after the other, case aside.
 * @property {boolean} [demonyms] Whether `Chinese` counts for China. Default false.
 * @property {boolean} [metadata] Whether datelines, bylines and captions count. Default false.
 * @property {boolean} [nested] Whether names inside longer names count as well: England in `Bank of England`, China and Russia in
 * `China-Russia Treaty`. Looked at are names of organisations, events and works; found in them are countries, listed places that
 * are no family names, listed organisations, and what the article names elsewhere by the same words. A name is then together with
 * what is inside it. Default false.
 * @property {boolean} [pronouns] Whether `he` and `she` count for a person, where nobody else is spoken of in their sentence before
 * them and in the one before (English, Swedish, Chinese; not inside quotation marks). They are no surfaces and weigh nothing in
 * keywords. Default false.
 * @property {boolean} [duplicates] Whether an article that repeats another counts. Default false.
 * @property {number} [headline] How many windows a headline counts as, 0 to 100. Default 1.
 * @property {number} [limit] Most rows, best first. Default 100.
 */
/** @typedef {CountOptions & { measure?: KeywordMeasure }} KeywordOptions */
/**
 * @typedef {CountOptions & {
 *   measure?: PairMeasure,
 *   apart?: boolean,
 *   with?: Kind[],
 *   term?: string,
 *   intervals?: boolean,
 *   seed?: number,
 *   maxQ?: number,
 *   minScore?: number,
 * }} PairOptions `apart`: pairs seen together less than expected, instead, those that never are among them: of the 600 most
 * frequent terms, all that are expected together at least `minCount` times are tested. `maxQ`: no pairs with a higher q;
 * `minScore`: nor those whose `measure` is below. `with`: the kinds that one of a pair is
 * of, the other of `kinds`. `term`: only pairs with this one, by id or name. `intervals`: with an interval of the
 * measure by bootstrap over articles, and DP.
 */
/**
 * @typedef {PairOptions & {
 *   nodes?: number,
 *   resolution?: number,
 *   backbone?: "none" | "disparity" | "sdsm",
 *   alpha?: number,
 * }} NetworkOptions `nodes`: most nodes, default 60. `backbone`: which links are kept: those of the disparity
 * filter (Serrano et al. 2009), or those beyond what frequency and size of windows bring about (SDSM: Neal 2014),
 * at the level `alpha` (default 0.05; q for SDSM).
 */
/**
 * A group of articles.
 * @typedef {{ from?: string | null, to?: string | null, sources?: string[] | null, articles?: number[] | null, search?: string | null }} Group
 */

/**
 * @typedef {object} Article
 * @property {number} id Stays the same while other articles come and go.
 * @property {number} paste Which paste of the corpus it stands in, from 0.
 * @property {number} start
 * @property {number} end
 * @property {string | null} headline
 * @property {string | null} date ISO, `2021-07-16`.
 * @property {string | null} time `14:19`.
 * @property {string | null} source
 * @property {string | null} byline
 * @property {{ place: string | null, date: string | null } | null} dateline
 * @property {string | null} standfirst What leads into the text between headline and byline.
 * @property {string | null} section The part of the paper, as an export tells it.
 * @property {string | null} url
 * @property {string | null} language ISO 639-1.
 * @property {Span} body
 * @property {{ rule: string, start: number, end: number }} cut Why the article begins where it begins, and the marker.
 * @property {Partial<Record<"headline" | "date" | "reference" | "time" | "source" | "byline" | "dateline" | "standfirst" | "section" | "url", Found>>} found
 * @property {number | null} duplicateOf The id of the article that it repeats.
 * @property {number | null} shared The share of the shorter text that both have, in [0, 1], as estimated by sketches of 64 hashes of five words each; `null` where it repeats none.
 */
/**
 * What a person corrects of a paste; offsets are those of the paste.
 *
 * @typedef {object} Corrections
 * @property {number[]} [cuts] An article begins with the line that holds this place.
 * @property {number[]} [joins] The article that holds this place goes on from the one before it.
 * @property {boolean} [only] No article begins anywhere but at `cuts`: the text was put together from records. Default false.
 * @property {Array<{ at: number, field: "headline" | "date" | "time" | "source" | "byline" | "place" | "url", value: string | null, given?: boolean }>} [fields]
 *   What the head of the article that holds the place says; `null`: it says nothing of the kind. Dates as `2021-07-16`, times as `14:19`.
 *   `given`: it came with the text (a column of a table) and is no person's decision.
 */
/**
 * How a file is read.
 * @typedef {object} ReadOptions
 * @property {string} [name] Its name, where the input has none: its ending tells what it is.
 * @property {string} [type] Its media type, where the input has none.
 * @property {Partial<Record<"text" | "title" | "date" | "source" | "byline" | "url", string>>} [columns] Which column of a table is what, by their names. Default: as they are called.
 * @property {(html: string) => string} [html] Reads HTML in the place of the package's own reader.
 * @property {() => Promise<any>} [pdf] Gives the module `pdfjs-dist`. Default: the one that is installed.
 * @property {AbortSignal} [signal]
 */
/** @typedef {{ name: string, text: string, corrections?: Corrections }} ReadText A text of a file, and what the file says of its articles: to be given to `corpus.add`. */
/** @typedef {{ texts: ReadText[], notices: string[] }} Read */
/**
 * An article with its counts, as a report lists it; headline and metadata are not counted.
 * @typedef {Article & { paragraphs: number, sentences: number, words: number }} ArticleRow
 */
/**
 * An article taken apart, as `segment` gives it. `sentences` and `words` cover the whole article,
 * headline and metadata included; `words` is one typed array of starts and ends.
 * @typedef {Article & { paragraphs: Span[], sentences: Array<Span & { part: "headline" | "body" | "metadata" | "boilerplate" }>, words: Uint32Array }} SegmentedArticle
 */
/** @typedef {{ code: string, message: string, start: number, end: number, paste: number }} Notice Something odd in a paste. */
/** @typedef {{ articles: SegmentedArticle[], notices: Notice[] }} Segmentation */

/**
 * @typedef {object} Entity
 * @property {string} id Stable: follows from kind and name.
 * @property {string} name
 * @property {EntityKind} kind
 * @property {number} count Mentions that count under the options.
 * @property {number} articles Articles with such a mention.
 * @property {Array<{ surface: string, count: number }>} aliases Every surface, commonest first.
 * @property {string[]} titles Offices and forms of address seen with it.
 */
/**
 * What a person decides. With `entity` (an id) it is about that entity, or about its mentions that are written
 * `surface`; without, `surface` is a name to be found in the text. It becomes the entity `into` (an id), or gets the
 * `name` or the `kind` given, or is no entity at all (`hide`). Rules are applied in order.
 *
 * Merge: `{ entity, into }`. Split: `{ entity, surface, name }`. Rename: `{ entity, name }`. Retype: `{ entity, kind }`.
 * Hide: `{ entity, hide: true }`. Add: `{ surface, kind }`.
 * @typedef {{ entity?: string, surface?: string, into?: string, name?: string, kind?: EntityKind, hide?: boolean }} Rule
 */
/** @typedef {{ word: string, language: string | null, origin: "list" | "added" | "removed" }} Stopword `removed`: listed, but no longer in force. */
/**
 * Two entities that may be one; `{ entity: entity.id, into: into.id }` is the rule that joins them.
 * @typedef {object} Suggestion
 * @property {Alike} into The whole name, where the other leaves something out; else the one that is mentioned more.
 * @property {Alike} entity
 * @property {EntityKind} kind
 * @property {"spelling" | "acronym" | "short form" | "initial" | "letter" | "vowels"} reason Both sound the same, in
 *   whatever alphabet (Latin, Cyrillic) and order; one has the initials of the other; one is the family name of the
 *   other, and of nobody else; one has an initial for the other's first name; they differ in one letter; in vowels.
 * @property {number} together Articles that name both, which speaks against it.
 */
/** @typedef {{ id: string, name: string, count: number, articles: number }} Alike */
/** @typedef {"plain" | "demonym" | "metadata" | "nested" | "pronoun"} Role What a mention is counted by: by itself, or by the option of that name. */
/** @typedef {{ start: number, end: number, surface: string, kind: EntityKind, entity: string, article: number, role: Role }} Mention */
/** @typedef {{ entities: Entity[], mentions: Mention[] }} Mentions */

/**
 * @typedef {object} Keyword
 * @property {string} id
 * @property {string} term The commonest surface.
 * @property {Kind} kind
 * @property {number} count Mentions.
 * @property {number} articles
 * @property {number} score By the measure asked for, higher is better.
 * @property {number | null} tfidf
 * @property {number | null} yake Lower is better; `null` unless it is the `measure`.
 * @property {number | null} dp Gries' DP over articles (over paragraphs with one article): 0 even, 1 in one place.
 * @property {number | null} dpNorm The same over its greatest value.
 * @property {number | null} dpSources DP over sources; `null` where the articles have fewer than two. Articles without one count nowhere.
 * @property {number | null} dpNormSources
 * @property {string[]} forms The surfaces that are counted together.
 */

/**
 * @typedef {object} Pair
 * @property {[string, string]} ids
 * @property {[string, string]} terms
 * @property {[Kind, Kind]} kinds
 * @property {number} count Windows with both (n11).
 * @property {number} n1p Windows with the first.
 * @property {number} np1 Windows with the second.
 * @property {number} npp Windows in all.
 * @property {number} articles Articles with such a window.
 * @property {number} expected
 * @property {number | null} pmi
 * @property {number | null} npmi
 * @property {number | null} logLikelihood
 * @property {number | null} pValue From 20 articles on that of the table of articles that mention each and both; 1 where articles say the opposite of the windows.
 * @property {number | null} qValue Benjamini-Hochberg over all pairs tested.
 * @property {number | null} dice
 * @property {number | null} jaccard
 * @property {string | null} firstDate
 * @property {string | null} lastDate
 * @property {number | null} low Where the interval of the measure begins (95 %, 1,000 resamples of articles); `null` unless asked for.
 * @property {number | null} high Where it ends.
 * @property {number | null} dp Gries' DP over articles, with the intervals.
 * @property {number | null} dpNorm The same over its greatest value.
 * @property {number | null} dpSources DP over sources, with the intervals; `null` where the articles have fewer than two.
 * @property {number | null} dpNormSources
 */

/**
 * Three that are mentioned together.
 * @typedef {object} Triad
 * @property {[string, string, string]} ids
 * @property {[string, string, string]} terms
 * @property {[Kind, Kind, Kind]} kinds
 * @property {number} count Windows with all three.
 * @property {number} articles
 * @property {number} expected Windows with all three were they independent.
 * @property {number} logLikelihood 2 (O ln(O/E) - (O - E)).
 */

/**
 * @typedef {object} NetworkNode
 * @property {string} id
 * @property {string} term
 * @property {Kind} kind
 * @property {number} count
 * @property {number} degree
 * @property {number} weightedDegree
 * @property {number} pageRank
 * @property {number} betweenness
 * @property {number} clustering The share of its neighbours that are linked.
 * @property {number} community From 0, the largest first.
 * @property {number} x In [-1, 1].
 * @property {number} y In [-1, 1].
 */
/** @typedef {{ source: string, target: string, weight: number, count: number, betweenness: number, associationStrength: number | null }} NetworkEdge `betweenness`: high where it holds communities
 * together. `associationStrength`: `count` over what is expected from the counts of all links at its ends. */
/** @typedef {{ nodes: NetworkNode[], edges: NetworkEdge[], modularity: number | null }} Network */
/**
 * A community of the network: who belongs to it, and the phrases that stand in windows with a member more often
 * than elsewhere, best first by the log-likelihood of phrase and community over windows; q is over all phrases and
 * communities counted.
 * @typedef {object} Community
 * @property {number} community As at the nodes.
 * @property {Array<{ id: string, term: string, weightedDegree: number }>} members
 * @property {number} windows Windows that name a member.
 * @property {Array<{ id: string, term: string, count: number, expected: number, logLikelihood: number, qValue: number | null }>} keywords At most 20.
 */

/**
 * @typedef {object} ContextsOptions
 * @property {string} [term] A term's id or name.
 * @property {[string, string]} [pair] Two terms' ids or names.
 * @property {string[]} [terms] Any number of them.
 * @property {number} [least] How many of the terms a context holds at least, as 2 for a community. Default all.
 * @property {"text" | "date" | "left" | "right"} [sort] In the order of the text, by date, by the words before or after the first mention. Default `text`.
 * @property {number} [offset] Default 0.
 * @property {number} [limit] Default 50.
 */
/**
 * A window shown as evidence.
 * @typedef {object} Context
 * @property {number} article
 * @property {number} paste
 * @property {string | null} headline
 * @property {string | null} source
 * @property {string | null} date
 * @property {number} start
 * @property {number} end
 * @property {string} text
 * @property {Array<{ start: number, end: number, term: string, role?: Role }>} hits Offsets in `text`; `term` is an id; `role` where
 * `nested` or `pronouns` is on.
 */
/** @typedef {{ total: number, rows: Context[] }} Contexts */

/** @typedef {{ measure: string, formula: string, filled: string, value: number | null, source: string }} Step */
/** @typedef {{ source: string, count: number, size: number }} SourceShare What a source has: mentions of a term and its words, or windows with both of a pair and its windows. */
/** @typedef {{ article: number, paste: number, start: number, end: number }} WindowAt A window that was counted, by its place in the paste. */
/**
 * The arithmetic of a row of a comparison, a timeline, the triads or the keywords.
 * @typedef {object} RowExplanation
 * @property {Explanation["table"]} [table] Of a comparison: n11 in the first group, n1p its words (for pairs its windows), np1 in both groups.
 * @property {Step[]} steps
 * @property {WindowAt[]} windows Every window that holds all the terms.
 * @property {SourceShare[]} [sources] Of a keyword, where the articles have two sources or more: what `dpSources` is counted from.
 */
/**
 * The arithmetic of a pair.
 * @typedef {object} Explanation
 * @property {Pair} pair
 * @property {WindowAt[]} windows Every window that holds both.
 * @property {SourceShare[]} [sources] Where the articles have two or more: what `dpSources` is counted from.
 * @property {{ n11: number, n12: number, n21: number, n22: number, n1p: number, n2p: number, np1: number, np2: number, npp: number }} table
 * @property {Explanation["table"]} articles The same over articles, in which both count however far apart they are.
 * @property {Step[]} steps
 * @property {boolean} descriptive Whether p is to be read as a description: fewer than 20 articles, windows of one article are not independent.
 */

/** @typedef {{ bytes: number, articles: number, paragraphs: number, sentences: number, words: number, types: number, windows: number }} Totals */

/**
 * A row of a timeline.
 * @typedef {object} Course
 * @property {number} count
 * @property {Uint32Array} counts Per period: mentions of a term, windows with both of a pair.
 * @property {Uint32Array} articles Per period.
 * @property {string | null} firstDate
 * @property {string | null} lastDate
 * @property {number | null} trend Cochran-Armitage z over articles: above 0 it rises, below it falls.
 * @property {number | null} pValue
 * @property {number | null} qValue
 * @property {Array<{ start: number, end: number, weight: number }>} bursts Periods with much of it, the end excluded (Kleinberg 2002).
 */
/** @typedef {{ id: string, term: string, kind: Kind } & Course} TermCourse */
/** @typedef {{ ids: [string, string], terms: [string, string], kinds: [Kind, Kind] } & Course} PairCourse */
/**
 * Periods from the first dated article to the last, empty ones included: a day, a Monday, a month or a year.
 * @template {TermCourse | PairCourse} [Row=TermCourse]
 * @typedef {{ periods: string[], articles: number[], rows: Row[] }} Timeline
 */
/** @typedef {"day" | "week" | "month" | "year"} Period */

/**
 * What is more one group's than the other's.
 * @typedef {object} Contrast
 * @property {number} countA Mentions of a term, windows with both of a pair.
 * @property {number} countB
 * @property {number} articlesA
 * @property {number} articlesB
 * @property {number | null} perMillionA Per million words; for pairs per million windows.
 * @property {number | null} perMillionB
 * @property {number} score G2, below 0 where the second group has more for its size.
 * @property {number} logLikelihood
 * @property {number} pValue
 * @property {number} qValue
 * @property {number | null} logRatio How many times the first group doubles the second (Hardie 2014).
 * @property {number | null} conservativeLogRatio What of it is sure: the end of its 95 % interval that is nearer to 0, or 0 (Evert 2022).
 * @property {number | null} percentDiff
 * @property {number | null} simpleMaths1
 * @property {number | null} simpleMaths100
 * @property {number | null} bic
 */
/** @typedef {{ articles: number, words: number, windows: number }} GroupTotals */
/**
 * @typedef {object} Comparison
 * @property {GroupTotals} a
 * @property {GroupTotals} b
 * @property {Array<{ id: string, term: string, kind: Kind } & Contrast>} keywords What the first group has more of, then what the second has.
 * @property {Array<{ ids: [string, string], terms: [string, string], kinds: [Kind, Kind] } & Contrast>} pairs
 */

/**
 * The articles by date, laid end to end, and the words at which mentions begin.
 * @typedef {object} Positions
 * @property {number} words In all.
 * @property {Array<{ id: number, headline: string | null, date: string | null, start: number, words: number }>} articles
 * @property {Array<{ id: string, term: string, kind: Kind, count: number, low: number | null, high: number | null, places: Uint32Array }>} rows
 * `low`, `high`: the interval of the count, where `intervals` are asked for and there are five articles or more.
 */

/**
 * @typedef {object} Report
 * @property {string} version
 * @property {Required<CountOptions> & { measure: PairMeasure }} options The options in force, defaults filled in.
 * @property {Totals} totals
 * @property {ArticleRow[]} articles
 * @property {Notice[]} notices
 * @property {Entity[]} entities
 * @property {Keyword[]} keywords
 * @property {Pair[]} pairs
 * @property {Network} network
 */

/**
 * Many articles, many questions; no question reads the text again.
 * @typedef {object} Corpus
 * @property {(text: string | Blob | ReadableStream<Uint8Array>, options?: CallOptions & { corrections?: Corrections }) => Promise<ArticleRow[]>} add
 * @property {(id: number) => Promise<boolean>} remove
 * @property {(rules: Rule[]) => Promise<void>} rules Puts rules in the place of those in force; text that is added later follows them, too.
 * @property {(stopwords?: { add?: string[], remove?: string[] }) => Promise<Stopword[]>} stopwords The function words,
 * which are no keywords; with an argument after putting these decisions in the place of those in force, for all texts.
 * @property {(options?: CountOptions) => Promise<ArticleRow[]>} articles
 * @property {() => Promise<Notice[]>} notices
 * @property {(options?: CountOptions) => Promise<Totals>} totals
 * @property {(options?: CountOptions) => Promise<Entity[]>} entities
 * @property {(options?: CountOptions) => Promise<Suggestion[]>} suggestions Entities that may be one: the surest first. Nothing is joined by it.
 * @property {(options?: CountOptions & { article?: number }) => Promise<Mention[]>} mentions
 * @property {(options?: KeywordOptions) => Promise<Keyword[]>} keywords
 * @property {(options?: PairOptions) => Promise<Pair[]>} pairs
 * @property {(options?: NetworkOptions) => Promise<Network>} network
 * @property {(options?: NetworkOptions) => Promise<Community[]>} communities Those of two members and more, the largest first.
 * @property {(options: ContextsOptions & CountOptions & { article?: number }) => Promise<Contexts>} contexts
 * @property {{
 *   (options: PairOptions & { pair: [string, string], a?: undefined, b?: undefined, reference?: undefined, period?: undefined }): Promise<Explanation>,
 *   (options: CountOptions & { term?: string, pair?: [string, string], terms?: [string, string, string], a?: Group, b?: Group, reference?: string, period?: Period }): Promise<RowExplanation>,
 * }} explain With `a`, `b` or `reference` a row of a comparison, with `period` of a timeline, with `terms` a triad, with `term` a keyword.
 * @property {(options?: CountOptions & { limit?: number }) => Promise<Triad[]>} triads
 * @property {{
 *   (options: PairOptions & { of: "pairs", period?: Period }): Promise<Timeline<PairCourse>>,
 *   (options?: CountOptions & { of?: "entities" | "keywords", period?: Period }): Promise<Timeline>,
 * }} timeline
 * @property {(options: CountOptions & ({ a: Group, b?: Group } | { a?: Group, reference: string })) => Promise<Comparison>} compare Without
 * `b`: with all other articles; with `reference`, the code of a language (`en`), with that language at large: its 12,000 commonest
 * words and how often they are, per 100 million. A phrase counts there as its rarest word, what is not listed as the rarest listed.
 * @property {(options?: CountOptions & { terms?: string[], intervals?: boolean, seed?: number }) => Promise<Positions>} positions With
 * `intervals` by bootstrap over articles, of how often each term is mentioned.
 * @property {(options?: NetworkOptions) => Promise<Report>} report
 * @property {() => Promise<Uint8Array>} counts The mergeable counts, as bytes.
 * @property {() => Promise<void>} close
 */

/**
 * @typedef {object} Comention
 * @property {string} version
 * @property {(text: string, options?: NetworkOptions & CallOptions) => Promise<Report>} analyze
 * @property {(text: string, options?: CallOptions) => Promise<Segmentation>} segment
 * @property {(text: string, options?: CountOptions & CallOptions) => Promise<Mentions>} mentions
 * @property {(text: string, options?: KeywordOptions & CallOptions) => Promise<Keyword[]>} keywords
 * @property {() => Promise<Corpus>} corpus
 * @property {(table: { n11: number, n1p: number, np1: number, npp: number }) => Record<string, number | null>} association
 * @property {(input: { a: number, b: number, sizeA: number, sizeB: number }) => Record<string, number | null>} keyness
 * @property {(counts: ArrayLike<number>, sizes: ArrayLike<number>) => Record<string, number | null>} dispersion
 * @property {(pValues: Array<number | null>) => { benjaminiHochberg: Array<number | null>, holm: Array<number | null> }} adjust
 * @property {(graph: { nodes: number, edges: Array<[number, number, number]>, partition?: number[] }) => Record<string, unknown>} graph
 * @property {() => Promise<void>} close
 */

/**
 * @typedef {object} CreateOptions
 * @property {URL | string | ArrayBuffer | Uint8Array | WebAssembly.Module} [wasm] Where the engine is; by default beside the package.
 * @property {URL | string | ArrayBuffer | Uint8Array | WebAssembly.Module} [more] Where its second part is, of the same version; by default
 * beside the package. It is asked for when something needs it: `segment`, what is asked of a corpus beyond lists, pairs, the network and the
 * report (`contexts`, `explain`, `timeline`, ...), intervals, backbones, corrections, rules, and Chinese.
 * @property {boolean | (() => Worker)} [worker] Whether to run in a worker; default true in browsers, false in Node. In browsers also
 * what starts one, running `js/worker.js`, where the page may not load that file itself.
 */

export {};
