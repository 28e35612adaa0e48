//! Answers as columns: what crosses to JavaScript, and what the parity test compares byte for byte.
//!
//! A [`Value`] is a tree; every list of rows in it is a [`Table`], column by column, since typed
//! arrays and one string a column, every text in it once, cross 20 to 40 times faster than row objects do. A table is told its
//! columns as data and gets its rows as cells, so that there is one piece of code for all of them.

use crate::count::term::KINDS;
use crate::mention::Kind;
use crate::segment::{Date, Time};
use crate::span::to_u32;
use crate::text::utf16;
use crate::text::vocabulary::{TypeId, Vocabulary};

/// What stands for a number that there is not, in a column of whole numbers.
pub const NONE: u32 = u32::MAX;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Type {
    /// Whole numbers.
    U32,
    /// Whole numbers, or none.
    OptionU32,
    /// Numbers; none where undefined.
    F64,
    /// Texts, or none.
    Text,
    /// One of a few names.
    Choice(&'static [&'static str]),
    /// A list a row.
    List(&'static Type),
    /// An object a row, or none.
    Struct(&'static [Field]),
    /// Whole numbers that stay a typed array a row.
    Array,
}

/// A column's name, as JavaScript knows it, and what it holds.
pub type Field = (&'static str, Type);

/// A cell of a row on its way into a column.
#[derive(Debug)]
pub enum Cell<'a> {
    /// Nothing.
    None,
    /// A whole number.
    U32(u32),
    /// A whole number, or none.
    OptionU32(Option<u32>),
    /// A number; none where undefined.
    F64(Option<f64>),
    /// A text.
    Text(&'a str),
    /// A text, or none.
    OptionText(Option<&'a str>),
    /// A date as text, or none.
    Date(Option<Date>),
    /// A time as text, or none.
    Time(Option<Time>),
    /// The number of a name.
    Choice(u8),
    /// Items of a list, or fields of an object.
    Row(Vec<Cell<'a>>),
    /// An object of two whole numbers and perhaps a text: from where to where, and by which rule.
    Place([u32; 2], &'a str),
    /// Whole numbers.
    Array(&'a [u32]),
}

impl Cell<'_> {
    /// A count, at most what a column of whole numbers holds.
    #[must_use]
    pub fn count(n: u64) -> Self {
        Cell::U32(u32::try_from(n).unwrap_or(NONE))
    }

    /// A kind of term.
    #[must_use]
    pub fn kind(kind: Kind) -> Self {
        Cell::Choice(kind as u8)
    }
}

/// The texts of a column: each distinct one once, since the terms of pairs come again and again.
#[derive(Clone, Debug, Default)]
pub struct Texts {
    /// The distinct texts, numbered as they came.
    forms: Vocabulary,
    /// Where each of them ends in all of them, in UTF-16 units.
    pub ends: Vec<u32>,
    /// Of each row the number of its text; [`NONE`] where there is none.
    pub at: Vec<u32>,
}

impl PartialEq for Texts {
    fn eq(&self, other: &Self) -> bool {
        (self.text(), &self.ends, &self.at) == (other.text(), &other.ends, &other.at)
    }
}

impl Texts {
    #[inline(never)]
    fn push(&mut self, text: Option<&str>) {
        self.at.push(text.map_or(NONE, |text| {
            // Rows that follow each other are often of one language, one day, one rule.
            if let Some(last) = self.at.last().filter(|last| **last != NONE && self.forms.get(TypeId(**last)) == text) {
                return *last;
            }
            let TypeId(form) = self.forms.intern(text);
            if form as usize == self.ends.len() {
                self.ends.push(self.ends.last().copied().unwrap_or(0) + utf16::length(text));
            }
            form
        }));
    }

    /// The distinct texts, one after the other.
    #[must_use]
    pub fn text(&self) -> &str {
        self.forms.text()
    }

    /// The texts one by one.
    #[must_use]
    pub fn cells(&self) -> Vec<Option<&str>> {
        self.at.iter().map(|form| (*form != NONE).then(|| self.forms.get(TypeId(*form)))).collect()
    }
}

/// One column of a table; every column of a table has as many entries as the table has rows, every field of a column
/// of objects as many as there are objects.
#[derive(Clone, Debug, PartialEq)]
pub enum Column {
    /// Whole numbers.
    U32(Vec<u32>),
    /// Whole numbers; [`NONE`] where there is none.
    OptionU32(Vec<u32>),
    /// Numbers; not a number where undefined.
    F64(Vec<f64>),
    /// Texts.
    Text(Texts),
    /// One of a few names: an index into them a row.
    Choice(&'static [&'static str], Vec<u8>),
    /// A list a row: where each ends in the inner column.
    List(Vec<u32>, Box<Column>),
    /// An object a row; 1 where the row has none, and none of its fields has an entry.
    Struct(Vec<(&'static str, Column)>, Vec<u8>),
    /// Whole numbers that stay a typed array a row: where each ends, and the numbers.
    Array(Vec<u32>, Vec<u32>),
}

impl Column {
    fn new(holds: &Type) -> Self {
        match holds {
            Type::U32 => Column::U32(Vec::new()),
            Type::OptionU32 => Column::OptionU32(Vec::new()),
            Type::F64 => Column::F64(Vec::new()),
            Type::Text => Column::Text(Texts::default()),
            Type::Choice(names) => Column::Choice(names, Vec::new()),
            Type::List(inner) => Column::List(Vec::new(), Box::new(Column::new(inner))),
            Type::Struct(fields) => Column::Struct(columns(fields), Vec::new()),
            Type::Array => Column::Array(Vec::new(), Vec::new()),
        }
    }

    /// A cell that does not fit the column counts as none.
    fn push(&mut self, cell: &Cell<'_>) {
        match (self, cell) {
            (Column::U32(list), Cell::U32(n)) | (Column::OptionU32(list), Cell::U32(n) | Cell::OptionU32(Some(n))) => {
                list.push(*n);
            }
            (Column::U32(list), _) => list.push(0),
            (Column::OptionU32(list), _) => list.push(NONE),
            (Column::F64(list), cell) => list.push(if let Cell::F64(Some(x)) = cell { *x } else { f64::NAN }),
            (Column::Choice(_, list), cell) => list.push(if let Cell::Choice(n) = cell { *n } else { 0 }),
            (Column::Text(list), Cell::Text(text) | Cell::OptionText(Some(text))) => list.push(Some(text)),
            (column, cell) => column.push_more(cell),
        }
    }

    /// The same of what is not one number or text.
    #[inline(never)]
    fn push_more(&mut self, cell: &Cell<'_>) {
        match (self, cell) {
            (Column::Text(list), Cell::Date(Some(date))) => list.push(Some(&date.to_string())),
            (Column::Text(list), Cell::Time(Some(time))) => list.push(Some(&time.to_string())),
            (Column::Text(list), _) => list.push(None),
            (Column::List(ends, inner), cell) => {
                let items = if let Cell::Row(items) = cell { items.as_slice() } else { &[] };
                for item in items {
                    inner.push(item);
                }
                ends.push(ends.last().copied().unwrap_or(0) + to_u32(items.len()));
            }
            (Column::Struct(fields, missing), Cell::Place(place, rule)) => {
                missing.push(0);
                let mut ends = place.iter();
                for (_, column) in fields {
                    let number = |column: &Column| matches!(column, Column::U32(_));
                    column.push(&if number(column) { Cell::U32(*ends.next().unwrap_or(&0)) } else { Cell::Text(rule) });
                }
            }
            (Column::Struct(fields, missing), cell) => {
                let cells = if let Cell::Row(cells) = cell { cells.as_slice() } else { &[] };
                missing.push(u8::from(cells.is_empty()));
                if !cells.is_empty() {
                    push_all(fields, cells);
                }
            }
            (Column::Array(ends, values), cell) => {
                if let Cell::Array(numbers) = cell {
                    values.extend_from_slice(numbers);
                }
                ends.push(to_u32(values.len()));
            }
            _ => {}
        }
    }
}

fn columns(fields: &[Field]) -> Vec<(&'static str, Column)> {
    fields.iter().map(|(name, holds)| (*name, Column::new(holds))).collect()
}

fn push_all(columns: &mut [(&'static str, Column)], cells: &[Cell<'_>]) {
    for (i, (_, column)) in columns.iter_mut().enumerate() {
        column.push(cells.get(i).unwrap_or(&Cell::None));
    }
}

/// Rows of one shape.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// How many rows.
    pub rows: usize,
    /// Names (as JavaScript knows them) and columns.
    pub columns: Vec<(&'static str, Column)>,
}

impl Table {
    /// A table without rows.
    #[must_use]
    pub fn new(fields: &[Field]) -> Self {
        Table { rows: 0, columns: columns(fields) }
    }

    /// Adds a row: a cell a column.
    pub fn push(&mut self, cells: &[Cell<'_>]) {
        push_all(&mut self.columns, cells);
        self.rows += 1;
    }
}

/// The fields that say who a row is of: a term, or the two of a pair.
#[must_use]
pub fn who(pairs: bool) -> [Field; 3] {
    if pairs {
        [
            ("ids", Type::List(&Type::Text)),
            ("terms", Type::List(&Type::Text)),
            ("kinds", Type::List(&Type::Choice(KINDS))),
        ]
    } else {
        [("id", Type::Text), ("term", Type::Text), ("kind", Type::Choice(KINDS))]
    }
}

/// What fills such a field: a list for a pair, the only cell for a term.
#[must_use]
pub fn one_or_two(mut cells: Vec<Cell<'_>>, pairs: bool) -> Cell<'_> {
    if pairs { Cell::Row(cells) } else { cells.pop().unwrap_or(Cell::None) }
}

/// An answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing.
    Null,
    /// Yes or no.
    Bool(bool),
    /// A number; `None` where undefined.
    Number(Option<f64>),
    /// A text.
    Text(String),
    /// Values by name, in this order.
    Object(Vec<(&'static str, Value)>),
    /// Values in order.
    List(Vec<Value>),
    /// Rows.
    Table(Table),
    /// Raw bytes.
    Bytes(Vec<u8>),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_come_back() {
        let mut table = Table::new(&[
            ("name", Type::Text),
            ("place", Type::Struct(&[("start", Type::U32), ("rule", Type::Text)])),
            ("forms", Type::List(&Type::Text)),
        ]);
        table.push(&[Cell::Text("Łódź 😀"), Cell::None, Cell::Row(vec![Cell::Text("a"), Cell::Text("")])]);
        table.push(&[Cell::None, Cell::Row(vec![Cell::U32(7), Cell::Text("r")]), Cell::Row(vec![])]);
        table.push(&[Cell::Text("x")]);
        let [(_, Column::Text(names)), (_, Column::Struct(place, missing)), (_, Column::List(ends, forms))] =
            table.columns.as_slice()
        else {
            panic!("other columns: {table:?}")
        };
        assert_eq!(names.cells(), [Some("Łódź 😀"), None, Some("x")]);
        assert_eq!(
            (names.text(), names.ends.as_slice(), names.at.as_slice()),
            ("Łódź 😀x", &[7, 8][..], &[0, NONE, 1][..])
        );
        assert_eq!((missing.as_slice(), &place[0].1), (&[1, 0, 1][..], &Column::U32(vec![7])));
        let Column::Text(forms) = forms.as_ref() else { panic!("no texts") };
        assert_eq!((ends.as_slice(), forms.cells()), (&[2, 2, 2][..], vec![Some("a"), Some("")]));
    }
}
