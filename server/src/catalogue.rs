//! Reads a programme's catalogue from its file.
//!
//! Owns the form of the file and the places of its faults; refuses to judge what it says, which `domain` does.

mod document;
mod family;
mod fault;
mod origin;
mod report;
mod section;

use domain::programme::Catalogue;
use toml::de::DeTable;

use self::{fault::Faults, section::Section};
pub use self::{
    fault::{Fault, Located},
    report::Report,
};

/// The file of the built-in programme: MPN as it was in the spring of 2020, in both languages.
pub const BUILT_IN: &str = include_str!("../catalogue/mpn-2020.toml");

/// The name of the built-in programme's file, for reports.
pub const BUILT_IN_NAME: &str = "mpn-2020.toml";

/// Reads a whole catalogue, or none of it.
///
/// # Errors
/// Every fault that could be found, in the order of the file. While the file is not TOML at all, only the faults of
/// its syntax are known. An entry that cannot be read is left out of the search for what does not fit together.
pub fn read(text: &str) -> Result<Catalogue, Vec<Located>> {
    let (document, errors) = DeTable::parse_recoverable(text);
    let faults = Faults::new(text);
    for error in &errors {
        let message = error.message().to_owned();
        faults.add(error.span(), "", Fault::Syntax { message });
    }
    if !errors.is_empty() {
        return Err(faults.into_sorted());
    }

    let root = Section::root(document.get_ref(), document.span(), &faults);
    let read = document::read(&root);
    let is_whole = faults.is_empty();
    match read {
        Some((catalogue, origins)) => {
            for fault in catalogue.faults() {
                let (span, path) = origins.locate(&root, &fault.place);
                faults.add_in(span, &path, fault.place.code(), Fault::Rule(fault.kind));
            }
            if is_whole && faults.is_empty() { Ok(catalogue) } else { Err(faults.into_sorted()) }
        }
        None => Err(faults.into_sorted()),
    }
}
