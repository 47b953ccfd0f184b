//! What a first visit to each page weighs on the wire, and the limits that it must keep.
//!
//! The document and the words are weighed by the browser tests, which have a server and hold the whole visit to the same
//! limit; here the two are counted as they have seen them.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::client::{LOADER, MANIFEST, NAME, name};
use crate::compress;
use crate::workspace::Workspace;

/// Everything that a first visit carries.
const FIRST_VISIT: usize = 280_000;
/// The heaviest document, as a browser has seen it.
const DOCUMENT: usize = 7_400;
/// The words of the heavier language, as a browser has seen them.
const LANGUAGE: usize = 11_440;
/// What the style sheet may weigh.
const STYLE: usize = 12_000;

/// The weights of the client, in bytes of brotli.
struct Weights {
    main: usize,
    css: usize,
    /// The packs of each part.
    pages: BTreeMap<String, usize>,
}

/// Prints the sizes and holds them to their limits.
///
/// # Errors
/// When the site is not built, or a size is over its limit.
pub fn check(ws: &Workspace) -> Result<()> {
    let weights = weigh(ws)?;
    print(&weights);
    let faults = faults(&weights);
    ensure!(faults.is_empty(), "over the limit:\n  {}", faults.join("\n  "));
    Ok(())
}

fn weigh(ws: &Workspace) -> Result<Weights> {
    let manifest: Value =
        serde_json::from_slice(&fs::read(ws.site("manifest.json")).context("the site is not built")?)?;
    let text =
        |key: &str| manifest[key].as_str().with_context(|| format!("no `{key}` in the site's manifest"));
    let package = ws.site("pkg").join(text("package")?);
    let size = |name: &str| -> Result<usize> {
        let path = package.join(format!("{name}.br"));
        Ok(usize::try_from(fs::metadata(&path).with_context(|| format!("weighing {name}"))?.len())?)
    };
    let packs: BTreeMap<String, Vec<String>> = serde_json::from_slice(&fs::read(package.join(MANIFEST))?)?;
    let mut pages = BTreeMap::new();
    for (page, files) in packs {
        let sizes: Result<Vec<usize>> = files.iter().map(|file| size(&format!("{file}.wasm"))).collect();
        pages.insert(page, sizes?.into_iter().sum());
    }
    let css = ws.site(text("css")?.trim_start_matches('/'));
    Ok(Weights {
        main: size(&format!("{NAME}.js"))? + size(&format!("{NAME}.wasm"))? + size(LOADER)?,
        css: compress::brotli(&fs::read(css)?)?.len(),
        pages,
    })
}

impl Weights {
    /// A first visit to a page, its document counted at its limit.
    fn first_visit(&self, page: usize) -> usize {
        self.main + page + LANGUAGE + DOCUMENT + self.css
    }
}

fn print(weights: &Weights) {
    println!("bytes of brotli   main {}  style {}  language {LANGUAGE}", weights.main, weights.css);
    for (part, &packs) in &weights.pages {
        let part = name(part);
        if is_page(part) {
            let visit = weights.first_visit(packs);
            let over =
                if visit > FIRST_VISIT { format!(", {} over", visit - FIRST_VISIT) } else { String::new() };
            println!("{packs:>9} {part:24} {visit:>7} on a first visit{over}");
        } else {
            println!("{packs:>9} {part:24} when it is needed");
        }
    }
}

fn faults(weights: &Weights) -> Vec<String> {
    let mut faults = Vec::new();
    if weights.css > STYLE {
        faults.push(format!("the style sheet weighs {}, and may weigh {STYLE}", weights.css));
    }
    for (part, &packs) in weights.pages.iter().filter(|(part, _)| is_page(name(part))) {
        let (page, visit) = (name(part), weights.first_visit(packs));
        if visit > FIRST_VISIT {
            faults.push(format!("a first visit to {page} weighs {visit}, and may weigh {FIRST_VISIT}"));
        }
    }
    faults
}

/// Whether the part is a page, and not what one of them fetches when it is needed.
fn is_page(part: &str) -> bool {
    !part.ends_with("_detail") && !part.ends_with("_notice")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One page of 10,000 bytes, whose first visit keeps its limit by so many.
    fn with_to_spare(spare: usize) -> Weights {
        let pages = BTreeMap::from([("__seats_view_12".to_owned(), 10_000)]);
        let main = FIRST_VISIT - 10_000 - LANGUAGE - DOCUMENT - STYLE - spare;
        Weights { main, css: STYLE, pages }
    }

    #[test]
    fn what_keeps_its_limits_is_fine() {
        assert!(faults(&with_to_spare(0)).is_empty());
    }

    #[test]
    fn a_heavy_page_is_named() {
        let mut heavy = with_to_spare(0);
        heavy.main += 1;
        assert_eq!(faults(&heavy), ["a first visit to seats weighs 280001, and may weigh 280000"]);
    }

    #[test]
    fn a_heavy_style_sheet_is_a_fault() {
        let heavy = Weights { css: STYLE + 1, ..with_to_spare(1) };
        assert_eq!(faults(&heavy), ["the style sheet weighs 12001, and may weigh 12000"]);
    }
}
