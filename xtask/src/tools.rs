//! What the tests in browsers need on the machine: Debian packages, geckodriver, axe-core, Lighthouse.
//! Only what is missing is installed.

use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Result, bail};

use crate::process::{answer, cargo_command, run, step, text};
use crate::workspace::Workspace;

/// Browsers with their drivers, a screen for them, readers of PDF files, and one of DOCX files (82 MB to
/// download with all that it needs, 250 MB installed).
const DEBIAN_PACKAGES: [&str; 11] = [
    "chromium",
    "chromium-driver",
    "firefox-esr",
    "webkit2gtk-driver",
    "xvfb",
    "xauth",
    "poppler-utils",
    "qpdf",
    "libreoffice-writer-nogui",
    "dbus",
    "npm",
];

/// How far packages can be installed here.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Debian {
    /// Debian or a child of it, as root.
    Root,
    /// Debian or a child of it, as someone else.
    NotRoot,
    /// Another system.
    Elsewhere,
}

/// Looks what system this is.
pub fn debian() -> Debian {
    if !Path::new("/etc/debian_version").exists() {
        return Debian::Elsewhere;
    }
    match answer("id", &["-u"]).as_deref() {
        Some("0") => Debian::Root,
        _ => Debian::NotRoot,
    }
}

/// Installs all that the tests in browsers need.
pub fn ensure_browser_tools(workspace: &Workspace) -> Result<()> {
    ensure_debian_packages()?;
    ensure_geckodriver(workspace)?;
    ensure_axe(workspace)
}

/// Installs the Debian packages that tests need: readers of what goes out for those of the formats, and
/// browsers for the end-to-end ones.
pub fn ensure_debian_packages() -> Result<()> {
    let missing: Vec<&str> = DEBIAN_PACKAGES
        .into_iter()
        .filter(|package| !is_present(package))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let list = missing.join(" ");
    match debian() {
        Debian::Root => install_debian_packages(&missing),
        Debian::NotRoot => bail!(
            "these packages are missing; run: sudo apt-get update && sudo apt-get install \
             --no-install-recommends {list}"
        ),
        Debian::Elsewhere => bail!(
            "the tests need what Debian calls {list}; install them, or run the tests \
             in a container of Debian 12"
        ),
    }
}

/// Whether a package is installed, or its program came another way.
fn is_present(package: &str) -> bool {
    if package == "npm" && answer("npm", &["--version"]).is_some() {
        return true;
    }
    answer(
        "dpkg-query",
        &["--show", "--showformat=${db:Status-Status}", package],
    )
    .is_some_and(|status| status == "installed")
}

/// Installs packages by apt-get; needs root.
pub fn install_debian_packages(packages: &[&str]) -> Result<()> {
    step(&format!("installing {}", packages.join(" ")), || {
        run(Command::new("apt-get")
            .args(["update", "-q"])
            .stdout(Stdio::null()))?;
        run(Command::new("apt-get")
            .args(["install", "-q", "-y", "--no-install-recommends"])
            .args(packages)
            .env("DEBIAN_FRONTEND", "noninteractive")
            .stdout(Stdio::null()))
    })
}

/// Debian has the browser but not its driver.
fn ensure_geckodriver(workspace: &Workspace) -> Result<()> {
    let folder = workspace.tools_folder();
    let name = format!("bin/geckodriver{}", std::env::consts::EXE_SUFFIX);
    if folder.join(name).exists() {
        return Ok(());
    }
    step("compiling geckodriver (minutes, once)", || {
        let root = text(&folder)?;
        run(&mut cargo_command(
            workspace,
            &["install", "geckodriver", "--locked", "--root", root],
        ))
    })
}

fn ensure_axe(workspace: &Workspace) -> Result<()> {
    ensure_node_package(workspace, "axe-core", "axe-core@4")
}

/// Installs what judges pages for the benchmarks. Later versions need a newer Node than Debian has.
pub fn ensure_lighthouse(workspace: &Workspace) -> Result<()> {
    ensure_node_package(workspace, "lighthouse", "lighthouse@12")
}

fn ensure_node_package(workspace: &Workspace, name: &str, version: &str) -> Result<()> {
    let folder = workspace.tools_folder();
    if folder.join("node_modules").join(name).exists() {
        return Ok(());
    }
    step(&format!("fetching {name}"), || {
        run(Command::new("npm")
            .args(["install", "--no-audit", "--no-fund", "--silent"])
            .args(["--prefix", text(&folder)?, version]))
    })
}
