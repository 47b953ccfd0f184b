//! Makes the one style sheet: `style/main.css` with what it imports in place, in the order of its layers.
//!
//! Refuses to know what the rules say.

mod minify;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use regex::Regex;

use crate::compress;
use crate::workspace::Workspace;

const MAIN: &str = "style/main.css";

/// Builds the style sheet into the site and gives its address.
///
/// # Errors
/// When an imported file is missing, or `main.css` holds more than layers and imports.
pub fn build(ws: &Workspace) -> Result<String> {
    let main = fs::read_to_string(ws.path(MAIN)).with_context(|| format!("reading {MAIN}"))?;
    let css = minify::minify(&bundle(&main, &ws.path("style"))?);
    let name = format!("atout.{}.css", compress::short_hash(css.as_bytes()));
    let assets = ws.site("assets");
    if !assets.join(&name).is_file() {
        if assets.exists() {
            fs::remove_dir_all(&assets)?;
        }
        fs::create_dir_all(&assets)?;
        fs::write(assets.join(&name), css)?;
        compress::neighbours(&assets)?;
    }
    Ok(format!("/assets/{name}"))
}

/// Puts what `main` imports in its place. `main` has `@layer` and `@import … layer(…)` lines only, so that the
/// order of the rules is seen in one place.
fn bundle(main: &str, folder: &Path) -> Result<String> {
    let import = Regex::new(r#"^@import "([\w./-]+)" layer\(([\w-]+)\);$"#)?;
    let mut css = Vec::new();
    for line in minify::without_comments(main).lines().map(str::trim).filter(|line| !line.is_empty()) {
        if let Some(found) = import.captures(line) {
            let (path, layer) = (&found[1], &found[2]);
            let text =
                fs::read_to_string(folder.join(path)).with_context(|| format!("reading style/{path}"))?;
            ensure!(!text.contains("@import"), "style/{path} imports: only {MAIN} does");
            css.push(format!("@layer {layer} {{\n{text}\n}}"));
        } else {
            ensure!(
                line.starts_with("@layer ") && line.ends_with(';'),
                "{MAIN}: only layers and imports: {line}"
            );
            css.push(line.to_owned());
        }
    }
    Ok(css.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imports_keep_their_order_and_their_layer() {
        let folder = std::env::temp_dir().join(format!("atout-style-{}", std::process::id()));
        fs::create_dir_all(folder.join("ui")).expect("a folder");
        fs::write(folder.join("base.css"), "a { color: red; }").expect("a file");
        fs::write(folder.join("ui/tab.css"), "b { color: blue; }").expect("a file");
        let main = "@layer base, ui;\n@import \"base.css\" layer(base); /* first */\n@import \"ui/tab.css\" layer(ui);\n";
        let css = minify::minify(&bundle(main, &folder).expect("bundles"));
        fs::remove_dir_all(&folder).expect("removes");
        assert_eq!(css, "@layer base, ui;@layer base{a{color: red;}}@layer ui{b{color: blue;}}");
    }

    #[test]
    fn a_rule_in_main_is_refused() {
        assert!(bundle("body { margin: 0; }", Path::new(".")).is_err());
        assert!(bundle("@import \"missing.css\" layer(base);", Path::new(".")).is_err());
    }
}
