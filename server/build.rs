//! Writes the list of the client's files for `src/assets.rs` to embed. Without the client the list
//! is empty; how the client is built is in `xtask`.

use serde::Deserialize;
use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// Names the folder of the packaged client.
const CLIENT_FOLDER_VARIABLE: &str = "APPRODO_CLIENT_DIR";

/// One line of the client's list of files.
#[derive(Deserialize)]
struct Entry {
    path: String,
    url: String,
    content_type: String,
    immutable: bool,
    brotli_bytes: Option<u64>,
    gzip_bytes: Option<u64>,
}

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-env-changed={CLIENT_FOLDER_VARIABLE}");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=migrations");
    let mut list = String::from(
        "/// Address, media type, whether it is immutable, its bytes, those packed by brotli and by gzip.\n\
         type File = (&'static str, &'static str, bool, &'static [u8], Option<&'static [u8]>, Option<&'static [u8]>);\n\
         /// The files that this program was built with.\n\
         pub static FILES: &[File] = &[\n",
    );
    if let Some(folder) = std::env::var_os(CLIENT_FOLDER_VARIABLE).filter(|it| !it.is_empty()) {
        let folder = std::path::absolute(PathBuf::from(folder))?;
        for entry in read_list(&folder)? {
            write_entry(&mut list, &folder, &entry)?;
        }
    }
    list.push_str("];\n");
    let target = PathBuf::from(std::env::var("OUT_DIR")?).join("embedded.rs");
    std::fs::write(target, list)?;
    Ok(())
}

fn read_list(folder: &Path) -> Result<Vec<Entry>, Box<dyn Error>> {
    let path = folder.join("assets.json");
    println!("cargo::rerun-if-changed={}", path.display());
    let text = std::fs::read_to_string(&path)
        .map_err(|error| format!("{}: {error}; run cargo xtask client", path.display()))?;
    Ok(serde_json::from_str(&text)?)
}

fn write_entry(list: &mut String, folder: &Path, entry: &Entry) -> Result<(), Box<dyn Error>> {
    let include = |ending: &str| {
        let path = folder.join(format!("{}{ending}", entry.path));
        println!("cargo::rerun-if-changed={}", path.display());
        format!("include_bytes!({:?})", path.display().to_string())
    };
    let packed = |bytes: Option<u64>, ending| match bytes {
        Some(_) => format!("Some({})", include(ending)),
        None => String::from("None"),
    };
    writeln!(
        list,
        "({:?}, {:?}, {}, {}, {}, {}),",
        entry.url,
        entry.content_type,
        entry.immutable,
        include(""),
        packed(entry.brotli_bytes, ".br"),
        packed(entry.gzip_bytes, ".gz"),
    )?;
    Ok(())
}
