//! Inflected forms of one word are one keyword, in languages that have a list of endings.

use std::path::Path;

use comention::lang::Packs;
use comention::mention::term::{Scratch, Stopwords, lexeme_key};

/// Forms of one word between bars; a word from the other side of a bar is another one.
#[test]
fn forms_of_one_word_are_one_keyword() {
    for (language, words) in [
        ("de", "Partei Parteien | Regierung Regierungen | Land Landes Länder Ländern | Haus Hauses Häuser"),
        ("de", "Minister Ministers Ministern | Krieg Krieges Kriegs Kriege | Arbeit | Arbeiter Arbeitern"),
        ("de", "Preis Preise Preisen | Schülerin Schülerinnen | politische politischen politisches | Politiker"),
        ("es", "elección elecciones | profesor profesores | universidad universidades | ley"),
        ("it", "governo governi | presidente presidenti | azienda aziende | banca banche | elezione elezioni"),
        ("it", "lavoratore lavoratori | partito partiti | partita partite | banco banchi | scuola scuole"),
        ("nl", "regering regeringen | partij partijen | bedrijf bedrijven | minister ministers | stad steden"),
        ("nl", "mogelijkheid mogelijkheden | Nederlands | Nederland | huis huizen | staking stakingen"),
        ("pl", "ustawa ustawy ustawie ustawę | rząd rządu rządem rządowi | prezydent prezydenta prezydencie"),
        (
            "pl",
            "możliwość możliwości możliwością | wybory wyborów wyborach | wybór | minister ministrowie ministra ministrze",
        ),
        ("ru", "президент президента президентом | правительство правительства правительств | комиссия комиссии"),
        ("ru", "выборы выборов выборах | выбор выбора | система систем систему | рынок рынка | министр министру"),
        ("ru", "российский российского российская | пенсия пенсий пенсиях | школа школы школ"),
        ("sv", "regering regeringen regeringens regeringar | parti partiet partier partierna | land länder landet"),
        ("sv", "fråga frågan frågor frågorna | politik politiken | politiker politikern"),
        ("uk", "президент президента президентом | уряд уряду урядом | можливість можливості | школа школи школу"),
        ("uk", "вибори виборів виборах | вибір | питання питань питанням | комісія комісії комісію"),
    ] {
        let mut packs = Packs::default();
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(language).with_extension("pack");
        packs.add(std::fs::read_to_string(path).unwrap()).unwrap();
        let pack = packs.for_language(language);
        let mut keys: Vec<String> = Vec::new();
        for forms in words.split(" | ") {
            let key = |form: &str| {
                let mut scratch = Scratch::default();
                let key = lexeme_key(form, &pack, &Stopwords::default(), &mut scratch);
                key.unwrap_or_else(|| panic!("{language}: {form} is no keyword")).to_string()
            };
            let own: Vec<String> = forms.split(' ').map(key).collect();
            assert!(own.iter().all(|key| Some(key) == own.first()), "{language}: {forms}: {own:?}");
            assert!(!keys.contains(&own[0]), "{language}: {forms}: {} is another word's", own[0]);
            keys.push(own[0].clone());
        }
    }
}
