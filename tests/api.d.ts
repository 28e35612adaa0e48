export type EntityKind = "person" | "organization" | "place" | "other";
export type Kind = EntityKind | "keyword";
/**
 * The unit within which two mentions are a pair.
 */
export type WindowKind = "sentence" | "paragraph" | "article" | "words";
/**
 * A measure of a pair, by the name of its column. By `count`, pairs are listed however often they are expected together; by the
 * others only those that are together more often.
 */
export type PairMeasure = "logLikelihood" | "npmi" | "pmi" | "dice" | "jaccard" | "count";
/**
 * `auto`: TF-IDF with several articles, salience (mentions, place, length of words, compounds, name or not) with one.
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
     * Only articles of these sources, case aside.
     */
    sources?: string[] | null | undefined;
    /**
     * Only articles with these ids.
     */
    articles?: number[] | null | undefined;
    /**
     * Only articles that hold these words one after the other, case aside.
     */
    search?: string | null | undefined;
    /**
     * Whether `Chinese` counts for China. Default false.
     */
    demonyms?: boolean | undefined;
    /**
     * Whether datelines, bylines and captions count. Default false.
     */
    metadata?: boolean | undefined;
    /**
     * Whether names inside longer names count as well: England in `Bank of England`, China and Russia in
     * `China-Russia Treaty`. Looked at are names of organisations, events and works; found in them are countries, listed places that
     * are no family names, listed organisations, and what the article names elsewhere by the same words. A name is then together with
     * what is inside it. Default false.
     */
    nested?: boolean | undefined;
    /**
     * Whether `he` and `she` count for a person, where nobody else is spoken of in their sentence before
     * them and in the one before (English, Swedish, Chinese; not inside quotation marks). They are no surfaces and weigh nothing in
     * keywords. Default false.
     */
    pronouns?: boolean | undefined;
    /**
     * Whether an article that repeats another counts. Default false.
     */
    duplicates?: boolean | undefined;
    /**
     * How many windows a headline counts as, 0 to 100. Default 1.
     */
    headline?: number | undefined;
    /**
     * Most rows, best first. Default 100.
     */
    limit?: number | undefined;
};
export type KeywordOptions = CountOptions & {
    measure?: KeywordMeasure;
};
/**
 * `apart`: pairs seen together less than expected, instead, those that never are among them: of the 600 most
 * frequent terms, all that are expected together at least `minCount` times are tested. `maxQ`: no pairs with a higher q;
 * `minScore`: nor those whose `measure` is below. `with`: the kinds that one of a pair is
 * of, the other of `kinds`. `term`: only pairs with this one, by id or name. `intervals`: with an interval of the
 * measure by bootstrap over articles, and DP.
 */
export type PairOptions = CountOptions & {
    measure?: PairMeasure;
    apart?: boolean;
    with?: Kind[];
    term?: string;
    intervals?: boolean;
    seed?: number;
    maxQ?: number;
    minScore?: number;
};
/**
 * `nodes`: most nodes, default 60. `backbone`: which links are kept: those of the disparity
 * filter (Serrano et al. 2009), or those beyond what frequency and size of windows bring about (SDSM: Neal 2014),
 * at the level `alpha` (default 0.05; q for SDSM).
 */
export type NetworkOptions = PairOptions & {
    nodes?: number;
    resolution?: number;
    backbone?: "none" | "disparity" | "sdsm";
    alpha?: number;
};
/**
 * A group of articles.
 */
export type Group = {
    from?: string | null;
    to?: string | null;
    sources?: string[] | null;
    articles?: number[] | null;
    search?: string | null;
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
     * What leads into the text between headline and byline.
     */
    standfirst: string | null;
    /**
     * The part of the paper, as an export tells it.
     */
    section: string | null;
    url: string | null;
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
    found: Partial<Record<"headline" | "date" | "reference" | "time" | "source" | "byline" | "dateline" | "standfirst" | "section" | "url", Found>>;
    /**
     * The id of the article that it repeats.
     */
    duplicateOf: number | null;
    /**
     * The share of the shorter text that both have, in [0, 1], as estimated by sketches of 64 hashes of five words each; `null` where it repeats none.
     */
    shared: number | null;
};
/**
 * What a person corrects of a paste; offsets are those of the paste.
 */
export type Corrections = {
    /**
     * An article begins with the line that holds this place.
     */
    cuts?: number[] | undefined;
    /**
     * The article that holds this place goes on from the one before it.
     */
    joins?: number[] | undefined;
    /**
     * No article begins anywhere but at `cuts`: the text was put together from records. Default false.
     */
    only?: boolean | undefined;
    /**
     * What the head of the article that holds the place says; `null`: it says nothing of the kind. Dates as `2021-07-16`, times as `14:19`.
     * `given`: it came with the text (a column of a table) and is no person's decision.
     */
    fields?: {
        at: number;
        field: "headline" | "date" | "time" | "source" | "byline" | "place" | "url";
        value: string | null;
        given?: boolean;
    }[] | undefined;
};
/**
 * How a file is read.
 */
export type ReadOptions = {
    /**
     * Its name, where the input has none: its ending tells what it is.
     */
    name?: string | undefined;
    /**
     * Its media type, where the input has none.
     */
    type?: string | undefined;
    /**
     * Which column of a table is what, by their names. Default: as they are called.
     */
    columns?: Partial<Record<"text" | "date" | "source" | "byline" | "url" | "title", string>> | undefined;
    /**
     * Reads HTML in the place of the package's own reader.
     */
    html?: ((html: string) => string) | undefined;
    /**
     * Gives the module `pdfjs-dist`. Default: the one that is installed.
     */
    pdf?: (() => Promise<any>) | undefined;
    signal?: AbortSignal | undefined;
};
/**
 * A text of a file, and what the file says of its articles: to be given to `corpus.add`.
 */
export type ReadText = {
    name: string;
    text: string;
    corrections?: Corrections;
};
export type Read = {
    texts: ReadText[];
    notices: string[];
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
/**
 * What a person decides. With `entity` (an id) it is about that entity, or about its mentions that are written
 * `surface`; without, `surface` is a name to be found in the text. It becomes the entity `into` (an id), or gets the
 * `name` or the `kind` given, or is no entity at all (`hide`). Rules are applied in order.
 *
 * Merge: `{ entity, into }`. Split: `{ entity, surface, name }`. Rename: `{ entity, name }`. Retype: `{ entity, kind }`.
 * Hide: `{ entity, hide: true }`. Add: `{ surface, kind }`.
 */
export type Rule = {
    entity?: string;
    surface?: string;
    into?: string;
    name?: string;
    kind?: EntityKind;
    hide?: boolean;
};
/**
 * `removed`: listed, but no longer in force.
 */
export type Stopword = {
    word: string;
    language: string | null;
    origin: "list" | "added" | "removed";
};
/**
 * Two entities that may be one; `{ entity: entity.id, into: into.id }` is the rule that joins them.
 */
export type Suggestion = {
    /**
     * The whole name, where the other leaves something out; else the one that is mentioned more.
     */
    into: Alike;
    entity: Alike;
    kind: EntityKind;
    /**
     * Both sound the same, in
     * whatever alphabet (Latin, Cyrillic) and order; one has the initials of the other; one is the family name of the
     * other, and of nobody else; one has an initial for the other's first name; they differ in one letter; in vowels.
     */
    reason: "spelling" | "acronym" | "short form" | "initial" | "letter" | "vowels";
    /**
     * Articles that name both, which speaks against it.
     */
    together: number;
};
export type Alike = {
    id: string;
    name: string;
    count: number;
    articles: number;
};
/**
 * What a mention is counted by: by itself, or by the option of that name.
 */
export type Role = "plain" | "demonym" | "metadata" | "nested" | "pronoun";
export type Mention = {
    start: number;
    end: number;
    surface: string;
    kind: EntityKind;
    entity: string;
    article: number;
    role: Role;
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
     * Lower is better; `null` unless it is the `measure`.
     */
    yake: number | null;
    /**
     * Gries' DP over articles (over paragraphs with one article): 0 even, 1 in one place.
     */
    dp: number | null;
    /**
     * The same over its greatest value.
     */
    dpNorm: number | null;
    /**
     * DP over sources; `null` where the articles have fewer than two. Articles without one count nowhere.
     */
    dpSources: number | null;
    dpNormSources: number | null;
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
    /**
     * From 20 articles on that of the table of articles that mention each and both; 1 where articles say the opposite of the windows.
     */
    pValue: number | null;
    /**
     * Benjamini-Hochberg over all pairs tested.
     */
    qValue: number | null;
    dice: number | null;
    jaccard: number | null;
    firstDate: string | null;
    lastDate: string | null;
    /**
     * Where the interval of the measure begins (95 %, 1,000 resamples of articles); `null` unless asked for.
     */
    low: number | null;
    /**
     * Where it ends.
     */
    high: number | null;
    /**
     * Gries' DP over articles, with the intervals.
     */
    dp: number | null;
    /**
     * The same over its greatest value.
     */
    dpNorm: number | null;
    /**
     * DP over sources, with the intervals; `null` where the articles have fewer than two.
     */
    dpSources: number | null;
    dpNormSources: number | null;
};
/**
 * Three that are mentioned together.
 */
export type Triad = {
    ids: [string, string, string];
    terms: [string, string, string];
    kinds: [Kind, Kind, Kind];
    /**
     * Windows with all three.
     */
    count: number;
    articles: number;
    /**
     * Windows with all three were they independent.
     */
    expected: number;
    /**
     * 2 (O ln(O/E) - (O - E)).
     */
    logLikelihood: number;
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
     * The share of its neighbours that are linked.
     */
    clustering: number;
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
/**
 * `betweenness`: high where it holds communities
 * together. `associationStrength`: `count` over what is expected from the counts of all links at its ends.
 */
export type NetworkEdge = {
    source: string;
    target: string;
    weight: number;
    count: number;
    betweenness: number;
    associationStrength: number | null;
};
export type Network = {
    nodes: NetworkNode[];
    edges: NetworkEdge[];
    modularity: number | null;
};
/**
 * A community of the network: who belongs to it, and the phrases that stand in windows with a member more often
 * than elsewhere, best first by the log-likelihood of phrase and community over windows; q is over all phrases and
 * communities counted.
 */
export type Community = {
    /**
     * As at the nodes.
     */
    community: number;
    members: Array<{
        id: string;
        term: string;
        weightedDegree: number;
    }>;
    /**
     * Windows that name a member.
     */
    windows: number;
    /**
     * At most 20.
     */
    keywords: Array<{
        id: string;
        term: string;
        count: number;
        expected: number;
        logLikelihood: number;
        qValue: number | null;
    }>;
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
     * Any number of them.
     */
    terms?: string[] | undefined;
    /**
     * How many of the terms a context holds at least, as 2 for a community. Default all.
     */
    least?: number | undefined;
    /**
     * In the order of the text, by date, by the words before or after the first mention. Default `text`.
     */
    sort?: "text" | "date" | "left" | "right" | undefined;
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
    source: string | null;
    date: string | null;
    start: number;
    end: number;
    text: string;
    /**
     * Offsets in `text`; `term` is an id; `role` where
     * `nested` or `pronouns` is on.
     */
    hits: Array<{
        start: number;
        end: number;
        term: string;
        role?: Role;
    }>;
};
export type Contexts = {
    total: number;
    rows: Context[];
};
export type Step = {
    measure: string;
    formula: string;
    filled: string;
    value: number | null;
    source: string;
};
/**
 * What a source has: mentions of a term and its words, or windows with both of a pair and its windows.
 */
export type SourceShare = {
    source: string;
    count: number;
    size: number;
};
/**
 * A window that was counted, by its place in the paste.
 */
export type WindowAt = {
    article: number;
    paste: number;
    start: number;
    end: number;
};
/**
 * The arithmetic of a row of a comparison, a timeline, the triads or the keywords.
 */
export type RowExplanation = {
    /**
     * Of a comparison: n11 in the first group, n1p its words (for pairs its windows), np1 in both groups.
     */
    table?: {
        n11: number;
        n12: number;
        n21: number;
        n22: number;
        n1p: number;
        n2p: number;
        np1: number;
        np2: number;
        npp: number;
    } | undefined;
    steps: Step[];
    /**
     * Every window that holds all the terms.
     */
    windows: WindowAt[];
    /**
     * Of a keyword, where the articles have two sources or more: what `dpSources` is counted from.
     */
    sources?: SourceShare[] | undefined;
};
/**
 * The arithmetic of a pair.
 */
export type Explanation = {
    pair: Pair;
    /**
     * Every window that holds both.
     */
    windows: WindowAt[];
    /**
     * Where the articles have two or more: what `dpSources` is counted from.
     */
    sources?: SourceShare[] | undefined;
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
    /**
     * The same over articles, in which both count however far apart they are.
     */
    articles: Explanation["table"];
    steps: Step[];
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
 * A row of a timeline.
 */
export type Course = {
    count: number;
    /**
     * Per period: mentions of a term, windows with both of a pair.
     */
    counts: Uint32Array;
    /**
     * Per period.
     */
    articles: Uint32Array;
    firstDate: string | null;
    lastDate: string | null;
    /**
     * Cochran-Armitage z over articles: above 0 it rises, below it falls.
     */
    trend: number | null;
    pValue: number | null;
    qValue: number | null;
    /**
     * Periods with much of it, the end excluded (Kleinberg 2002).
     */
    bursts: Array<{
        start: number;
        end: number;
        weight: number;
    }>;
};
export type TermCourse = {
    id: string;
    term: string;
    kind: Kind;
} & Course;
export type PairCourse = {
    ids: [string, string];
    terms: [string, string];
    kinds: [Kind, Kind];
} & Course;
/**
 * Periods from the first dated article to the last, empty ones included: a day, a Monday, a month or a year.
 */
export type Timeline<Row extends TermCourse | PairCourse = TermCourse> = {
    periods: string[];
    articles: number[];
    rows: Row[];
};
export type Period = "day" | "week" | "month" | "year";
/**
 * What is more one group's than the other's.
 */
export type Contrast = {
    /**
     * Mentions of a term, windows with both of a pair.
     */
    countA: number;
    countB: number;
    articlesA: number;
    articlesB: number;
    /**
     * Per million words; for pairs per million windows.
     */
    perMillionA: number | null;
    perMillionB: number | null;
    /**
     * G2, below 0 where the second group has more for its size.
     */
    score: number;
    logLikelihood: number;
    pValue: number;
    qValue: number;
    /**
     * How many times the first group doubles the second (Hardie 2014).
     */
    logRatio: number | null;
    /**
     * What of it is sure: the end of its 95 % interval that is nearer to 0, or 0 (Evert 2022).
     */
    conservativeLogRatio: number | null;
    percentDiff: number | null;
    simpleMaths1: number | null;
    simpleMaths100: number | null;
    bic: number | null;
};
export type GroupTotals = {
    articles: number;
    words: number;
    windows: number;
};
export type Comparison = {
    a: GroupTotals;
    b: GroupTotals;
    /**
     * What the first group has more of, then what the second has.
     */
    keywords: Array<{
        id: string;
        term: string;
        kind: Kind;
    } & Contrast>;
    pairs: Array<{
        ids: [string, string];
        terms: [string, string];
        kinds: [Kind, Kind];
    } & Contrast>;
};
/**
 * The articles by date, laid end to end, and the words at which mentions begin.
 */
export type Positions = {
    /**
     * In all.
     */
    words: number;
    articles: Array<{
        id: number;
        headline: string | null;
        date: string | null;
        start: number;
        words: number;
    }>;
    /**
     * `low`, `high`: the interval of the count, where `intervals` are asked for and there are five articles or more.
     */
    rows: Array<{
        id: string;
        term: string;
        kind: Kind;
        count: number;
        low: number | null;
        high: number | null;
        places: Uint32Array;
    }>;
};
export type Report = {
    version: string;
    /**
     * The options in force, defaults filled in.
     */
    options: Required<CountOptions> & {
        measure: PairMeasure;
    };
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
    add: (text: string | Blob | ReadableStream<Uint8Array>, options?: CallOptions & {
        corrections?: Corrections;
    }) => Promise<ArticleRow[]>;
    remove: (id: number) => Promise<boolean>;
    /**
     * Puts rules in the place of those in force; text that is added later follows them, too.
     */
    rules: (rules: Rule[]) => Promise<void>;
    /**
     * The function words,
     * which are no keywords; with an argument after putting these decisions in the place of those in force, for all texts.
     */
    stopwords: (stopwords?: {
        add?: string[];
        remove?: string[];
    }) => Promise<Stopword[]>;
    articles: (options?: CountOptions) => Promise<ArticleRow[]>;
    notices: () => Promise<Notice[]>;
    totals: (options?: CountOptions) => Promise<Totals>;
    entities: (options?: CountOptions) => Promise<Entity[]>;
    /**
     * Entities that may be one: the surest first. Nothing is joined by it.
     */
    suggestions: (options?: CountOptions) => Promise<Suggestion[]>;
    mentions: (options?: CountOptions & {
        article?: number;
    }) => Promise<Mention[]>;
    keywords: (options?: KeywordOptions) => Promise<Keyword[]>;
    pairs: (options?: PairOptions) => Promise<Pair[]>;
    network: (options?: NetworkOptions) => Promise<Network>;
    /**
     * Those of two members and more, the largest first.
     */
    communities: (options?: NetworkOptions) => Promise<Community[]>;
    contexts: (options: ContextsOptions & CountOptions & {
        article?: number;
    }) => Promise<Contexts>;
    /**
     * With `a`, `b` or `reference` a row of a comparison, with `period` of a timeline, with `terms` a triad, with `term` a keyword.
     */
    explain: {
        (options: PairOptions & {
            pair: [string, string];
            a?: undefined;
            b?: undefined;
            reference?: undefined;
            period?: undefined;
        }): Promise<Explanation>;
        (options: CountOptions & {
            term?: string;
            pair?: [string, string];
            terms?: [string, string, string];
            a?: Group;
            b?: Group;
            reference?: string;
            period?: Period;
        }): Promise<RowExplanation>;
    };
    triads: (options?: CountOptions & {
        limit?: number;
    }) => Promise<Triad[]>;
    timeline: {
        (options: PairOptions & {
            of: "pairs";
            period?: Period;
        }): Promise<Timeline<PairCourse>>;
        (options?: CountOptions & {
            of?: "entities" | "keywords";
            period?: Period;
        }): Promise<Timeline>;
    };
    /**
     * Without
     * `b`: with all other articles; with `reference`, the code of a language (`en`), with that language at large: its 12,000 commonest
     * words and how often they are, per 100 million. A phrase counts there as its rarest word, what is not listed as the rarest listed.
     */
    compare: (options: CountOptions & ({
        a: Group;
        b?: Group;
    } | {
        a?: Group;
        reference: string;
    })) => Promise<Comparison>;
    /**
     * With
     * `intervals` by bootstrap over articles, of how often each term is mentioned.
     */
    positions: (options?: CountOptions & {
        terms?: string[];
        intervals?: boolean;
        seed?: number;
    }) => Promise<Positions>;
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
    wasm?: string | URL | ArrayBuffer | Uint8Array<ArrayBufferLike> | WebAssembly.Module | undefined;
    /**
     * Where its second part is, of the same version; by default
     * beside the package. It is asked for when something needs it: `segment`, what is asked of a corpus beyond lists, pairs, the network and the
     * report (`contexts`, `explain`, `timeline`, ...), intervals, backbones, corrections, rules, and Chinese.
     */
    more?: string | URL | ArrayBuffer | Uint8Array<ArrayBufferLike> | WebAssembly.Module | undefined;
    /**
     * Whether to run in a worker; default true in browsers, false in Node. In browsers also
     * what starts one, running `js/worker.js`, where the page may not load that file itself.
     */
    worker?: boolean | (() => Worker) | undefined;
};
