//! What reaches what in an engine that the linker was asked to leave its relocations in.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use wasmparser::{ElementItems as Elements, KnownCustom, Linking, Name, Parser, Payload, RelocationType, SymbolInfo};

/// A function by its index, or a symbol of data by where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Node {
    Function(u32),
    Data(u32, u32),
}

/// What the linker wrote, as far as it tells what reaches what.
#[derive(Default)]
pub struct Linked {
    pub names: BTreeMap<u32, String>,
    roots: Vec<u32>,
    reaches: BTreeMap<Node, BTreeSet<Node>>,
}

/// Whether a mangled name is that of a path, in which `*` stands for one part, such as an `impl` elsewhere.
pub fn is_named(name: &str, path: &str) -> bool {
    let mut rest = name;
    for (i, run) in path.split("::*::").enumerate() {
        let pattern: String = run.split("::").map(|part| format!("{}{part}", part.len())).collect();
        let Some((before, after)) = rest.split_once(&pattern) else { return false };
        // Not within a type that an argument is of.
        if i == 0 && !before.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') {
            return false;
        }
        rest = after;
    }
    rest.is_empty() || rest.starts_with("17h") || rest.starts_with('E')
}

pub fn failed(error: impl std::fmt::Display) -> String {
    format!("cutting the engine in two: {error:#}")
}

impl Linked {
    pub fn new(wasm: &[u8]) -> Result<Self, String> {
        let mut out = Linked::default();
        // Where functions and segments stand in their sections, with the index or the address of each.
        let mut bodies: Vec<(Range<usize>, u32)> = Vec::new();
        let mut segments: Vec<(Range<usize>, u32)> = Vec::new();
        let (mut imported, mut section, mut at) = (0u32, 0u32, BTreeMap::new());
        let (mut symbols, mut relocations) = (Vec::new(), Vec::new());
        for payload in Parser::new(0).parse_all(wasm) {
            let payload = payload.map_err(failed)?;
            if let Some((_, range)) = payload.as_section() {
                at.insert(section, range.start);
                section += 1;
            }
            match payload {
                Payload::ImportSection(reader) => {
                    for import in reader.into_imports() {
                        let function = matches!(import.map_err(failed)?.ty, wasmparser::TypeRef::Func(_));
                        imported += u32::from(function);
                    }
                }
                Payload::ExportSection(reader) => {
                    for export in reader {
                        let export = export.map_err(failed)?;
                        // What only describes an export to wasm-bindgen goes when that has read it.
                        if export.kind == wasmparser::ExternalKind::Func
                            && !export.name.starts_with("__wbindgen_describe")
                        {
                            out.roots.push(export.index);
                        }
                    }
                }
                Payload::ElementSection(reader) => {
                    for element in reader {
                        if !matches!(element.map_err(failed)?.items, Elements::Functions(_)) {
                            return Err(failed("the table holds more than functions"));
                        }
                    }
                }
                Payload::StartSection { func, .. } => out.roots.push(func),
                Payload::CodeSectionEntry(body) => {
                    let index = imported + bodies.len() as u32;
                    bodies.push((body.range(), index));
                }
                Payload::DataSection(reader) => {
                    for data in reader {
                        let data = data.map_err(failed)?;
                        let wasmparser::DataKind::Active { offset_expr, .. } = data.kind else { continue };
                        let Ok(wasmparser::Operator::I32Const { value }) = offset_expr.get_operators_reader().read()
                        else {
                            return Err(failed("a segment of data at no constant address"));
                        };
                        let end = data.range.end;
                        segments.push((end - data.data.len()..end, value as u32));
                    }
                }
                Payload::CustomSection(custom) => match custom.as_known() {
                    KnownCustom::Name(reader) => {
                        for name in reader {
                            let Name::Function(names) = name.map_err(failed)? else { continue };
                            for name in names {
                                let name = name.map_err(failed)?;
                                out.names.insert(name.index, name.name.to_string());
                            }
                        }
                    }
                    KnownCustom::Linking(reader) => {
                        for part in reader.subsections() {
                            let Linking::SymbolTable(table) = part.map_err(failed)? else { continue };
                            for symbol in table {
                                symbols.push(symbol.map_err(failed)?);
                            }
                        }
                    }
                    KnownCustom::Reloc(reader) => {
                        for entry in reader.entries() {
                            relocations.push((reader.section_index(), entry.map_err(failed)?));
                        }
                    }
                    _ => {}
                },
                _ => {}
            }
        }
        if relocations.is_empty() {
            return Err(failed("the linker left no relocations (-Clink-arg=--emit-relocs)"));
        }
        let node = |symbol: &SymbolInfo| match symbol {
            SymbolInfo::Func { index, .. } => Some(Node::Function(*index)),
            SymbolInfo::Data { symbol: Some(found), .. } => {
                let (_, base) = segments.get(found.index as usize)?;
                Some(Node::Data(base + found.offset, base + found.offset + found.size))
            }
            _ => None,
        };
        let data: BTreeSet<Node> = symbols.iter().filter_map(node).filter(|n| matches!(n, Node::Data(..))).collect();
        for (section, entry) in relocations {
            let place = at.get(&section).copied().unwrap_or(0) + entry.offset as usize;
            // A type, not a symbol.
            if entry.ty == RelocationType::TypeIndexLeb {
                continue;
            }
            let Some(to) = symbols.get(entry.index as usize).and_then(node) else { continue };
            if let Some((_, function)) = bodies.iter().find(|(range, _)| range.contains(&place)) {
                out.reaches.entry(Node::Function(*function)).or_default().insert(to);
            } else if let Some((range, base)) = segments.iter().find(|(range, _)| range.contains(&place)) {
                let address = base + (place - range.start) as u32;
                for from in &data {
                    if let Node::Data(start, end) = *from
                        && (start..end).contains(&address)
                    {
                        out.reaches.entry(*from).or_default().insert(to);
                    }
                }
            }
        }
        Ok(out)
    }

    /// What can be reached from outside, and from some functions more, without going into any of others.
    pub fn reached(&self, also: &[u32], without: &BTreeSet<u32>) -> BTreeSet<Node> {
        let mut found = BTreeSet::new();
        let mut open: Vec<Node> = self.roots.iter().chain(also).map(|r| Node::Function(*r)).collect();
        while let Some(node) = open.pop() {
            let stops = matches!(node, Node::Function(f) if without.contains(&f));
            if !stops && found.insert(node) {
                open.extend(self.reaches.get(&node).into_iter().flatten());
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_are_known_by_their_path() {
        for (name, path, is) in [
            ("_ZN9comention6report4more17h0123456789abcdefE", "comention::report::more", true),
            ("_RNvNtCs1a_9comention6report4more", "comention::report::more", true),
            ("_ZN9comention6report8moreover17h0123456789abcdefE", "comention::report::more", false),
            ("_ZN9comention6report4more4deep17h0123456789abcdefE", "comention::report::more", false),
            ("_ZN4core3ptr24drop$LT$9comention6report4more17h01E", "comention::report::more", false),
            ("_ZN1a1b15_$LT$impl$u20$C$GT$1f17h01E", "a::b::*::f", true),
            ("_ZN1a1b15_$LT$impl$u20$C$GT$1g17h01E", "a::b::*::f", false),
        ] {
            assert_eq!(is_named(name, path), is, "{name} {path}");
        }
    }
}
