//! What the browser does when a chunk is missing, as it is for a client that is older than the server.
//!
//! The loader as it comes tells Leptos, which panics and leaves a dead page. Ours leaves the client instead:
//! for an ordinary load of the page that was asked for, or, on a page that was not taken over yet, for the
//! page as the server wrote it, which works by itself.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

/// What the loader does with a chunk that does not come.
const TELLS_LEPTOS: &str = "console.error(e);\n            success = false;";
/// What it does instead. The promise never ends, so nothing is told that the chunk is missing.
const LEAVES: &str = "await leave(e);";
/// `data-destination` is where the router is going: the address bar does not say so before the page is there.
const LEAVE: &str = r"
function leave(reason) {
    console.warn(reason);
    const { hydrated, destination } = document.documentElement.dataset;
    if (hydrated === undefined) {
        for (const type of ['click', 'submit']) {
            addEventListener(type, event => event.stopImmediatePropagation(), { capture: true });
        }
    } else if (destination === undefined || new URL(destination, location).href === location.href) {
        location.reload();
    } else {
        location.assign(destination);
    }
    return new Promise(() => {});
}
";

/// Puts our way out into the loader.
///
/// # Errors
/// When the loader is not the one that this was written for.
pub fn install(loader: &Path) -> Result<()> {
    let text = fs::read_to_string(loader).with_context(|| format!("reading {}", loader.display()))?;
    fs::write(loader, with_way_out(&text)?)?;
    Ok(())
}

fn with_way_out(loader: &str) -> Result<String> {
    ensure!(
        loader.matches(TELLS_LEPTOS).count() == 1,
        "the chunk loader is not written as expected: wasm_split_cli_support has changed"
    );
    Ok(loader.replace(TELLS_LEPTOS, LEAVES) + LEAVE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_chunk_leaves_the_client() {
        let loader = format!("try {{}} catch (e) {{\n            {TELLS_LEPTOS}\n        }}");
        let ours = with_way_out(&loader).expect("the loader is the expected one");
        assert!(ours.contains("await leave(e);") && ours.contains("function leave("), "{ours}");
        assert!(!ours.contains("success = false"), "{ours}");
    }

    #[test]
    fn a_loader_that_changed_is_an_error() {
        assert!(with_way_out("catch (e) { report(e); }").is_err());
    }
}
