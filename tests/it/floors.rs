//! A room uses only the rooms above it: every `use crate::` is read.

use std::fs;
use std::path::Path;

/// Bottom up, as in ARCHITECTURE.md; rooms of one line may use each other.
const FLOORS: &[&[&str]] = &[
    &["span", "error", "num", "rng", "order", "later"],
    &["stats"],
    &["text"],
    &["lang"],
    &["segment"],
    &["mention"],
    &["corpus"],
    &["count"],
    &["network"],
    &["report"],
    &["wasm"],
];

fn floor(room: &str) -> Option<usize> {
    FLOORS.iter().position(|rooms| rooms.contains(&room))
}

fn read(path: &Path, room: &str, wrong: &mut Vec<String>) {
    if path.is_dir() {
        let mut entries: Vec<_> = fs::read_dir(path).unwrap().map(|e| e.unwrap().path()).collect();
        entries.sort();
        entries.iter().for_each(|entry| read(entry, room, wrong));
        return;
    }
    let own = floor(room).unwrap_or_else(|| panic!("{} is in no floor", path.display()));
    for (number, line) in fs::read_to_string(path).unwrap().lines().enumerate() {
        let at = |why: &str| format!("{}:{}: {why}: {}", path.display(), number + 1, line.trim());
        for rest in line.split("crate::").skip(1).filter(|_| !line.trim_start().starts_with("//")) {
            let names = rest.strip_prefix('{').map_or_else(
                || vec![rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or("")],
                |list| {
                    list.split('}')
                        .next()
                        .unwrap_or("")
                        .split(',')
                        .map(|n| n.trim().split(':').next().unwrap_or(""))
                        .collect()
                },
            );
            for name in names {
                if floor(name).is_some_and(|other| other > own) {
                    wrong.push(at(&format!("`{room}` may not use `{name}`")));
                }
            }
        }
        let edge = ["wasm_bindgen", "js_sys", "web_sys", "serde_wasm_bindgen"];
        if room != "wasm" && edge.iter().any(|c| line.contains(c)) {
            wrong.push(at("only `wasm` may name the crates of the edge"));
        }
    }
}

#[test]
fn no_room_uses_one_below_it() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut wrong = Vec::new();
    for entry in fs::read_dir(&source).unwrap().map(|e| e.unwrap().path()) {
        let room = entry.file_stem().unwrap().to_str().unwrap().to_string();
        if room != "lib" {
            read(&entry, &room, &mut wrong);
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
