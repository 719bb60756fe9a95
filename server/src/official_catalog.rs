//! ESCO's official files on this server: imported into the data folder, and read from there.
//! How they are read and what the client makes of them is in the crate `approdo-catalog`.

use approdo_catalog::source::{EscoError, EscoFile};
use approdo_catalog::{Language, PackedError};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use thiserror::Error;

/// Folder in the data folder.
const FOLDER: &str = "catalog";

/// What was imported.
#[derive(Debug, PartialEq, Eq)]
pub struct Imported {
    /// Occupations with an Italian label.
    pub italian: usize,
    /// Occupations with an English label.
    pub english: usize,
}

/// Why the files cannot be imported.
#[derive(Debug, Error)]
pub enum ImportError {
    /// A file is not there or may not be read.
    #[error("{path} cannot be read: {source}")]
    NotReadable {
        /// The file.
        path: String,
        /// Why.
        source: io::Error,
    },
    /// A file is not what ESCO publishes.
    #[error("{path}: {source}")]
    NotEsco {
        /// The file.
        path: String,
        /// Why.
        source: EscoError,
    },
    /// The catalogue cannot be packed.
    #[error(transparent)]
    NotPacked(#[from] PackedError),
    /// The data folder cannot be written.
    #[error("{path} cannot be written: {source}; run the import as the user that runs the server")]
    NotWritten {
        /// The file.
        path: String,
        /// Why.
        source: io::Error,
    },
}

/// Makes the catalogue of both languages from ESCO's two files and puts it into the data folder.
///
/// # Errors
/// Which file is wrong and what to do; then nothing was changed.
pub fn import(data: &Path, italian: &Path, english: &Path) -> Result<Imported, ImportError> {
    let italian = read(italian)?;
    let english = read(english)?;
    let files = [
        (
            Language::Italian,
            italian.catalog(Language::Italian, &english).to_bytes()?,
        ),
        (
            Language::English,
            english.catalog(Language::English, &italian).to_bytes()?,
        ),
    ];
    for (language, bytes) in files {
        let path = path(data, language);
        write(&path, &bytes).map_err(|source| ImportError::NotWritten {
            path: path.display().to_string(),
            source,
        })?;
    }
    Ok(Imported {
        italian: italian.count(),
        english: english.count(),
    })
}

/// Returns where the catalogue of a language lies.
pub fn path(data: &Path, language: Language) -> PathBuf {
    data.join(FOLDER)
        .join(format!("official.{}.bin", language.code()))
}

fn read(path: &Path) -> Result<EscoFile, ImportError> {
    let bytes = fs::read(path).map_err(|source| ImportError::NotReadable {
        path: path.display().to_string(),
        source,
    })?;
    EscoFile::read(&bytes).map_err(|source| ImportError::NotEsco {
        path: path.display().to_string(),
        source,
    })
}

/// Writes a file beside its place and puts it there whole: a running server never reads half of it.
fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let unfinished = path.with_extension("unfinished");
    fs::write(&unfinished, bytes)?;
    fs::rename(&unfinished, path)
}
