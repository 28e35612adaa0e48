//! What of the engine comes later. In Wasm the engine is three files: the first answers what a person sees when a
//! text comes in; the second has the rest, and is loaded when it is first wanted; the third, which needs both, has
//! what few ask for. Natively all of it is there.
//!
//! The functions that the cuts go through are listed in `xtask/src/split.rs`; each is called only after
//! [`needed`] said that it may be.

use crate::error::Error;

/// A part of the engine that comes later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The second.
    More,
    /// The third: names inside names, and pronouns.
    Closer,
}

/// How many parts came; told by the loader of the engine.
#[cfg(target_arch = "wasm32")]
static HERE: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);

/// One part more is there now.
#[cfg(target_arch = "wasm32")]
pub fn arrived() {
    HERE.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
}

/// Asked before anything that the second part has.
///
/// # Errors
/// [`Error::Later`] while it is not there; nothing has been done then, and the call can be made again.
pub fn needed() -> Result<(), Error> {
    until(Part::More)
}

/// Asked before anything that the third part has.
///
/// # Errors
/// [`Error::Later`] while it or the second is not there; nothing has been done then, and the call can be made again.
pub fn closer_needed() -> Result<(), Error> {
    needed()?;
    until(Part::Closer)
}

fn until(part: Part) -> Result<(), Error> {
    #[cfg(target_arch = "wasm32")]
    if HERE.load(std::sync::atomic::Ordering::Relaxed) <= part as u32 {
        return Err(Error::Later(part));
    }
    let _ = part;
    Ok(())
}
