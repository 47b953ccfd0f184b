//! Reads Rust as far as the rules need it: where comments, strings and tests are, and where functions end.
//!
//! What is left out becomes spaces, so that every place keeps its line.

use std::ops::Range;

use regex::Regex;

/// Rust without its comments.
pub fn without_comments(text: &str) -> String {
    blank(text, |kind| kind == Kind::Comment)
}

/// Rust without its comments and strings: braces that count.
pub fn bare(text: &str) -> String {
    blank(text, |_| true)
}

/// Rust without its test modules.
pub fn without_tests(text: &str) -> String {
    let bare = bare(text);
    let Ok(tests) = Regex::new(r"#\[cfg\(test\)\]\s*mod\s+\w+\s*\{") else { return text.to_owned() };
    let mut kept = text.as_bytes().to_vec();
    for found in tests.find_iter(&bare) {
        let end = block_end(&bare, found.end() - 1);
        blank_bytes(&mut kept[found.start()..end]);
    }
    String::from_utf8_lossy(&kept).into_owned()
}

/// Where the strings are, their quotes included.
pub fn strings(text: &str) -> Vec<Range<usize>> {
    let strings = specials(text)
        .into_iter()
        .filter(|(kind, place)| *kind == Kind::String && text[place.clone()].ends_with(['"', '#']));
    strings.map(|(_, place)| place).collect()
}

/// The line of a place, counted from one.
pub fn line(text: &str, place: usize) -> usize {
    text[..place].matches('\n').count() + 1
}

/// The place after the brace, bracket or parenthesis that closes the one at `start`; `bare` has no strings.
pub fn block_end(bare: &str, start: usize) -> usize {
    let mut depth = 0_usize;
    for (index, byte) in bare.bytes().enumerate().skip(start) {
        match byte {
            b'{' | b'(' | b'[' => depth += 1,
            b'}' | b')' | b']' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return index + 1;
                }
            }
            _ => {}
        }
    }
    bare.len()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Comment,
    String,
}

/// Overwrites what `left_out` chooses with spaces.
fn blank(text: &str, left_out: impl Fn(Kind) -> bool) -> String {
    let mut kept = text.as_bytes().to_vec();
    for (kind, place) in specials(text) {
        if left_out(kind) {
            blank_bytes(&mut kept[place]);
        }
    }
    String::from_utf8_lossy(&kept).into_owned()
}

/// Every comment, string and character, and where it is.
fn specials(text: &str) -> Vec<(Kind, Range<usize>)> {
    let mut found = Vec::new();
    let mut place = 0;
    while place < text.len() {
        if let Some((kind, length)) = special(&text[place..], follows_word(text, place)) {
            found.push((kind, place..place + length));
            place += length;
        } else {
            place += text[place..].chars().next().map_or(1, char::len_utf8);
        }
    }
    found
}

fn blank_bytes(bytes: &mut [u8]) {
    bytes.iter_mut().filter(|byte| **byte != b'\n').for_each(|byte| *byte = b' ');
}

fn follows_word(text: &str, place: usize) -> bool {
    text[..place].ends_with(|c: char| c.is_alphanumeric() || c == '_')
}

/// The comment, string or character at the start of `text`, and its length.
fn special(text: &str, follows_word: bool) -> Option<(Kind, usize)> {
    if text.starts_with("//") {
        return Some((Kind::Comment, text.find('\n').unwrap_or(text.len())));
    }
    if text.starts_with("/*") {
        return Some((Kind::Comment, comment_length(text)));
    }
    let quoted = text.trim_start_matches('b');
    let prefix = text.len() - quoted.len();
    if prefix > 1 || (prefix == 1 && follows_word) {
        return None;
    }
    let length = if quoted.starts_with('"') {
        string_length(quoted)
    } else if quoted.starts_with('\'') {
        character_length(quoted)?
    } else if quoted.starts_with('r') && !follows_word {
        raw_string_length(quoted)?
    } else {
        return None;
    };
    Some((Kind::String, prefix + length))
}

fn comment_length(text: &str) -> usize {
    let mut depth = 0_usize;
    let mut place = 0;
    while place < text.len() {
        if text.as_bytes()[place..].starts_with(b"/*") {
            depth += 1;
            place += 2;
        } else if text.as_bytes()[place..].starts_with(b"*/") {
            depth -= 1;
            place += 2;
            if depth == 0 {
                return place;
            }
        } else {
            place += 1;
        }
    }
    text.len()
}

fn string_length(text: &str) -> usize {
    let mut escaped = false;
    for (index, byte) in text.bytes().enumerate().skip(1) {
        if !escaped && byte == b'"' {
            return index + 1;
        }
        escaped = !escaped && byte == b'\\';
    }
    text.len()
}

fn raw_string_length(text: &str) -> Option<usize> {
    let hashes = text[1..].len() - text[1..].trim_start_matches('#').len();
    let inside = text[1 + hashes..].strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(hashes));
    let length = inside.find(&end).map_or(inside.len(), |end_at| end_at + end.len());
    Some(2 + hashes + length)
}

/// A character, as against a lifetime.
fn character_length(text: &str) -> Option<usize> {
    let mut chars = text[1..].char_indices();
    let (_, first) = chars.next()?;
    if first == '\\' {
        return text[3..].find('\'').map(|end| 3 + end + 1);
    }
    let (next, c) = chars.next()?;
    (c == '\'').then_some(1 + next + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_strings_are_told_apart() {
        let text =
            "let a = \"// no { \\\" }\"; // yes {\nlet b = r#\"{ \" }\"#; /* { /* } */ */ let c = '{';";
        let bare = bare(text);
        assert!(!bare.contains('{') && !bare.contains("yes"), "{bare}");
        assert_eq!(bare.len(), text.len());
        assert!(without_comments(text).contains("// no"));
    }

    #[test]
    fn a_lifetime_is_not_a_character() {
        assert_eq!(bare("fn f<'a>(x: &'a str) { '\\'' }"), "fn f<'a>(x: &'a str) {      }");
    }

    #[test]
    fn tests_are_left_out() {
        let text = "fn a() {}\n#[cfg(test)]\nmod tests {\n  fn b() { \"}\" }\n}\nfn c() {}\n";
        let kept = without_tests(text);
        assert!(kept.contains("fn c") && !kept.contains("fn b"), "{kept}");
        assert_eq!(line(&kept, kept.find("fn c").expect("there")), 6);
    }

    #[test]
    fn blocks_end_where_they_close() {
        assert_eq!(block_end("{ a { b } ( c ) } d", 0), 17);
    }
}
