//! The names of the demonstration's people. Any likeness is chance.

use domain::company::folded;

const FIRST: [&str; 48] = [
    "Inès", "Björn", "Amélie", "Élise", "Nadia", "Théo", "Chloé", "Mathéo", "Zoé", "Łukasz", "Agnès",
    "François", "Anaïs", "Jürgen", "Noémie", "Gaëlle", "Andrés", "Hélène", "Yannick", "Siân", "Raphaël",
    "Océane", "Søren", "Maëlys", "Tomáš", "Léa", "Íñigo", "Margaux", "Émile", "Aïcha", "Cédric", "Kübra",
    "Loïc", "Renée", "Bénédicte", "Oğuz", "Clémence", "Stéphane", "Mélanie", "João", "Fatoumata", "Grégoire",
    "Zsófia", "Adèle", "Jérôme", "Ana", "Otto", "Capucine",
];

const LAST: [&str; 44] = [
    "Delaunay", "Åkesson", "Roux", "Marchand", "Benali", "Lefèvre", "Müller", "Désormeaux", "García",
    "Ferreira", "O’Brien", "Dubois-Lambert", "Nguyễn", "Kowalski", "Hébert", "Schäfer", "Bélanger", "Çelik",
    "Rousseau", "Lindström", "Étienne", "Gauthier", "Novák", "Pelletier", "Da Costa", "Vasseur", "Côté",
    "Brännström", "Meunier", "Haddad", "Lachaîne", "Weiß", "Tremblay", "Olivier", "Fontaine", "Gonçalves",
    "Petitjean", "Duchêne", "Traoré", "Bergström", "Boulanger", "Rivière", "Keller", "Żak",
];

/// The `index`th of the people who can be made up: no two of them have the same name, up to 2,000.
#[must_use]
pub fn person(index: usize, domain: &str) -> (String, String) {
    let first = FIRST.get(index % FIRST.len()).copied().unwrap_or_default();
    let turn = index / FIRST.len();
    let last =
        LAST.get((index + turn * 7 + index / (FIRST.len() * 4)) % LAST.len()).copied().unwrap_or_default();
    let name = format!("{first} {last}");
    let email = format!("{}.{}@{domain}", plain(first), plain(last));
    (name, email)
}

/// A name as it stands in an address.
#[must_use]
pub fn plain(name: &str) -> String {
    let kept = |c: &char| c.is_ascii_alphanumeric() || *c == '-';
    folded(name).replace('\'', "").chars().filter(kept).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use domain::company::EmailAddress;

    use super::*;

    #[test]
    fn two_thousand_people_have_two_thousand_addresses() {
        let emails: BTreeSet<_> = (0..2_000).map(|index| person(index, "lumiere.example").1).collect();
        assert_eq!(emails.len(), 2_000);
        assert!(emails.iter().all(|email| EmailAddress::parse(email).is_ok()));
    }
}
