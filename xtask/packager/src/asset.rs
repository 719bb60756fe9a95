//! What a file of the client is, before and after its references are resolved.
//! How the references are resolved is not here.

use anyhow::{Result, bail};
use serde::Serialize;
use sha2::{Digest, Sha256};

/// When a visitor's browser fetches a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Group {
    /// Needed before the editor can be used.
    First,
    /// Fetched in the background, for work offline.
    Later,
    /// Fetched when a page first asks for it, and kept from then on for work offline.
    Asked,
    /// Fetched by other means, or by nobody ordinarily.
    Other,
}

/// Whether a file's name tells its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Naming {
    /// The address is fixed by a convention; the content may change under it.
    Fixed,
    /// The address carries a hash of the content and may be cached for ever.
    Hashed,
}

/// A file as it enters the packaging.
#[derive(Clone, Debug)]
pub struct Source {
    /// The name by which other files refer to it.
    pub name: String,
    /// The content, possibly with placeholders.
    pub bytes: Vec<u8>,
    /// When it is fetched.
    pub group: Group,
    /// How its address is made.
    pub naming: Naming,
}

/// A file as it is served.
#[derive(Clone, Debug)]
pub struct Asset {
    /// The name by which other files referred to it.
    pub name: String,
    /// The address on the server, absolute.
    pub url: String,
    /// Where it lies, relative to the folder of the client.
    pub path: String,
    /// The media type with which it is served.
    pub content_type: &'static str,
    /// How its address was made.
    pub naming: Naming,
    /// When it is fetched.
    pub group: Group,
    /// The content as served without compression.
    pub bytes: Vec<u8>,
    /// The content compressed by brotli, if that is smaller.
    pub brotli: Option<Vec<u8>>,
    /// The content compressed by gzip, if that is smaller.
    pub gzip: Option<Vec<u8>>,
}

impl Asset {
    /// The bytes that travel to a browser that understands brotli.
    pub fn bytes_on_the_wire(&self) -> usize {
        self.brotli.as_ref().map_or(self.bytes.len(), Vec::len)
    }
}

/// The part after the last dot of a name, or nothing.
pub fn extension(name: &str) -> &str {
    name.rsplit_once('.').map_or("", |(_, extension)| extension)
}

/// The media type of a file, by its name.
pub fn content_type(name: &str) -> Result<&'static str> {
    Ok(match extension(name) {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "ttf" => "font/ttf",
        "bin" => "application/octet-stream",
        "txt" | "aff" | "dic" | "words" => "text/plain; charset=utf-8",
        _ => bail!("{name}: no media type is known for this ending; add one to asset.rs"),
    })
}

/// The SHA-256 of some bytes, in hexadecimal.
pub fn digest(bytes: &[u8]) -> String {
    hex::encode(Sha256::digest(bytes))
}

/// The address of a file: as it is, or with a hash before its ending.
pub fn url(name: &str, naming: Naming, bytes: &[u8]) -> String {
    match naming {
        Naming::Fixed if name == "index.html" => "/".to_owned(),
        Naming::Fixed => format!("/{name}"),
        Naming::Hashed => {
            let digest = digest(bytes);
            let short = digest.get(..16).unwrap_or(&digest);
            match name.rsplit_once('.') {
                Some((stem, extension)) => format!("/assets/{stem}.{short}.{extension}"),
                None => format!("/assets/{name}.{short}"),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hashed_address_changes_with_the_content() {
        let one = url("fonts/a.woff2", Naming::Hashed, b"one");
        let two = url("fonts/a.woff2", Naming::Hashed, b"two");
        assert_ne!(one, two);
        assert!(one.starts_with("/assets/fonts/a."));
        assert!(one.ends_with(".woff2"));
    }

    #[test]
    fn the_page_itself_is_served_at_the_root() {
        assert_eq!(url("index.html", Naming::Fixed, b""), "/");
        assert_eq!(url("sw.js", Naming::Fixed, b""), "/sw.js");
    }

    #[test]
    fn an_unknown_ending_is_refused() {
        assert!(content_type("notes.xyz").is_err());
    }
}
