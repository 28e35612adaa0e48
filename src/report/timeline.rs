//! Terms over time.

use crate::corpus::{Corpus, View};
use crate::count::tally::{PairRule, tally};
use crate::error::Error;
use crate::mention::Kind;
use crate::report::columns::{Cell, Table, Type, Value, one_or_two, who};
use crate::report::contexts::terms_of;
use crate::report::query::{Period, Query, Series};
use crate::report::{entities, keywords, pairs};
use crate::segment::Date;
use crate::span::to_u32;
use crate::stats::adjust::benjamini_hochberg;
use crate::stats::trend::{Trend, bursts, trend};

/// A day as a number that grows by one from each to the next.
fn day(date: Date) -> i32 {
    let (year, month) = (i32::from(date.year), i32::from(date.month));
    // Days from civil: the year begins in March, so that a leap day comes last (Hinnant 2013).
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + i32::from(date.day) - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year
}

/// A day number of a Monday, less a multiple of seven.
const MONDAY: i32 = 5;

/// A period as a number that grows by one from each to the next.
fn number(date: Date, period: Period) -> i32 {
    let (year, month) = (i32::from(date.year), i32::from(date.month));
    match period {
        Period::Year => year,
        Period::Month => year * 12 + month - 1,
        Period::Week => (day(date) - MONDAY).div_euclid(7),
        Period::Day => day(date),
    }
}

/// A year, a month, a day; for a week its Monday.
fn name(n: i32, period: Period) -> String {
    match period {
        Period::Year => format!("{n:04}"),
        Period::Month => format!("{:04}-{:02}", n.div_euclid(12), n.rem_euclid(12) + 1),
        Period::Week => name(n * 7 + MONDAY, Period::Day),
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

/// One term or pair over the periods.
struct Row {
    ids: Vec<String>,
    terms: Vec<String>,
    kinds: Vec<Kind>,
    /// Mentions of a term, windows with both of a pair.
    counts: Vec<u32>,
    /// Articles with one.
    articles: Vec<u32>,
    first: Option<Date>,
    last: Option<Date>,
}

/// The most mentioned entities, the keywords or the strongest pairs in each period from the first dated
/// article to the last, periods without any included. Articles without a date are not counted.
///
/// Whether one rises or falls is tested over articles (Cochran-Armitage), with q over the rows; and bursts are
/// runs of periods in which twice the usual share of articles have it (Kleinberg 2002).
///
/// # Errors
/// [`Error::Option`] for terms that nothing has.
pub fn answer(corpus: &Corpus, query: &Query) -> Result<Value, Error> {
    let mut rows = chosen(corpus, query);
    let (low, sizes) = fill(corpus, query, &mut rows, query.series == Series::Pairs)?;
    let names = (low..).take(sizes.len()).map(|p| Value::Text(name(p, query.period))).collect();
    let articles = sizes.iter().map(|n| Value::Number(Some(*n as f64))).collect();
    Ok(Value::Object(vec![
        ("periods", Value::List(names)),
        ("articles", Value::List(articles)),
        ("rows", Value::Table(table(&rows, &sizes, query.series == Series::Pairs))),
    ]))
}

/// The articles with a term, or with both of a pair in one window, and all articles, period by period.
///
/// # Errors
/// [`Error::Option`] for terms that nothing has.
pub fn course(corpus: &Corpus, query: &Query, ids: &[&str]) -> Result<(Vec<u64>, Vec<u64>), Error> {
    let mut rows = [row(&ids.iter().map(|id| (*id).to_string()).collect::<Vec<_>>(), &[], &[])];
    let (_, sizes) = fill(corpus, query, &mut rows, ids.len() > 1)?;
    let [row] = &rows;
    Ok((row.articles.iter().map(|n| u64::from(*n)).collect(), sizes))
}

/// Counts the rows in each period; gives the number of the first period, and the articles of each.
fn fill(corpus: &Corpus, query: &Query, rows: &mut [Row], pairs: bool) -> Result<(i32, Vec<u64>), Error> {
    let (terms, numbers) = terms_of(corpus, rows.iter().map(|r| r.ids.as_slice()))?;
    let mut views: Vec<(i32, View<'_>)> = Vec::new();
    for view in query.scope.articles(corpus) {
        views.extend(view.date().map(|date| (number(date, query.period), view)));
    }
    let high = views.iter().map(|v| v.0).max().unwrap_or(-1);
    let low = views.iter().map(|v| v.0).min().unwrap_or(0).max(high - MOST + 1);
    let periods = usize::try_from(high - low + 1).unwrap_or(0);
    let mut sizes = vec![0u64; periods];
    for row in &mut *rows {
        (row.counts, row.articles) = (vec![0; periods], vec![0; periods]);
    }
    let rule = if pairs { Some(PairRule { min_windows: 1, min_count: 1 }) } else { None };
    for (at, view) in views {
        let Ok(at) = usize::try_from(at - low) else { continue };
        if let Some(size) = sizes.get_mut(at) {
            *size += 1;
        }
        let counted = tally(&[view], &terms, query.window, &query.scope, rule);
        for (row, numbers) in rows.iter_mut().zip(&numbers) {
            let n = match numbers.as_slice() {
                [a, b] => counted.pair(*a, *b).map_or(0, |p| p.windows),
                [a] => counted.terms.get(*a as usize).map_or(0, |c| c.mentions),
                _ => 0,
            };
            if n == 0 {
                continue;
            }
            if let (Some(count), Some(articles)) = (row.counts.get_mut(at), row.articles.get_mut(at)) {
                *count += n;
                *articles += 1;
            }
            let date = view.date();
            row.first = if row.first.is_some() { row.first.min(date) } else { date };
            row.last = row.last.max(date);
        }
    }
    Ok((low, sizes))
}

#[inline(never)]
fn row(ids: &[String], terms: &[String], kinds: &[Kind]) -> Row {
    Row {
        ids: ids.to_vec(),
        terms: terms.to_vec(),
        kinds: kinds.to_vec(),
        counts: Vec::new(),
        articles: Vec::new(),
        first: None,
        last: None,
    }
}

/// The rows that are asked for, without counts.
fn chosen(corpus: &Corpus, query: &Query) -> Vec<Row> {
    let mut out = Vec::new();
    match query.series {
        Series::Entities => {
            for r in entities::rows(corpus, query) {
                out.push(row(&[r.id], &[r.name], &[r.kind]));
            }
        }
        Series::Keywords => {
            for r in keywords::rows(corpus, query) {
                out.push(row(&[r.id], &[r.term], &[r.kind]));
            }
        }
        Series::Pairs => {
            for r in pairs::rows(corpus, query) {
                out.push(row(&r.ids, &r.terms, &r.kinds));
            }
        }
    }
    out
}

const BURST: Type = Type::Struct(&[("start", Type::U32), ("end", Type::U32), ("weight", Type::F64)]);

fn table(rows: &[Row], sizes: &[u64], pairs: bool) -> Table {
    // In a period without articles of the term or at all nothing is above its size.
    let articles = |r: &Row| r.articles.iter().map(|n| u64::from(*n)).collect::<Vec<_>>();
    let trends: Vec<Option<Trend>> = rows.iter().map(|r| trend(&articles(r), sizes).ok().flatten()).collect();
    let p: Vec<Option<f64>> = trends.iter().map(|t| t.map(|t| t.p_value)).collect();
    let [id, term, kind] = who(pairs);
    let mut table = Table::new(&[
        id,
        term,
        kind,
        ("count", Type::U32),
        ("counts", Type::Array),
        ("articles", Type::Array),
        ("firstDate", Type::Text),
        ("lastDate", Type::Text),
        ("trend", Type::F64),
        ("pValue", Type::F64),
        ("qValue", Type::F64),
        ("bursts", Type::List(&BURST)),
    ]);
    for ((r, trend), q) in rows.iter().zip(&trends).zip(benjamini_hochberg(&p)) {
        let bursts = bursts(&articles(r), sizes, 2.0, 1.0).unwrap_or_default();
        let bursts = bursts
            .iter()
            .map(|b| Cell::Row(vec![Cell::U32(to_u32(b.start)), Cell::U32(to_u32(b.end)), Cell::F64(Some(b.weight))]));
        table.push(&[
            one_or_two(r.ids.iter().map(|id| Cell::Text(id)).collect(), pairs),
            one_or_two(r.terms.iter().map(|term| Cell::Text(term)).collect(), pairs),
            one_or_two(r.kinds.iter().map(|kind| Cell::kind(*kind)).collect(), pairs),
            Cell::U32(r.counts.iter().sum()),
            Cell::Array(&r.counts),
            Cell::Array(&r.articles),
            Cell::Date(r.first),
            Cell::Date(r.last),
            Cell::F64(trend.map(|t| t.z)),
            Cell::F64(trend.map(|t| t.p_value)),
            Cell::F64(q),
            Cell::Row(bursts.collect()),
        ]);
    }
    table
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
        let week = |iso: &str| name(number(Date::from_iso(iso).unwrap(), Period::Week), Period::Week);
        assert_eq!(["2021-07-11", "2021-07-12", "2021-07-18"].map(week), ["2021-07-05", "2021-07-12", "2021-07-12"]);
        let december = Date { year: 2021, month: 12, day: 5 };
        assert_eq!(name(number(december, Period::Month) + 1, Period::Month), "2022-01");
    }
}
