//! Which language a text is in: by script, and in Latin letters by the commonest words and the letters of each.

use std::sync::OnceLock;

use crate::span::Span;
use crate::text::bytes;
use crate::text::case::lower;

/// Bytes that are looked at.
const SAMPLE: usize = 900;

/// The bit that makes an ASCII letter a small one, in eight bytes.
const SMALL: u64 = 0x2020_2020_2020_2020;

/// After every so many words, a text of which one in five is a common word of one language is in that language,
/// unless another has a third as many, or after the first of them any.
const ENOUGH: u32 = 16;

/// Languages in Latin letters: the words that are commonest in each, of no more than eight bytes, and the letters
/// beyond ASCII that it has and most others lack. Chosen by hand after the frequencies of wordfreq (Speer, 2022).
/// A language without a pack is here too, so that its texts are not taken for those of a neighbour.
const WORDS: &[(&str, &str, &str)] = &[
    (
        "en",
        "the of and to in is was that for with on by it are be this have from said has he not you my at met \
         as his they will but who were its an after or a i do no so if would can her me am s t there",
        "",
    ),
    (
        "de",
        "der die und das den von ist mit ein eine nicht auf dem im für sich des zu auch wurde ich in als \
         an es einen hat bei aus nach sind sie einer am wird zum über dass er oder vor unter bis war",
        "äöüß",
    ),
    (
        "fr",
        "le la les des et une est dans pour que du qui sur au pas par ce sont avec aux je il de en un a \
         plus son ne se été ses sa ou leur cette elle l d qu n",
        "éçàèêôî",
    ),
    (
        "es",
        "el los las que del una por con para es se su lo como más en fue al la y pero de un no sus este \
         ha sin está a o entre desde hasta cuando dos toda",
        "áíóúñ",
    ),
    (
        "pt",
        "o os do da que em um uma não com para dos das ao se mais foi são pela e na no a de por as como à \
         pelo seu ou aos nas nos pode será",
        "áíóúãõçêô",
    ),
    (
        "it",
        "il di che la per non una della con sono nel gli del è alla dei anche più le ha si e i un in da al \
         delle ma lo dal nella a o ogni sua suo stato dalla l d",
        "àèòùì",
    ),
    (
        "nl",
        "de het een van en niet dat op te zijn voor met aan ook door werd er naar ik in is om die als \
         heeft bij uit over zich maar worden wordt hij tot hun tegen wil",
        "",
    ),
    (
        "sv",
        "och att det som är för på med den inte av till ett har om i en de från var han sig kan men vid \
         efter hon ska där nu sin mot blev",
        "åäö",
    ),
    ("pl", "w na się nie jest że do oraz przez dla po jak z ze i od to jego o za który są ma tym", "łąęśćżńó"),
    (
        "tr",
        "ve bir bu için ile olarak da de olan daha çok gibi sonra dedi ise kadar en ancak göre her \
         söyledi etti",
        "öüçşığ",
    ),
    (
        "id",
        "yang dan di dengan untuk dari pada ini itu dalam tidak akan oleh ke adalah para juga bisa telah \
         kata sebagai kepada atau setiap tak orang hak atas tahun",
        "",
    ),
    (
        "da",
        "og er det at en til på har for ikke med den som af var han men vil også fra hvor efter blev mod \
         siger i de et der kan sig ved hun skal ingen må vi over sagde mere fik mener nye",
        "åøæ",
    ),
    (
        "no",
        "og er det å på som til en av for ikke med har at den fra var han men også etter mot ble ved sier \
         i de et seg hun være noe blir skal må ingen over ut rett sa mer vi vil fikk mener møtte",
        "åøæ",
    ),
    (
        "fi",
        "ja on ei että oli mutta kun myös ovat sen kuin joka hän se jonka ollut mukaan sekä joita \
         vuonna",
        "äö",
    ),
    (
        "cs",
        "se v na je že s si ale tak za jako po od by podle které který byl jsou až není pro k ve i do \
         však a z má být nebo jeho",
        "řěůčšžýáíú",
    ),
    (
        "ro",
        "de în și la din pe cu nu un o este că care pentru au ce fost sunt mai prin după către fi al se a s ale lui",
        "îâășț",
    ),
    ("hu", "a az és nem hogy egy is meg csak volt vagy már még szerint de ki el majd lesz azt", "öüőűáé"),
    (
        "sk",
        "a sa na v že je do s aj od ale po za pre pri ako tak ktorý ktorá ktoré bol bola bolo sú podľa už nie \
         má byť alebo jeho z však zo to k o",
        "ľĺŕôäčšžťýáíú",
    ),
    (
        "hr",
        "i je u na da se za od su s o iz koji koja koje što kao bi ne će nije do ili po bio bila te prema nakon \
         ima biti",
        "čćšžđ",
    ),
    ("bg", "да се са че ще или има като към при тази този на и за не от е си", ""),
    ("ru", "что это как его для все или при в на и не по с он от его к о быть был", ""),
];

/// What tells languages apart that share a script: letters that the one has and the others lack.
const LETTERS: &[(&str, &str)] = &[
    ("kk", "қғұңәө"),
    ("be", "ў"),
    ("sr", "јђћџљњ"),
    ("uk", "іїєґ"),
    ("bg", "ъ"),
    ("ru", "ыэё"),
    ("ur", "ٹڈڑںےہ"),
    ("fa", "پچژگیک"),
    ("vi", "đơưạảấầậắếềểễệịọốồộớờợụủứừựữ"),
];

/// How often each language's letters stand in a text.
#[derive(Default)]
struct Telling([u32; LETTERS.len()]);

impl Telling {
    #[inline(never)]
    fn count(&mut self, c: char) {
        for (n, (_, letters)) in self.0.iter_mut().zip(LETTERS) {
            *n += u32::from(letters.chars().any(|letter| letter == c));
        }
    }

    /// The first of these languages whose letters are one in so many of a script's.
    #[inline(never)]
    fn first(&self, script: u32, among: &[(&'static str, u32)]) -> Option<&'static str> {
        let of = |language: &str| self.0.iter().zip(LETTERS).find(|(_, (l, _))| *l == language).map_or(0, |(n, _)| *n);
        among.iter().find(|(language, share)| of(language) * share > script).map(|(language, _)| *language)
    }
}

/// The words of all lists by their bytes, the letters by theirs and `LETTER`, and which lists they stand in.
fn lists() -> &'static [(u64, u32)] {
    static LISTS: OnceLock<Vec<(u64, u32)>> = OnceLock::new();
    LISTS.get_or_init(|| {
        let mut table = vec![(0u64, 0u32); SLOTS];
        let mut put = |key: u64, list: usize| {
            let mut at = spread(key);
            while table.get(at).is_some_and(|(other, _)| *other != 0 && *other != key) {
                at = (at + 1) % SLOTS;
            }
            if let Some((own, lists)) = table.get_mut(at) {
                *own = key;
                *lists |= 1 << list;
            }
        };
        for (list, (_, words, letters)) in WORDS.iter().enumerate() {
            for word in words.split(' ') {
                put(bytes::eight(word.as_bytes(), 0), list);
            }
            for letter in letters.chars() {
                put(key_of(letter), list);
            }
        }
        table
    })
}

/// What tells a letter from the word of that one letter: no word has such a byte.
const LETTER: u64 = 0xff << 56;

/// The key of a letter.
fn key_of(letter: char) -> u64 {
    bytes::eight(letter.encode_utf8(&mut [0; 4]).as_bytes(), 0) | LETTER
}

/// Places of the table: some twice as many as words and letters.
const SLOTS: usize = 1024;

fn spread(key: u64) -> usize {
    (key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 54) as usize
}

/// The lists that hold the word with these bytes.
#[inline(never)]
fn lists_of(table: &[(u64, u32)], key: u64) -> u32 {
    let mut at = spread(key);
    loop {
        match table.get(at) {
            Some((own, lists)) if *own == key => return *lists,
            Some((0, _)) | None => return 0,
            _ => at = (at + 1) % SLOTS,
        }
    }
}

/// What the words of a text say.
struct Votes {
    /// For each of the lists.
    of: [u32; WORDS.len()],
    /// How many words were read.
    words: u32,
}

impl Votes {
    /// A letter counts for its languages as a word does.
    #[inline(never)]
    fn count(&mut self, mut lists: u32) {
        while lists != 0 {
            if let Some(vote) = self.of.get_mut(lists.trailing_zeros() as usize) {
                *vote += 1;
            }
            lists &= lists - 1;
        }
    }

    /// Whether the rest need not be read.
    #[inline(never)]
    fn plain(&self) -> bool {
        let (mut best, mut next) = (0, 0);
        for n in self.of {
            (best, next) = if n > best { (n, best) } else { (best, next.max(n)) };
        }
        best * 5 >= self.words && (next == 0 || self.words > ENOUGH && best >= next * 3)
    }
}

/// Quotes and dashes that English is printed with; a quote that opens low is none of them.
const PRINTED: &[char] = &['‘', '’', '“', '”', '–', '—', '…'];

/// Whether a text has characters that English has no need of, so that it may be in another language.
#[must_use]
pub fn foreign(text: &str) -> bool {
    let other = |at: usize| text.get(at..).is_some_and(|rest| !rest.starts_with(PRINTED));
    (0..text.len()).step_by(8).any(|at| {
        let mut wide = bytes::wide(bytes::eight(text.as_bytes(), at));
        while wide != 0 {
            if other(at + bytes::before(wide)) {
                return true;
            }
            wide &= wide - 1;
        }
        false
    })
}

/// The language of the spans of a text, as an ISO 639-1 code; `None` where there is too little to tell.
#[must_use]
pub fn language(text: &str, mut spans: impl Iterator<Item = Span>) -> Option<&'static str> {
    told(text, &mut spans)
}

/// The same, once for all kinds of iterators.
#[inline(never)]
fn told(text: &str, spans: &mut dyn Iterator<Item = Span>) -> Option<&'static str> {
    let table = lists();
    let (mut latin, mut cyrillic, mut han, mut kana, mut hangul) = (0u32, 0u32, 0u32, 0u32, 0u32);
    let (mut arabic, mut devanagari, mut greek, mut hebrew, mut thai) = (0u32, 0u32, 0u32, 0u32, 0u32);
    let mut telling = Telling::default();
    let mut votes = Votes { of: [0; WORDS.len()], words: 0 };
    let mut left = SAMPLE;
    // The bytes of the word so far, the first lowest, and how many there are: no more than eight are kept.
    let (mut key, mut length) = (0u64, 0usize);
    // Whether the word begins with a capital: it may be a name, whose letters tell nothing, or an initial.
    let mut capital = false;
    'text: for span in spans {
        let own = span.of(text);
        let all = own.as_bytes().get(..left.min(own.len())).unwrap_or(&[]);
        let mut at = 0usize;
        loop {
            // A letter goes to the word, anything else ends it; characters of several bytes are looked at as such.
            let end = at >= all.len();
            let block = bytes::eight(all, at);
            let letters = bytes::leading_letters(block);
            if letters > 0 {
                if length == 0 {
                    capital = block & 0x20 == 0;
                }
                let own = (block | SMALL) & u64::MAX >> (64 - 8 * letters);
                key |= if length < 8 { own << (8 * length) } else { 0 };
                at += letters;
                latin += letters as u32;
                length += letters;
                // Most words end here.
                if at >= all.len() || letters == 8 || bytes::wide(block) >> (8 * letters) & 0x80 != 0 {
                    continue;
                }
                at += 1;
            } else if end {
                // What is cut off is no word.
                if own.len() >= left {
                    break 'text;
                }
                left -= own.len() + 1;
            } else if bytes::wide(block) & 0x80 == 0 {
                at += 1;
            } else {
                let c = own.get(at..).and_then(|s| s.chars().next()).unwrap_or(' ');
                at += c.len_utf8();
                let code = u32::from(c);
                if matches!(code, 0x100..=0x1b0 | 0x400..=0x6ff | 0x1ea0..=0x1ef9) {
                    telling.count(c);
                }
                match code {
                    0xc0..=0x24f | 0x1ea0..=0x1ef9 => latin += 1,
                    0x400..=0x52f => cyrillic += 1,
                    0x4e00..=0x9fff => {
                        // A letter without capitals, of three bytes.
                        han += 1;
                        key |= if length < 8 { (block & 0xff_ffff) << (8 * length) } else { 0 };
                        length += 3;
                        continue;
                    }
                    0x3400..=0x4dbf => han += 1,
                    0x3040..=0x30ff => kana += 1,
                    0xac00..=0xd7af => hangul += 1,
                    0x600..=0x6ff => arabic += 1,
                    0x900..=0x97f => devanagari += 1,
                    0x370..=0x3ff => greek += 1,
                    0x590..=0x5ff => hebrew += 1,
                    0xe00..=0xe7f => thai += 1,
                    _ => {}
                }
                if c.is_alphabetic() {
                    capital = if length == 0 { c.is_uppercase() } else { capital };
                    let mut buffer = [0; 4];
                    for lower in lower(c) {
                        if !capital {
                            votes.count(lists_of(table, key_of(lower)));
                        }
                        for b in lower.encode_utf8(&mut buffer).bytes() {
                            key |= if length < 8 { u64::from(b) << (8 * length) } else { 0 };
                            length += 1;
                        }
                    }
                    continue;
                }
            }
            if length > 0 {
                votes.words += 1;
                if length <= 8 && !(capital && length == 1) {
                    votes.count(lists_of(table, key));
                }
                if votes.words.is_multiple_of(ENOUGH) && votes.plain() {
                    break 'text;
                }
                (key, length) = (0, 0);
            }
            if end {
                break;
            }
        }
        if left == 0 {
            break;
        }
    }
    // A text has one in thirty to one in a hundred of these letters.
    let slavic = telling.first(cyrillic, &[("kk", 40), ("be", 200), ("sr", 60), ("uk", 30), ("ru", 400), ("bg", 120)]);
    let words_of = |language| votes.of.iter().zip(WORDS).find(|(_, (l, ..))| *l == language).map_or(0, |(n, _)| *n);
    let slavic = slavic.unwrap_or_else(|| if words_of("bg") > words_of("ru") { "bg" } else { "ru" });
    let scripts = [
        (latin, telling.first(latin, &[("vi", 25)]).unwrap_or("")),
        (cyrillic, slavic),
        // One sign of Chinese is worth about three letters.
        ((han + kana) * 3, if kana * 8 > han { "ja" } else { "zh" }),
        (hangul * 2, "ko"),
        (arabic, telling.first(arabic, &[("ur", 30), ("fa", 20)]).unwrap_or("ar")),
        (devanagari, "hi"),
        (greek, "el"),
        (hebrew, "he"),
        (thai, "th"),
    ];
    let (most, code) = scripts.into_iter().rev().max_by_key(|(n, _)| *n)?;
    if most < 2 {
        return None;
    }
    if !code.is_empty() {
        return Some(code);
    }
    let Votes { of: votes, words } = votes;
    let best = votes.iter().zip(WORDS).rev().max_by_key(|(n, _)| **n)?;
    // Three words that two languages have say nothing; English is what is most likely.
    if best.1.0 != "en" && *best.0 < 4 && votes.iter().filter(|n| *n == best.0).count() > 1 {
        return None;
    }
    // One word in twelve at least; two words do for a line.
    (*best.0 >= 2 && *best.0 * 12 >= words || *best.0 >= 1 && words <= 8).then_some(best.1.0)
}

/// Bytes from the beginning of one sample to that of the next, and bytes of a sample, where the languages of a
/// whole paste are looked for.
const STEP: usize = 800;
const PIECE: usize = 400;

/// Whether a piece is plainly English, as most are: its article stands in it twice.
fn english(piece: &str) -> bool {
    bytes::parted(piece, " the ").is_some_and(|(_, rest)| bytes::has(rest, " the "))
}

/// The languages that stand anywhere in a text, in order of their codes.
#[must_use]
#[inline(never)]
pub fn languages(text: &str) -> Vec<&'static str> {
    let mut found: Vec<&'static str> = Vec::new();
    for start in (0..text.len()).step_by(STEP) {
        let (start, end) = (text.floor_char_boundary(start), text.floor_char_boundary(start + PIECE));
        let piece = Span::new(crate::span::to_u32(start), crate::span::to_u32(end));
        let told = if english(piece.of(text)) { Some("en") } else { language(text, std::iter::once(piece)) };
        if let Some(language) = told
            && let Err(at) = found.binary_search(&language)
        {
            found.insert(at, language);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_of_a_paste() {
        let english = "The port reopened on Tuesday after dock workers accepted a deal. ".repeat(40);
        let german = "Der Hafen wurde am Dienstag wieder geöffnet, und die Arbeiter sind zufrieden. ".repeat(12);
        let paste = format!("{english}{german}{english}") + &"瓦罗纳港5日恢复作业。".repeat(40);
        assert_eq!(languages(&paste), ["de", "en", "zh"]);
        assert_eq!(languages(""), Vec::<&str>::new());
    }

    #[test]
    fn what_english_has_no_need_of() {
        for (text, expected) in [
            ("The port’s “dock workers” — some of them – said ‘yes’…", false),
            ("The port", false),
            ("„Der Hafen ist wieder offen“, sagte er.", true),
            ("‘Le café’ est ouvert.", true),
            ("瓦罗纳港", true),
        ] {
            assert_eq!(foreign(text), expected, "{text}");
        }
    }

    #[test]
    fn languages_of_a_sentence() {
        for (text, expected) in [
            ("The port reopened on Tuesday after dock workers accepted a deal.", Some("en")),
            ("Der Hafen wurde am Dienstag wieder geöffnet, und die Arbeiter sind zufrieden.", Some("de")),
            ("Le port a rouvert mardi après une grève des dockers dans la ville.", Some("fr")),
            ("El puerto reabrió el martes tras una huelga de los estibadores.", Some("es")),
            ("O porto reabriu na terça-feira depois de uma greve dos estivadores.", Some("pt")),
            ("Il porto ha riaperto martedì dopo lo sciopero della settimana.", Some("it")),
            ("De haven ging dinsdag weer open na een staking van de dokwerkers.", Some("nl")),
            ("Hamnen i Varna öppnade igen på tisdagen efter en strejk.", Some("sv")),
            ("Port wznowił pracę we wtorek po strajku dokerów.", Some("pl")),
            ("Liman, işçilerin grevinden sonra salı günü yeniden açıldı.", Some("tr")),
            ("Pelabuhan itu dibuka kembali pada hari Selasa setelah mogok kerja.", Some("id")),
            ("Havnen blev åbnet igen tirsdag efter en strejke, siger politiet.", Some("da")),
            ("Havnen åpnet igjen tirsdag etter en streik blant arbeiderne.", Some("no")),
            ("Satama avattiin uudelleen tiistaina, kun lakko oli ohi.", Some("fi")),
            ("Přístav se v úterý znovu otevřel po stávce dělníků.", Some("cs")),
            ("Portul s-a redeschis marți după o grevă a muncitorilor.", Some("ro")),
            ("A kikötő kedden ismét megnyílt, miután véget ért az a sztrájk.", Some("hu")),
            ("Prístav sa v utorok po štrajku robotníkov znovu otvoril, povedal ktorý.", Some("sk")),
            ("Luka je ponovno otvorena u utorak nakon što su radnici završili štrajk.", Some("hr")),
            ("Cảng đã mở cửa trở lại vào thứ Ba sau cuộc đình công.", Some("vi")),
            ("Порт Варрона во вторник возобновил работу.", Some("ru")),
            ("Порт снова открыт.", Some("ru")),
            ("Порт знову відкрили у вівторок.", Some("uk")),
            ("Пристанището отвори отново във вторник, съобщи полицията.", Some("bg")),
            ("Той дойде в града и каза, че ще има нови избори.", Some("bg")),
            ("Лука је поново отворена у уторак.", Some("sr")),
            ("Порт сейсенбі күні қайта ашылды, деді әкім.", Some("kk")),
            ("Порт зноў адкрыўся ў аўторак.", Some("be")),
            ("Το λιμάνι άνοιξε ξανά την Τρίτη.", Some("el")),
            ("הנמל נפתח שוב ביום שלישי.", Some("he")),
            ("بندر روز دوشنبه پس از اعتصاب کارگران باز شد.", Some("fa")),
            ("بندرگاہ منگل کو ہڑتال کے بعد دوبارہ کھل گئی ہے۔", Some("ur")),
            ("أعيد فتح الميناء يوم الثلاثاء.", Some("ar")),
            // French and Spanish have both of these words.
            ("La Dra. Pérez vive en Av. Libertad.", None),
            ("瓦罗纳港5日恢复作业。", Some("zh")),
            ("港は火曜日に再開した。", Some("ja")),
            ("123 456", None),
        ] {
            assert_eq!(language(text, [Span::new(0, text.len() as u32)].into_iter()), expected, "{text}");
        }
    }
}
