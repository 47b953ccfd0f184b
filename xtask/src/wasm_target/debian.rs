//! Builds the WebAssembly standard library from Debian's `rust-src`, for machines that reach Debian's mirror
//! and not rustup's server.
//!
//! Reads the machine's package sources and never changes them: apt works in a folder of ours.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::TARGET;
use crate::step::{cargo, output, run};

/// Where a `rust-src` as new as rustc is looked for, most likely first.
const SUITES: [&str; 3] = ["trixie-backports", "sid", "forky"];
const KEYRINGS: [&str; 2] =
    ["/usr/share/keyrings/debian-archive-keyring.gpg", "/usr/share/keyrings/debian-archive-keyring.pgp"];
const EMPTY_CRATE: &str =
    "[package]\nname = \"atout-empty\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n";

/// Builds the library of the release `release` into `library`.
///
/// # Errors
/// When this is not Debian, when the mirror does not have that release, or when the build fails.
pub fn build(release: &str, sysroot: &Path, library: &Path) -> Result<()> {
    let mirror = mirror()?;
    let work = std::env::temp_dir().join(format!("atout-wasm-std-{}", std::process::id()));
    fs::create_dir_all(&work)?;
    let built = source(&mirror, release, &work)
        .and_then(|source| install_source(&source, sysroot))
        .and_then(|()| compile(&work, sysroot))
        .and_then(|built| install(&built, library));
    fs::remove_dir_all(&work)?;
    built
}

/// The first mirror of Debian itself in the machine's own sources.
fn mirror() -> Result<String> {
    let mut texts = vec![fs::read_to_string("/etc/apt/sources.list").unwrap_or_default()];
    if let Ok(entries) = fs::read_dir("/etc/apt/sources.list.d") {
        let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        paths.sort();
        texts.extend(paths.iter().filter_map(|path| fs::read_to_string(path).ok()));
    }
    texts.iter().find_map(|text| mirror_in(text)).context("no Debian mirror in the machine's package sources")
}

/// The mirror that one sources file names, in either of apt's two formats.
fn mirror_in(text: &str) -> Option<String> {
    let words = text
        .lines()
        .filter(|line| line.starts_with("URIs:") || line.starts_with("deb "))
        .flat_map(str::split_whitespace);
    words
        .map(|word| word.trim_end_matches('/'))
        .find(|word| word.starts_with("http") && word.ends_with("/debian"))
        .map(str::to_owned)
}

/// Downloads and unpacks `rust-src`, and gives the folder of the library's source.
fn source(mirror: &str, release: &str, work: &Path) -> Result<PathBuf> {
    eprintln!("    asking {mirror} for rust-src {release}");
    let apt = Apt::private(mirror, work)?;
    apt.run("apt-get", &["--quiet=2", "update"])?;
    let known = apt.run("apt-cache", &["madison", "rust-src"])?;
    let version = version_of(&known, release)
        .with_context(|| format!("{mirror} has no rust-src {release} in {}", SUITES.join(", ")))?;
    apt.run("apt-get", &["--quiet=2", "download", &format!("rust-src={version}")])?;
    let package = find(work, |name| name.starts_with("rust-src_"))?;
    run(Command::new("dpkg").arg("-x").arg(package).arg(work.join("source")))?;
    let folder = find(&work.join("source/usr/src"), |name| name.starts_with("rustc-"))?;
    Ok(folder.join("library"))
}

/// The version in `apt-cache madison` that is this release of rustc, whatever Debian's suffix.
fn version_of(madison: &str, release: &str) -> Option<String> {
    let versions = madison.lines().filter_map(|line| line.split('|').nth(1)).map(str::trim);
    versions
        .filter(|version| {
            let rest = version.strip_prefix(release);
            rest.is_some_and(|rest| !rest.starts_with(|next: char| next == '.' || next.is_ascii_digit()))
        })
        .map(str::to_owned)
        .next()
}

/// An apt whose sources, lists and cache are in one folder of ours.
struct Apt<'a> {
    folder: &'a Path,
    options: Vec<String>,
}

impl<'a> Apt<'a> {
    fn private(mirror: &str, folder: &'a Path) -> Result<Self> {
        let keyring =
            KEYRINGS.iter().find(|path| Path::new(path).exists()).context("no Debian archive keyring")?;
        let sources =
            SUITES.map(|suite| format!("deb [signed-by={keyring}] {mirror} {suite} main\n")).concat();
        fs::create_dir_all(folder.join("lists/partial"))?;
        fs::create_dir_all(folder.join("cache/archives/partial"))?;
        fs::write(folder.join("sources.list"), sources)?;
        let at = |name: &str| folder.join(name).display().to_string();
        let options = vec![
            format!("Dir::Etc::sourcelist={}", at("sources.list")),
            "Dir::Etc::sourceparts=-".to_owned(),
            format!("Dir::State::Lists={}", at("lists")),
            format!("Dir::Cache={}", at("cache")),
            "Acquire::Languages=none".to_owned(),
            "APT::Sandbox::User=root".to_owned(),
        ];
        Ok(Self { folder, options })
    }

    fn run(&self, program: &str, words: &[&str]) -> Result<String> {
        let mut command = Command::new(program);
        command.current_dir(self.folder);
        for option in &self.options {
            command.args(["-o", option]);
        }
        output(command.args(words))
    }
}

/// Cargo builds the library from where the compiler looks for its own source.
fn install_source(source: &Path, sysroot: &Path) -> Result<()> {
    let place = sysroot.join("lib/rustlib/src/rust");
    fs::create_dir_all(&place).with_context(|| format!("creating {}", place.display()))?;
    run(Command::new("cp").arg("-r").arg(source).arg(&place))
}

/// Builds the library as a dependency of an empty crate, with bitcode, without which LTO fails later, and
/// without a path of this machine, which would otherwise reach the client.
fn compile(work: &Path, sysroot: &Path) -> Result<PathBuf> {
    eprintln!("    building the library (about a minute)");
    let krate = work.join("empty");
    fs::create_dir_all(krate.join("src"))?;
    fs::write(krate.join("Cargo.toml"), EMPTY_CRATE)?;
    fs::write(krate.join("src/lib.rs"), "#![no_std]\n")?;
    let flags = format!(
        "-Cembed-bitcode=yes --remap-path-prefix={}=/rust --remap-path-prefix={}=/cargo",
        sysroot.join("lib/rustlib/src/rust").display(),
        crate::client::cargo_home().display(),
    );
    run(cargo()
        .current_dir(&krate)
        .args(["build", "--quiet", "--release", "--target", TARGET, "-Zbuild-std=std,panic_abort,test"])
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_TARGET_DIR", krate.join("target"))
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "z")
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags))?;
    Ok(krate.join("target").join(TARGET).join("release/deps"))
}

/// Copies every library but the empty crate's own.
fn install(built: &Path, library: &Path) -> Result<()> {
    fs::create_dir_all(library)?;
    for entry in fs::read_dir(built)? {
        let path = entry?.path();
        let Some(name) = path.file_name() else { continue };
        let is_library = path.extension().is_some_and(|ending| ending == "rlib");
        if is_library && !name.to_string_lossy().starts_with("libatout_empty") {
            fs::copy(&path, library.join(name))?;
        }
    }
    Ok(())
}

fn find(folder: &Path, wanted: impl Fn(&str) -> bool) -> Result<PathBuf> {
    let entries = fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))?;
    for entry in entries.flatten() {
        if wanted(&entry.file_name().to_string_lossy()) {
            return Ok(entry.path());
        }
    }
    bail!("nothing of that name in {}", folder.display())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mirror_is_read_from_both_formats() {
        let new = "Types: deb\nURIs: http://deb.debian.org/debian/\nSuites: bookworm\n";
        let old = "# x\ndeb [arch=amd64] https://mirror.example/debian trixie main\n";
        assert_eq!(mirror_in(new).as_deref(), Some("http://deb.debian.org/debian"));
        assert_eq!(mirror_in(old).as_deref(), Some("https://mirror.example/debian"));
        assert_eq!(mirror_in("URIs: http://deb.debian.org/debian-security\n"), None);
    }

    #[test]
    fn only_the_release_of_this_compiler_will_do() {
        let madison =
            " rust-src | 1.97.1+dfsg1-1 | sid\n rust-src | 1.95.0+dfsg1-2~bpo13+1 | trixie-backports\n";
        assert_eq!(version_of(madison, "1.95.0").as_deref(), Some("1.95.0+dfsg1-2~bpo13+1"));
        assert_eq!(version_of(madison, "1.9"), None);
        assert_eq!(version_of(madison, "1.94.0"), None);
    }
}
