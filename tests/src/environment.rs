//! Where the built things are: told by environment variables that `cargo xtask` sets.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The folder of the packaged client, with `assets.json`.
///
/// # Errors
/// When the variable is missing: the message says what to run.
pub fn client_folder() -> Result<PathBuf> {
    variable("APPRODO_CLIENT_DIR")
}

/// The folder that the server is to serve instead of the client built into it, if there is one.
pub fn served_folder() -> Option<PathBuf> {
    std::env::var_os("APPRODO_SERVED_DIR").map(PathBuf::from)
}

/// The server binary with the client embedded.
///
/// # Errors
/// When the variable is missing: the message says what to run.
pub fn server_binary() -> Result<PathBuf> {
    variable("APPRODO_SERVER_BIN")
}

/// The program that packages the client.
///
/// # Errors
/// When the variable is missing: the message says what to run.
pub fn packager() -> Result<PathBuf> {
    variable("APPRODO_PACKAGER")
}

/// Options of the packager besides folders: those with which the client under test was packaged.
pub fn packager_options() -> Option<String> {
    std::env::var("APPRODO_PACKAGER_OPTIONS").ok()
}

/// The folder of the compiled WebAssembly modules, before they are packaged.
///
/// # Errors
/// When the variable is missing: the message says what to run.
pub fn modules_folder() -> Result<PathBuf> {
    variable("APPRODO_MODULES_DIR")
}

/// The root of the workspace, with the sources of the client.
pub fn sources_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The folder of the tools that are not Debian packages: geckodriver and axe-core.
///
/// # Errors
/// When the variable is missing: the message says what to run.
pub fn tools_folder() -> Result<PathBuf> {
    variable("APPRODO_TOOLS")
}

/// The folder of the store's suites as a module for browsers.
///
/// # Errors
/// When the variable is missing: the message says what to run.
pub fn conformance_folder() -> Result<PathBuf> {
    variable("APPRODO_CONFORMANCE_DIR")
}

/// The folder for what tests and benchmarks leave behind: `target/` of the workspace.
pub fn target_folder() -> PathBuf {
    std::env::var_os("APPRODO_TARGET_DIR").map_or_else(
        || {
            Path::new(env!("CARGO_MANIFEST_DIR"))
                .join("..")
                .join("target")
        },
        PathBuf::from,
    )
}

fn variable(name: &str) -> Result<PathBuf> {
    std::env::var_os(name).map(PathBuf::from).with_context(|| {
        format!(
            "{name} is not set; run `cargo xtask test`, which builds what is needed and sets it"
        )
    })
}
