//! Dates that pages tell by words: worked out from the day of saving that the paste tells, or not at all.

use std::path::Path;

use comention::lang::Packs;
use comention::segment::correct::{Correction, Corrections, Value};
use comention::segment::segment;
use comention::text::Vocabulary;

const BODIES: &[(&str, &str)] = &[
    ("en", "The port of Varrona reopened on Tuesday after a strike of one week, and the union thanked the mayor."),
    ("de", "Der Hafen von Varrona wurde am Dienstag nach einem Streik von einer Woche wieder geöffnet."),
    ("fr", "Le port de Varrona a rouvert mardi après une grève qui a duré une semaine dans la ville."),
    ("es", "El puerto de Varrona reabrió el martes después de una huelga que duró una semana en la ciudad."),
    ("pt", "O porto de Varrona reabriu na terça-feira depois de uma greve que durou uma semana na cidade."),
    ("ru", "Порт Варрона во вторник возобновил работу после забастовки, которая длилась неделю."),
    ("zh", "瓦罗纳港在为期一周的罢工之后于星期二恢复作业，工会对市长表示感谢。"),
];

fn packs() -> Packs {
    let mut packs = Packs::default();
    for (name, _) in BODIES {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("data/{name}.pack"));
        if *name != "en" {
            packs.add(std::fs::read_to_string(path).unwrap()).unwrap();
        }
    }
    packs
}

/// Language, line of saving, line below the headline; the date, the words it was worked out from, and the date that
/// it was worked out against.
const CASES: &[(&str, &str, &str, &str)] = &[
    ("en", "Saved on March 5, 2024", "2 days ago", "2024-03-03 of `2 days ago`, `March 5, 2024`"),
    ("en", "Saved on March 1, 2024", "Published yesterday", "2024-02-29 of `yesterday`, `March 1, 2024`"),
    ("en", "Retrieved: Tuesday, 5 March 2024", "Today", "2024-03-05 of `Today`, `5 March 2024`"),
    ("en", "Accessed on 2024-03-05", "Last updated 1 day ago", "2024-03-04 of `1 day ago`, `2024-03-05`"),
    ("en", "Export date: 5 March 2024 14:30", "3 hours ago", "2024-03-05 of `3 hours ago`, `5 March 2024`"),
    ("en", "Export date: 5 March 2024 02:30", "Published 3 hours ago", "2024-03-04 of `3 hours ago`, `5 March 2024`"),
    // Without the time, or too near to midnight, it may be one day or the other.
    ("en", "Saved on March 5, 2024", "3 hours ago", "-"),
    ("en", "Saved on March 5, 2024 at 03:20", "3 hours ago", "-"),
    // A day of saving is no date of an article.
    ("en", "Saved on March 5, 2024", "By Marta Ellison", "-"),
    ("en", "Saved on March 5, 2024", "Published March 1, 2024", "2024-03-01"),
    // The paste does not say when it was saved, or not clearly.
    ("en", "", "2 days ago", "-"),
    ("en", "The Brennick Herald", "yesterday", "-"),
    ("en", "Saved on 05/03/2024", "yesterday", "-"),
    ("de", "Abgerufen am 5. März 2024", "vor 2 Tagen", "2024-03-03 of `vor 2 Tagen`, `5. März 2024`"),
    ("de", "Gespeichert am 05.03.2024", "Veröffentlicht gestern", "2024-03-04 of `gestern`, `05.03.2024`"),
    (
        "de",
        "Abgerufen am 5. März 2024, 14:30 Uhr",
        "vor einer Stunde",
        "2024-03-05 of `vor einer Stunde`, `5. März 2024`",
    ),
    ("fr", "Consulté le 5 mars 2024", "il y a 2 jours", "2024-03-03 of `il y a 2 jours`, `5 mars 2024`"),
    ("fr", "Enregistré le 5 mars 2024", "Publié hier", "2024-03-04 of `hier`, `5 mars 2024`"),
    ("es", "Consultado el 5 de marzo de 2024", "hace 3 días", "2024-03-02 of `hace 3 días`, `5 de marzo de 2024`"),
    ("es", "Saved on March 5, 2024", "ayer", "2024-03-04 of `ayer`, `March 5, 2024`"),
    ("pt", "Acesso em: 5 de março de 2024", "há 2 dias", "2024-03-03 of `há 2 dias`, `5 de março de 2024`"),
    ("pt", "Salvo em 5 de março de 2024", "2 dias atrás", "2024-03-03 of `2 dias atrás`, `5 de março de 2024`"),
    ("ru", "Дата обращения: 05.03.2024", "2 дня назад", "2024-03-03 of `2 дня назад`, `05.03.2024`"),
    ("ru", "Сохранено 5 марта 2024", "Опубликовано вчера", "2024-03-04 of `вчера`, `5 марта 2024`"),
    ("zh", "访问日期：2024年3月5日", "2天前", "2024-03-03 of `2天前`, `2024年3月5日`"),
    ("zh", "保存于2024年3月5日 14:30", "发布于3小时前", "2024-03-05 of `3小时前`, `2024年3月5日`"),
];

#[test]
fn dates_are_worked_out_from_the_day_of_saving() {
    let packs = packs();
    let mut wrong = String::new();
    for (language, saved, told, expected) in CASES {
        let body = BODIES.iter().find(|(name, _)| name == language).unwrap().1;
        let headline = if *language == "zh" { "瓦罗纳港恢复作业" } else { "Varrona: Port" };
        for text in [
            format!("{saved}\n\n{headline}\n\n{told}\n\n{body} {body}"),
            format!("{headline}\n\n{told}\n\n{body} {body}\n\n{saved}"),
        ] {
            let all = segment(&text, &packs, &Corrections::default(), &mut Vocabulary::new(), &mut |_| {});
            let a = &all.articles[0];
            let got = match (&a.date, &a.reference) {
                (None, None) => "-".to_string(),
                (Some(d), Some(r)) => {
                    assert_eq!((d.rule, r.rule), ("worked out from the day of saving", "day of saving"));
                    format!("{} of `{}`, `{}`", d.value, d.span.of(&text), r.span.of(&text))
                }
                (Some(d), None) => d.value.to_string(),
                (None, Some(_)) => "a reference alone".to_string(),
            };
            if got != *expected || all.articles.len() != 1 {
                wrong.push_str(&format!("{saved} / {told}: got {got} in {} articles\n", all.articles.len()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn articles_of_a_paste_share_its_day_of_saving() {
    let body = BODIES[0].1;
    let dates = |text: &str| {
        let all = segment(text, &Packs::default(), &Corrections::default(), &mut Vocabulary::new(), &mut |_| {});
        let dates = all.articles.iter().map(|a| a.date.as_ref().map_or("-".to_string(), |d| d.value.to_string()));
        dates.collect::<Vec<_>>()
    };
    let article = |told: &str, saved: &str| format!("Port reopens again\n\n{told}\n\n{body}\n\n{saved}\n\n---\n\n");
    // The one day of saving is for all.
    let one = article("yesterday", "Saved on March 5, 2024") + &article("2 days ago", "");
    assert_eq!(dates(&one), ["2024-03-04", "2024-03-03"]);
    // What a person says is the date stays, and that there is none.
    let none = Correction { at: 0, value: Value::Date(None), given: false };
    let said = Corrections { fields: vec![none], ..Corrections::default() };
    let all = segment(&one, &Packs::default(), &said, &mut Vocabulary::new(), &mut |_| {});
    assert_eq!((all.articles[0].date.as_ref(), all.articles[1].date.is_some()), (None, true));
    // Each has its own; the third has none of its own, and the paste no single one.
    let two = article("yesterday", "Saved on March 5, 2024") + &article("yesterday", "Saved on March 8, 2024");
    assert_eq!(dates(&(two + &article("yesterday", ""))), ["2024-03-04", "2024-03-07", "-"]);
}
