//! Names of files by their content, and their compressed neighbours, so that the server never compresses a
//! file while someone waits.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow};
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};

const BROTLI_LEVEL: u32 = 11;
const BROTLI_WINDOW: u32 = 22;
const HASH_LENGTH: usize = 16;

/// The short hash that files and folders are named by.
pub fn short_hash(content: &[u8]) -> String {
    let mut hash = hex(&Sha256::digest(content));
    hash.truncate(HASH_LENGTH);
    hash
}

/// The short hash of the names and contents of the files in a folder.
///
/// # Errors
/// When a file cannot be read.
pub fn content_hash(folder: &Path) -> Result<String> {
    let mut content = Vec::new();
    for path in files(folder)? {
        content.extend_from_slice(path.strip_prefix(folder)?.to_string_lossy().as_bytes());
        content.push(0);
        content.extend_from_slice(&Sha256::digest(fs::read(&path)?));
    }
    Ok(short_hash(&content))
}

/// Bytes as lower-case hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        _ = write!(text, "{byte:02x}");
        text
    })
}

/// Writes a `.br` and a `.gz` beside every file of a folder, two files at a time.
///
/// # Errors
/// When a file cannot be read or written.
pub fn neighbours(folder: &Path) -> Result<()> {
    let files = files(folder)?;
    let (odd, even): (Vec<_>, Vec<_>) = files.into_iter().enumerate().partition(|(index, _)| index % 2 == 1);
    let all = |half: Vec<(usize, PathBuf)>| half.iter().try_for_each(|(_, path)| compress(path));
    std::thread::scope(|scope| {
        let other = scope.spawn(|| all(odd));
        all(even)?;
        other.join().map_err(|_| anyhow!("compressing stopped"))?
    })
}

/// How many bytes of brotli this is on the wire.
///
/// # Errors
/// When the compressor fails.
pub fn brotli(content: &[u8]) -> Result<Vec<u8>> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 1 << 16, BROTLI_LEVEL, BROTLI_WINDOW);
    writer.write_all(content)?;
    Ok(writer.into_inner())
}

fn compress(path: &Path) -> Result<()> {
    let content = fs::read(path)?;
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(&content)?;
    fs::write(neighbour(path, "gz"), gzip.finish()?)?;
    fs::write(neighbour(path, "br"), brotli(&content)?)?;
    Ok(())
}

/// The path of a file's compressed form.
pub fn neighbour(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}

fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else if !path.extension().is_some_and(|ending| ending == "br" || ending == "gz") {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_depends_on_the_content_alone() {
        assert_eq!(short_hash(b"abc"), "ba7816bf8f01cfea");
        assert_ne!(short_hash(b"abc"), short_hash(b"abd"));
    }

    #[test]
    fn neighbours_stand_beside_the_file() {
        assert_eq!(neighbour(Path::new("a/x.wasm"), "br"), Path::new("a/x.wasm.br"));
    }

    #[test]
    fn brotli_comes_back_as_it_was() {
        let text = "the same words, the same words, the same words".repeat(20);
        let packed = brotli(text.as_bytes()).expect("compresses");
        let mut unpacked = Vec::new();
        brotli::BrotliDecompress(&mut packed.as_slice(), &mut unpacked).expect("decompresses");
        assert!(packed.len() < text.len() / 4);
        assert_eq!(unpacked, text.as_bytes());
    }
}
