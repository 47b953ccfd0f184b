//! The files that everybody may have: the client package, the style sheet, the languages, the public folder.
//!
//! Owns how they are read once and served from memory; refuses to reach the file system for a request, so that no path
//! of a request can lead out of the folder.

mod folder;

use std::{collections::HashMap, path::PathBuf, sync::Arc};

use app::i18n::{bundle_path, bundle_text};
use axum::{
    Router,
    body::Bytes,
    extract::State,
    http::{HeaderMap, HeaderValue, StatusCode, Uri, header},
    response::{IntoResponse, Response},
    routing::get,
};
use brotli::enc::BrotliEncoderParams;
use domain::language::Language;

/// What is under an address that names its content never changes.
const IMMUTABLE: &str = "public, max-age=31536000, immutable";
/// The rest is asked for again after an hour.
const AN_HOUR: &str = "public, max-age=3600";

/// Why the built client cannot be served. Each of these ends the program with code 2.
#[derive(Debug, thiserror::Error)]
pub enum AssetsError {
    /// A file or a folder cannot be read.
    #[error("{} cannot be read: has the client been built?", path.display())]
    Unreadable {
        /// The file or folder.
        path: PathBuf,
        /// What the operating system says.
        source: std::io::Error,
    },
    /// The manifest does not say where the package and the style sheet are.
    #[error("{} is not a manifest of the client", path.display())]
    Manifest {
        /// The file.
        path: PathBuf,
    },
}

/// One file, plain and compressed.
#[derive(Clone, Debug, Default)]
struct Asset {
    kind: &'static str,
    immutable: bool,
    plain: Bytes,
    brotli: Option<Bytes>,
    gzip: Option<Bytes>,
}

/// Every file by its address.
#[derive(Clone, Debug, Default)]
pub struct Assets {
    package: String,
    css: String,
    chunks: HashMap<String, Vec<String>>,
    files: HashMap<String, Asset>,
}

impl Assets {
    /// The languages only, for tests and commands that show no page.
    #[must_use]
    pub fn languages() -> Self {
        let language = |language| {
            let plain = bundle_text(language).as_bytes();
            let brotli = compressed(plain);
            let asset = Asset {
                kind: kind("ftl"),
                immutable: true,
                plain: Bytes::from_static(plain),
                brotli,
                gzip: None,
            };
            (bundle_path(language).to_owned(), asset)
        };
        Self { files: Language::ALL.into_iter().map(language).collect(), ..Self::default() }
    }

    /// The folder of the client package: `/pkg/<hash of the build>`.
    #[must_use]
    pub fn package(&self) -> &str {
        &self.package
    }

    /// The hash of the build, which names its folder.
    #[must_use]
    pub fn build(&self) -> &str {
        self.package.strip_prefix("/pkg/").unwrap_or_default()
    }

    /// The chunks of the client that each route view needs.
    #[must_use]
    pub const fn chunks(&self) -> &HashMap<String, Vec<String>> {
        &self.chunks
    }

    /// The address of the style sheet.
    #[must_use]
    pub fn css(&self) -> &str {
        &self.css
    }
}

/// The route of every file.
pub fn routes(assets: Arc<Assets>) -> Router {
    let mut router = Router::new();
    for path in assets.files.keys() {
        router = router.route(path, get(serve));
    }
    // A chunk of an earlier build is not found, and not rendered as a page: the client then loads the page anew.
    for folder in ["/pkg/{*rest}", "/assets/{*rest}", "/i18n/{*rest}"] {
        router = router.route(folder, get(|| async { StatusCode::NOT_FOUND }));
    }
    router.with_state(assets)
}

async fn serve(State(assets): State<Arc<Assets>>, uri: Uri, request: HeaderMap) -> Response {
    let Some(asset) = assets.files.get(uri.path()) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let (encoding, body) = asset.accepted(&request);
    let mut headers = HeaderMap::new();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(asset.kind));
    let keep = if asset.immutable { IMMUTABLE } else { AN_HOUR };
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(keep));
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if let Some(encoding) = encoding {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    (headers, body).into_response()
}

impl Asset {
    /// The smallest form that the browser takes.
    fn accepted(&self, headers: &HeaderMap) -> (Option<&'static str>, Bytes) {
        let accept =
            headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let takes = |encoding: &str| {
            let mut ranges = accept.split(',').map(|range| range.split(';').map(str::trim));
            ranges.any(|mut range| range.next() == Some(encoding) && !range.any(|weight| weight == "q=0"))
        };
        match (&self.brotli, &self.gzip) {
            (Some(brotli), _) if takes("br") => (Some("br"), brotli.clone()),
            (_, Some(gzip)) if takes("gzip") => (Some("gzip"), gzip.clone()),
            _ => (None, self.plain.clone()),
        }
    }
}

/// The words are part of the binary, so their compressed form is made when the program begins: a fraction of a second.
fn compressed(plain: &[u8]) -> Option<Bytes> {
    let mut compressed = Vec::new();
    let parameters = BrotliEncoderParams { quality: 11, lgwin: 22, ..BrotliEncoderParams::default() };
    brotli::BrotliCompress(&mut &*plain, &mut compressed, &parameters).ok()?;
    Some(compressed.into())
}

fn kind(extension: &str) -> &'static str {
    match extension {
        "css" => "text/css; charset=utf-8",
        "ftl" | "txt" => "text/plain; charset=utf-8",
        "ico" => "image/x-icon",
        "js" => "text/javascript; charset=utf-8",
        "json" | "webmanifest" => "application/json",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        "wasm" => "application/wasm",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn accepted(accept: &'static str) -> Option<&'static str> {
        let asset = Asset { brotli: Some(Bytes::new()), gzip: Some(Bytes::new()), ..Asset::default() };
        let headers = HeaderMap::from_iter([(header::ACCEPT_ENCODING, HeaderValue::from_static(accept))]);
        asset.accepted(&headers).0
    }

    #[test]
    fn the_words_are_there_in_both_languages_and_smaller_when_compressed() {
        let assets = Assets::languages();
        for language in Language::ALL {
            let asset = &assets.files[bundle_path(language)];
            assert!(asset.immutable && asset.kind.starts_with("text/plain"));
            assert!(asset.brotli.as_ref().unwrap().len() * 2 < asset.plain.len());
        }
    }

    #[test]
    fn a_browser_gets_the_smallest_form_that_it_takes() {
        assert_eq!(accepted("gzip, deflate, br, zstd"), Some("br"));
        assert_eq!(accepted("gzip;q=1.0, br;q=0"), Some("gzip"));
        assert_eq!(accepted("gzip"), Some("gzip"));
        assert_eq!(accepted("identity"), None);
        assert_eq!(accepted("bread"), None);
    }
}
