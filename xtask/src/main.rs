//! `cargo xtask packs | bindgen | check-packs | dump`: builds what cargo alone does not.

mod bindgen;
mod dump;
mod packs;

use std::process::ExitCode;

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1);
    let done = match (args.next().unwrap_or_default().as_str(), args.next()) {
        ("packs", None) => packs::write(),
        ("check-packs", None) => packs::check(),
        ("bindgen", None) => bindgen::write(),
        ("dump", Some(file)) => dump::print(&file),
        _ => Err("usage: cargo xtask packs | check-packs | bindgen | dump FILE".into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}
