//! Folders of tests: of the build, so that they harm nobody, and gone with the test.

use std::{
    fs,
    path::{Path, PathBuf},
};

use server::{assets::Assets, random};

/// The hash of the build of the client in [`Folder::client`].
pub const BUILD: &str = "0";

/// A folder that nothing else uses.
#[derive(Debug)]
pub struct Folder(PathBuf);

impl Folder {
    /// A name for it: the folder itself is made by whoever needs it.
    pub fn new() -> Self {
        let name = format!("atout-{}", random::hexadecimal(&random::bytes::<8>()));
        Self(PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name))
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Where something in it is.
    pub fn join(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// A folder with the manifest of a client in it, and nothing else.
    pub fn client() -> Self {
        let folder = Self::new();
        let package = folder.join("pkg").join(BUILD);
        fs::create_dir_all(&package).unwrap();
        fs::write(package.join("__wasm_split_manifest.json"), "{}").unwrap();
        let manifest = format!(r#"{{"package":"{BUILD}","css":"/assets/atout.0.css"}}"#);
        fs::write(folder.join("manifest.json"), manifest).unwrap();
        folder
    }
}

/// The client of [`Folder::client`], as a server holds it.
pub fn client() -> Assets {
    Assets::load(Folder::client().path()).unwrap()
}

impl Drop for Folder {
    fn drop(&mut self) {
        // One that was never made, or is in use still, harms nobody where it lies.
        let _ = fs::remove_dir_all(&self.0);
    }
}
