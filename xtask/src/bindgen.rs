//! JavaScript glue for the `.wasm` that cargo built, by the library behind the wasm-bindgen tool.

use std::path::Path;

use wasm_bindgen_cli_support::Bindgen;

/// Writes `comention.js`, `comention.d.ts` and `comention_bg.wasm` to `target/glue/`; what is optimised of
/// it goes to `pkg/`, so that there is never an unfinished engine there.
pub fn write() -> Result<(), String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let target = std::env::var("CARGO_TARGET_DIR").map_or_else(|_| root.join("target"), Into::into);
    let input = target.join("wasm32-unknown-unknown/release/comention.wasm");
    let out = root.join("target/glue");
    Bindgen::new()
        .input_path(&input)
        .web(true)
        // After a crash in this thread the glue must let go of the dead instance.
        .map(|b| b.typescript(true).omit_default_module_path(true).reset_state_function(true))
        .and_then(|b| b.generate(&out))
        .map_err(|e| format!("{}: {e:#}", input.display()))?;
    println!("{}: glue for {}", out.display(), input.display());
    Ok(())
}
