//! Takes out of a WebAssembly file what no browser reads: its `name` sections are four fifths of a chunk.
//!
//! Knows the outer form of the file and nothing of what its sections hold.

use anyhow::{Context, Result, ensure};

const HEADER: usize = 8;
const CUSTOM: u8 = 0;
const FOR_TOOLS: [&[u8]; 2] = [b"name", b"producers"];

/// The same file without its sections of names.
///
/// # Errors
/// When it is not a WebAssembly file, or is cut short.
pub fn without_names(wasm: &[u8]) -> Result<Vec<u8>> {
    ensure!(wasm.starts_with(b"\0asm\x01\0\0\0"), "not a WebAssembly file");
    let (header, mut rest) = wasm.split_at(HEADER);
    let mut kept = header.to_vec();
    while let [id, after @ ..] = rest {
        let (length, body) = leb128(after)?;
        ensure!(body.len() >= length, "a section is cut short");
        let (body, next) = body.split_at(length);
        let section = &rest[..rest.len() - next.len()];
        if !(*id == CUSTOM && is_for_tools(body)?) {
            kept.extend_from_slice(section);
        }
        rest = next;
    }
    Ok(kept)
}

fn is_for_tools(body: &[u8]) -> Result<bool> {
    let (length, rest) = leb128(body)?;
    let name = rest.get(..length).context("the name of a section is cut short")?;
    Ok(FOR_TOOLS.contains(&name))
}

/// The unsigned number at the start of `bytes`, and what follows it.
fn leb128(bytes: &[u8]) -> Result<(usize, &[u8])> {
    let mut value = 0_usize;
    for (index, byte) in bytes.iter().enumerate().take(5) {
        value |= usize::from(byte & 0x7f) << (7 * index);
        if byte & 0x80 == 0 {
            return Ok((value, &bytes[index + 1..]));
        }
    }
    anyhow::bail!("a length is cut short")
}

#[cfg(test)]
mod tests {
    use super::*;

    const EMPTY: &[u8] = b"\0asm\x01\0\0\0";

    fn file(sections: &[&[u8]]) -> Vec<u8> {
        [&[EMPTY], sections].concat().concat()
    }

    #[test]
    fn only_the_names_go() {
        let code: &[u8] = b"\x0a\x03abc";
        let features: &[u8] = b"\0\x06\x05other";
        let names: &[u8] = b"\0\x07\x04namexy";
        let kept = without_names(&file(&[code, names, features])).expect("a sound file");
        assert_eq!(kept, file(&[code, features]));
    }

    #[test]
    fn long_sections_are_measured_in_several_bytes() {
        let long = [&b"\x0a\x80\x01"[..], &[7; 128]].concat();
        assert_eq!(without_names(&file(&[&long])).expect("a sound file"), file(&[&long]));
    }

    #[test]
    fn a_file_cut_short_is_refused() {
        assert!(without_names(&file(&[b"\x0a\x09abc"])).is_err());
        assert!(without_names(b"GIF89a").is_err());
    }
}
