//! JavaScript glue for the `.wasm` that cargo built, by the library behind the wasm-bindgen tool.

use std::path::Path;

use wasm_bindgen_cli_support::Bindgen;

use crate::split::{CLOSER, LATER, Plan};

/// Writes `comention.js`, `comention.d.ts`, `comention_bg.wasm`, `comention_more.wasm` and `comention_closer.wasm` to `target/glue/`; what
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
    let linked = read(&input)?;
    let closer = Plan::new(&linked, CLOSER)?;
    let plan = Plan::new(&linked, &[LATER, CLOSER].concat())?.without(&closer);
    let whole = out.join("comention_bg.wasm");
    let (rest, third) = closer.cut(&read(&whole)?, "z")?;
    let (first, second) = plan.cut(&rest, "")?;
    write_file(&whole, &first)?;
    write_file(&out.join("comention_more.wasm"), &second)?;
    write_file(&out.join("comention_closer.wasm"), &third)?;
    println!("{}: glue for {}", out.display(), input.display());
    Ok(())
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    std::fs::read(path).map_err(|e| format!("{}: {e}", path.display()))
}

fn write_file(path: &Path, bytes: &[u8]) -> Result<(), String> {
    std::fs::write(path, bytes).map_err(|e| format!("{}: {e}", path.display()))
}
