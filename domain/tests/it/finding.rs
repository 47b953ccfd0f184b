//! Whom a typed text finds and means, however the words of a name are put together.

use domain::company::{finds, meant, search_words};
use proptest::{collection::vec, prelude::*, sample};

/// What stands between two words of a name.
const BETWEEN: [&str; 6] = [" ", "  ", "-", "'", "’", "\u{a0}"];

fn words() -> impl Strategy<Value = Vec<String>> {
    vec("[aéÉbœß]{1,3}", 1..5)
}

/// What stands after each word of a name, one of [`BETWEEN`].
fn gaps() -> impl Strategy<Value = Vec<&'static str>> {
    vec(sample::select(BETWEEN.to_vec()), 5)
}

fn put_together(words: &[String], gaps: &[&str]) -> String {
    words.iter().zip(gaps).flat_map(|(word, gap)| [word.as_str(), gap]).collect()
}

fn address(number: usize) -> String {
    format!("{number}@lumiere.example")
}

proptest! {
    /// Hyphens, apostrophes and spaces are the same, on the side that is typed and on the side that is filed.
    #[test]
    fn what_stands_between_words_tells_nothing(words in words(), typed in gaps(), filed in gaps()) {
        let (typed, filed) = (put_together(&words, &typed), put_together(&words, &filed));
        prop_assert_eq!(search_words(&typed), search_words(&filed));
        prop_assert!(finds(&typed, &filed, ""));
    }

    /// The words of a text are words already, so that what is filed may be words put together.
    #[test]
    fn words_stay_words(text in "\\PC{0,20}") {
        let words = search_words(&text);
        prop_assert_eq!(search_words(&words.join(" ")), words);
    }

    /// The beginnings of any of its words find a name, in any order.
    #[test]
    fn beginnings_find(
        (words, order) in words().prop_flat_map(|words| (Just(words.clone()), Just(words).prop_shuffle())),
        count in 1_usize..5,
        length in 1_usize..6,
        gaps in gaps(),
    ) {
        let beginnings: Vec<String> = order.iter().take(count).map(|word| word.chars().take(length).collect()).collect();
        let (typed, filed) = (put_together(&beginnings, &gaps), put_together(&words, &gaps));
        prop_assert!(finds(&typed, &filed, ""));
    }

    /// Whoever is meant is found; and a whole name of one person only means that one, however many it finds.
    #[test]
    fn a_whole_name_means_its_person(names in vec(words(), 1..6), typed in gaps(), filed in gaps()) {
        let typed = put_together(&names[0], &typed);
        let people: Vec<_> =
            names.iter().enumerate().map(|(number, words)| (number, put_together(words, &filed), address(number))).collect();
        let found: Vec<_> = people.iter().filter(|(_, name, address)| finds(&typed, name, address)).collect();
        let known = found.iter().map(|(number, name, address)| (*number, name.as_str(), address.as_str()));
        let meant = meant(&typed, known, u32::try_from(found.len()).unwrap());
        let namesakes = people.iter().filter(|(_, name, _)| search_words(name) == search_words(&typed)).count();
        prop_assert_eq!(meant.ok(), (namesakes == 1).then_some(0));
    }
}
