//! Terms over time.

use crate::corpus::Corpus;
use crate::count::term::{KINDS, Terms};
use crate::order::sort_rows;
use crate::report::columns::{Cell, Table, Type, Value};
use crate::report::query::{Period, Query};
use crate::segment::Date;

/// A period as a number that grows by one from each to the next.
fn number(date: Date, period: Period) -> i32 {
    let (year, month) = (i32::from(date.year), i32::from(date.month));
    match period {
        Period::Year => year,
        Period::Month => year * 12 + month - 1,
        Period::Day => {
            // Days from civil: the year begins in March, so that a leap day comes last (Hinnant 2013).
            let year = if month <= 2 { year - 1 } else { year };
            let era = year.div_euclid(400);
            let of_era = year.rem_euclid(400);
            let of_year = (153 * ((month + 9) % 12) + 2) / 5 + i32::from(date.day) - 1;
            era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year
        }
    }
}

fn name(n: i32, period: Period) -> String {
    match period {
        Period::Year => format!("{n:04}"),
        Period::Month => format!("{:04}-{:02}", n.div_euclid(12), n.rem_euclid(12) + 1),
        Period::Day => {
            let (era, of_era) = (n.div_euclid(146_097), n.rem_euclid(146_097));
            let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
            let of_year = of_era - (365 * year + year / 4 - year / 100);
            let shifted = (5 * of_year + 2) / 153;
            let (day, month) = (of_year - (153 * shifted + 2) / 5 + 1, (shifted + 2) % 12 + 1);
            format!("{:04}-{month:02}-{day:02}", era * 400 + year + i32::from(month <= 2))
        }
    }
}

/// Most periods that are laid out; a wider range (a stray year 1021) is cut at its far end.
const MOST: i32 = 4000;

/// Mentions of the most mentioned entities in each period from the first dated article to the last,
/// periods without any included. Articles without a date are not counted.
#[must_use]
pub fn answer(corpus: &Corpus, query: &Query) -> Value {
    let terms = Terms::entities(corpus, &query.kinds_of_pairs());
    // Term and period of every mention: sorted, those of one term stand together, by period.
    let mut mentions: Vec<u64> = Vec::new();
    let mut hits = Vec::new();
    let mut range: Option<(i32, i32)> = None;
    for view in query.scope.articles(corpus) {
        let Some(date) = view.date() else { continue };
        let at = number(date, query.period);
        range = Some(range.map_or((at, at), |(low, high)| (low.min(at), high.max(at))));
        terms.hits(view, &query.scope, &mut hits);
        mentions.extend(hits.iter().map(|hit| u64::from(hit.term) << 32 | u64::from(at.cast_unsigned())));
    }
    let (low, high) = range.unwrap_or((0, -1));
    let low = low.max(high - MOST + 1);
    mentions.sort_unstable();
    let term = |of: &[u64]| of.first().map_or(0, |m| (m >> 32) as u32);
    let mut rows: Vec<&[u64]> = mentions.chunk_by(|a, b| a >> 32 == b >> 32).collect();
    sort_rows(&mut rows, &mut |a, b| b.len().cmp(&a.len()).then_with(|| terms.by_id(term(a), term(b))));
    rows.truncate(query.limit);
    let mut table =
        Table::new(&[("id", Type::Text), ("term", Type::Text), ("kind", Type::Choice(KINDS)), ("counts", Type::Array)]);
    for own in rows {
        let mut series = vec![0u32; usize::try_from(high - low + 1).unwrap_or(0)];
        for mention in own {
            let at = i64::from((*mention as u32).cast_signed()) - i64::from(low);
            if let Some(slot) = usize::try_from(at).ok().and_then(|at| series.get_mut(at)) {
                *slot += 1;
            }
        }
        table.push(&[
            Cell::Text(&terms.id(term(own))),
            Cell::Text(&terms.name(term(own))),
            Cell::kind(terms.kind(term(own))),
            Cell::Array(&series),
        ]);
    }
    let periods = (low..=high).map(|p| Value::Text(name(p, query.period))).collect();
    Value::Object(vec![("periods", Value::List(periods)), ("rows", Value::Table(table))])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_follow_each_other_and_read_back() {
        for (iso, next) in [
            ("2021-07-16", "2021-07-17"),
            ("2020-02-28", "2020-02-29"),
            ("1999-12-31", "2000-01-01"),
            ("1900-02-28", "1900-03-01"),
        ] {
            let date = Date::from_iso(iso).unwrap();
            let n = number(date, Period::Day);
            assert_eq!(name(n, Period::Day), iso);
            assert_eq!(name(n + 1, Period::Day), next);
        }
        let december = Date { year: 2021, month: 12, day: 5 };
        assert_eq!(name(number(december, Period::Month) + 1, Period::Month), "2022-01");
    }
}
