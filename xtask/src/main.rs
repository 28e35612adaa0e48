//! `cargo xtask packs | bindgen`: builds what cargo alone does not.

mod packs;

use std::process::ExitCode;

fn main() -> ExitCode {
    let task = std::env::args().nth(1).unwrap_or_default();
    let done = match task.as_str() {
        "packs" => packs::write(),
        _ => Err("usage: cargo xtask packs".into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}
