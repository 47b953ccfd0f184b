//! Reading the built client and the public folder into memory, once.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use axum::body::Bytes;
use serde::Deserialize;

use super::{Asset, Assets, AssetsError, kind};

const MANIFEST: &str = "manifest.json";
/// Which chunks each route view needs, in the package's folder.
const CHUNKS: &str = "__wasm_split_manifest.json";

/// Where the builder says that it has put things.
#[derive(Deserialize)]
struct Manifest {
    /// The hash that names the package's folder.
    package: String,
    /// The address of the style sheet.
    css: String,
}

impl Assets {
    /// Reads the built client from `site`: `pkg`, `assets` and `public`.
    ///
    /// # Errors
    /// [`AssetsError`] when it has not been built, or cannot be read.
    pub fn load(site: &Path) -> Result<Self, AssetsError> {
        let path = site.join(MANIFEST);
        let text = fs::read(&path).map_err(unreadable(&path))?;
        let manifest: Manifest = serde_json::from_slice(&text).map_err(|_| AssetsError::Manifest { path })?;
        let mut assets = Self::languages();
        assets.package = format!("/pkg/{}", manifest.package);
        assets.css = manifest.css;
        let path = site.join("pkg").join(&manifest.package).join(CHUNKS);
        let text = fs::read(&path).map_err(unreadable(&path))?;
        assets.chunks = serde_json::from_slice(&text).map_err(|_| AssetsError::Manifest { path })?;
        assets.add(&site.join("pkg").join(&manifest.package), &assets.package.clone(), true)?;
        assets.add(&site.join("assets"), "/assets", true)?;
        assets.add(&site.join("public"), "", false)?;
        Ok(assets)
    }

    /// Adds the files of `folder`, and of the folders in it, under the address `at`. A folder that is not there is empty.
    fn add(&mut self, folder: &Path, at: &str, immutable: bool) -> Result<(), AssetsError> {
        let entries = match fs::read_dir(folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            entries => entries.map_err(unreadable(folder))?,
        };
        for entry in entries {
            let path = entry.map_err(unreadable(folder))?.path();
            let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
            let address = format!("{at}/{name}");
            let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
            if path.is_dir() {
                self.add(&path, &address, immutable)?;
            } else if !matches!(extension, "br" | "gz") {
                self.files.insert(address, read(&path, extension, immutable)?);
            }
        }
        Ok(())
    }
}

fn read(path: &Path, extension: &str, immutable: bool) -> Result<Asset, AssetsError> {
    Ok(Asset {
        kind: kind(extension),
        immutable,
        plain: fs::read(path).map_err(unreadable(path))?.into(),
        brotli: neighbour(path, "br")?,
        gzip: neighbour(path, "gz")?,
    })
}

fn neighbour(path: &Path, extension: &str) -> Result<Option<Bytes>, AssetsError> {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(extension);
    let path = PathBuf::from(name);
    match fs::read(&path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        bytes => Ok(Some(bytes.map_err(unreadable(&path))?.into())),
    }
}

fn unreadable(path: &Path) -> impl FnOnce(io::Error) -> AssetsError {
    move |source| AssetsError::Unreadable { path: path.to_owned(), source }
}
