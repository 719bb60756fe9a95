//! Compiles the WebAssembly modules of the client and has them packaged with its files.
//! The packaging itself is the crate `xtask-packager`: its dependencies are heavy, and `tidy` needs none.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use crate::process::{cargo_command, run, step, text};
use crate::wasm_compiler::WasmCompiler;
use crate::workspace::Workspace;
use crate::{build_paths, lockfile, wasm_compiler};

/// The profile in the root manifest for tools.
pub const TOOL_PROFILE: &str = "tool";

/// How the client is built.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Build {
    /// Small, as people get it; takes minutes.
    Small,
    /// Quick, for who is working on it; several times as large.
    Quick,
    /// Quick, in pages that load themselves again after each build.
    Watched,
}

impl Build {
    /// The profile in the root manifest.
    fn profile(self) -> &'static str {
        match self {
            Self::Small => "client",
            Self::Quick | Self::Watched => "quick",
        }
    }

    /// Where the compiled modules are.
    pub fn modules(self, workspace: &Workspace) -> PathBuf {
        let target = workspace.target.join(wasm_compiler::TARGET);
        target.join(self.profile())
    }

    /// Where the packaged client goes.
    pub fn folder(self, workspace: &Workspace) -> PathBuf {
        match self {
            Self::Small => workspace.client_folder(),
            Self::Quick => workspace.target.join("www-quick"),
            Self::Watched => workspace.target.join("www-watched"),
        }
    }
}

/// Builds the client and gives the folder that a server embeds or serves.
pub fn build(workspace: &Workspace, build: Build) -> Result<PathBuf> {
    lockfile::check_bindings(&workspace.root)?;
    let compiler = wasm_compiler::ensure(workspace)?;
    // One at a time, so that neither module gets features that only the other needs.
    let app = ["approdo-app", "--bin=approdo-app"];
    compile(workspace, compiler, build, "the app", app)?;
    let worker = ["approdo-render-worker", "--lib"];
    compile(workspace, compiler, build, "the PDF module", worker)?;
    let exchange = ["approdo-exchange-worker", "--lib"];
    compile(workspace, compiler, build, "the other formats", exchange)?;
    let spelling = ["approdo-spelling-worker", "--lib"];
    compile(
        workspace,
        compiler,
        build,
        "the module for spelling",
        spelling,
    )?;
    packager(workspace)?;
    package(workspace, build)?;
    Ok(build.folder(workspace))
}

/// Packages modules that are compiled, with a packager that is built.
pub fn package(workspace: &Workspace, build: Build) -> Result<()> {
    step("packaging the client", || {
        let packager = packager_program(workspace);
        let folder = build.folder(workspace);
        run(&mut packaging(workspace, &packager, build, &folder)?)
    })
}

fn compile(
    workspace: &Workspace,
    compiler: WasmCompiler,
    build: Build,
    title: &str,
    [package, part]: [&str; 2],
) -> Result<()> {
    let title = format!("compiling {title} (minutes the first time)");
    step(&title, || {
        let arguments = ["build", "--profile", build.profile(), "--target"];
        let mut command = compiler.cargo(workspace, &arguments);
        command.args([wasm_compiler::TARGET, "--package", package, part]);
        if build == Build::Small {
            command.args(["--config", &build_paths::setting(workspace, compiler)?]);
        }
        run(&mut command)
    })
}

fn packaging(
    workspace: &Workspace,
    packager: &Path,
    build: Build,
    folder: &Path,
) -> Result<Command> {
    let compiled = build.modules(workspace);
    let mut command = Command::new(packager);
    command
        .arg("site")
        .args(["--root", text(&workspace.root)?])
        .args(["--app", text(&compiled.join("approdo-app.wasm"))?])
        .args([
            "--worker",
            text(&compiled.join("approdo_render_worker.wasm"))?,
        ])
        .args([
            "--exchange",
            text(&compiled.join("approdo_exchange_worker.wasm"))?,
        ])
        .args([
            "--spelling",
            text(&compiled.join("approdo_spelling_worker.wasm"))?,
        ])
        .args(["--out", text(folder)?])
        .args(["--cache", text(&workspace.target.join("www-cache"))?]);
    match build {
        Build::Small => {}
        Build::Quick => {
            command.arg("--quick");
        }
        Build::Watched => {
            command.args(["--quick", "--watched"]);
        }
    }
    Ok(command)
}

/// Builds the packager and gives its program.
pub fn packager(workspace: &Workspace) -> Result<PathBuf> {
    step("compiling the packager", || {
        let arguments = ["build", "--profile", TOOL_PROFILE, "--package"];
        run(cargo_command(workspace, &arguments).arg("xtask-packager"))
    })?;
    Ok(packager_program(workspace))
}

/// Where the packager is, once it is built.
pub fn packager_program(workspace: &Workspace) -> PathBuf {
    let name = format!("xtask-packager{}", std::env::consts::EXE_SUFFIX);
    workspace.target.join(TOOL_PROFILE).join(name)
}
