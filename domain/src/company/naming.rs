//! Whom a typed text names. Owns when a text means one person only; refuses to know what a search finds.

use super::{FieldFault, finds, search_words};

/// The one of `found` whom `typed` means: the only one whose name or address it is, as a search reads them, or else the
/// only one who matches it at all (R47). Among several nobody is guessed.
///
/// `found` are those who match, each with name and address, or the first of them as long as these are all whose name or
/// address it is; `matching` is how many match.
///
/// # Errors
/// [`FieldFault::Nobody`] or [`FieldFault::Several`].
pub fn meant<'a, T>(
    typed: &str,
    found: impl IntoIterator<Item = (T, &'a str, &'a str)>,
    matching: u32,
) -> Result<T, FieldFault> {
    let words = search_words(typed);
    let is = |known| search_words(known) == words;
    let (mut exact, mut others): (Vec<_>, Vec<_>) = found
        .into_iter()
        .filter(|(_, name, address)| finds(typed, name, address))
        .partition(|(_, name, address)| is(name) || is(address));
    let only = match (exact.len(), matching) {
        (1, _) => exact.pop(),
        (0, 0 | 1) => others.pop(),
        _ => return Err(FieldFault::Several { count: matching }),
    };
    only.map(|(person, ..)| person).ok_or(FieldFault::Nobody)
}

#[cfg(test)]
mod tests {
    use super::*;

    const KELLER: (u8, &str, &str) = (1, "Zsófia Keller", "zsofia.keller@lumiere.example");
    const KELLERMANN: (u8, &str, &str) = (2, "Zsófia Kellermann", "zsofia.kellermann@lumiere.example");
    const NAMESAKE: (u8, &str, &str) = (3, "ZSOFIA KELLER", "z.keller@lumiere.example");

    const PIERRETTE: (u8, &str, &str) = (2, "Jean Pierrette Durand", "pierrette@lumiere.example");

    #[track_caller]
    fn check(typed: &str, found: &[(u8, &'static str, &'static str)], expected: Result<u8, FieldFault>) {
        let matching = u32::try_from(found.len()).unwrap();
        assert_eq!(meant(typed, found.iter().copied(), matching), expected, "{typed}");
    }

    #[test]
    fn a_full_name_means_its_person_among_others_who_match() {
        check(" zsofia  keller ", &[KELLERMANN, KELLER], Ok(1));
    }

    #[test]
    fn a_hyphen_is_a_space_on_both_sides() {
        let filed = |name| (1, name, "jpd@lumiere.example");
        for name in ["Jean Pierre Durand", "Jean-Pierre Durand"] {
            for typed in ["Jean-Pierre Durand", "jean pierre durand", "jean pierre-durand"] {
                check(typed, &[filed(name)], Ok(1));
                check(typed, &[PIERRETTE, filed(name)], Ok(1));
            }
        }
    }

    #[test]
    fn an_address_means_its_person_among_namesakes() {
        check("Z.Keller@lumiere.example", &[KELLER, NAMESAKE], Ok(3));
    }

    #[test]
    fn the_only_match_is_meant() {
        check("zsof", &[KELLER], Ok(1));
    }

    #[test]
    fn among_several_nobody_is_guessed() {
        check("zsof", &[KELLER, KELLERMANN], Err(FieldFault::Several { count: 2 }));
        check("zsofia keller", &[KELLER, KELLERMANN, NAMESAKE], Err(FieldFault::Several { count: 3 }));
    }

    #[test]
    fn the_count_is_that_of_all_who_match() {
        assert_eq!(meant("zsof", [KELLER], 11), Err(FieldFault::Several { count: 11 }));
        assert_eq!(meant("zsofia keller", [KELLER], 11), Ok(1));
    }

    #[test]
    fn the_only_match_is_not_meant_when_a_word_is_not_its_own() {
        check("zsofia keller anna maria", &[KELLERMANN], Err(FieldFault::Nobody));
    }

    #[test]
    fn nobody_is_nobody() {
        check("zsof", &[], Err(FieldFault::Nobody));
    }
}
