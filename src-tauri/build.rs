//! Generates a permission for each of the shell's own commands, so that the capability file has to name them.

/// Every command the window may be given. `capabilities/main.json` says which it is given.
const COMMANDS: &[&str] = &["call", "leave", "opening", "pick_file", "pick_files", "pick_save", "progress", "stop"];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // A screen that was added changes no file that the program already carries.
    println!("cargo:rerun-if-changed=../ui/dist");
    let attributes = tauri_build::Attributes::new().app_manifest(tauri_build::AppManifest::new().commands(COMMANDS));
    tauri_build::try_build(attributes).map_err(|error| format!("{error:#}"))?;
    Ok(())
}
