//! Lines of a file that spreadsheets open (RFC 4180).
//!
//! Owns quoting, and that no cell is taken for a formula; refuses to know what a file is about.

/// What a file begins with, so that a spreadsheet reads its letters as UTF-8.
pub const BEGIN: &str = "\u{feff}";

/// A cell that begins with one of these is run by a spreadsheet, not shown.
/// The wide forms are the same to some of them.
const FORMULAS: [char; 12] = ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠'];

/// A line of `cells` with `separator` between them. Every cell is quoted, so that a spreadsheet that expects another
/// separator splits none.
#[must_use]
pub fn line<'a>(separator: char, cells: impl IntoIterator<Item = &'a str>) -> String {
    let mut line = String::new();
    for cell in cells {
        if !line.is_empty() {
            line.push(separator);
        }
        line.push('"');
        if cell.starts_with(FORMULAS) {
            line.push('\'');
        }
        line.push_str(&cell.replace('"', "\"\""));
        line.push('"');
    }
    line.push_str("\r\n");
    line
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The lines of a file, as RFC 4180 says that they are read.
    fn read(separator: char, file: &str) -> Vec<Vec<String>> {
        let (mut lines, mut cells, mut cell) = (Vec::new(), Vec::new(), String::new());
        let (mut letters, mut is_quoted) = (file.chars().peekable(), false);
        while let Some(letter) = letters.next() {
            match letter {
                '"' if is_quoted && letters.next_if_eq(&'"').is_some() => cell.push('"'),
                '"' => is_quoted = !is_quoted,
                '\r' if !is_quoted => {
                    assert_eq!(letters.next(), Some('\n'), "a line ends with CR LF");
                    cells.push(std::mem::take(&mut cell));
                    lines.push(std::mem::take(&mut cells));
                }
                other if other == separator && !is_quoted => cells.push(std::mem::take(&mut cell)),
                other => cell.push(other),
            }
        }
        assert!(cell.is_empty() && cells.is_empty() && !is_quoted, "the file ends with a line");
        lines
    }

    /// A cell with what keeps it from being run.
    fn kept(cell: &str) -> String {
        if cell.starts_with(FORMULAS) { format!("'{cell}") } else { cell.to_owned() }
    }

    #[test]
    fn what_would_be_run_is_shown() {
        for begin in FORMULAS {
            let formula = format!("{begin}cmd|' /C calc'!A0");
            let written = line(',', [formula.as_str()]);
            let cell = &read(',', &written)[0][0];
            assert!(!cell.starts_with(FORMULAS), "{cell:?}");
            assert_eq!(*cell, kept(&formula));
        }
        assert_eq!(
            line(';', ["Zoé", "a;b", "say \"no\"", ""]),
            "\"Zoé\";\"a;b\";\"say \"\"no\"\"\";\"\"\r\n"
        );
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(
            lines in prop::collection::vec(prop::collection::vec("([=+@;,\"\r\n\t '-]|\\PC){0,12}", 1..5), 0..6),
            separator in prop::sample::select(vec![',', ';']),
        ) {
            let file: String =
                lines.iter().map(|cells| line(separator, cells.iter().map(String::as_str))).collect();
            let read = read(separator, &file);
            prop_assert!(read.iter().flatten().all(|cell| !cell.starts_with(FORMULAS)));
            let kept: Vec<Vec<_>> =
                lines.iter().map(|cells| cells.iter().map(|cell| kept(cell)).collect()).collect();
            prop_assert_eq!(read, kept);
        }
    }
}
