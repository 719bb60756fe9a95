//! Where the client's files come from: this program itself, or a folder that is being worked on.
//! How they are answered is in `assets`.

use crate::assets::{Asset, Assets};
use serde::Deserialize;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;
use thiserror::Error;

/// The packager's list of files; it is written after all files that it names.
const LIST: &str = "assets.json";

/// Where the client's files come from.
#[derive(Debug)]
pub enum ClientFiles {
    /// Files that do not change while the server runs.
    Fixed(Arc<Assets>),
    /// A folder as the packager writes it.
    Folder(ClientFolder),
}

/// Why a folder cannot be served.
#[derive(Debug, Error)]
#[error("{} is no packaged client ({reason}); run: cargo xtask client", folder.display())]
pub struct ClientFolderError {
    folder: PathBuf,
    reason: String,
}

/// A packaged client that may be packaged anew while the server runs.
#[derive(Debug)]
pub struct ClientFolder {
    folder: PathBuf,
    present: Mutex<(SystemTime, Arc<Assets>)>,
}

/// One line of the packager's list.
#[derive(Deserialize)]
struct Entry {
    path: String,
    url: String,
    content_type: String,
    immutable: bool,
    brotli_bytes: Option<u64>,
    gzip_bytes: Option<u64>,
}

impl ClientFiles {
    /// Returns the files that this program was built with.
    pub fn embedded() -> Self {
        Assets::embedded().into()
    }

    /// Returns the files as they are now.
    pub fn present(&self) -> Arc<Assets> {
        match self {
            Self::Fixed(assets) => assets.clone(),
            Self::Folder(folder) => folder.present(),
        }
    }
}

impl From<Assets> for ClientFiles {
    fn from(assets: Assets) -> Self {
        Self::Fixed(Arc::new(assets))
    }
}

impl ClientFolder {
    /// Reads a folder.
    ///
    /// # Errors
    /// Why it is no packaged client.
    pub fn open(folder: PathBuf) -> Result<Self, ClientFolderError> {
        match read(&folder) {
            Ok(present) => Ok(Self {
                present: Mutex::new(present),
                folder,
            }),
            Err(error) => Err(ClientFolderError {
                folder,
                reason: error.to_string(),
            }),
        }
    }

    /// Reads the folder again if it was packaged anew; while that is going on the earlier files serve.
    fn present(&self) -> Arc<Assets> {
        let mut present = self.present.lock().unwrap_or_else(PoisonError::into_inner);
        if changed(&self.folder).is_ok_and(|time| time != present.0)
            && let Ok(read) = read(&self.folder)
        {
            *present = read;
        }
        present.1.clone()
    }
}

fn changed(folder: &Path) -> std::io::Result<SystemTime> {
    std::fs::metadata(folder.join(LIST))?.modified()
}

fn read(folder: &Path) -> std::io::Result<(SystemTime, Arc<Assets>)> {
    let time = changed(folder)?;
    let list = std::fs::read(folder.join(LIST))?;
    let entries: Vec<Entry> = serde_json::from_slice(&list)?;
    let assets: std::io::Result<Vec<Asset>> = entries
        .into_iter()
        .map(|entry| read_file(folder, entry))
        .collect();
    Ok((time, Arc::new(Assets::new(assets?))))
}

fn read_file(folder: &Path, entry: Entry) -> std::io::Result<Asset> {
    let form = |ending: &str| std::fs::read(folder.join(format!("{}{ending}", entry.path)));
    let packed = |size: Option<u64>, ending: &str| match size {
        Some(_) => form(ending).map(|bytes| Some(bytes.into())),
        None => Ok(None),
    };
    Ok(Asset {
        bytes: form("")?.into(),
        brotli: packed(entry.brotli_bytes, ".br")?,
        gzip: packed(entry.gzip_bytes, ".gz")?,
        url: entry.url,
        content_type: entry.content_type,
        is_immutable: entry.immutable,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    fn package(folder: &Path, word: &str, age: u64) {
        std::fs::write(folder.join("index.html"), word).unwrap();
        let list = r#"[{"path": "index.html", "url": "/", "content_type": "text/html",
            "immutable": false, "brotli_bytes": null, "gzip_bytes": null}]"#;
        std::fs::write(folder.join(LIST), list).unwrap();
        let time = SystemTime::UNIX_EPOCH + Duration::from_secs(age);
        let list = std::fs::File::options()
            .append(true)
            .open(folder.join(LIST));
        list.unwrap().set_modified(time).unwrap();
    }

    fn shown(files: &ClientFolder) -> String {
        let files = files.present();
        String::from_utf8_lossy(files.bytes("/").unwrap()).into_owned()
    }

    #[test]
    fn a_client_packaged_anew_is_served_without_a_restart() {
        let folder = tempfile::tempdir().unwrap();
        package(folder.path(), "first", 1);
        let files = ClientFolder::open(folder.path().to_owned()).unwrap();
        assert_eq!(shown(&files), "first");
        package(folder.path(), "second", 2);
        assert_eq!(shown(&files), "second");
    }

    #[test]
    fn a_folder_half_written_goes_on_serving_what_was_whole() {
        let folder = tempfile::tempdir().unwrap();
        package(folder.path(), "first", 1);
        let files = ClientFolder::open(folder.path().to_owned()).unwrap();
        package(folder.path(), "second", 2);
        std::fs::remove_file(folder.path().join("index.html")).unwrap();
        assert_eq!(shown(&files), "first");
    }

    #[test]
    fn a_folder_without_a_client_is_refused_with_the_remedy() {
        let folder = tempfile::tempdir().unwrap();
        let error = ClientFolder::open(folder.path().to_owned()).unwrap_err();
        assert!(error.to_string().contains("cargo xtask client"), "{error}");
    }
}
