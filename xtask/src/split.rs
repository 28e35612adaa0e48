//! Cuts the engine in two. What the first answer about a text does not need is a second `.wasm`, which is
//! loaded when a question first wants it, into the same memory and the same table of functions.
//!
//! The cut is made at a few functions, [`LATER`]: whatever can be reached only through them moves, functions
//! and constants. What reaches what is known from the relocations that the linker leaves when asked to
//! (`linked.rs`); the cut itself is made in what wasm-bindgen wrote ([`Plan::cut`]), where functions still
//! have their names. In the first part a moved function is a call through a slot of the table; the second
//! imports what it shares with the first (memory, table, stack pointer, functions), and fills the slots when
//! it is started. Nothing calls into it before: `src/later.rs` sees to that.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use walrus::ir::{self, Value, VisitorMut};
use walrus::{
    ConstExpr, DataKind, ElementItems, ElementKind, ExportItem, FunctionBuilder, FunctionId, FunctionKind, GlobalId,
    GlobalKind, ImportKind, LocalFunction, MemoryId, Module, TableId,
};

use crate::linked::{Linked, Node, failed, is_named};

/// The functions that the cut goes through, by path. Each must be there and must not be inlined.
pub const LATER: &[&str] = &[
    // Questions.
    "comention::report::more",
    "comention::report::query::Query::read_on",
    "comention::report::intervals::fill",
    "comention::report::pairs::expected_together",
    "comention::report::keywords::yakes",
    "comention::report::network::sdsm",
    "comention::report::network::thin",
    "comention::report::setting::worded",
    // What a person corrects and decides.
    "comention::wasm::settings::by_serde",
    "comention::report::corrections::all",
    "comention::segment::correct::Corrections::cut",
    "comention::segment::correct::Corrections::head",
    "comention::report::rules::all",
    "comention::report::stopwords::all",
    "comention::corpus::rules::*::set_rules",
    "comention::corpus::rules::*::follow_rules",
    // What is looked for only when a question wants it.
    "comention::corpus::closer::*::look_closer",
    // Languages that write no blanks.
    "comention::lang::pack::Packs::add_large",
    "comention::mention::han::mentions",
    "comention::segment::han::join",
    // Languages that inflect names.
    "comention::lang::cases::*::stems",
    "comention::lang::cases::*::across_cases",
    "comention::mention::inflected::word",
    "comention::mention::inflected::look_up",
    "comention::mention::inflected::apart",
    "comention::mention::inflected::grown",
    "comention::mention::inflected::weigh",
    // Names in other languages than English.
    "comention::mention::headed::cut_headed",
    "comention::mention::headed::put_right",
    "comention::mention::headed::bridged",
    "comention::mention::headed::work",
    "comention::mention::headed::uncased",
    "comention::mention::lexicon::compound",
    "comention::mention::cut::in_a_row",
    "comention::mention::name::grown",
    // What few texts have: dates by words, damage, tags, the front matter of Markdown.
    "comention::segment::damage::mended",
    "comention::segment::notices",
    "comention::segment::markup::cleaned",
    "comention::segment::dateline::chinese",
    "comention::segment::article::greets",
    "comention::segment::date::eastern",
    "comention::segment::line::counted",
    "comention::segment::line::matter",
    "comention::segment::head::told::*::below_length",
    "comention::segment::stamp::reporter",
    "comention::segment::head::told::*::labelled",
    "comention::segment::head::told::*::front",
    "comention::segment::head::names::*::elsewhere",
    "comention::segment::head::names::*::usual",
    "comention::segment::relative::work_out",
];

/// What the second part imports all it shares by.
const FIRST: &str = "first";

/// What moves to the second part.
#[derive(Debug, Default)]
pub struct Plan {
    /// Functions, by the names that the linker gave them.
    functions: BTreeSet<String>,
    /// Constants, by address, in order.
    data: Vec<Range<u32>>,
}

impl Plan {
    /// What moves when what the linker wrote is cut at some functions, which are given by path.
    ///
    /// # Errors
    /// When one of the functions is not there, or the file does not tell what reaches what.
    pub fn new(linked: &[u8], later: &[&str]) -> Result<Self, String> {
        let linked = Linked::new(linked)?;
        let mut cuts = BTreeSet::new();
        for path in later {
            let before = cuts.len();
            cuts.extend(linked.names.iter().filter(|(_, name)| is_named(name, path)).map(|(index, _)| *index));
            if cuts.len() == before {
                return Err(failed(format!("there is no function `{path}`: is it inlined?")));
            }
        }
        // Functions are found again by name: those that share one stay, with all that they reach.
        let mut times: BTreeMap<&str, usize> = BTreeMap::new();
        for name in linked.names.values() {
            *times.entry(name).or_default() += 1;
        }
        let shared = linked.names.iter().filter(|(_, name)| times.get(name.as_str()).is_some_and(|n| *n > 1));
        let shared: Vec<u32> = shared.map(|(index, _)| *index).collect();
        let all = linked.reached(&[], &BTreeSet::new());
        let first = linked.reached(&shared, &cuts);
        let mut plan = Plan::default();
        let mut stays: Vec<Range<u32>> = Vec::new();
        for node in &all {
            match (node, first.contains(node)) {
                (Node::Function(index), false) => {
                    let name =
                        linked.names.get(index).ok_or_else(|| failed(format!("function {index} has no name")))?;
                    if !plan.functions.insert(name.clone()) {
                        return Err(failed(format!("two functions are named `{name}`")));
                    }
                }
                (Node::Data(start, end), false) => plan.data.push(*start..*end),
                (Node::Data(start, end), true) => stays.push(*start..*end),
                (Node::Function(_), true) => {}
            }
        }
        // Constants may share their bytes: what the first part needs of them stays.
        for kept in stays {
            plan.data = plan
                .data
                .iter()
                .flat_map(|r| [r.start..r.end.min(kept.start), r.start.max(kept.end)..r.end])
                .filter(|r| r.start < r.end)
                .collect();
        }
        plan.data.sort_by_key(|r| (r.start, r.end));
        plan.data = plan.data.drain(..).fold(Vec::new(), |mut out: Vec<Range<u32>>, r| {
            match out.last_mut() {
                Some(last) if r.start <= last.end => last.end = last.end.max(r.end),
                _ => out.push(r),
            }
            out
        });
        Ok(plan)
    }

    /// The two parts of what wasm-bindgen made of it.
    ///
    /// # Errors
    /// When it is not a module, or not of the form that the linker gives.
    pub fn cut(&self, glued: &[u8]) -> Result<(Vec<u8>, Vec<u8>), String> {
        let mut first = Module::from_buffer(glued).map_err(failed)?;
        let mut second = Module::from_buffer(glued).map_err(failed)?;
        for module in [&mut first, &mut second] {
            for section in ["linking", "reloc.CODE", "reloc.DATA"] {
                module.customs.remove_raw(section);
            }
        }
        let moved: BTreeSet<FunctionId> = first
            .funcs
            .iter_local()
            .map(|(id, _)| first.funcs.get(id))
            .filter(|f| f.name.as_ref().is_some_and(|name| self.functions.contains(name)))
            .map(|f| f.id())
            .collect();
        let table = first.tables.main_function_table().map_err(failed)?.ok_or_else(|| failed("there is no table"))?;
        let slots = slots(&first, table, &moved)?;
        let shared = self.second(&mut second, &slots, glued)?;
        self.first(&mut first, table, &slots, &shared);
        Ok((first.emit_wasm(), second.emit_wasm()))
    }

    /// Leaves in the first part what does not move, and exports what the second shares.
    fn first(&self, module: &mut Module, table: TableId, slots: &Slots, shared: &[(String, Shared)]) {
        for id in module.funcs.iter_local().map(|(id, _)| id).collect::<Vec<_>>() {
            if let Some(slot) = slots.of.get(&id.index()).and_then(|own| own.first()) {
                module.funcs.get_mut(id).kind = FunctionKind::Local(call_through(module, table, id, *slot));
            }
        }
        // The table without what the second part fills in.
        let segments: Vec<_> = module.elements.iter().map(|e| (e.id(), e.kind.clone(), e.items.clone())).collect();
        for (id, kind, items) in segments {
            let (ElementKind::Active { table: own, offset }, ElementItems::Functions(functions)) = (kind, items) else {
                continue;
            };
            let Some(start) = constant(&offset).filter(|_| own == table) else { continue };
            module.elements.delete(id);
            module.tables.get_mut(table).elem_segments.remove(&id);
            let left = (start..).zip(functions).filter(|(_, f)| !slots.of.contains_key(&f.index()));
            fill(module, table, left);
        }
        let t = module.tables.get_mut(table);
        t.initial = t.initial.max(u64::from(slots.end));
        t.maximum = t.maximum.map(|most| most.max(t.initial));
        for (name, item) in shared {
            let item = match item {
                Shared::Function(index) => {
                    module.funcs.iter().find(|f| f.id().index() == *index).map(|f| ExportItem::Function(f.id()))
                }
                Shared::Global(index) => {
                    module.globals.iter().find(|g| g.id().index() == *index).map(|g| ExportItem::Global(g.id()))
                }
                Shared::Table => Some(ExportItem::Table(table)),
                Shared::Memory => module.memories.iter().next().map(|m| ExportItem::Memory(m.id())),
            };
            if let Some(item) = item {
                module.exports.add(name, item);
            }
        }
        // The optimiser leaves out what is zero, as memory is from the start.
        for id in module.data.iter().map(|d| d.id()).collect::<Vec<_>>() {
            let data = module.data.get_mut(id);
            let Some((_, base)) = address(&data.kind) else { continue };
            for range in &self.data {
                let (start, end) = (range.start.max(base) - base, range.end.max(base) - base);
                let length = data.value.len();
                if let Some(bytes) = data.value.get_mut(start as usize..(end as usize).min(length)) {
                    bytes.fill(0);
                }
            }
        }
        walrus::passes::gc::run(module);
    }

    /// Leaves in the second part what moves; gives what it imports, and by which names.
    fn second(&self, module: &mut Module, slots: &Slots, of: &[u8]) -> Result<Vec<(String, Shared)>, String> {
        let mut shared: Vec<(String, Shared)> = Vec::new();
        let mut share = |item: Shared| {
            let name = format!("{:x}", shared.len());
            shared.push((name.clone(), item));
            name
        };
        let table = module.tables.main_function_table().map_err(failed)?.ok_or_else(|| failed("there is no table"))?;
        let own = |id: FunctionId| slots.of.contains_key(&id.index());
        // The functions that it calls and does not have become imports.
        let mut used = Used::default();
        let moved: Vec<FunctionId> = module.funcs.iter_local().map(|(id, _)| id).filter(|id| own(*id)).collect();
        for id in &moved {
            let function = module.funcs.get_mut(*id).kind.unwrap_local_mut();
            let entry = function.entry_block();
            ir::dfs_pre_order_mut(&mut used, function, entry);
        }
        let mut instead = BTreeMap::new();
        for id in used.functions.iter().filter(|id| !own(**id)) {
            let ty = module.funcs.get(*id).ty();
            instead.insert(*id, module.add_import_func(FIRST, &share(Shared::Function(id.index())), ty).0);
        }
        for id in &moved {
            let function = module.funcs.get_mut(*id).kind.unwrap_local_mut();
            let entry = function.entry_block();
            ir::dfs_pre_order_mut(&mut Renamed(&instead), function, entry);
        }
        for id in &used.globals {
            let import = module.imports.add(FIRST, &share(Shared::Global(id.index())), ImportKind::Global(*id));
            module.globals.get_mut(*id).kind = GlobalKind::Import(import);
        }
        let import = module.imports.add(FIRST, &share(Shared::Table), ImportKind::Table(table));
        let t = module.tables.get_mut(table);
        (t.import, t.initial, t.maximum) = (Some(import), t.initial.max(slots.end.into()), None);
        for id in module.memories.iter().map(|m| m.id()).collect::<Vec<_>>() {
            // Named after what both are parts of, so that parts of different builds never come together.
            let build = format!("memory-{:016x}", fnv(of));
            let import = module.imports.add(FIRST, &build, ImportKind::Memory(id));
            shared.push((build, Shared::Memory));
            module.memories.get_mut(id).import = Some(import);
        }
        module.start = None;
        for id in module.exports.iter().map(|e| e.id()).collect::<Vec<_>>() {
            module.exports.delete(id);
        }
        for id in module.elements.iter().map(|e| e.id()).collect::<Vec<_>>() {
            module.elements.delete(id);
        }
        module.tables.get_mut(table).elem_segments.clear();
        let ids: BTreeMap<usize, FunctionId> = moved.iter().map(|id| (id.index(), *id)).collect();
        let mut filled = BTreeMap::new();
        for (function, own) in &slots.of {
            filled.extend(own.iter().filter_map(|slot| Some((*slot, *ids.get(function)?))));
        }
        fill(module, table, filled.into_iter());
        self.constants(module);
        walrus::passes::gc::run(module);
        Ok(shared)
    }

    /// Leaves the constants that move.
    fn constants(&self, module: &mut Module) {
        let segments: Vec<_> = module.data.iter().map(|d| (d.id(), address(&d.kind), d.value.clone())).collect();
        for memory in module.memories.iter_mut() {
            memory.data_segments.clear();
        }
        for (id, address, value) in segments {
            module.data.delete(id);
            let Some((memory, base)) = address else { continue };
            for range in &self.data {
                let (start, end) = (range.start.max(base) - base, range.end.max(base) - base);
                let Some(bytes) = value.get(start as usize..(end as usize).min(value.len())) else { continue };
                if bytes.iter().all(|b| *b == 0) {
                    continue;
                }
                let offset = ConstExpr::Value(Value::I32((base + start) as i32));
                let new = module.data.add(DataKind::Active { memory, offset }, bytes.to_vec());
                module.memories.get_mut(memory).data_segments.insert(new);
            }
        }
    }
}

/// What the second part has of the first, by index.
#[derive(Clone, Copy, Debug)]
enum Shared {
    Function(usize),
    Global(usize),
    Table,
    Memory,
}

/// Through which slots of the table moved functions are reached.
#[derive(Debug)]
struct Slots {
    /// By the index of the function; none where only moved ones call it.
    of: BTreeMap<usize, Vec<u32>>,
    /// The first slot behind all.
    end: u32,
}

/// A moved function keeps the slots that it has, and gets one where what stays calls it.
fn slots(module: &Module, table: TableId, moved: &BTreeSet<FunctionId>) -> Result<Slots, String> {
    let end = u32::try_from(module.tables.get(table).initial).map_err(failed)?;
    let mut out = Slots { of: moved.iter().map(|id| (id.index(), Vec::new())).collect(), end };
    for element in module.elements.iter() {
        let ElementKind::Active { table: own, offset } = &element.kind else { continue };
        let (Some(start), ElementItems::Functions(functions)) = (constant(offset), &element.items) else { continue };
        for (slot, function) in (start..).zip(functions).filter(|_| *own == table) {
            if let Some(slots) = out.of.get_mut(&function.index()) {
                slots.push(slot);
            }
        }
    }
    let mut called = Used::default();
    for (_, function) in module.funcs.iter_local().filter(|(id, _)| !moved.contains(id)) {
        ir::dfs_in_order(&mut called, function, function.entry_block());
    }
    for id in &called.functions {
        if let Some(slots) = out.of.get_mut(&id.index()).filter(|slots| slots.is_empty()) {
            slots.push(out.end);
            out.end += 1;
        }
    }
    Ok(out)
}

/// The functions and globals that instructions name.
#[derive(Default)]
struct Used {
    functions: BTreeSet<FunctionId>,
    globals: BTreeSet<GlobalId>,
}

impl ir::Visitor<'_> for Used {
    fn visit_function_id(&mut self, id: &FunctionId) {
        self.functions.insert(*id);
    }
}

impl VisitorMut for Used {
    fn visit_function_id_mut(&mut self, id: &mut FunctionId) {
        self.functions.insert(*id);
    }

    fn visit_global_id_mut(&mut self, id: &mut GlobalId) {
        self.globals.insert(*id);
    }
}

/// Puts other functions in the place of some.
struct Renamed<'a>(&'a BTreeMap<FunctionId, FunctionId>);

impl VisitorMut for Renamed<'_> {
    fn visit_function_id_mut(&mut self, id: &mut FunctionId) {
        *id = self.0.get(id).copied().unwrap_or(*id);
    }
}

/// A hash (FNV-1a).
fn fnv(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |h, b| (h ^ u64::from(*b)).wrapping_mul(0x0100_0000_01b3))
}

fn constant(expression: &ConstExpr) -> Option<u32> {
    match expression {
        ConstExpr::Value(Value::I32(value)) => Some(*value as u32),
        _ => None,
    }
}

fn address(kind: &DataKind) -> Option<(MemoryId, u32)> {
    match kind {
        DataKind::Active { memory, offset } => Some((*memory, constant(offset)?)),
        DataKind::Passive => None,
    }
}

/// Segments of the table for slots in ascending order.
fn fill(module: &mut Module, table: TableId, slots: impl Iterator<Item = (u32, FunctionId)>) {
    let mut runs: Vec<(u32, Vec<FunctionId>)> = Vec::new();
    for (slot, function) in slots {
        match runs.last_mut() {
            Some((start, run)) if *start + run.len() as u32 == slot => run.push(function),
            _ => runs.push((slot, vec![function])),
        }
    }
    for (start, run) in runs {
        let offset = ConstExpr::Value(Value::I32(start as i32));
        let id = module.elements.add(ElementKind::Active { table, offset }, ElementItems::Functions(run));
        module.tables.get_mut(table).elem_segments.insert(id);
    }
}

/// In the place of a function: the same by a slot of the table.
fn call_through(module: &mut Module, table: TableId, id: FunctionId, slot: u32) -> LocalFunction {
    let ty = module.funcs.get(id).ty();
    let (parameters, results) = (module.types.get(ty).params().to_vec(), module.types.get(ty).results().to_vec());
    let arguments: Vec<_> = parameters.iter().map(|p| module.locals.add(*p)).collect();
    let mut builder = FunctionBuilder::new(&mut module.types, &parameters, &results);
    let mut body = builder.func_body();
    for argument in &arguments {
        body.local_get(*argument);
    }
    body.i32_const(slot as i32).call_indirect(ty, table);
    builder.local_func(arguments)
}

#[cfg(test)]
mod tests {
    use super::*;
    use walrus::ValType;

    /// `main` calls `moved` directly, which calls `deeper`, `kept` and the import; `deeper` is in the table too.
    fn module() -> Vec<u8> {
        let mut module = Module::default();
        let memory = module.memories.add_local(false, false, 1, None, None);
        module.exports.add("memory", memory);
        let stack = module.globals.add_local(ValType::I32, true, false, ConstExpr::Value(Value::I32(64)));
        let ty = module.types.add(&[ValType::I32], &[ValType::I32]);
        let (import, _) = module.add_import_func("page", "tell", ty);
        let table = module.tables.add_local(false, 3, Some(3), walrus::RefType::FUNCREF);
        let mut function = |name: &str, build: &dyn Fn(&mut walrus::InstrSeqBuilder<'_>)| {
            let mut builder = FunctionBuilder::new(&mut module.types, &[ValType::I32], &[ValType::I32]);
            builder.name(name.into());
            let argument = module.locals.add(ValType::I32);
            build(builder.func_body().local_get(argument));
            builder.finish(vec![argument], &mut module.funcs)
        };
        let kept = function("kept", &|b| {
            b.i32_const(1).binop(ir::BinaryOp::I32Add);
        });
        let deeper = function("deeper", &|b| {
            b.global_get(stack).binop(ir::BinaryOp::I32Add);
        });
        let moved = function("moved", &|b| {
            b.call(deeper).call(kept).call(import);
        });
        let main = function("main", &|b| {
            b.call(kept).call(moved);
        });
        module.exports.add("main", main);
        fill(&mut module, table, [(1, kept), (2, deeper)].into_iter());
        let offset = ConstExpr::Value(Value::I32(16));
        let data = module.data.add(DataKind::Active { memory, offset }, b"staysmoves".to_vec());
        module.memories.get_mut(memory).data_segments.insert(data);
        module.emit_wasm()
    }

    #[test]
    fn what_moves_is_reached_through_the_table_and_shares_the_rest() {
        let plan = Plan { functions: ["moved".into(), "deeper".into()].into(), data: vec![16..16, 21..26] };
        let (first, second) = plan.cut(&module()).unwrap();
        let [first, second] = [first, second].map(|bytes| Module::from_buffer(&bytes).unwrap());
        let names = |module: &Module| {
            let mut names: Vec<String> =
                module.funcs.iter_local().filter_map(|(id, _)| module.funcs.get(id).name.clone()).collect();
            names.sort();
            names
        };
        assert_eq!(
            (names(&first), names(&second)),
            (vec!["kept".into(), "main".into(), "moved".into()], vec!["deeper".into(), "moved".into()])
        );
        // Slot 2 is left open, and there is one more for what is called directly.
        let filled = |module: &Module| -> Vec<(Option<u32>, usize)> {
            let of = |e: &walrus::Element| match (&e.kind, &e.items) {
                (ElementKind::Active { offset, .. }, ElementItems::Functions(list)) => (constant(offset), list.len()),
                _ => (None, 0),
            };
            module.elements.iter().map(of).collect()
        };
        assert_eq!((filled(&first), filled(&second)), (vec![(Some(1), 1)], vec![(Some(2), 2)]));
        assert_eq!(first.tables.iter().next().map(|t| t.initial), Some(4));
        let data = |module: &Module| -> Vec<_> {
            module
                .data
                .iter()
                .map(|d| (address(&d.kind).map(|a| a.1), String::from_utf8_lossy(&d.value).into_owned()))
                .collect()
        };
        assert_eq!(data(&first), [(Some(16), "stays\0\0\0\0\0".to_string())]);
        assert_eq!(data(&second), [(Some(21), "moves".to_string())]);
        // Everything that the second imports, the first exports.
        assert_eq!(second.imports.iter().count(), 5);
        for import in second.imports.iter() {
            assert_eq!(import.module, FIRST);
            assert!(first.exports.iter().any(|e| e.name == import.name), "{}", import.name);
        }
        assert!(second.exports.iter().next().is_none());
    }

    #[test]
    fn without_relocations_nothing_is_cut() {
        assert!(Plan::new(&module(), &["a::b"]).unwrap_err().contains("no relocations"));
    }
}
