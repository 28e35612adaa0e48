//! JavaScript glue for the `.wasm` that cargo built, by the library behind the wasm-bindgen tool.

use std::path::Path;

use walrus::Module;
use wasm_bindgen_cli_support::Bindgen;

use crate::split::{LATER, Plan};

/// Writes `comention.js`, `comention.d.ts`, `comention_bg.wasm` and `comention_more.wasm` to `target/glue/`; what
/// is optimised of it goes to `pkg/`, so that there is never an unfinished engine there.
pub fn write() -> Result<(), String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let target = std::env::var("CARGO_TARGET_DIR").map_or_else(|_| root.join("target"), Into::into);
    let input = target.join("wasm32-unknown-unknown/release/comention.wasm");
    let out = root.join("target/glue");
    Bindgen::new()
        .input_path(&input)
        .web(true)
        // After a crash in this thread the glue must let go of the dead instance; and functions keep the names
        // that the linker gave them, by which they are found again.
        .map(|b| b.demangle(false).typescript(true).omit_default_module_path(true).reset_state_function(true))
        .and_then(|b| b.generate(&out))
        .map_err(|e| format!("{}: {e:#}", input.display()))?;
    let plan = Plan::new(&read(&input)?, LATER)?;
    let whole = out.join("comention_bg.wasm");
    let script = out.join("comention.js");
    let text = std::fs::read_to_string(&script).map_err(|e| format!("{}: {e}", script.display()))?;
    let (short, text) = short_names(&read(&whole)?, text)?;
    write_file(&script, text.as_bytes())?;
    let (first, second) = plan.cut(&short)?;
    write_file(&whole, &first)?;
    write_file(&out.join("comention_more.wasm"), &second)?;
    println!("{}: glue for {}", out.display(), input.display());
    Ok(())
}

/// The engine and its glue with short names for what it imports: those of wasm-bindgen end in hashes, and stand in
/// both.
fn short_names(wasm: &[u8], mut glue: String) -> Result<(Vec<u8>, String), String> {
    let mut module = Module::from_buffer(wasm).map_err(|e| format!("{e:#}"))?;
    let mut names: Vec<(String, String)> = Vec::new();
    for (n, import) in module.imports.iter_mut().enumerate() {
        let short = format!("i{n}");
        names.push((std::mem::replace(&mut import.name, short.clone()), short));
    }
    // The longest first, since one may begin like another.
    names.sort_by_key(|(long, _)| std::cmp::Reverse(long.len()));
    for (long, short) in &names {
        if !glue.contains(long.as_str()) {
            return Err(format!("the glue has no `{long}`"));
        }
        glue = glue.replace(long.as_str(), short);
    }
    Ok((module.emit_wasm(), glue))
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    std::fs::read(path).map_err(|e| format!("{}: {e}", path.display()))
}

fn write_file(path: &Path, bytes: &[u8]) -> Result<(), String> {
    std::fs::write(path, bytes).map_err(|e| format!("{}: {e}", path.display()))
}
