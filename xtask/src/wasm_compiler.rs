//! A compiler for WebAssembly: rustup's, or where that cannot be had, Debian's.
//! Compiling the client is in `client.rs`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::process::{answer, cargo_command, run, step};
use crate::tools::{self, Debian};
use crate::workspace::Workspace;

/// The target of the client.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// Debian's compiler under the name by which rustup knows it.
const DEBIAN_TOOLCHAIN: &str = "web";

/// Debian's compiler, its standard library's source, and the linker of the same LLVM.
const DEBIAN_PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "lld-22"];

/// Which compiler makes WebAssembly on this machine.
#[derive(Clone, Copy)]
pub enum WasmCompiler {
    /// The toolchain of the workspace, with the target added.
    Own,
    /// Debian's toolchain, linked into rustup.
    Debian,
}

impl WasmCompiler {
    /// A cargo command of this compiler in the root of the workspace.
    pub fn cargo(self, workspace: &Workspace, arguments: &[&str]) -> Command {
        match self {
            Self::Own => cargo_command(workspace, arguments),
            Self::Debian => {
                let mut command = Command::new("rustup");
                command
                    .args(["run", DEBIAN_TOOLCHAIN, "cargo"])
                    .args(arguments)
                    .current_dir(&workspace.root)
                    .env_remove("CARGO")
                    .env_remove("RUSTUP_TOOLCHAIN");
                command
            }
        }
    }

    /// Where the source of the standard library is on this machine, and the name by which a compiler
    /// without it calls it.
    pub fn library_source(self) -> Option<(PathBuf, String)> {
        let (program, before): (&str, &[&str]) = match self {
            Self::Own => ("rustc", &[]),
            Self::Debian => ("rustup", &["run", DEBIAN_TOOLCHAIN, "rustc"]),
        };
        let ask = |question: &[&str]| answer(program, &[before, question].concat());
        let folder = PathBuf::from(ask(&["--print", "sysroot"])?).join("lib/rustlib/src/rust");
        let version = ask(&["-vV"])?;
        let mut lines = version.lines();
        let commit = lines.find_map(|line| line.strip_prefix("commit-hash: "))?;
        Some((folder, format!("/rustc/{commit}")))
    }
}

/// Finds or installs a compiler for WebAssembly.
pub fn ensure(workspace: &Workspace) -> Result<WasmCompiler> {
    if has_standard_library("rustc", &[]) {
        return Ok(WasmCompiler::Own);
    }
    if has_standard_library("rustup", &["run", DEBIAN_TOOLCHAIN, "rustc"]) {
        return Ok(WasmCompiler::Debian);
    }
    if answer("rustup", &["--version"]).is_none() {
        bail!("the target {TARGET} is missing and rustup was not found; install https://rustup.rs");
    }
    let added = step(&format!("adding the target {TARGET}"), || {
        run(Command::new("rustup").args(["target", "add", TARGET]))
    });
    if added.is_ok() && has_standard_library("rustc", &[]) {
        return Ok(WasmCompiler::Own);
    }
    println!("  rustup could not fetch the target; trying Debian's own compiler instead");
    install_debian_compiler(workspace)?;
    Ok(WasmCompiler::Debian)
}

/// Whether a compiler finds a standard library for WebAssembly.
fn has_standard_library(program: &str, before: &[&str]) -> bool {
    let mut arguments = before.to_vec();
    arguments.extend(["--print", "target-libdir", "--target", TARGET]);
    answer(program, &arguments)
        .and_then(|folder| fs::read_dir(folder).ok())
        .is_some_and(|mut files| {
            files.any(|file| {
                file.is_ok_and(|file| file.file_name().to_string_lossy().starts_with("libstd-"))
            })
        })
}

fn install_debian_compiler(workspace: &Workspace) -> Result<()> {
    let debian = tools::debian();
    if debian != Debian::Root {
        bail!(
            "no compiler for {TARGET}: `rustup target add {TARGET}` failed, and the other way needs \
             Debian and root; run it where the network allows, or as root"
        );
    }
    tools::install_debian_packages(&DEBIAN_PACKAGES)?;
    let host = host_triple("/usr/bin/rustc")?;
    link_the_linker(&host)?;
    step(
        "building the standard library for WebAssembly (about a minute)",
        || {
            let folder = workspace.target.join("wasm-standard-library");
            write_empty_crate(&folder)?;
            run(Command::new("/usr/bin/cargo")
                .args(["build", "--release", "--target", TARGET])
                .arg("-Zbuild-std=std,panic_abort")
                .env("RUSTC", "/usr/bin/rustc")
                .env("RUSTC_BOOTSTRAP", "1")
                // Without bitcode a later link with link-time optimisation fails.
                .env("RUSTFLAGS", "-Cembed-bitcode=yes")
                .env("CARGO_TARGET_DIR", folder.join("target"))
                .env_remove("CARGO")
                .current_dir(&folder))?;
            copy_libraries(&folder.join("target").join(TARGET).join("release/deps"))
        },
    )?;
    run(Command::new("rustup").args(["toolchain", "link", DEBIAN_TOOLCHAIN, "/usr"]))
}

/// The target that a compiler builds for by itself.
fn host_triple(rustc: &str) -> Result<String> {
    let version = answer(rustc, &["-vV"]).with_context(|| format!("{rustc} does not start"))?;
    version
        .lines()
        .find_map(|line| line.strip_prefix("host: "))
        .map(str::to_owned)
        .with_context(|| format!("{rustc} does not tell its host"))
}

/// Makes LLVM's linker findable under the name that the compiler looks for.
#[cfg(unix)]
fn link_the_linker(host: &str) -> Result<()> {
    let folder = PathBuf::from("/usr/lib/rustlib").join(host).join("bin");
    let link = folder.join("rust-lld");
    if !link.exists() {
        fs::create_dir_all(&folder)?;
        std::os::unix::fs::symlink("/usr/lib/llvm-22/bin/lld", &link)
            .with_context(|| format!("{}: cannot be linked", link.display()))?;
    }
    Ok(())
}

#[cfg(not(unix))]
fn link_the_linker(_host: &str) -> Result<()> {
    bail!("only Debian has this compiler")
}

/// A crate with nothing in it, a workspace of its own, for the sake of its dependencies.
fn write_empty_crate(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder.join("src"))?;
    let manifest = "[package]\nname = \"empty\"\nedition = \"2024\"\n\n\
        [lib]\ncrate-type = [\"cdylib\"]\n\n[workspace]\n";
    fs::write(folder.join("Cargo.toml"), manifest)?;
    fs::write(folder.join("src/lib.rs"), "")?;
    Ok(())
}

fn copy_libraries(from: &Path) -> Result<()> {
    let to = PathBuf::from("/usr/lib/rustlib").join(TARGET).join("lib");
    fs::create_dir_all(&to)?;
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        if name.ends_with(".rlib") && !name.starts_with("libempty") {
            fs::copy(&path, to.join(&name))
                .with_context(|| format!("{name}: cannot be copied to {}", to.display()))?;
        }
    }
    Ok(())
}
