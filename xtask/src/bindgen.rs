//! The `.wasm` that cargo built to `pkg/`: JavaScript glue by the library behind the wasm-bindgen tool.

use std::path::Path;

use wasm_bindgen_cli_support::Bindgen;

/// Writes `pkg/comention.js` and `pkg/comention_bg.wasm`.
pub fn write() -> Result<(), String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let target = std::env::var("CARGO_TARGET_DIR").map_or_else(|_| root.join("target"), Into::into);
    let input = target.join("wasm32-unknown-unknown/release/comention.wasm");
    let out = root.join("pkg");
    Bindgen::new()
        .input_path(&input)
        .web(true)
        .and_then(|b| b.typescript(true).omit_default_module_path(true).generate(&out))
        .map_err(|e| format!("{}: {e:#}", input.display()))?;
    println!("pkg/: glue for {}", input.display());
    Ok(())
}
