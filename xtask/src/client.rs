//! Builds the browser's part: one WebAssembly file from `app`, cut into one pack for each page, in a folder
//! named by what is in it.
//!
//! Refuses to know what the pages are.

mod fingerprint;
mod packs;
mod script;
mod sections;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, ensure};
use packs::Plan;
pub use packs::name;
use wasm_bindgen_cli_support::Bindgen;

use crate::compress;
use crate::step::{cargo, output, run, step};
use crate::wasm_target::TARGET;
use crate::workspace::Workspace;

/// The name of the entry file, without its ending.
pub const NAME: &str = "atout";
/// The loader of the packs. Leptos preloads it, and the linked file imports it, under this name.
pub const LOADER: &str = "__wasm_split.______________________.js";
/// Which packs each page needs; the server preloads from it.
pub const MANIFEST: &str = "__wasm_split_manifest.json";

/// Builds the package, or keeps the one that was built from the same inputs, and gives its hash.
///
/// # Errors
/// When the app does not compile, or when one of the tools does not understand what came out.
pub fn build(ws: &Workspace) -> Result<String> {
    let inputs = fingerprint::of(ws)?;
    if let Some(hash) = fingerprint::built_from(ws, &inputs) {
        eprintln!("==> Client package {hash} is up to date");
        return Ok(hash);
    }
    let linked = step("Compiling the client", || compile(ws))?;
    let draft = ws.target("client-draft");
    step("Cutting it into chunks", || cut(&linked, &draft))?;
    tells_nothing_of_this_machine(ws, &draft)?;
    let hash = compress::content_hash(&draft)?;
    step("Compressing it", || compress::neighbours(&draft))?;
    publish(ws, &draft, &hash)?;
    fingerprint::remember(ws, &inputs, &hash)?;
    Ok(hash)
}

/// Where cargo keeps the sources of the dependencies.
pub fn cargo_home() -> PathBuf {
    let home = || PathBuf::from(std::env::var_os("HOME").unwrap_or_default());
    std::env::var_os("CARGO_HOME").map_or_else(|| home().join(".cargo"), PathBuf::from)
}

/// Compiles `app` as one WebAssembly file. Link-time optimisation needs `cdylib` to be the only crate type,
/// which is why it is asked for here and not in `app/Cargo.toml`.
fn compile(ws: &Workspace) -> Result<PathBuf> {
    let sysroot =
        output(std::process::Command::new("rustc").current_dir(ws.root()).args(["--print", "sysroot"]))?;
    let library = Path::new(sysroot.trim()).join("lib/rustlib/src/rust");
    // Our own crates are compiled by relative paths. Naming the clone here would rebuild every dependency for it.
    let remaps = [(library.as_path(), "/rust"), (&cargo_home(), "/cargo")]
        .map(|(from, to)| format!("\"--remap-path-prefix={}={to}\"", from.display()));
    run(cargo()
        .current_dir(ws.root())
        .args(["rustc", "--quiet", "--package", "app", "--lib", "--crate-type", "cdylib"])
        .args(["--no-default-features", "--features", "hydrate"])
        .args(["--target", TARGET, "--profile", "wasm-release", "--config"])
        .arg(format!("target.{TARGET}.rustflags=[{}]", remaps.join(","))))?;
    Ok(ws.target(TARGET).join("wasm-release/app.wasm"))
}

/// Cuts the linked file into `draft`: the main part with its JavaScript, the packs, their loader, the manifest.
fn cut(linked: &Path, draft: &Path) -> Result<()> {
    if draft.exists() {
        fs::remove_dir_all(draft)?;
    }
    fs::create_dir_all(draft)?;
    let wasm = fs::read(linked).with_context(|| format!("reading {}", linked.display()))?;
    let wasm = sections::without_streams(&wasm)?;
    let main = linked.with_file_name("main.wasm");
    let link_name = format!("./{LOADER}");
    let main_module = format!("./{NAME}.js");
    let mut options = wasm_split_cli_support::Options::new(&wasm);
    options.output_dir = draft;
    options.main_out_path = &main;
    options.link_name = &link_name;
    options.main_module = &main_module;
    let split = wasm_split_cli_support::transform(options).map_err(|error| anyhow!("{error:?}"))?;
    for chunk in &split.split_modules {
        fs::write(chunk, sections::without_names(&fs::read(chunk)?)?)?;
    }
    bind(&main, draft)?;
    let plan = Plan::of(&split.prefetch_map.into_iter().collect());
    plan.write(draft)?;
    let written = fs::read_to_string(draft.join(LOADER)).context("reading the loader")?;
    fs::write(draft.join(LOADER), plan.loader(packs::imports(&written)?))?;
    for name in [LOADER, &format!("{NAME}.js")] {
        let written = fs::read_to_string(draft.join(name)).with_context(|| format!("reading {name}"))?;
        fs::write(draft.join(name), script::without_comments(&written))?;
    }
    fs::write(draft.join(MANIFEST), serde_json::to_vec(plan.parts())?)?;
    Ok(())
}

/// Paths of this machine would make two builds differ, and are nobody's business.
fn tells_nothing_of_this_machine(ws: &Workspace, draft: &Path) -> Result<()> {
    let paths = [ws.root().to_owned(), ws.target(""), cargo_home()];
    for file in fs::read_dir(draft)? {
        let file = file?.path();
        let content = fs::read(&file)?;
        for path in &paths {
            let path = path.to_string_lossy();
            let told = content.windows(path.len()).any(|bytes| bytes == path.as_bytes());
            ensure!(!told, "{} tells of {path}", file.display());
        }
    }
    Ok(())
}

/// Writes the JavaScript between the browser and the main part.
fn bind(main: &Path, draft: &Path) -> Result<()> {
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(main)
        .out_name(NAME)
        .web(true)?
        .typescript(false)
        // The chunks are linked against the exports and the names that the linker gave.
        .keep_lld_exports(true)
        .demangle(false)
        .remove_name_section(true)
        .remove_producers_section(true);
    bindgen.generate(draft)?;
    fs::rename(draft.join(format!("{NAME}_bg.wasm")), draft.join(format!("{NAME}.wasm")))?;
    Ok(())
}

/// Puts the draft where the server serves it from, and removes the packages before it.
fn publish(ws: &Workspace, draft: &Path, hash: &str) -> Result<()> {
    let packages = ws.site("pkg");
    fs::create_dir_all(&packages)?;
    for old in fs::read_dir(&packages)? {
        fs::remove_dir_all(old?.path())?;
    }
    fs::rename(draft, packages.join(hash))?;
    Ok(())
}
