//! Writes the finished client into its folder, with a list of all files, and prints their sizes.
//! Nothing is written that has not changed, so that what embeds the files is not rebuilt in vain.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde::Serialize;

use crate::asset::{Asset, Group, Naming};

/// The name of the list within the folder of the client.
const LIST: &str = "assets.json";

/// One line of the list.
#[derive(Serialize)]
struct Entry<'a> {
    path: &'a str,
    url: &'a str,
    content_type: &'a str,
    /// Whether the address changes with the content, so that browsers may keep it for ever.
    immutable: bool,
    bytes: usize,
    /// The size of `path` + `.br`; null when there is no such file, because it would not be smaller.
    brotli_bytes: Option<usize>,
    /// The size of `path` + `.gz`; null when there is no such file, because it would not be smaller.
    gzip_bytes: Option<usize>,
    group: Group,
}

/// Writes all files and the list, and removes files of earlier times.
pub fn write(folder: &Path, assets: &[Asset]) -> Result<()> {
    let mut kept = BTreeSet::from([LIST.to_owned()]);
    for asset in assets {
        let forms = [
            ("", Some(&asset.bytes)),
            (".br", asset.brotli.as_ref()),
            (".gz", asset.gzip.as_ref()),
        ];
        for (ending, bytes) in forms {
            if let Some(bytes) = bytes {
                let path = format!("{}{ending}", asset.path);
                write_if_changed(&folder.join(&path), bytes)?;
                kept.insert(path);
            }
        }
    }
    let entries: Vec<Entry<'_>> = assets.iter().map(entry).collect();
    let list = serde_json::to_string_pretty(&entries)?;
    write_if_changed(&folder.join(LIST), list.as_bytes())?;
    remove_others(folder, folder, &kept)
}

fn entry(asset: &Asset) -> Entry<'_> {
    Entry {
        path: &asset.path,
        url: &asset.url,
        content_type: asset.content_type,
        immutable: asset.naming == Naming::Hashed,
        bytes: asset.bytes.len(),
        brotli_bytes: asset.brotli.as_ref().map(Vec::len),
        gzip_bytes: asset.gzip.as_ref().map(Vec::len),
        group: asset.group,
    }
}

/// Writes a file and its folders, unless it holds just these bytes.
pub fn write_if_changed(path: &Path, bytes: &[u8]) -> Result<()> {
    if fs::read(path).is_ok_and(|present| present == bytes) {
        return Ok(());
    }
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    fs::write(path, bytes).with_context(|| format!("{}: cannot be written", path.display()))
}

fn remove_others(root: &Path, folder: &Path, kept: &BTreeSet<String>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            remove_others(root, &path, kept)?;
            continue;
        }
        let relative = path
            .strip_prefix(root)?
            .to_string_lossy()
            .replace('\\', "/");
        if !kept.contains(&relative) {
            fs::remove_file(&path)
                .with_context(|| format!("{}: cannot be removed", path.display()))?;
        }
    }
    Ok(())
}

/// The sizes of all files, by group, as text for a terminal.
pub fn table(assets: &[Asset]) -> String {
    let mut table = format!(
        "{:<48} {:>10} {:>10} {:>10}\n",
        "file", "bytes", "gzip", "brotli"
    );
    for group in [Group::First, Group::Later, Group::Asked, Group::Other] {
        let members: Vec<&Asset> = assets.iter().filter(|asset| asset.group == group).collect();
        for asset in &members {
            let gzip = asset.gzip.as_ref().map_or(asset.bytes.len(), Vec::len);
            let (bytes, wire) = (asset.bytes.len(), asset.bytes_on_the_wire());
            let _ = writeln!(
                table,
                "{:<48} {bytes:>10} {gzip:>10} {wire:>10}",
                asset.name
            );
        }
        let wire: usize = members.iter().map(|asset| asset.bytes_on_the_wire()).sum();
        let label = format!("{group:?}: {} files on the wire", members.len()).to_lowercase();
        let _ = writeln!(table, "{label:<70} {wire:>10}");
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asset(path: &str) -> Asset {
        Asset {
            name: path.to_owned(),
            url: format!("/{path}"),
            path: path.to_owned(),
            content_type: "text/plain; charset=utf-8",
            naming: Naming::Hashed,
            group: Group::First,
            bytes: b"hello hello".to_vec(),
            brotli: Some(b"hello".to_vec()),
            gzip: None,
        }
    }

    #[test]
    fn files_of_earlier_times_go_and_unchanged_ones_are_not_touched() {
        let folder = tempfile::tempdir().unwrap();
        write(
            folder.path(),
            &[asset("assets/a.1.txt"), asset("assets/b.1.txt")],
        )
        .unwrap();
        let kept = folder.path().join("assets/a.1.txt");
        let before = fs::metadata(&kept).unwrap().modified().unwrap();
        write(folder.path(), &[asset("assets/a.1.txt")]).unwrap();
        assert_eq!(fs::metadata(&kept).unwrap().modified().unwrap(), before);
        assert!(!folder.path().join("assets/b.1.txt").exists());
        assert!(!folder.path().join("assets/b.1.txt.br").exists());
    }

    #[test]
    fn the_list_names_only_compressed_forms_that_exist() {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), &[asset("assets/a.1.txt")]).unwrap();
        let list = fs::read_to_string(folder.path().join(LIST)).unwrap();
        let entries: Vec<serde_json::Value> = serde_json::from_str(&list).unwrap();
        assert_eq!(entries[0]["brotli_bytes"], 5);
        assert!(entries[0]["gzip_bytes"].is_null());
        assert!(folder.path().join("assets/a.1.txt.br").exists());
        assert!(!folder.path().join("assets/a.1.txt.gz").exists());
    }
}
