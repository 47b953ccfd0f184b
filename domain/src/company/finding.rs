//! Who is found by what is typed. Owns what a word is, and when one finds a person; refuses to say who is meant.

/// What accents, letter case and ligatures hide: « Élise Marchand » and `elise marchand` fold to the same text.
#[must_use]
pub fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.trim().chars().flat_map(char::to_lowercase) {
        match c {
            'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => folded.push('a'),
            'ç' | 'ć' | 'č' => folded.push('c'),
            'ď' | 'đ' | 'ð' => folded.push('d'),
            'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' | 'ě' | 'ế' | 'ễ' | 'ệ' => folded.push('e'),
            'ğ' => folded.push('g'),
            'ì' | 'í' | 'î' | 'ï' | 'ī' | 'į' | 'ı' => folded.push('i'),
            'ł' | 'ľ' => folded.push('l'),
            'ñ' | 'ń' | 'ň' => folded.push('n'),
            'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ő' => folded.push('o'),
            'ř' => folded.push('r'),
            'ś' | 'š' | 'ş' | 'ș' => folded.push('s'),
            'ť' | 'ț' | 'ţ' => folded.push('t'),
            'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' | 'ų' => folded.push('u'),
            'ý' | 'ÿ' => folded.push('y'),
            'ź' | 'ž' | 'ż' => folded.push('z'),
            'œ' => folded.push_str("oe"),
            'æ' => folded.push_str("ae"),
            'ß' => folded.push_str("ss"),
            'þ' => folded.push_str("th"),
            '\u{300}'..='\u{36f}' => {}
            '’' => folded.push('\''),
            other => folded.push(other),
        }
    }
    folded
}

/// The folded words of `text`. Those of a double name count one by one: `claire` finds Marie-Claire, and `jean pierre`
/// is Jean-Pierre.
#[must_use]
pub fn search_words(text: &str) -> Vec<String> {
    let cuts = |c: char| c.is_whitespace() || c == '-' || c == '\'';
    folded(text).split(cuts).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Whether `typed` finds whoever has this name and address: each of its words begins one of theirs. A text without words
/// finds nobody.
#[must_use]
pub fn finds(typed: &str, name: &str, address: &str) -> bool {
    let (wanted, known) = (search_words(typed), search_words(&format!("{name} {address}")));
    let is_known = |word: &String| known.iter().any(|known| known.starts_with(word.as_str()));
    !wanted.is_empty() && wanted.iter().all(is_known)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_and_case_are_ignored_in_a_search() {
        assert_eq!(folded(" Élise MARCHAND"), "elise marchand");
        assert_eq!(folded("Björn Åkesson"), "bjorn akesson");
        assert_eq!(folded("E\u{301}lise"), "elise");
        assert_eq!(folded("Œuvre Weiß"), "oeuvre weiss");
    }

    #[test]
    fn double_names_are_cut_into_words() {
        assert_eq!(search_words("Marie-Claire  D’Arc"), ["marie", "claire", "d", "arc"]);
        assert_eq!(search_words("mc-d@Lumiere.example"), ["mc", "d@lumiere.example"]);
        assert_eq!(search_words(" - ’ "), [""; 0]);
    }

    #[test]
    fn words_find_by_their_beginnings() {
        for (typed, is_found) in [
            ("jean-pierre durand", true),
            ("Jean Pierre Durand", true),
            ("durand j", true),
            ("d’arc", true),
            ("d arc", true),
            ("arc", true),
            ("jpd@", true),
            ("pierre-jean", true),
            ("ierre", false),
            ("jeanpierre", false),
            ("durand dupont", false),
            ("lumiere", false),
            ("-", false),
            ("", false),
        ] {
            assert_eq!(finds(typed, "Jean-Pierre Durand d’Arc", "jpd@lumiere.example"), is_found, "{typed}");
        }
    }
}
