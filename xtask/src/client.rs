//! Compiles both WebAssembly modules of the client and has them packaged with its files.
//! The packaging itself is the crate `xtask-packager`: its dependencies are heavy, and `tidy` needs none.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::process::{cargo_command, run, step, text};
use crate::workspace::Workspace;
use crate::{lockfile, wasm_compiler};

/// The profile in the root manifest that makes small modules.
const PROFILE: &str = "client";

/// The profile in the root manifest for tools.
pub const TOOL_PROFILE: &str = "tool";

/// Builds the client and gives the folder that the server embeds.
pub fn build(workspace: &Workspace) -> Result<PathBuf> {
    lockfile::check_bindings(&workspace.root)?;
    let compiler = wasm_compiler::ensure(workspace)?;
    // One at a time, so that neither module gets features that only the other needs.
    let modules = [
        ("the app", ["approdo-app", "--bin=approdo-app"]),
        ("the PDF module", ["approdo-render-worker", "--lib"]),
    ];
    for (title, [package, part]) in modules {
        step(
            &format!("compiling {title} (minutes the first time)"),
            || {
                run(&mut compiler.cargo(
                    workspace,
                    &[
                        "build",
                        "--profile",
                        PROFILE,
                        "--target",
                        wasm_compiler::TARGET,
                        "--package",
                        package,
                        part,
                    ],
                ))
            },
        )?;
    }
    let packager = packager(workspace)?;
    let folder = workspace.client_folder();
    step("packaging the client", || {
        let compiled = workspace.target.join(wasm_compiler::TARGET).join(PROFILE);
        run(Command::new(packager)
            .arg("site")
            .args(["--root", text(&workspace.root)?])
            .args(["--app", text(&compiled.join("approdo-app.wasm"))?])
            .args([
                "--worker",
                text(&compiled.join("approdo_render_worker.wasm"))?,
            ])
            .args(["--out", text(&folder)?])
            .args(["--cache", text(&workspace.target.join("www-cache"))?]))
    })?;
    Ok(folder)
}

/// Builds the packager and gives its program.
pub fn packager(workspace: &Workspace) -> Result<PathBuf> {
    step("compiling the packager", || {
        run(&mut cargo_command(
            workspace,
            &[
                "build",
                "--profile",
                TOOL_PROFILE,
                "--package",
                "xtask-packager",
            ],
        ))
    })?;
    let name = format!("xtask-packager{}", std::env::consts::EXE_SUFFIX);
    Ok(workspace.target.join(TOOL_PROFILE).join(name))
}
