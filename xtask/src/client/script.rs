//! Takes comments and indentation out of the client's scripts, which their tools write for people.
//!
//! Knows lines only: a comment is taken out where it begins a line, and every line ends where it did, so that nothing
//! changes its meaning. Refuses to be a parser.

/// The script without the lines that say nothing to a browser.
pub fn without_comments(script: &str) -> String {
    let mut kept = String::with_capacity(script.len());
    let mut in_comment = false;
    for line in script.lines().map(str::trim) {
        // A comment with something behind it stays: the line says more than the comment.
        in_comment |= line.starts_with("/*") && line.find("*/").is_none_or(|end| end + 2 == line.len());
        if !in_comment && !line.is_empty() && !line.starts_with("//") {
            kept.push_str(line);
            kept.push('\n');
        }
        in_comment &= !line.ends_with("*/");
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_indentation_go_and_lines_stay() {
        let script = "/**\n * @param {number} a\n */\nfunction f(a) {\n\n    // doubled\n    return a * 2; // twice\n}\n/* pages */\n/* b */ f(2);\n";
        assert_eq!(without_comments(script), "function f(a) {\nreturn a * 2; // twice\n}\n/* b */ f(2);\n");
    }
}
