//! `data/<lang>/*.txt` to `data/<lang>.pack`: one sorted text with a flag per list.
//!
//! A list has one entry a line, `entry` or `entry TAB value`; lines that begin with `#` and blank lines
//! are passed over. Of two lists that give an entry a value, the first in `Flags::LISTS` wins.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use comention::lang::cases::INFLECTED;
use comention::lang::gender::NAME as HE_AND_SHE;
use comention::lang::words::STEPS;
use comention::lang::{Flags, Pack};

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../data")
}

/// The lists of English that are a file of their own: what names are known by, which is most of it, and what few texts
/// need.
const NAMES: &[&str] = &[
    "common-words",
    "countries",
    "demonyms",
    "family-names",
    "given-names",
    "name-suffixes",
    "offices",
    "organization-words",
    "organizations",
    "other-names",
    "other-words",
    "particles",
    "place-words",
    "places",
    "relative",
    "saying-verbs",
];

/// Writes the pack of every language folder.
pub fn write() -> Result<(), String> {
    for (path, text) in built()? {
        let old = fs::read_to_string(&path).unwrap_or_default();
        if old != text {
            fs::write(&path, &text).map_err(|e| format!("{}: {e}", path.display()))?;
        }
        println!("{}: {} entries, {} bytes", path.display(), text.lines().count() - 1, text.len());
    }
    Ok(())
}

/// The path and text of every pack, as they should be.
pub fn built() -> Result<Vec<(PathBuf, String)>, String> {
    let mut folders: Vec<PathBuf> = fs::read_dir(data())
        .map_err(|e| format!("data: {e}"))?
        .filter_map(|entry| entry.ok().map(|e| e.path()))
        .filter(|path| path.is_dir())
        .collect();
    folders.sort();
    let mut out = Vec::new();
    let mut genders = Entries::new();
    for folder in &folders {
        let (own, names) = pack(folder)?;
        out.push((folder.with_extension("pack"), own));
        if let Some(text) = names {
            out.push((data().join("en-names.pack"), text));
        }
        if let Ok(text) = fs::read_to_string(folder.join("words.txt")) {
            let language = folder.file_name().and_then(|n| n.to_str()).ok_or("a data folder without a name")?;
            out.push((data().join(format!("{language}-words.pack")), dictionary(language, &text)?));
        }
        if let Ok(text) = fs::read_to_string(folder.join("genders.txt")) {
            let language = folder.file_name().and_then(|n| n.to_str()).ok_or("a data folder without a name")?;
            for line in text.lines().filter(|l| !l.is_empty() && !l.starts_with('#')) {
                let (word, value) = line.split_once('\t').unwrap_or((line, ""));
                add(&mut genders, &format!("{language} {word}"), 1, value);
            }
        }
    }
    out.push((data().join(format!("{HE_AND_SHE}.pack")), lines(HE_AND_SHE, genders)));
    Ok(out)
}

/// `word TAB frequency [TAB marks]` to the lines of a dictionary.
fn dictionary(language: &str, text: &str) -> Result<String, String> {
    let mut out = format!("comention-words 1 {language}\n");
    for line in text.lines().filter(|l| !l.is_empty() && !l.starts_with('#')) {
        let mut parts = line.split('\t');
        let (word, count) = (parts.next().unwrap_or(""), parts.next().unwrap_or(""));
        let count: f64 = count.parse().map_err(|e| format!("words.txt: {line:?}: {e}"))?;
        let step = (comention::num::ln(count.max(1.0)) * STEPS).round().clamp(0.0, 25.0) as u8;
        out.push_str(word);
        out.push(char::from(b'A' + step));
        out.push_str(parts.next().unwrap_or(""));
        out.push('\n');
    }
    Ok(out)
}

/// What the lists of a pack say of its entries: flags and value.
type Entries = BTreeMap<String, (u32, String)>;

/// The pack of a folder, and for English the part with the names: every entry of a list of names, with all
/// that any list says of it.
fn pack(folder: &Path) -> Result<(String, Option<String>), String> {
    let language = folder.file_name().and_then(|n| n.to_str()).ok_or("a data folder without a name")?;
    let (mut own, mut names) = (Entries::new(), Entries::new());
    let mut rows: Vec<(bool, String, u32, String)> = Vec::new();
    for (list, flag) in Flags::LISTS {
        let Ok(text) = fs::read_to_string(folder.join(format!("{list}.txt"))) else { continue };
        let apart = language == "en" && NAMES.contains(list);
        for line in text.lines().map(str::trim_end).filter(|l| !l.is_empty() && !l.starts_with('#')) {
            let (entry, value) = line.split_once('\t').unwrap_or((line, ""));
            if apart {
                names.entry(entry.to_string()).or_default();
            }
            rows.push((apart, entry.to_string(), flag.0, value.to_string()));
        }
    }
    for (apart, entry, flag, value) in rows {
        if names.contains_key(&entry) {
            add(&mut names, &entry, flag, &value);
        }
        if !apart {
            add(&mut own, &entry, flag, &value);
        }
    }
    for file in fs::read_dir(folder).map_err(|e| e.to_string())?.filter_map(Result::ok) {
        let name = file.file_name().to_string_lossy().into_owned();
        if let Some(list) = name.strip_suffix(".txt")
            && !matches!(list, "words" | "genders")
            && !Flags::LISTS.iter().any(|(known, _)| *known == list)
        {
            return Err(format!("{}: no such list", file.path().display()));
        }
    }
    let names = if names.is_empty() { None } else { Some(lines(&format!("{language} names"), names)) };
    Ok((lines(language, with_stems(language, own)?), names))
}

/// In a language that inflects names, its names of several words as they are looked up: what all cases have in common.
fn with_stems(language: &str, mut entries: Entries) -> Result<Entries, String> {
    let text = lines(language, entries.clone());
    let pack = Pack::new(&text).map_err(|e| e.to_string())?;
    if pack.inflects() {
        for (entry, (flags, value)) in entries.clone() {
            if entry.contains(' ') && Flags(flags).any(INFLECTED) {
                entries.remove(&entry);
                add(&mut entries, &pack.stems(&entry).0, flags, &value);
            }
        }
    }
    Ok(entries)
}

fn add(entries: &mut Entries, entry: &str, flag: u32, value: &str) {
    let slot = entries.entry(entry.to_string()).or_default();
    slot.0 |= flag;
    if slot.1.is_empty() {
        slot.1 = value.to_string();
    }
}

fn lines(head: &str, entries: Entries) -> String {
    let mut out = format!("comention-pack 1 {head}\n");
    for (entry, (flags, value)) in entries {
        let tab = if value.is_empty() { "" } else { "\t" };
        out.push_str(&format!("{entry}\t{flags:x}{tab}{value}\n"));
    }
    out
}

/// Fails when a committed pack is not what its lists make.
pub fn check() -> Result<(), String> {
    for (path, text) in built()? {
        if fs::read_to_string(&path).unwrap_or_default() != text {
            return Err(format!("{} is stale: run `cargo xtask packs`", path.display()));
        }
    }
    Ok(())
}
