//! Takes out of a WebAssembly file what no browser needs: the names of its functions, which are four fifths of a chunk,
//! and what a dependency exports for a use that nobody here makes of it.
//!
//! Knows the outer form of the file, its exports, and that `wasm-bindgen` keeps one record for each crate.

use anyhow::{Context, Result, ensure};

const HEADER: usize = 8;
const CUSTOM: u8 = 0;
const EXPORTS: u8 = 7;
const FOR_TOOLS: [&[u8]; 2] = [b"name", b"producers"];
/// Where `wasm-bindgen` keeps its records: the version of their form, then one, each with its length before it.
const RECORDS: &[u8] = b"__wasm_bindgen_unstable";
/// How the exports begin by which JavaScript reads a stream of Rust's. Leptos links them for server functions that
/// stream; there are no server functions here. Exported, they keep everything alive that they call.
const STREAMS: &str = "IntoUnderlying";

/// The same file without its sections of names.
///
/// # Errors
/// When it is not a WebAssembly file, or is cut short.
pub fn without_names(wasm: &[u8]) -> Result<Vec<u8>> {
    rewritten(wasm, |id, body| {
        let is_for_tools = id == CUSTOM && FOR_TOOLS.contains(&split_name(body)?.0);
        Ok((!is_for_tools).then(|| body.to_vec()))
    })
}

/// The same file, before `wasm-bindgen` has read it, without the exports of streams and the record of their crate.
///
/// # Errors
/// As [`without_names`].
pub fn without_streams(wasm: &[u8]) -> Result<Vec<u8>> {
    rewritten(wasm, |id, body| match id {
        EXPORTS => exports_without_streams(body).map(Some),
        CUSTOM if split_name(body)?.0 == RECORDS => records_without_streams(body).map(Some),
        _ => Ok(Some(body.to_vec())),
    })
}

/// The same file with the body of each section as `rewrite` gives it, or without the section.
fn rewritten(wasm: &[u8], rewrite: impl Fn(u8, &[u8]) -> Result<Option<Vec<u8>>>) -> Result<Vec<u8>> {
    ensure!(wasm.starts_with(b"\0asm\x01\0\0\0"), "not a WebAssembly file");
    let (header, mut rest) = wasm.split_at(HEADER);
    let mut kept = header.to_vec();
    while let [id, after @ ..] = rest {
        let (length, body) = leb128(after)?;
        ensure!(body.len() >= length, "a section is cut short");
        let (body, next) = body.split_at(length);
        if let Some(body) = rewrite(*id, body)? {
            kept.push(*id);
            write_leb128(&mut kept, body.len());
            kept.extend_from_slice(&body);
        }
        rest = next;
    }
    Ok(kept)
}

fn exports_without_streams(body: &[u8]) -> Result<Vec<u8>> {
    let (count, mut rest) = leb128(body)?;
    let (mut kept, mut number) = (Vec::with_capacity(body.len()), 0);
    for _ in 0..count {
        let (name, after) = split_name(rest)?;
        let (_, next) = leb128(after.get(1..).context("an export is cut short")?)?;
        if !contains(&name.to_ascii_lowercase(), &STREAMS.to_ascii_lowercase()) {
            kept.extend_from_slice(&rest[..rest.len() - next.len()]);
            number += 1;
        }
        rest = next;
    }
    let mut section = Vec::with_capacity(kept.len() + 5);
    write_leb128(&mut section, number);
    section.append(&mut kept);
    Ok(section)
}

fn records_without_streams(body: &[u8]) -> Result<Vec<u8>> {
    let (_, mut rest) = split_name(body)?;
    let mut kept = body[..body.len() - rest.len()].to_vec();
    while !rest.is_empty() {
        let (_version, after) = split_record(rest)?;
        let (record, next) = split_record(after)?;
        if !contains(record, STREAMS) {
            kept.extend_from_slice(&rest[..rest.len() - next.len()]);
        }
        rest = next;
    }
    Ok(kept)
}

/// The record at the start of `bytes`, with its length before it, and what follows it.
fn split_record(bytes: &[u8]) -> Result<(&[u8], &[u8])> {
    let (length, rest) = bytes.split_first_chunk::<4>().context("a record is cut short")?;
    let length = usize::try_from(u32::from_le_bytes(*length))?;
    ensure!(rest.len() >= length, "a record is cut short");
    Ok(rest.split_at(length))
}

fn contains(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|found| found == text.as_bytes())
}

/// The name at the start of `bytes`, with its length before it, and what follows it.
fn split_name(bytes: &[u8]) -> Result<(&[u8], &[u8])> {
    let (length, rest) = leb128(bytes)?;
    ensure!(rest.len() >= length, "a name is cut short");
    Ok(rest.split_at(length))
}

fn write_leb128(to: &mut Vec<u8>, mut value: usize) {
    while value > 0x7f {
        to.push(value.to_le_bytes()[0] | 0x80);
        value >>= 7;
    }
    to.push(value.to_le_bytes()[0]);
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
    fn the_exports_of_streams_go_with_the_record_of_their_crate() {
        let section = |id: u8, parts: &[&[u8]]| {
            let body = parts.concat();
            [&[id, u8::try_from(body.len()).expect("short")], &body[..]].concat()
        };
        let (run, sink) = (&b"\x03run\0\x07"[..], &b"\x13intounderlyingsink_\0\x08"[..]);
        let (name, ours) = (&b"\x17__wasm_bindgen_unstable"[..], &b"\x01\0\0\0v\x04\0\0\0ours"[..]);
        let theirs = &b"\x01\0\0\0v\x14\0\0\0:IntoUnderlyingSink:"[..];
        let whole = [section(7, &[b"\x02", run, sink]), section(0, &[name, ours, theirs])];
        let kept = without_streams(&file(&[&whole[0], &whole[1]])).expect("a sound file");
        let less = [section(7, &[b"\x01", run]), section(0, &[name, ours])];
        assert_eq!(kept, file(&[&less[0], &less[1]]));
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
