//! No text becomes markup or a program: what a person has typed is only ever shown.
//!
//! The view macro escapes what it writes; these are the ways around it.

use anyhow::Result;

use super::{code, texts};
use crate::workspace::Workspace;

/// By what a text would be read as markup, or run.
const WAYS: [&str; 17] = [
    "inner_html",
    "innerHTML",
    "outer_html",
    "outerHTML",
    "insert_adjacent_html",
    "insertAdjacentHTML",
    "srcdoc",
    "create_contextual_fragment",
    "createContextualFragment",
    "DomParser",
    "DOMParser",
    "document.write",
    "js_sys::eval",
    "Function::new_no_args",
    "Function::new_with_args",
    "new Function",
    "Function(",
];

/// Every such way in the sources of the screens, and in the scripts that go with them.
///
/// # Errors
/// When a file cannot be read.
pub fn check(ws: &Workspace) -> Result<Vec<String>> {
    let mut faults = Vec::new();
    for (name, text) in texts(ws, "app/src", "rs")? {
        faults.extend(ways(&name, &code::without_comments(&text)));
    }
    for folder in ["xtask/src/client", "public"] {
        for (name, text) in texts(ws, folder, "js")? {
            faults.extend(ways(&name, &text));
        }
    }
    Ok(faults)
}

fn ways(name: &str, text: &str) -> Vec<String> {
    let lines = text.lines().enumerate();
    lines
        .filter_map(|(index, line)| Some((index, WAYS.iter().find(|way| line.contains(**way))?)))
        .map(|(index, way)| format!("{name}:{}: `{way}` takes a text for markup or a program", index + 1))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_is_a_fault() {
        for way in WAYS {
            let fault = format!("a.rs:2: `{way}` takes a text for markup or a program");
            assert_eq!(ways("a.rs", &format!("fn a() {{\n    b.{way}(c);\n}}\n")).first(), Some(&fault));
        }
        assert_eq!(ways("a.rs", "view! { <p inner_html=name></p> }").len(), 1);
        assert_eq!(ways("a.rs", "element.set_inner_html(&name);").len(), 1);
    }

    #[test]
    fn showing_a_text_is_fine() {
        assert!(ways("a.rs", "view! { <p>{name}</p> }\nelement.set_text_content(Some(&name));").is_empty());
    }
}
