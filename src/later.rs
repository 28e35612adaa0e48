//! What of the engine comes later. In Wasm the engine is two files: the first answers what a person sees when a
//! text comes in, the second has the rest and is loaded when it is first wanted. Natively all of it is there.
//!
//! The functions that the cut goes through are listed in `xtask/src/split.rs`; each is called only after
//! [`needed`] said that it may be.

use crate::error::Error;

/// Whether the second part is there; told by the loader of the engine.
#[cfg(target_arch = "wasm32")]
static HERE: std::sync::atomic::AtomicBool = std::sync::atomic::AtomicBool::new(false);

/// The second part is there now.
#[cfg(target_arch = "wasm32")]
pub fn arrived() {
    HERE.store(true, std::sync::atomic::Ordering::Relaxed);
}

/// Asked before anything that the second part has.
///
/// # Errors
/// [`Error::Later`] while it is not there; nothing has been done then, and the call can be made again.
pub fn needed() -> Result<(), Error> {
    #[cfg(target_arch = "wasm32")]
    if !HERE.load(std::sync::atomic::Ordering::Relaxed) {
        return Err(Error::Later);
    }
    Ok(())
}
