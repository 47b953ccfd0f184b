//! Where typed letters are found in a name. Owns the comparison without accents or case; refuses to rank.

/// A name cut around the letters that were found.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Marked<'a> {
    pub before: &'a str,
    pub found: &'a str,
    pub after: &'a str,
}

/// Cuts `name` around the first place where `typed` begins a word, or else stands at all.
pub(super) fn mark<'a>(name: &'a str, typed: &str) -> Marked<'a> {
    let wanted: Vec<char> = fold(typed.trim()).map(|letter| letter.plain).collect();
    let letters: Vec<Letter> = fold(name).collect();
    let place = if wanted.is_empty() { None } else { find(&letters, &wanted) };
    let Some((from, to)) = place else { return Marked { before: name, found: "", after: "" } };
    let (before, rest) = name.split_at(from);
    let (found, after) = rest.split_at(to - from);
    Marked { before, found, after }
}

/// A letter without its accent, and the bytes of the name that it stands for.
struct Letter {
    plain: char,
    from: usize,
    to: usize,
}

fn find(letters: &[Letter], wanted: &[char]) -> Option<(usize, usize)> {
    let places = || {
        letters
            .windows(wanted.len())
            .enumerate()
            .filter(|(_, window)| window.iter().zip(wanted).all(|(letter, wanted)| letter.plain == *wanted))
    };
    let begins_word = |at: usize| {
        at.checked_sub(1)
            .and_then(|before| letters.get(before))
            .is_none_or(|letter| !letter.plain.is_alphanumeric())
    };
    let (_, window) = places().find(|(at, _)| begins_word(*at)).or_else(|| places().next())?;
    Some((window.first()?.from, window.last()?.to))
}

fn fold(text: &str) -> impl Iterator<Item = Letter> {
    text.char_indices().flat_map(|(from, letter)| {
        let to = from + letter.len_utf8();
        let lower = letter.to_lowercase().next().unwrap_or(letter);
        let (first, second) = plain(lower);
        [Some(first), second].into_iter().flatten().map(move |plain| Letter { plain, from, to })
    })
}

/// The letters of the European names, without what stands on them.
fn plain(letter: char) -> (char, Option<char>) {
    let first = match letter {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' | 'ĉ' | 'ċ' => 'c',
        'ď' | 'đ' | 'ð' => 'd',
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' | 'ě' => 'e',
        'ğ' | 'ģ' | 'ĝ' | 'ġ' => 'g',
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'į' | 'ı' => 'i',
        'ł' | 'ľ' | 'ĺ' | 'ļ' => 'l',
        'ñ' | 'ń' | 'ň' | 'ņ' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ő' => 'o',
        'ŕ' | 'ř' => 'r',
        'ś' | 'š' | 'ş' | 'ș' | 'ŝ' => 's',
        'ť' | 'ţ' | 'ț' => 't',
        'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' | 'ų' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ž' | 'ż' => 'z',
        'æ' => return ('a', Some('e')),
        'œ' => return ('o', Some('e')),
        'ß' => return ('s', Some('s')),
        '’' => '\'',
        other => other,
    };
    (first, None)
}

#[cfg(test)]
mod tests {
    use super::{Marked, mark};

    #[track_caller]
    fn check(name: &str, typed: &str, expected: [&str; 3]) {
        let [before, found, after] = expected;
        assert_eq!(mark(name, typed), Marked { before, found, after });
    }

    #[test]
    fn letters_are_found_without_their_accents() {
        check("Élise Marchand", "eli", ["", "Éli", "se Marchand"]);
        check("Björn Åkesson", "ake", ["Björn ", "Åke", "sson"]);
    }

    #[test]
    fn the_beginning_of_a_word_comes_first() {
        check("Anna Nadal", "na", ["Anna ", "Na", "dal"]);
        check("Anna Roux", "na", ["An", "na", " Roux"]);
    }

    #[test]
    fn a_ligature_is_two_letters() {
        check("Cœur", "coe", ["", "Cœ", "ur"]);
    }

    #[test]
    fn what_is_not_there_marks_nothing() {
        check("Élise", "x", ["Élise", "", ""]);
        check("Élise", "  ", ["Élise", "", ""]);
    }
}
