//! What of the engine comes later. In Wasm the engine is two files: the first answers what a person sees when a
//! text comes in, the second has the rest and is loaded when it is first wanted. Natively all of it is there.
//!
//! The functions that the cut goes through are listed in `xtask/src/split.rs`; each is called only after
//! [`needed`] or [`here`] said that it may be.

use crate::error::Error;

/// Whether the second part is there; told by the loader of the engine.
#[cfg(target_arch = "wasm32")]
static HERE: std::sync::atomic::AtomicBool = std::sync::atomic::AtomicBool::new(false);

/// The second part is there now.
#[cfg(target_arch = "wasm32")]
pub fn arrived() {
    HERE.store(true, std::sync::atomic::Ordering::Relaxed);
}

/// Something of the second part was wanted and not there.
#[cfg(target_arch = "wasm32")]
static MISSED: std::sync::atomic::AtomicBool = std::sync::atomic::AtomicBool::new(false);

/// Asked where a text needs something of the second part, in the midst of its being read. Where it is not there,
/// reading goes on without, and [`missed`] tells afterwards that it was in vain.
pub fn here() -> bool {
    let here = needed().is_ok();
    #[cfg(target_arch = "wasm32")]
    if !here {
        MISSED.store(true, std::sync::atomic::Ordering::Relaxed);
    }
    here
}

/// Whether anything was missed since this was last asked.
pub fn missed() -> bool {
    #[cfg(target_arch = "wasm32")]
    return MISSED.swap(false, std::sync::atomic::Ordering::Relaxed);
    #[cfg(not(target_arch = "wasm32"))]
    false
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
