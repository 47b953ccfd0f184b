//! The texts that the server carries in its binary: what it serves to browsers, and what only the server says.

use domain::language::Language;

struct Embedded {
    pages: &'static str,
    own: &'static str,
    served: &'static str,
    path: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

/// The messages of `language` as one file, for a browser: without their names.
pub const fn bundle_text(language: Language) -> &'static str {
    embedded(language).served
}

/// Where that file is served. The path changes with the text, so that what it answers never does.
pub const fn bundle_path(language: Language) -> &'static str {
    embedded(language).path
}

/// Everything that the server itself says in `language`.
pub(super) const fn texts(language: Language) -> [&'static str; 2] {
    let embedded = embedded(language);
    [embedded.pages, embedded.own]
}

const fn embedded(language: Language) -> &'static Embedded {
    match language {
        Language::English => &EN_US,
        Language::French => &FR_FR,
    }
}
