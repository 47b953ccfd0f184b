//! Passwords that are tried first: what is long enough, and still made of what everybody uses.
//!
//! What stands in the usual lists, and how fast it is found from there, `zxcvbn` knows. Such lists are of yesterday, and
//! mostly English: here the making of these passwords is recognised too, in the languages of our people. Common words and
//! names, digits, signs and keys in a row, in any order and with the usual disguises, and nothing else besides. Owns that;
//! refuses to know how a password is stored.

/// Words that stand in very many passwords, in the languages of our people, without accents.
const WORDS: &str = include_str!("guessable.txt");

/// Keys beside each other, and what is learnt by heart. Read in both directions.
const ROWS: [&str; 20] = [
    "abcdefghijklmnopqrstuvwxyz",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "azertyuiop",
    "qsdfghjklm",
    "wxcvbn",
    "qwertzuiop",
    "yxcvbnm",
    "1q2w3e4r5t6y7u8i9o0p",
    "q1w2e3r4t5y6u7i8o9p0",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
    "qazwsxedcrfvtgbyhnujmikolp",
    "1qa2ws3ed4rf5tg6yh7uj8ik9ol",
    "1a2s3d4f5g6h7j8k9l",
    "a1s2d3f4g5h6j7k8l9",
    "z1x2c3v4b5n6m7",
    "12qw34er56ty78ui90op",
    "qawsedrftgyhujikolp",
    "qwaszxerdfcvtyghbnuijkmo",
];

/// Fewer guesses than these are a matter of days for whoever has the hashes and a rack of machines.
const LEAST_GUESSES: u64 = 1_000_000_000;
/// The fewest letters in a row, or in a part of one's own address, that are no coincidence.
const LEAST_LETTERS: usize = 3;
/// Of how many common words a password may be made and still be common: more of them are a sentence.
const MOST_WORDS: usize = 4;

/// Whether `password` is among those that are tried first for somebody with this address.
pub fn is_guessable(password: &str, address: &str) -> bool {
    let address = address.to_lowercase();
    let own = address.split(|c: char| !c.is_alphanumeric()).filter(|part| part.len() >= LEAST_LETTERS);
    let words: Vec<&str> = WORDS.split_whitespace().chain(own).collect();
    if zxcvbn::zxcvbn(password, &words).guesses() < LEAST_GUESSES {
        return true;
    }
    let letters: Vec<char> = password.chars().flat_map(char::to_lowercase).collect();
    let words: Vec<Vec<char>> = words.into_iter().map(|word| word.chars().collect()).collect();
    fewest_words(&letters, &words).is_some_and(|fewest| fewest <= MOST_WORDS)
}

/// Of how few words all the letters are made, beside digits and signs; none when something is no common word.
fn fewest_words(letters: &[char], words: &[Vec<char>]) -> Option<usize> {
    // What the letters from each place on are made of, from the last place to the first.
    let mut fewest: Vec<Option<usize>> = vec![None; letters.len()];
    fewest.push(Some(0));
    for place in (0..letters.len()).rev() {
        let rest = letters.get(place..).unwrap_or_default();
        let after = |length: usize| fewest.get(place + length).copied().flatten();
        let filler = rest.first().filter(|letter| !letter.is_alphabetic()).and_then(|_| after(1));
        let known = words.iter().filter(|word| begins(rest, word)).map(Vec::len);
        let in_a_row = (LEAST_LETTERS..=row(rest)).chain(LEAST_LETTERS..=repeated(rest));
        let best = known.chain(in_a_row).filter_map(after).min().map(|words| words + 1);
        if let Some(slot) = fewest.get_mut(place) {
            *slot = best.into_iter().chain(filler).min();
        }
    }
    fewest.first().copied().flatten()
}

/// Whether the letters begin with a word, disguised or not.
fn begins(letters: &[char], word: &[char]) -> bool {
    letters.len() >= word.len() && letters.iter().zip(word).all(|(sign, letter)| stands_for(*sign, *letter))
}

/// Whether a sign can be read as a letter, as in `p@ssw0rd`.
fn stands_for(sign: char, letter: char) -> bool {
    sign == letter
        || match letter {
            'a' => matches!(sign, '4' | '@' | 'à' | 'â' | 'ä'),
            'b' => sign == '8',
            'c' => sign == 'ç',
            'e' => matches!(sign, '3' | '€' | 'é' | 'è' | 'ê' | 'ë'),
            'i' => matches!(sign, '1' | '!' | 'î' | 'ï'),
            'l' => matches!(sign, '1' | '|'),
            'o' => matches!(sign, '0' | 'ô' | 'ö'),
            's' => matches!(sign, '5' | '$'),
            't' => sign == '7',
            'u' => matches!(sign, 'ù' | 'û' | 'ü'),
            _ => false,
        }
}

/// How many letters at the beginning are keys in a row.
fn row(letters: &[char]) -> usize {
    let forward = ROWS.iter().map(|row| row.chars().collect::<Vec<_>>());
    let rows = forward.flat_map(|row| [row.iter().rev().copied().collect(), row]);
    let along = |row: Vec<char>| {
        let begin = row.iter().position(|key| letters.first() == Some(key)).unwrap_or(row.len());
        row.iter().skip(begin).zip(letters).take_while(|(key, letter)| key == letter).count()
    };
    rows.map(along).max().unwrap_or_default()
}

/// How many letters at the beginning are the same one.
fn repeated(letters: &[char]) -> usize {
    letters.iter().take_while(|letter| letters.first() == Some(letter)).count()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use app::flash::PasswordRefusal;

    use super::*;

    const ADDRESS: &str = "amelie.roux@lumiere.example";

    #[test]
    fn what_everybody_tries_first_is_guessable() {
        for password in [
            "123456789012", "password1234", "P@ssw0rd2024!", "passwordpassword", "qwertyuiop123",
            "azertyuiop123", "aaaaaaaaaaaa", "abcabcabcabc", "lumiere-2026!", "AmelieRoux1990",
            "motdepasse2026", "M0tDeP@sse!!", "iloveyou12345", "abcdefghijkl", "lkjhgfdsapoiuytr",
            "soleil soleil 75", "Bienvenue2026!", "xy7xy7xy7xy7", "sanfrancisco", "ticketmaster",
            "nightcrawler", "12qw34er56ty", "1a2s3d4f5g6h", "qwaszxerdfcv", "SystemOfADown", "mortalkombat",
            "greenlantern", "1Charlemagne1", "bubblegum2000", "SummerHoliday1", "xy7kx9pxy7kx9p",
        ] {
            assert!(is_guessable(password, ADDRESS), "{password}");
        }
    }

    /// As people write a word who are told to use capitals, digits and signs.
    fn forms(word: &str) -> [String; 3] {
        let (first, rest) = word.split_at(1);
        let disguised = word.replace('a', "@").replace('e', "3").replace('i', "1").replace('o', "0");
        [word.to_owned(), first.to_uppercase() + rest, disguised]
    }

    /// The goal G35.
    #[test]
    fn thousands_that_are_long_enough_and_common_are_guessable() {
        let endings = [
            "1234567890", "azerty2025!", "qwerty12345", "@01012000!", "!!!!!!!!!!", "-password1",
            "_75001_75001",
        ];
        let forms = WORDS.split_whitespace().flat_map(forms);
        let common: BTreeSet<_> =
            forms.zip(endings.iter().cycle()).map(|(form, ending)| form + ending).collect();
        assert!(
            common.iter().all(|password| password.chars().count() >= usize::from(PasswordRefusal::LEAST))
        );
        assert!(common.len() >= 2_000, "{}", common.len());
        let missed: Vec<_> = common.iter().filter(|password| !is_guessable(password, ADDRESS)).collect();
        assert!(missed.is_empty(), "{} of {}: {missed:?}", missed.len(), common.len());
    }

    #[test]
    fn a_sentence_or_a_heap_of_letters_is_not() {
        for password in [
            "correct horse battery staple",
            "a password of my own",
            "le chat boit du lait chaud",
            "Tr0ub4dor&3zq",
            "kX9#vQ2mLp7w",
            "douze caract",
            "three small ducks",
            "ファイアウォールを通る水",
            "Chaussette-verte-8",
            "jardin tomate lune",
        ] {
            assert!(!is_guessable(password, ADDRESS), "{password}");
        }
    }
}
