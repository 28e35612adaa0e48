export type EntityKind = "person" | "organization" | "place" | "other";
export type Kind = EntityKind | "keyword";
/**
 * The unit within which two mentions are a pair.
 */
export type WindowKind = "sentence" | "paragraph" | "article" | "words";
/**
 * A measure of a pair, by the name of its column.
 */
export type PairMeasure = "logLikelihood" | "npmi" | "pmi" | "dice" | "jaccard" | "count";
/**
 * `auto`: TF-IDF with several articles, salience (mentions, place, name or not) with one.
 */
export type KeywordMeasure = "tfidf" | "yake" | "count" | "articles" | "auto";
export type Span = {
    start: number;
    end: number;
};
/**
 * Where a field of an article stands in the paste, and the rule that found it.
 */
export type Found = Span & {
    rule: string;
};
export type Progress = {
    stage: "segmenting" | "naming" | "counting";
    /**
     * Bytes or articles done.
     */
    done: number;
    total: number;
};
export type CallOptions = {
    signal?: AbortSignal | undefined;
    onProgress?: ((progress: Progress) => void) | undefined;
};
/**
 * What is counted. Every option has a default; a wrong one gives a `ComentionError` with the code
 * `invalid-option` that names the option, the value and what is accepted.
 */
export type CountOptions = {
    /**
     * Default `sentence`.
     */
    window?: WindowKind | undefined;
    /**
     * For the window `words`: how many words apart at most, 1 to 100. Default 10.
     */
    span?: number | undefined;
    /**
     * Default all kinds of entity, for pairs; all kinds for keywords.
     */
    kinds?: Kind[] | undefined;
    /**
     * Fewest windows that hold a pair, or mentions of a keyword. Default 2 (1 with one article).
     */
    minCount?: number | undefined;
    /**
     * Fewest articles. Default 2 (1 with one article).
     */
    minArticles?: number | undefined;
    /**
     * First date (ISO), inclusive; articles without a date are out when given.
     */
    from?: string | null | undefined;
    /**
     * Last date (ISO), inclusive.
     */
    to?: string | null | undefined;
    /**
     * Whether `Chinese` counts for China. Default false.
     */
    demonyms?: boolean | undefined;
    /**
     * Whether datelines, bylines and captions count. Default false.
     */
    metadata?: boolean | undefined;
    /**
     * Whether an article that repeats another counts. Default false.
     */
    duplicates?: boolean | undefined;
    /**
     * Most rows, best first. Default 100.
     */
    limit?: number | undefined;
};
export type KeywordOptions = CountOptions & {
    measure?: KeywordMeasure;
};
/**
 * `apart`: pairs seen together less than expected, instead.
 */
export type PairOptions = CountOptions & {
    measure?: PairMeasure;
    apart?: boolean;
};
/**
 * `nodes`: most nodes, default 60.
 */
export type NetworkOptions = PairOptions & {
    nodes?: number;
    resolution?: number;
    seed?: number;
};
export type Article = {
    /**
     * Stays the same while other articles come and go.
     */
    id: number;
    /**
     * Which paste of the corpus it stands in, from 0.
     */
    paste: number;
    start: number;
    end: number;
    headline: string | null;
    /**
     * ISO, `2021-07-16`.
     */
    date: string | null;
    /**
     * `14:19`.
     */
    time: string | null;
    source: string | null;
    byline: string | null;
    dateline: {
        place: string | null;
        date: string | null;
    } | null;
    /**
     * ISO 639-1.
     */
    language: string | null;
    body: Span;
    /**
     * Why the article begins where it begins, and the marker.
     */
    cut: {
        rule: string;
        start: number;
        end: number;
    };
    found: Partial<Record<"headline" | "date" | "time" | "source" | "byline" | "dateline", Found>>;
    /**
     * The id of the article that it repeats.
     */
    duplicateOf: number | null;
};
/**
 * An article with its counts, as a report lists it; headline and metadata are not counted.
 */
export type ArticleRow = Article & {
    paragraphs: number;
    sentences: number;
    words: number;
};
/**
 * An article taken apart, as `segment` gives it. `sentences` and `words` cover the whole article,
 * headline and metadata included; `words` is one typed array of starts and ends.
 */
export type SegmentedArticle = Article & {
    paragraphs: Span[];
    sentences: Array<Span & {
        part: "headline" | "body" | "metadata" | "boilerplate";
    }>;
    words: Uint32Array;
};
/**
 * Something odd in a paste.
 */
export type Notice = {
    code: string;
    message: string;
    start: number;
    end: number;
    paste: number;
};
export type Segmentation = {
    articles: SegmentedArticle[];
    notices: Notice[];
};
export type Entity = {
    /**
     * Stable: follows from kind and name.
     */
    id: string;
    name: string;
    kind: EntityKind;
    /**
     * Mentions that count under the options.
     */
    count: number;
    /**
     * Articles with such a mention.
     */
    articles: number;
    /**
     * Every surface, commonest first.
     */
    aliases: Array<{
        surface: string;
        count: number;
    }>;
    /**
     * Offices and forms of address seen with it.
     */
    titles: string[];
};
export type Mention = {
    start: number;
    end: number;
    surface: string;
    kind: EntityKind;
    entity: string;
    article: number;
    role: "plain" | "demonym" | "metadata";
};
export type Mentions = {
    entities: Entity[];
    mentions: Mention[];
};
export type Keyword = {
    id: string;
    /**
     * The commonest surface.
     */
    term: string;
    kind: Kind;
    /**
     * Mentions.
     */
    count: number;
    articles: number;
    /**
     * By the measure asked for, higher is better.
     */
    score: number;
    tfidf: number | null;
    /**
     * Lower is better.
     */
    yake: number | null;
    /**
     * Gries' DP over articles (over paragraphs with one article): 0 even, 1 in one place.
     */
    dp: number | null;
    /**
     * The surfaces that are counted together.
     */
    forms: string[];
};
export type Pair = {
    ids: [string, string];
    terms: [string, string];
    kinds: [Kind, Kind];
    /**
     * Windows with both (n11).
     */
    count: number;
    /**
     * Windows with the first.
     */
    n1p: number;
    /**
     * Windows with the second.
     */
    np1: number;
    /**
     * Windows in all.
     */
    npp: number;
    /**
     * Articles with such a window.
     */
    articles: number;
    expected: number;
    pmi: number | null;
    npmi: number | null;
    logLikelihood: number | null;
    pValue: number | null;
    /**
     * Benjamini-Hochberg over all pairs tested.
     */
    qValue: number | null;
    dice: number | null;
    jaccard: number | null;
    firstDate: string | null;
    lastDate: string | null;
};
export type NetworkNode = {
    id: string;
    term: string;
    kind: Kind;
    count: number;
    degree: number;
    weightedDegree: number;
    pageRank: number;
    betweenness: number;
    /**
     * From 0, the largest first.
     */
    community: number;
    /**
     * In [-1, 1].
     */
    x: number;
    /**
     * In [-1, 1].
     */
    y: number;
};
export type NetworkEdge = {
    source: string;
    target: string;
    weight: number;
    count: number;
};
export type Network = {
    nodes: NetworkNode[];
    edges: NetworkEdge[];
    modularity: number | null;
};
export type ContextsOptions = {
    /**
     * A term's id or name.
     */
    term?: string | undefined;
    /**
     * Two terms' ids or names.
     */
    pair?: [string, string] | undefined;
    /**
     * Default 0.
     */
    offset?: number | undefined;
    /**
     * Default 50.
     */
    limit?: number | undefined;
};
/**
 * A window shown as evidence.
 */
export type Context = {
    article: number;
    paste: number;
    headline: string | null;
    date: string | null;
    start: number;
    end: number;
    text: string;
    /**
     * Offsets in `text`; `term` is an id.
     */
    hits: Array<{
        start: number;
        end: number;
        term: string;
    }>;
};
export type Contexts = {
    total: number;
    rows: Context[];
};
/**
 * The arithmetic of a pair.
 */
export type Explanation = {
    pair: Pair;
    table: {
        n11: number;
        n12: number;
        n21: number;
        n22: number;
        n1p: number;
        n2p: number;
        np1: number;
        np2: number;
        npp: number;
    };
    steps: Array<{
        measure: string;
        formula: string;
        filled: string;
        value: number | null;
        source: string;
    }>;
    /**
     * Whether p is to be read as a description: fewer than 20 articles, windows of one article are not independent.
     */
    descriptive: boolean;
};
export type Totals = {
    bytes: number;
    articles: number;
    paragraphs: number;
    sentences: number;
    words: number;
    types: number;
    windows: number;
};
/**
 * Per day, month or year.
 */
export type Timeline = {
    periods: string[];
    rows: Array<{
        id: string;
        term: string;
        kind: Kind;
        counts: Uint32Array;
    }>;
};
export type Report = {
    version: string;
    /**
     * The options in force, defaults filled in.
     */
    options: Required<CountOptions>;
    totals: Totals;
    articles: ArticleRow[];
    notices: Notice[];
    entities: Entity[];
    keywords: Keyword[];
    pairs: Pair[];
    network: Network;
};
/**
 * Many articles, many questions; no question reads the text again.
 */
export type Corpus = {
    add: (text: string | Blob | ReadableStream<Uint8Array>, options?: CallOptions) => Promise<ArticleRow[]>;
    remove: (id: number) => Promise<boolean>;
    articles: (options?: CountOptions) => Promise<ArticleRow[]>;
    notices: () => Promise<Notice[]>;
    totals: (options?: CountOptions) => Promise<Totals>;
    entities: (options?: CountOptions) => Promise<Entity[]>;
    mentions: (options?: CountOptions & {
        article?: number;
    }) => Promise<Mention[]>;
    keywords: (options?: KeywordOptions) => Promise<Keyword[]>;
    pairs: (options?: PairOptions) => Promise<Pair[]>;
    network: (options?: NetworkOptions) => Promise<Network>;
    contexts: (options: ContextsOptions & CountOptions) => Promise<Contexts>;
    explain: (options: PairOptions & {
        pair: [string, string];
    }) => Promise<Explanation>;
    timeline: (options?: CountOptions & {
        period?: "day" | "month" | "year";
    }) => Promise<Timeline>;
    report: (options?: NetworkOptions) => Promise<Report>;
    /**
     * The mergeable counts, as bytes.
     */
    counts: () => Promise<Uint8Array>;
    close: () => Promise<void>;
};
export type Comention = {
    version: string;
    analyze: (text: string, options?: NetworkOptions & CallOptions) => Promise<Report>;
    segment: (text: string, options?: CallOptions) => Promise<Segmentation>;
    mentions: (text: string, options?: CountOptions & CallOptions) => Promise<Mentions>;
    keywords: (text: string, options?: KeywordOptions & CallOptions) => Promise<Keyword[]>;
    corpus: () => Promise<Corpus>;
    association: (table: {
        n11: number;
        n1p: number;
        np1: number;
        npp: number;
    }) => Record<string, number | null>;
    keyness: (input: {
        a: number;
        b: number;
        sizeA: number;
        sizeB: number;
    }) => Record<string, number | null>;
    dispersion: (counts: ArrayLike<number>, sizes: ArrayLike<number>) => Record<string, number | null>;
    adjust: (pValues: Array<number | null>) => {
        benjaminiHochberg: Array<number | null>;
        holm: Array<number | null>;
    };
    graph: (graph: {
        nodes: number;
        edges: Array<[number, number, number]>;
        partition?: number[];
    }) => Record<string, unknown>;
    close: () => Promise<void>;
};
export type CreateOptions = {
    /**
     * Where the engine is; by default beside the package.
     */
    wasm?: string | URL | WebAssembly.Module | ArrayBuffer | Uint8Array<ArrayBufferLike> | undefined;
    /**
     * Whether to run in a worker; default true in browsers, false in Node. In browsers also
     * what starts one, running `js/worker.js`, where the page may not load that file itself.
     */
    worker?: boolean | (() => Worker) | undefined;
};
