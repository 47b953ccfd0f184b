//! What a first visit to each page weighs on the wire, and the limits that it must keep.
//!
//! The document itself is weighed by the browser tests, which have a server; here it is counted at its limit.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::client::{LOADER, MANIFEST, NAME};
use crate::compress;
use crate::workspace::Workspace;

/// Everything that a first visit carries.
const FIRST_VISIT: usize = 280_000;
/// What it takes to read the page: the document and its style sheet.
const READABLE: usize = 25_000;
/// The style sheet's share of it.
const STYLE: usize = 12_000;

/// The weights of the client, in bytes of brotli.
struct Weights {
    main: usize,
    css: usize,
    language: usize,
    /// The chunks of each page.
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
    let chunks: BTreeMap<String, Vec<String>> = serde_json::from_slice(&fs::read(package.join(MANIFEST))?)?;
    let mut pages = BTreeMap::new();
    for (page, files) in chunks {
        let sizes: Result<Vec<usize>> = files.iter().map(|file| size(&format!("{file}.wasm"))).collect();
        pages.insert(page, sizes?.into_iter().sum());
    }
    let css = ws.site(text("css")?.trim_start_matches('/'));
    Ok(Weights {
        main: size(&format!("{NAME}.js"))? + size(&format!("{NAME}.wasm"))? + size(LOADER)?,
        css: compress::brotli(&fs::read(css)?)?.len(),
        language: language(ws)?,
        pages,
    })
}

/// The heavier language, as the server sends it: without the words of mails.
fn language(ws: &Workspace) -> Result<usize> {
    let mut heaviest = 0;
    for tag in ["en-US", "fr-FR"] {
        let mut words = Vec::new();
        for path in ws.files(&format!("locales/{tag}"), "ftl")? {
            if !path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("mail")) {
                words.extend(fs::read(path)?);
            }
        }
        heaviest = heaviest.max(compress::brotli(&words)?.len());
    }
    Ok(heaviest)
}

impl Weights {
    /// A first visit to a page, its document counted at its limit.
    fn first_visit(&self, page: usize) -> usize {
        self.main + page + self.language + READABLE.max(self.css)
    }
}

fn print(weights: &Weights) {
    println!("bytes of brotli   main {}  style {}  language {}", weights.main, weights.css, weights.language);
    for (page, &chunks) in &weights.pages {
        println!(
            "{chunks:>9} of its own {:>9} first visit at most   {}",
            weights.first_visit(chunks),
            name(page)
        );
    }
}

fn faults(weights: &Weights) -> Vec<String> {
    let mut faults = Vec::new();
    if weights.css > STYLE {
        faults.push(format!("the style sheet weighs {}, and may weigh {STYLE}", weights.css));
    }
    for (page, &chunks) in &weights.pages {
        let visit = weights.first_visit(chunks);
        if visit > FIRST_VISIT {
            faults
                .push(format!("a first visit to {} weighs {visit}, and may weigh {FIRST_VISIT}", name(page)));
        }
    }
    faults
}

/// The page's own name in Leptos's identifier `__software_benefits_view_1234567890`.
fn name(page: &str) -> &str {
    let page = page.trim_start_matches('_');
    page.rsplit_once('_').map_or(page, |(name, _)| name.trim_end_matches("_view"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weights(main: usize, css: usize) -> Weights {
        let pages = BTreeMap::from([("__seats_view_12".to_owned(), 10_000)]);
        Weights { main, css, language: 20_000, pages }
    }

    #[test]
    fn what_keeps_its_limits_is_fine() {
        assert!(faults(&weights(225_000, 12_000)).is_empty());
    }

    #[test]
    fn a_heavy_page_is_named() {
        let faults = faults(&weights(225_001, 12_000));
        assert_eq!(faults, ["a first visit to seats weighs 280001, and may weigh 280000"]);
    }

    #[test]
    fn a_heavy_style_sheet_is_a_fault() {
        assert_eq!(faults(&weights(100_000, 12_001)).len(), 1);
    }
}
