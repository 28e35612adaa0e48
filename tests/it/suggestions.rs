//! Entities that may be one.

use comention::report::columns::{Column, Value};
use comention::report::{self, Options};

use crate::corpus;

/// Every suggestion as `into <- entity: reason`, and `!` where an article names both.
fn suggestions(pastes: &[&str]) -> Vec<String> {
    let corpus = corpus(pastes);
    let Value::Table(table) = report::ask(&corpus, "suggestions", &Options::new()).unwrap() else { panic!() };
    let column = |name: &str| &table.columns.iter().find(|(n, _)| *n == name).unwrap().1;
    let names = |name: &str| {
        let Column::Struct(fields, _) = column(name) else { panic!() };
        let Column::Text(ids) = &fields.iter().find(|(n, _)| *n == "id").unwrap().1 else { panic!() };
        ids.cells().into_iter().map(|id| id.unwrap().to_string()).collect::<Vec<_>>()
    };
    let Column::U32(together) = column("together") else { panic!() };
    let Column::Choice(choices, reasons) = column("reason") else { panic!() };
    let sides = names("into").into_iter().zip(names("entity"));
    sides
        .zip(reasons)
        .zip(together)
        .map(|(((into, entity), reason), n)| {
            format!("{into} <- {entity}: {}{}", choices[*reason as usize], if *n > 0 { "!" } else { "" })
        })
        .collect()
}

#[test]
fn names_that_may_be_one() {
    for (pastes, expected) in [
        (
            &[
                "Foreign Minister Sergei Lavrov met Ada Osei. Sergei Lavrov left.",
                "Foreign Minister Sergey Lavrov spoke in Kesh.",
            ][..],
            &["person:sergei lavrov <- person:sergey lavrov: spelling"][..],
        ),
        // Both in one article: it is said.
        (
            &["Mr. Sergei Lavrov met Mr. Sergey Lavrov, his cousin. Sergei Lavrov left."],
            &["person:sergei lavrov <- person:sergey lavrov: spelling!"],
        ),
        (
            &[
                "The Sarn Basin Commission met. The Sarn Basin Commission voted.",
                "Talks at the SBC in Kesh went on, the SBC said.",
            ],
            &["organization:sarn basin commission <- organization:sbc: acronym"],
        ),
        (
            &["President Ada Osei spoke. President Ada Osei left.", "President Osei spoke in Kesh."],
            &["person:ada osei <- person:osei: short form"],
        ),
        // The whole name takes the other in, even where it is mentioned less.
        (
            &["Mr. Lavrov spoke. Mr. Lavrov left. Lavrov came.", "Mr. Sergei Lavrov spoke.", "Mr. Sergey Lavrov left."],
            &[
                "person:sergei lavrov <- person:sergey lavrov: spelling",
                "person:sergei lavrov <- person:lavrov: short form",
            ],
        ),
        (
            &["President Volodymyr Zelenskiy spoke.", "President Volodymyr Zelenskyy left.", "Mr. Zelensky came."],
            &[
                "person:volodymyr zelenskiy <- person:volodymyr zelenskyy: spelling",
                "person:volodymyr zelenskiy <- person:zelensky: short form",
            ],
        ),
        // Two of that name: nobody can say which.
        (&["President Ada Osei spoke.", "President Kofi Osei spoke.", "President Osei spoke in Kesh."], &[]),
        (
            &["President Marek Svoboda spoke. Marek Svoboda left.", "President Marek Swobodda spoke."],
            &["person:marek svoboda <- person:marek swobodda: spelling"],
        ),
        (
            &["President Marek Svoboda spoke. Marek Svoboda left.", "President Marek Slvoboda spoke."],
            &["person:marek svoboda <- person:marek slvoboda: letter"],
        ),
        (
            &["Mr. Mohammed Salahi spoke. Mohammed Salahi left.", "Mr. Muhamad Salahi spoke."],
            &["person:mohammed salahi <- person:muhamad salahi: vowels"],
        ),
        // An acronym of two bodies is that of neither, unless one of them is mentioned far more.
        (
            &[
                "The Sarn Basin Commission met.",
                "The Sable Bay Council met.",
                "Talks at the SBC in Kesh, the SBC said.",
            ],
            &[],
        ),
        // Words of a few letters that are a letter apart are two words.
        (&["The U.S. Government spoke. The U.S. Government left.", "The U.K. Government spoke."], &[]),
        // Countries that are a letter apart are two countries.
        (&["Talks in Slovakia and Slovenia, in Iran and Iraq, in Niger and Nigeria went on."], &[]),
    ] {
        assert_eq!(suggestions(pastes), expected, "{pastes:?}");
    }
}
