//! Puts the modules that the client was cut into together again, in packs: what one page needs, in one file.
//!
//! The cutter makes a module for every set of pages that share code, sixty for a page. Compressed one by one they weigh
//! two thirds more than together, and each is a request (docs/adr/0007 has the figures). Knows which parts are only
//! ever loaded by which pages; refuses to know what is in them.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// The pack of what all the tabs of the Benefits page have in common, so that going from tab to tab fetches little.
const SHARED: &str = "benefits";
/// How the names of those tabs end.
const TABS: &str = "_benefits";
/// How the names of their open rows end, which are loaded by the tabs only.
const DETAILS: &str = "_detail";

/// Which modules a part of the client needs, by the identifier of the part, as the cutter says.
pub type Needs = BTreeMap<String, Vec<String>>;

/// What is packed together.
#[derive(Debug, PartialEq, Eq)]
pub struct Plan {
    /// The modules of each pack.
    packs: BTreeMap<String, BTreeSet<String>>,
    /// The packs of each part, by its identifier.
    parts: BTreeMap<String, Vec<String>>,
}

impl Plan {
    /// Decides what is packed together.
    pub fn of(needs: &Needs) -> Self {
        let set = |modules: &Vec<String>| modules.iter().cloned().collect::<BTreeSet<_>>();
        let tabs =
            needs.iter().filter(|(part, _)| name(part).ends_with(TABS)).map(|(_, modules)| set(modules));
        let shared = tabs.reduce(|one, other| &one & &other).unwrap_or_default();
        let mut plan = Self { packs: BTreeMap::new(), parts: BTreeMap::new() };
        for (part, modules) in needs {
            let name = name(part);
            let mut modules = set(modules);
            let mut packs = Vec::new();
            if name.ends_with(TABS) || name.ends_with(DETAILS) {
                modules = &modules - &shared;
            }
            if name.ends_with(TABS) {
                packs.push(SHARED.to_owned());
            }
            packs.push(name.to_owned());
            plan.packs.insert(name.to_owned(), modules);
            plan.parts.insert(part.clone(), packs);
        }
        if !shared.is_empty() {
            plan.packs.insert(SHARED.to_owned(), shared);
        }
        plan
    }

    /// The packs of each part, by its identifier; the server preloads them with the page.
    pub const fn parts(&self) -> &BTreeMap<String, Vec<String>> {
        &self.parts
    }

    /// Writes the packs into `folder`, in place of the modules.
    ///
    /// # Errors
    /// When a module is missing.
    pub fn write(&self, folder: &Path) -> Result<()> {
        let all: BTreeSet<_> = self.packs.values().flatten().collect();
        let path = |name: &str| folder.join(format!("{name}.wasm"));
        let mut known = BTreeMap::new();
        for (id, module) in (0_u32..).zip(all) {
            let bytes = fs::read(path(module)).with_context(|| format!("reading the module {module}"))?;
            fs::remove_file(path(module))?;
            known.insert(module, (id, bytes));
        }
        for (name, modules) in &self.packs {
            let modules: Vec<_> = modules.iter().filter_map(|module| known.get(module)).collect();
            fs::write(path(name), pack(&modules)?)?;
        }
        Ok(())
    }

    /// The loader: `imports`, which the cutter wrote, our own way of loading, and an entry for each part.
    pub fn loader(&self, imports: &str) -> String {
        let mut loader = format!("{}\n{}\n", imports.trim_end(), include_str!("loader.js").trim_end());
        for (part, packs) in &self.parts {
            // Writing to a text cannot fail.
            let _ = writeln!(
                loader,
                "export const __wasm_split_load_{part} = load(\"{}\");",
                packs.join("\", \"")
            );
        }
        loader
    }
}

/// A part's own name in the identifiers that Leptos gives: `__software_benefits_view_123`, `software_detail_456`.
pub fn name(part: &str) -> &str {
    let part = part.trim_start_matches('_');
    part.rsplit_once('_').map_or(part, |(name, _)| name.trim_end_matches("_view"))
}

/// The number of modules, the identity and the length of each, and the modules.
fn pack(modules: &[&(u32, Vec<u8>)]) -> Result<Vec<u8>> {
    let mut packed = u32::try_from(modules.len())?.to_le_bytes().to_vec();
    for (id, bytes) in modules {
        packed.extend_from_slice(&id.to_le_bytes());
        packed.extend_from_slice(&u32::try_from(bytes.len())?.to_le_bytes());
    }
    packed.extend(modules.iter().flat_map(|(_, bytes)| bytes));
    Ok(packed)
}

/// The beginning of the loader that the cutter wrote: how the modules find the main part.
///
/// # Errors
/// When the loader is not the one that this was written for.
pub fn imports(written: &str) -> Result<&str> {
    let changed = "the loader is not written as expected: wasm_split_cli_support has changed";
    let (imports, rest) = written.split_once("function wrapAsyncCb(").context(changed)?;
    let is_known =
        imports.contains("function getSharedImports()") && rest.contains("export const __wasm_split_load_");
    is_known.then_some(imports).context(changed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn needs(parts: &[(&str, &[&str])]) -> Needs {
        let owned = |modules: &[&str]| modules.iter().map(|&module| module.to_owned()).collect();
        parts.iter().map(|(part, modules)| ((*part).to_owned(), owned(modules))).collect()
    }

    #[test]
    fn a_page_is_one_pack() {
        let plan = Plan::of(&needs(&[("__seats_page_view_12", &["chunk_1", "split_seats"])]));
        assert_eq!(plan.parts["__seats_page_view_12"], ["seats_page"]);
        assert_eq!(plan.packs["seats_page"].len(), 2);
    }

    #[test]
    fn what_the_tabs_share_is_packed_once_and_never_again_in_their_details() {
        let plan = Plan::of(&needs(&[
            ("__cloud_benefits_view_1", &["chunk_1", "chunk_2", "split_cloud"]),
            ("__software_benefits_view_2", &["chunk_1", "chunk_2", "chunk_3"]),
            ("software_detail_3", &["chunk_2", "split_detail"]),
        ]));
        assert_eq!(plan.parts["__cloud_benefits_view_1"], ["benefits", "cloud_benefits"]);
        assert_eq!(plan.parts["software_detail_3"], ["software_detail"]);
        let modules = |pack: &str| plan.packs[pack].iter().map(String::as_str).collect::<Vec<_>>();
        assert_eq!(modules("benefits"), ["chunk_1", "chunk_2"]);
        assert_eq!(modules("cloud_benefits"), ["split_cloud"]);
        assert_eq!(modules("software_detail"), ["split_detail"]);
    }

    #[test]
    fn a_pack_tells_what_is_in_it() {
        let packed = pack(&[&(7, vec![1, 2]), &(9, vec![3])]).expect("a small pack");
        assert_eq!(packed, [2, 0, 0, 0, 7, 0, 0, 0, 2, 0, 0, 0, 9, 0, 0, 0, 1, 0, 0, 0, 1, 2, 3]);
    }

    #[test]
    fn a_loader_that_changed_is_an_error() {
        assert!(imports("export const load = () => {};").is_err());
        let written = "function getSharedImports() {}\nfunction wrapAsyncCb(c) {}\nexport const __wasm_split_load_a = 1;";
        assert_eq!(imports(written).expect("as expected"), "function getSharedImports() {}\n");
    }
}
