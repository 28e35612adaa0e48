//! `cargo xtask packs | bindgen | check-packs | dump | fuzz | train | train-kinds`: builds what cargo alone does not.

mod bindgen;
mod dump;
mod fuzz;
mod kinds;
mod linked;
mod packs;
mod split;
mod train;

use std::process::ExitCode;

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1);
    let (command, first) = (args.next().unwrap_or_default(), args.next());
    let done = match (command.as_str(), first) {
        ("packs", None) => packs::write(),
        ("check-packs", None) => packs::check(),
        ("bindgen", None) => bindgen::write(),
        ("dump", Some(file)) => dump::print(&file),
        ("fuzz", Some(seconds)) => fuzz::run(&seconds),
        ("train-kinds", Some(language)) => kinds::write(&language, &args.collect::<Vec<_>>()),
        ("train", Some(language)) => train::write(&language, &args.collect::<Vec<_>>()),
        _ => Err("usage: cargo xtask packs | check-packs | bindgen | dump FILE | fuzz SECONDS | train LANGUAGE DATA... | train-kinds LANGUAGE DATA...".into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}
