//! The form in which the client is answered: values without the names of their fields.
//!
//! Server and client are built together and agree on every type, so names would only be weight: in each answer, and far
//! more in the client, where reading structures by name took fifty kilobytes (docs/adr/0006). A client says of which build
//! it is, and one of another build than the server's is answered nothing that it could misread. Owns the form; refuses to
//! be an interface for others: who asks for JSON gets JSON.

use serde::de::DeserializeOwned;

/// What a client that reads this form accepts.
pub const MEDIA_TYPE: &str = "application/vnd.atout.packed";

/// The header in which a client says of which build it is, by the hash that names its package; behind a dot the mark of
/// those for whom its page was drawn; behind another one what tells this document from others for the same people.
pub const CLIENT: &str = "atout-client";

/// The status of the answer to a client of another build, or whose page was drawn for somebody else. It has no content,
/// and nothing was done.
pub const OTHER_BUILD: u16 = 412;

/// The value, packed.
///
/// # Errors
/// What kept it from being written.
#[cfg(feature = "ssr")]
pub fn pack<T: serde::Serialize>(value: &T) -> Result<Vec<u8>, postcard::Error> {
    postcard::to_allocvec(value)
}

/// The value; nothing when the bytes are not one, as when what stands between answers with a page of its own.
pub fn unpack<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    postcard::from_bytes(bytes).ok()
}

/// The bytes as text that may stand anywhere in a page: what is legible stays as it is, the rest moves to letters that
/// are not used otherwise.
#[cfg(feature = "ssr")]
pub fn to_text(bytes: &[u8]) -> String {
    let letter = |byte: u8| {
        if is_legible(byte) {
            char::from(byte)
        } else {
            char::from_u32(SHIFT + u32::from(byte)).unwrap_or(' ')
        }
    };
    bytes.iter().copied().map(letter).collect()
}

/// The bytes that [`to_text`] wrote; nothing when the text is not of that form.
pub fn from_text(text: &str) -> Option<Vec<u8>> {
    let byte = |letter: char| {
        let code = u32::from(letter);
        u8::try_from(if code < SHIFT { code } else { code - SHIFT }).ok()
    };
    text.chars().map(byte).collect()
}

/// The first of the letters that stand for the bytes that are not legible.
const SHIFT: u32 = 0x100;

/// A page escapes `<` in what it carries, and nothing would take that back: a length of sixty is one too.
#[cfg(feature = "ssr")]
const fn is_legible(byte: u8) -> bool {
    matches!(byte, b' '..=b'~') && byte != b'<'
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn every_byte_survives_its_way_through_a_page() {
        let all: Vec<u8> = (0..=u8::MAX).collect();
        assert_eq!(from_text(&to_text(&all)), Some(all));
    }

    #[test]
    fn what_is_legible_stays_so_and_nothing_is_a_control_character() {
        let text = to_text("Ana\u{e9}\0\u{1f}".as_bytes());
        assert!(text.starts_with("Ana"), "{text}");
        assert!(!text.chars().any(char::is_control), "{text}");
    }

    #[test]
    fn no_tag_begins_in_it() {
        assert!(!to_text(b"</script><!--").contains('<'));
    }

    #[test]
    fn a_page_of_somebody_else_is_no_value() {
        assert_eq!(unpack::<(u32, String)>(b"<!DOCTYPE html>"), None);
        assert_eq!(from_text("\u{4e00}"), None);
    }
}
