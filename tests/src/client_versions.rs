//! Versions of the client in a folder that the server serves anew when it is packaged anew: the one
//! that was built, and others that the packager makes of the same modules with real differences.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use tempfile::TempDir;
use tokio::process::Command;
use tokio::sync::Mutex;

use crate::environment;

/// The packager's list of files; the server reads the folder again when it changes.
const LIST: &str = "assets.json";

/// What stands before the words of a later version, where a test can see them.
pub const MARK: &str = "§ ";

/// In what another version differs from the one that was built.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Difference {
    /// Words, style and both modules.
    Everything,
    /// Only the app's module, as after most changes.
    AppModule,
}

/// A packaged client.
#[derive(Debug, Clone)]
pub struct Version {
    folder: PathBuf,
    /// Its files.
    pub files: Vec<File>,
}

/// One file of a packaged client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its address.
    pub url: String,
    /// Where it is in the folder.
    pub path: String,
    /// Its bytes on the wire, without headers.
    pub wire_bytes: u64,
    /// What tells its content from others: two versions of a file may be of one size.
    content: u64,
}

/// Packaged once for all scenarios: who comes second waits, or it would delete what the first one uses.
static PACKAGED: Mutex<BTreeMap<Difference, (TempDir, Version)>> =
    Mutex::const_new(BTreeMap::new());

impl Version {
    /// Returns the version that was built.
    ///
    /// # Errors
    /// When there is none.
    pub fn built() -> Result<Self> {
        Self::read(environment::client_folder()?)
    }

    /// Returns a version that differs from the one that was built.
    ///
    /// # Errors
    /// When it cannot be packaged.
    pub async fn different(difference: Difference) -> Result<Self> {
        let mut packaged = PACKAGED.lock().await;
        if let Some((_, version)) = packaged.get(&difference) {
            return Ok(version.clone());
        }
        let folder = TempDir::with_prefix("approdo-version-")?;
        let version = package(difference, folder.path()).await?;
        packaged.insert(difference, (folder, version.clone()));
        Ok(version)
    }

    fn read(folder: PathBuf) -> Result<Self> {
        let list = folder.join(LIST);
        let list = std::fs::read(&list).with_context(|| list.display().to_string())?;
        let entries: Vec<Value> = serde_json::from_slice(&list)?;
        let files = entries.iter().map(|entry| {
            let size = |name: &str| entry[name].as_u64();
            let path = entry["path"].as_str()?.to_owned();
            Some(File {
                url: entry["url"].as_str()?.to_owned(),
                wire_bytes: size("brotli_bytes").or(size("bytes"))?,
                content: content_hash(&folder.join(&path))?,
                path,
            })
        });
        let files: Option<Vec<File>> = files.collect();
        let files = files.context("assets.json is not the packager's list")?;
        Ok(Self { folder, files })
    }

    /// Tells whether a file of this address belongs to this version.
    pub fn has(&self, url: &str) -> bool {
        self.files.iter().any(|file| file.url == url)
    }

    /// Returns the start page.
    ///
    /// # Errors
    /// When there is none.
    pub fn start_page(&self) -> Result<&File> {
        let mut files = self.files.iter();
        files
            .find(|file| file.url == "/")
            .context("there is no start page")
    }

    /// Returns the file whose address begins like this, before the hash in it.
    ///
    /// # Errors
    /// When there is none.
    pub fn file(&self, beginning: &str) -> Result<&File> {
        let mut files = self.files.iter();
        files
            .find(|file| file.url.starts_with(beginning))
            .with_context(|| format!("no file begins with {beginning}"))
    }
}

fn content_hash(file: &Path) -> Option<u64> {
    let mut hasher = DefaultHasher::new();
    std::fs::read(file).ok()?.hash(&mut hasher);
    Some(hasher.finish())
}

/// A folder that a server serves, in which versions are published one after the other.
#[derive(Debug)]
pub struct PublishedClient {
    folder: TempDir,
}

impl PublishedClient {
    /// Makes a folder that holds a version.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn of(version: &Version) -> Result<Self> {
        let folder = TempDir::with_prefix("approdo-client-")?;
        let published = Self { folder };
        published.publish(version)?;
        Ok(published)
    }

    /// Returns the folder.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Puts a version in the place of the one before.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn publish(&self, version: &Version) -> Result<()> {
        self.publish_damaged(version, &[])
    }

    /// Puts a version in the place of the one before, with other bytes in the place of some files, as
    /// a broken store or a captive portal answers.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn publish_damaged(&self, version: &Version, damages: &[Damage<'_>]) -> Result<()> {
        let folder = self.folder.path();
        copy_folder(&version.folder, folder)?;
        let list = std::fs::read(version.folder.join(LIST))?;
        let mut entries: Vec<Value> = serde_json::from_slice(&list)?;
        for (file, damage) in damages {
            let path = folder.join(&file.path);
            std::fs::write(&path, damage(&std::fs::read(&path)?))?;
            for entry in &mut entries {
                if entry["url"].as_str() == Some(&file.url) {
                    entry["brotli_bytes"] = Value::Null;
                    entry["gzip_bytes"] = Value::Null;
                }
            }
        }
        // The list comes last and at once: the server reads the folder when it changes.
        let unfinished = folder.join("unfinished.json");
        std::fs::write(&unfinished, serde_json::to_vec(&entries)?)?;
        Ok(std::fs::rename(unfinished, folder.join(LIST))?)
    }
}

/// A file, and what is made of its bytes.
pub type Damage<'a> = (&'a File, fn(&[u8]) -> Vec<u8>);

async fn package(difference: Difference, folder: &Path) -> Result<Version> {
    let sources = environment::sources_folder();
    let modules = environment::modules_folder()?;
    let root = folder.join("root");
    let content = "crates/catalog/content";
    for part in ["public", "style", "app/translations", content] {
        copy_folder(&sources.join(part), &root.join(part))?;
    }
    let mut marked = vec!["approdo-app.wasm"];
    if difference == Difference::Everything {
        change_words_and_style(&root)?;
        marked.push("approdo_render_worker.wasm");
    }
    let (app, render) = ("approdo-app.wasm", "approdo_render_worker.wasm");
    let exchange = "approdo_exchange_worker.wasm";
    let spelling = "approdo_spelling_worker.wasm";
    for module in [app, render, exchange, spelling] {
        let mut bytes = std::fs::read(modules.join(module))?;
        if marked.contains(&module) {
            change_module(&mut bytes)?;
        }
        std::fs::write(folder.join(module), bytes)?;
    }
    let site = folder.join("site");
    let options = match difference {
        // Packed tightly it would take half a minute, and nobody counts its bytes.
        Difference::Everything => Some("--quick".to_owned()),
        Difference::AppModule => environment::packager_options(),
    };
    let status = Command::new(environment::packager()?)
        .arg("site")
        .arg("--root")
        .arg(&root)
        .arg("--app")
        .arg(folder.join(app))
        .arg("--worker")
        .arg(folder.join(render))
        .arg("--exchange")
        .arg(folder.join(exchange))
        .arg("--spelling")
        .arg(folder.join(spelling))
        .arg("--out")
        .arg(&site)
        .arg("--cache")
        .arg(environment::target_folder().join("www-cache"))
        .args(options)
        .stdout(std::process::Stdio::null())
        .status()
        .await?;
    ensure!(status.success(), "the packager failed: {status}");
    let version = Version::read(site)?;
    let built = Version::built()?;
    for name in ["/assets/app_bg.", "/assets/boot."] {
        let (before, now) = (built.file(name)?, version.file(name)?);
        ensure!(before != now, "{name} did not change");
    }
    Ok(version)
}

/// Marks the title of the editor's first part, in each language, and the style.
fn change_words_and_style(root: &Path) -> Result<()> {
    for language in ["it", "en"] {
        let path = root.join(format!("app/translations/{language}.json"));
        let mut words: Value = serde_json::from_slice(&std::fs::read(&path)?)?;
        let title = words["section.personal"].as_str().context("no such key")?;
        words["section.personal"] = format!("{MARK}{title}").into();
        std::fs::write(&path, serde_json::to_vec_pretty(&words)?)?;
    }
    let path = root.join("style/tokens.css");
    let mut style = std::fs::read_to_string(&path)?;
    style.push_str(&format!(":root {{ --mark: \"{MARK}\" }}\n"));
    Ok(std::fs::write(path, style)?)
}

/// Makes a module another one that does the same: one letter of a message that only a mistake in a
/// library would show.
fn change_module(bytes: &mut [u8]) -> Result<()> {
    let message = b"called `Option::unwrap()` on a `None` value";
    let mut windows = bytes.windows(message.len());
    let start = windows
        .position(|window| window == message)
        .context("the module has no such message")?;
    bytes[start] = b'C';
    Ok(())
}

fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from).with_context(|| from.display().to_string())? {
        let entry = entry?;
        let (source, copy) = (entry.path(), to.join(entry.file_name()));
        if source.is_dir() {
            copy_folder(&source, &copy)?;
        } else if entry.file_name() != LIST {
            std::fs::copy(&source, &copy)?;
        }
    }
    Ok(())
}
