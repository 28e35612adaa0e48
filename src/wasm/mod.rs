//! The edge to JavaScript, and the only room that knows it: options in, columns out, progress, errors.

mod columns;
mod numbers;
mod settings;

use std::cell::RefCell;

use js_sys::{Error as JsError, Function, Reflect};
use wasm_bindgen::prelude::*;

use crate::corpus::{ArticleId, Corpus, Stage};
use crate::error::Error;
use crate::lang::{Packs, detect};
use crate::report::columns::Value;
use crate::report::{self, Options, Setting, articles};

/// Called once by the loader: from here on a panic prints where it happened.
#[wasm_bindgen(start)]
pub fn start() {
    console_error_panic_hook::set_once();
}

/// Called by the loader once the second part of the engine is there: see `later`.
#[wasm_bindgen]
pub fn arrived() {
    crate::later::arrived();
}

/// A JavaScript `Error` with `code`, and for an option its name, the value and what is accepted; for
/// what must come later the text `later`.
pub(crate) fn to_error(error: &Error) -> JsValue {
    if *error == Error::Later {
        return error.code().into();
    }
    let js = JsError::new(&error.to_string());
    let set = |name: &str, value: &str| {
        // Setting a property of a fresh error cannot fail.
        let _ = Reflect::set(&js, &JsValue::from_str(name), &JsValue::from_str(value));
    };
    set("code", error.code());
    if let Error::Option { option, value, accepted } = error {
        set("option", option);
        set("value", value);
        set("accepted", accepted);
    }
    js.into()
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(thread_local_v2, js_name = performance)]
    static PERFORMANCE: Option<web_sys::Performance>;
}

/// Marks the time that something took, for the browser's profiler; where there is no profiler, nothing.
fn timed<T>(name: &str, work: impl FnOnce() -> T) -> T {
    let performance = PERFORMANCE.with(Option::clone);
    let mark = format!("comention:{name}");
    if let Some(p) = &performance {
        let _ = p.mark(&mark);
    }
    let done = work();
    if let Some(p) = &performance {
        let _ = p.measure_with_start_mark(&mark, &mark);
        p.clear_marks_with_mark_name(&mark);
    }
    done
}

/// Where memory comes from: less code than the standard library brings along for it.
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

thread_local! {
    /// The packs that any corpus was given: the next one has them from the start.
    static PACKS: RefCell<Packs> = RefCell::default();
}

/// A corpus, and the room that text comes in by.
#[wasm_bindgen]
pub struct Engine {
    corpus: Corpus,
    inbox: Vec<u8>,
    /// What was written, once it was looked at as text.
    text: Option<String>,
}

impl Default for Engine {
    fn default() -> Self {
        Self::new()
    }
}

impl Engine {
    /// The text that was written to the reserved bytes, which are gone then.
    #[inline(never)]
    fn written(&mut self, bytes: usize) -> String {
        if let Some(text) = self.text.take() {
            return text;
        }
        let mut inbox = std::mem::take(&mut self.inbox);
        inbox.truncate(bytes);
        inbox.shrink_to_fit();
        // The encoder writes valid UTF-8; should it ever not, what is broken becomes U+FFFD.
        String::from_utf8(inbox).unwrap_or_else(|e| String::from_utf8_lossy(e.as_bytes()).into_owned())
    }
}

#[wasm_bindgen]
impl Engine {
    /// An engine with an empty corpus.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Engine {
        Engine { corpus: Corpus::with_packs(PACKS.with_borrow(Packs::clone)), inbox: Vec::new(), text: None }
    }

    /// The version of the engine.
    #[must_use]
    pub fn version() -> String {
        report::VERSION.into()
    }

    /// Where to write UTF-8, with room for so many bytes; what was written before is kept when asked for more.
    pub fn reserve(&mut self, bytes: usize) -> *mut u8 {
        self.text = None;
        if self.inbox.len() < bytes {
            self.inbox.resize(bytes, 0);
        }
        self.inbox.as_mut_ptr()
    }

    /// English and the languages of the text that was written to the reserved bytes, as far as their packs are
    /// not there yet, with blanks between.
    #[must_use]
    pub fn languages(&mut self, bytes: usize) -> String {
        let text = self.written(bytes);
        let mut found = detect::languages(&text);
        self.text = Some(text);
        if !found.contains(&"en") {
            found.push("en");
        }
        found.retain(|language| !self.corpus.packs().has(language));
        found.join(" ")
    }

    /// Adds the language pack that was written to the reserved bytes.
    ///
    /// # Errors
    /// A JavaScript `Error` when the text is no pack.
    pub fn pack(&mut self, bytes: usize) -> Result<(), JsValue> {
        let text = self.written(bytes);
        self.corpus.add_pack(text).map_err(|e| to_error(&e))?;
        PACKS.set(self.corpus.packs().clone());
        Ok(())
    }

    /// Adds the text that was written to the reserved bytes, with what a person corrected of it; gives the
    /// articles added, when `tell` asks for them. `progress(stage, done, total)` is called now and then.
    ///
    /// # Errors
    /// A JavaScript `Error` when the text is too large, or a correction is none.
    pub fn add(
        &mut self,
        bytes: usize,
        tell: bool,
        corrections: JsValue,
        progress: Option<Function>,
    ) -> Result<JsValue, JsValue> {
        let text = self.written(bytes);
        let mut report = |stage: Stage, done: usize, total: usize| {
            if let Some(f) = &progress {
                let name = match stage {
                    Stage::Segmenting => "segmenting",
                    Stage::Naming => "naming",
                };
                // What the listener throws is its own affair.
                let _ = f.call3(&JsValue::NULL, &name.into(), &(done as f64).into(), &(total as f64).into());
            }
        };
        let given = settings::nested("corrections", corrections)?;
        let corrections = report::corrections::read(&text, &given).map_err(|e| to_error(&e))?;
        let added =
            timed("add", || self.corpus.add_corrected(text, &corrections, &mut report)).map_err(|e| to_error(&e))?;
        if !tell {
            return Ok(JsValue::UNDEFINED);
        }
        let records = added.of(self.corpus.records());
        Ok(columns::to_js(&Value::Table(articles::table(&articles::listed(&self.corpus, records)))))
    }

    /// Takes an article out; `false` where there is none with this number.
    pub fn remove(&mut self, article: u32) -> bool {
        self.corpus.remove(ArticleId(article))
    }

    /// Puts a person's rules in the place of those in force: see `report::rules`.
    ///
    /// # Errors
    /// A JavaScript `Error` that names the rule and the field that was wrong.
    pub fn rules(&mut self, rules: JsValue) -> Result<(), JsValue> {
        let list = settings::nested("rules", rules)?;
        self.corpus.set_rules(report::rules::read(&list).map_err(|e| to_error(&e))?);
        Ok(())
    }

    /// Puts a person's decisions about function words in the place of those in force: see `report::stopwords`.
    ///
    /// # Errors
    /// A JavaScript `Error` for anything but lists of words.
    pub fn stopwords(&mut self, settings: JsValue) -> Result<(), JsValue> {
        let settings = match settings::nested("stopwords", settings)? {
            Setting::Null(()) => Setting::Map(Options::new()),
            given => given,
        };
        self.corpus.set_stopwords(report::stopwords::read(&settings).map_err(|e| to_error(&e))?);
        Ok(())
    }

    /// Answers a question about the corpus: see `report::answer`.
    ///
    /// # Errors
    /// A JavaScript `Error` that names the option that was wrong.
    pub fn ask(&mut self, question: &str, settings: &JsValue) -> Result<JsValue, JsValue> {
        let settings = match settings::plain("options", settings)? {
            Setting::Map(map) => map,
            _ => Options::new(),
        };
        let answer =
            timed(question, || report::answer(&mut self.corpus, question, &settings)).map_err(|e| to_error(&e))?;
        Ok(timed("columns", || columns::to_js(&answer)))
    }
}
