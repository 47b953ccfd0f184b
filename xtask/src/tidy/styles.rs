//! Style sheets: each belongs to a component, each is imported, and colours come from the tokens alone.

use anyhow::Result;
use regex::Regex;

use super::texts;
use crate::workspace::Workspace;

const COMPONENTS: &str = "style/ui";

/// Every style sheet without a component, every import that is missing, every colour of its own.
///
/// # Errors
/// When a file cannot be read.
pub fn check(ws: &Workspace) -> Result<Vec<String>> {
    let main = std::fs::read_to_string(ws.path("style/main.css"))?;
    let mut faults = Vec::new();
    for (name, text) in texts(ws, "style", "css")? {
        faults.extend(imported(&name, &main));
        if !name.ends_with("/tokens.css") {
            faults.extend(colours(&name, &text)?);
        }
    }
    for path in ws.files(COMPONENTS, "css")? {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        if !ws.path(format!("app/src/ui/{stem}.rs")).is_file() {
            faults.push(format!("{COMPONENTS}/{stem}.css: there is no component app/src/ui/{stem}.rs"));
        }
    }
    Ok(faults)
}

fn imported(name: &str, main: &str) -> Option<String> {
    let path = name.strip_prefix("style/")?;
    let is_imported = path == "main.css" || main.contains(&format!("@import \"{path}\""));
    (!is_imported).then(|| format!("{name}: style/main.css does not import it"))
}

fn colours(name: &str, text: &str) -> Result<Vec<String>> {
    let colour = Regex::new(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch)\(")?;
    let mut faults = Vec::new();
    for (index, line) in text.lines().enumerate() {
        if let Some(found) = colour.find(line).filter(|_| line.contains(':') && !line.contains("url(")) {
            faults.push(format!("{name}:{}: colour `{}` is not a token", index + 1, found.as_str()));
        }
    }
    Ok(faults)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_tokens() {
        assert_eq!(
            colours("a.css", ".a { color: #fff; }\n.b { color: oklch(50% 0 0); }").expect("reads").len(),
            2
        );
        assert!(colours("a.css", ".a { color: var(--ink); }").expect("reads").is_empty());
    }

    #[test]
    fn every_sheet_is_imported() {
        assert!(imported("style/ui/tab.css", "@import \"ui/table.css\" layer(x);").is_some());
        assert!(imported("style/ui/tab.css", "@import \"ui/tab.css\" layer(x);").is_none());
    }
}
