//! Takes comments and indentation out of a style sheet, and nothing else: no rule is rewritten, so none breaks.

/// The style sheet without comments, on one line.
pub fn minify(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    for piece in pieces(css) {
        match piece {
            Piece::Text(text) => text.chars().for_each(|c| push(&mut out, c)),
            Piece::Quoted(quoted) => out.push_str(quoted),
            Piece::Comment => separate(&mut out),
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// The style sheet without comments, its lines kept.
pub fn without_comments(css: &str) -> String {
    let kept = pieces(css).into_iter().map(|piece| match piece {
        Piece::Text(text) | Piece::Quoted(text) => text,
        Piece::Comment => "",
    });
    kept.collect()
}

/// White space counts once, and not at all beside what ends or opens something.
fn push(out: &mut String, c: char) {
    let last = out.chars().next_back();
    if c.is_whitespace() {
        if !matches!(last, None | Some(' ' | '{' | '}' | ';')) {
            out.push(' ');
        }
    } else {
        if last == Some(' ') && matches!(c, '{' | '}' | ';') {
            out.pop();
        }
        out.push(c);
    }
}

/// A comment between two words keeps them apart without being a space: an empty one stays in its place.
fn separate(out: &mut String) {
    if !matches!(out.chars().next_back(), None | Some(' ' | '{' | '}' | ';' | '/')) {
        out.push_str("/**/");
    }
}

enum Piece<'a> {
    Text(&'a str),
    Quoted(&'a str),
    Comment,
}

/// Cuts a style sheet at its strings and comments.
fn pieces(css: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let mut rest = css;
    while let Some(start) = rest.find(['"', '\'', '/']) {
        let (text, after) = rest.split_at(start);
        found.push(Piece::Text(text));
        let (piece, length) = special(after);
        found.push(piece);
        rest = &after[length..];
    }
    found.push(Piece::Text(rest));
    found
}

/// The string, comment or lone slash at the start of `text`, and its length.
fn special(text: &str) -> (Piece<'_>, usize) {
    if text.starts_with("/*") {
        let length = text.find("*/").map_or(text.len(), |end| end + 2);
        return (Piece::Comment, length);
    }
    if text.starts_with('/') {
        return (Piece::Text(&text[..1]), 1);
    }
    let length = quoted_length(text);
    (Piece::Quoted(&text[..length]), length)
}

fn quoted_length(text: &str) -> usize {
    let quote = text.chars().next();
    let mut escaped = false;
    for (index, c) in text.char_indices().skip(1) {
        if !escaped && Some(c) == quote {
            return index + c.len_utf8();
        }
        escaped = !escaped && c == '\\';
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_indentation_go() {
        let css = "/* all */\n.a {\n  color: red; /* b */\n\n  & > .b { width: calc(1px + 2px); }\n}\n";
        assert_eq!(minify(css), ".a{color: red;& > .b{width: calc(1px + 2px);}}");
    }

    #[test]
    fn what_is_quoted_stays() {
        let css = ".a::before { content: \"/* no */  { \\\"x\\\" ;  \"; }";
        assert_eq!(minify(css), ".a::before{content: \"/* no */  { \\\"x\\\" ;  \";}");
    }

    #[test]
    fn a_slash_is_not_a_comment() {
        assert_eq!(minify(".a { grid-area: 1 / 2; }"), ".a{grid-area: 1 / 2;}");
    }

    #[test]
    fn a_comment_between_words_keeps_them_apart() {
        assert_eq!(minify(".a/* no space */.b{}"), ".a/**/.b{}");
    }
}
