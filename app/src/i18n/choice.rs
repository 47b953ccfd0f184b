//! Which language a request is answered in.
//!
//! Owns the order of the wishes; refuses to know where they come from: the server reads them from the request.

use domain::language::Language;

/// What is known of the reader's wish, strongest first.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wishes<'a> {
    /// `?lang=`: for this answer only.
    pub query: Option<&'a str>,
    /// The setting of the person who is signed in.
    pub person: Option<Language>,
    /// The language cookie.
    pub cookie: Option<&'a str>,
    /// The `Accept-Language` header.
    pub accept: Option<&'a str>,
}

/// The first wish that names a language of Atout, else English.
pub fn choose(wishes: Wishes<'_>) -> Language {
    let named = |tag: Option<&str>| tag.and_then(Language::from_tag);
    named(wishes.query)
        .or(wishes.person)
        .or_else(|| named(wishes.cookie))
        .or_else(|| wishes.accept.and_then(preferred))
        .unwrap_or_default()
}

/// The language of Atout with the greatest weight in an `Accept-Language` header; the first one wins a draw.
fn preferred(header: &str) -> Option<Language> {
    let mut best: Option<(Language, f32)> = None;
    for range in header.split(',') {
        let mut fields = range.split(';');
        let Some(language) = fields.next().and_then(Language::from_tag) else { continue };
        let weight =
            fields.find_map(|field| field.trim().strip_prefix("q=")).map_or(Some(1.0), |q| q.parse().ok());
        let weight: f32 = weight.unwrap_or(0.0);
        if weight > best.map_or(0.0, |(_, weight)| weight) {
            best = Some((language, weight));
        }
    }
    best.map(|(language, _)| language)
}
