//! Windows: the units within which two mentions are a pair.

use crate::corpus::View;
use crate::count::Scope;
use crate::segment::{Part, Sentence};
use crate::span::{Range, Span};

/// The unit within which two mentions are a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Window {
    /// A sentence; a headline is one of its own.
    Sentence,
    /// A paragraph; a headline is one of its own.
    Paragraph,
    /// An article, headline included.
    Article,
    /// So many words apart at most, within a sentence (surface co-occurrence: Evert 2008).
    Words(u32),
}

/// A term at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Into the terms of the question.
    pub term: u32,
    /// Into the paste's tokens: its first word.
    pub token: u32,
    /// Into the paste's sentences.
    pub sentence: u32,
    /// In the paste.
    pub span: Span,
}

/// A window of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WindowAt {
    /// In the paste.
    pub span: Span,
    /// The sentences that it holds, of the paste.
    pub sentences: Range,
    /// The first is a headline.
    pub part: Part,
}

/// The windows of an article, in order. For a window of words these are the sentences, within which the
/// words are counted. A headline is there as often as it counts.
#[must_use]
#[inline(never)]
pub fn windows(view: View<'_>, window: Window, scope: &Scope) -> Vec<WindowAt> {
    let all = one_by_one(view, window, scope);
    let times = scope.headline.unwrap_or(1) as usize;
    if times == 1 {
        return all;
    }
    let mut out = Vec::new();
    for at in all {
        for _ in 0..if at.part == Part::Headline { times } else { 1 } {
            out.push(at);
        }
    }
    out
}

fn one_by_one(view: View<'_>, window: Window, scope: &Scope) -> Vec<WindowAt> {
    let segmentation = &view.paste.segmentation;
    match window {
        Window::Sentence | Window::Words(_) => {
            let mut out = Vec::with_capacity(view.article.sentences.len());
            let counts = |s: &Sentence| scope.part(s.part) && !s.tokens.is_empty();
            out.extend(view.sentences().filter(|(_, s)| counts(s)).map(|(i, s)| WindowAt {
                span: s.span,
                sentences: Range { start: i, end: i + 1 },
                part: s.part,
            }));
            out
        }
        Window::Paragraph => view
            .article
            .paragraphs
            .of(&segmentation.paragraphs)
            .iter()
            .filter(|p| {
                scope.part(p.part) && p.sentences.of(&segmentation.sentences).iter().any(|s| !s.tokens.is_empty())
            })
            .map(|p| WindowAt { span: p.span, sentences: p.sentences, part: p.part })
            .collect(),
        Window::Article => {
            vec![WindowAt { span: view.article.span, sentences: view.article.sentences, part: Part::Body }]
        }
    }
}

/// The hits within a window; `hits` are those of the article, by position.
#[must_use]
pub fn hits_in<'a>(hits: &'a [Hit], at: &WindowAt) -> &'a [Hit] {
    let start = hits.partition_point(|h| h.sentence < at.sentences.start);
    let end = hits.partition_point(|h| h.sentence < at.sentences.end);
    hits.get(start..end).unwrap_or(&[])
}
