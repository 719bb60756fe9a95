//! Compression of files once for all visits, remembered by content.
//! Which of the results is served to whom is the server's business.

use std::fs;
use std::io::Write;
use std::path::PathBuf;

use anyhow::{Context, Result};
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::asset::digest;

/// How much time compression may take.
#[derive(Clone, Copy)]
pub enum Effort {
    /// As small as can be, for what people download.
    Best,
    /// A second for everything, for whoever is working on the client.
    Quick,
}

/// A folder of compressed contents, named by the hash of what they were made from.
pub struct Cache {
    folder: PathBuf,
    effort: Effort,
}

/// Both compressed forms of a content; a form that is not smaller is left out.
pub struct Compressed {
    /// Compressed by brotli.
    pub brotli: Option<Vec<u8>>,
    /// Compressed by gzip.
    pub gzip: Option<Vec<u8>>,
}

impl Cache {
    /// Opens the folder, and makes it if need be.
    pub fn open(folder: PathBuf, effort: Effort) -> Result<Self> {
        fs::create_dir_all(&folder)
            .with_context(|| format!("{}: cannot be made", folder.display()))?;
        Ok(Self { folder, effort })
    }

    /// Compresses a content both ways, or takes the results of an earlier time.
    pub fn compress(&self, bytes: &[u8]) -> Result<Compressed> {
        let digest = digest(bytes);
        let (ending, quality, compression) = match self.effort {
            Effort::Best => ("", 11, Compression::best()),
            Effort::Quick => (".quick", 2, Compression::fast()),
        };
        let brotli = self.remembered(&format!("{digest}{ending}.br"), || brotli(bytes, quality))?;
        let gzip = self.remembered(&format!("{digest}{ending}.gz"), || gzip(bytes, compression))?;
        Ok(Compressed {
            brotli: Some(brotli).filter(|result| result.len() < bytes.len()),
            gzip: Some(gzip).filter(|result| result.len() < bytes.len()),
        })
    }

    fn remembered(&self, name: &str, make: impl FnOnce() -> Result<Vec<u8>>) -> Result<Vec<u8>> {
        let path = self.folder.join(name);
        if let Ok(bytes) = fs::read(&path) {
            return Ok(bytes);
        }
        let bytes = make()?;
        // An interrupted write must not leave half a result under the final name.
        let unfinished = self.folder.join(format!("{name}.{}", std::process::id()));
        fs::write(&unfinished, &bytes)
            .and_then(|()| fs::rename(&unfinished, &path))
            .with_context(|| format!("{}: cannot be written", path.display()))?;
        Ok(bytes)
    }
}

fn brotli(bytes: &[u8], quality: i32) -> Result<Vec<u8>> {
    let parameters = BrotliEncoderParams {
        quality,
        lgwin: 22,
        size_hint: bytes.len(),
        ..BrotliEncoderParams::default()
    };
    let mut input = bytes;
    let mut result = Vec::new();
    brotli::BrotliCompress(&mut input, &mut result, &parameters)
        .context("brotli could not compress a file")?;
    Ok(result)
}

fn gzip(bytes: &[u8], compression: Compression) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), compression);
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn compressed_forms_hold_the_same_content() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::open(folder.path().to_owned(), Effort::Best).unwrap();
        let bytes = b"approdo approdo approdo ".repeat(50);
        for _ in 0..2 {
            let compressed = cache.compress(&bytes).unwrap();
            let mut plain = Vec::new();
            brotli::Decompressor::new(&*compressed.brotli.unwrap(), 4096)
                .read_to_end(&mut plain)
                .unwrap();
            assert_eq!(plain, bytes);
            plain.clear();
            flate2::read::GzDecoder::new(&*compressed.gzip.unwrap())
                .read_to_end(&mut plain)
                .unwrap();
            assert_eq!(plain, bytes);
        }
    }

    #[test]
    fn a_form_that_is_not_smaller_is_left_out() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::open(folder.path().to_owned(), Effort::Best).unwrap();
        let compressed = cache.compress(b"x").unwrap();
        assert!(compressed.brotli.is_none() && compressed.gzip.is_none());
    }
}
