//! Where things are, and which packages the workspace has, as cargo tells it.
//! What the packages may depend on is in `tidy/dependencies.rs`.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

/// What `cargo metadata` says about the workspace, without resolving versions.
#[derive(Deserialize)]
pub struct Workspace {
    /// The folder of the root manifest.
    #[serde(rename = "workspace_root")]
    pub root: PathBuf,
    /// The folder of everything that is built.
    #[serde(rename = "target_directory")]
    pub target: PathBuf,
    /// The members.
    pub packages: Vec<Package>,
}

/// One member of the workspace.
#[derive(Deserialize)]
pub struct Package {
    /// Its name, such as `approdo-domain`.
    pub name: String,
    /// What it is, in one sentence.
    #[serde(default, deserialize_with = "text_or_nothing")]
    pub description: String,
    /// Its manifest.
    pub manifest_path: PathBuf,
    /// What it declares to need itself.
    pub dependencies: Vec<Dependency>,
}

/// One line of a member's dependencies.
#[derive(Deserialize)]
pub struct Dependency {
    /// The name of the package it needs.
    pub name: String,
    /// `None` for an ordinary dependency, else `dev` or `build`.
    pub kind: Option<String>,
}

impl Workspace {
    /// Asks cargo about the workspace around the current folder.
    pub fn find() -> Result<Self> {
        let output = Command::new(cargo())
            .args(["metadata", "--no-deps", "--format-version", "1"])
            .output()
            .context("cargo does not start; install Rust from https://rustup.rs")?;
        if !output.status.success() {
            let reason = String::from_utf8_lossy(&output.stderr);
            bail!("cargo cannot read the workspace:\n{reason}");
        }
        serde_json::from_slice(&output.stdout).context("the answer of cargo metadata is unreadable")
    }

    /// Finds a member by its name.
    pub fn package(&self, name: &str) -> Option<&Package> {
        self.packages.iter().find(|package| package.name == name)
    }

    /// The packaged client, which the server embeds.
    pub fn client_folder(&self) -> PathBuf {
        // Not `client`: there cargo keeps what it compiles for the profile of that name.
        self.target.join("www")
    }

    /// Tools that the tests need and that no system package holds.
    pub fn tools_folder(&self) -> PathBuf {
        self.target.join("tools")
    }

    /// The server as people run it, once it is built.
    pub fn server_binary(&self) -> PathBuf {
        let name = format!("approdo-server{}", std::env::consts::EXE_SUFFIX);
        self.target.join("release").join(name)
    }
}

/// cargo says null where a manifest says nothing.
fn text_or_nothing<'de, D: serde::Deserializer<'de>>(value: D) -> Result<String, D::Error> {
    Ok(Option::deserialize(value)?.unwrap_or_default())
}

/// The cargo that started this program, or the one on the path.
pub fn cargo() -> String {
    std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned())
}
