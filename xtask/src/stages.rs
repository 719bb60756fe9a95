//! `cargo xtask test`: all checks in order, from the quickest to the slowest, ending at the first that fails.
//! The checks of `tidy` themselves are in `tidy/`.

use std::cell::Cell;
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::hunt;
use crate::process::{cargo_command, duration, run, run_watching, step};
use crate::server::CLIENT_FOLDER_VARIABLE;
use crate::test_counts::TestCounts;
use crate::test_runs::{self, TestRun};
use crate::wasm_compiler::WasmCompiler;
use crate::workspace::Workspace;
use crate::{client, conformance, doc, server, tidy, tools, wasm_compiler};

/// Packages whose tests have a stage or a command of their own; all others are unit tests.
const OWN_STAGE: [&str; 5] = [
    "approdo-app",
    "approdo-example-checklist",
    "approdo-server",
    "approdo-tests",
    "xtask-packager",
];

/// Packages that only a browser can run.
const BROWSER_PACKAGES: [&str; 4] = [
    "approdo-store-indexeddb",
    "approdo-store-conformance",
    "approdo-render-worker",
    "approdo-exchange-worker",
];

/// The state that all stages share.
struct Checks<'a> {
    workspace: &'a Workspace,
    counts: Cell<TestCounts>,
    is_built: Cell<bool>,
}

/// One stage: its name on the command line, and its work.
type Stage = (&'static str, fn(&Checks<'_>) -> Result<()>);

const STAGES: [Stage; 8] = [
    ("format", format),
    ("clippy", clippy),
    ("tidy", |checks| tidy::tidy(checks.workspace)),
    ("doc", |checks| doc::doc(checks.workspace)),
    ("unit", unit),
    ("server", server_tests),
    ("client", build_client_and_server),
    ("end-to-end", end_to_end),
];

/// Runs all stages, or those named, in their order.
pub fn test(workspace: &Workspace, chosen: &[String]) -> Result<()> {
    let names: Vec<&str> = STAGES.iter().map(|(name, _)| *name).collect();
    if let Some(unknown) = chosen.iter().find(|word| !names.contains(&word.as_str())) {
        bail!("{unknown}: no such stage; there are: {}", names.join(", "));
    }
    let checks = Checks {
        workspace,
        counts: Cell::new(TestCounts::default()),
        is_built: Cell::new(false),
    };
    let is_cold = test_runs::is_cold(workspace);
    let start = Instant::now();
    let mut test_run = TestRun::default();
    let result: Result<()> = STAGES
        .iter()
        .filter(|(name, _)| chosen.is_empty() || chosen.iter().any(|word| word == name))
        .try_for_each(|(name, work)| {
            let stage_start = Instant::now();
            step(&format!("stage {name}"), || work(&checks))
                .with_context(|| format!("stage {name} failed"))?;
            test_run.add(name, stage_start.elapsed());
            Ok(())
        });
    let counts = checks.counts.get();
    println!("all stages: {}", duration(start.elapsed()));
    println!("{} passed, {} failed", counts.passed, counts.failed);
    result?;
    if chosen.is_empty() {
        test_runs::note(workspace, test_run, is_cold)?;
    }
    Ok(())
}

impl Checks<'_> {
    /// Runs a command of cargo whose tests count.
    fn cargo_test(&self, command: &mut Command) -> Result<()> {
        let mut counts = self.counts.get();
        let command = hunt::with_usual_seed(command);
        let result = run_watching(command, |line| counts.add_line(line));
        self.counts.set(counts);
        result
    }
}

fn format(checks: &Checks<'_>) -> Result<()> {
    run(&mut cargo_command(
        checks.workspace,
        &["fmt", "--all", "--check"],
    ))
    .context("run `cargo fmt --all`")
}

fn clippy(checks: &Checks<'_>) -> Result<()> {
    let mut native = cargo_command(
        checks.workspace,
        &["clippy", "--workspace", "--all-targets"],
    );
    for package in BROWSER_PACKAGES {
        native.args(["--exclude", package]);
    }
    run(native.args(["--", "--deny", "warnings"]))?;
    let compiler = wasm_compiler::ensure(checks.workspace)?;
    if matches!(compiler, WasmCompiler::Debian) {
        println!("  Debian's compiler has no clippy; the browser's packages go unchecked here");
        return Ok(());
    }
    let mut browser = compiler.cargo(checks.workspace, &["clippy", "--package", "approdo-app"]);
    for package in BROWSER_PACKAGES {
        browser.args(["--package", package]);
    }
    browser.args([
        "--lib",
        "--bins",
        "--examples",
        "--target",
        wasm_compiler::TARGET,
    ]);
    run(browser.args(["--", "--deny", "warnings"]))
}

fn unit(checks: &Checks<'_>) -> Result<()> {
    // Known answers of PDF and DOCX come from the tools that other people will open them with.
    tools::ensure_debian_packages()?;
    checks.cargo_test(&mut native_packages(checks.workspace))?;
    checks.cargo_test(&mut client_and_example(checks.workspace))?;
    // In its own profile, so that its heavy dependencies are compiled only once.
    let packager = [
        "test",
        "--package",
        "xtask-packager",
        "--profile",
        client::TOOL_PROFILE,
    ];
    checks.cargo_test(&mut cargo_command(checks.workspace, &packager))
}

/// Tests all packages that run without a browser and have no stage of their own.
pub fn native_packages(workspace: &Workspace) -> Command {
    let mut command = cargo_command(workspace, &["test"]);
    for package in &workspace.packages {
        let name = package.name.as_str();
        if !OWN_STAGE.contains(&name) && !BROWSER_PACKAGES.contains(&name) {
            command.args(["--package", name]);
        }
    }
    command
}

/// Tests what of the client runs without a browser; apart from the rest, so that the client's features do not change
/// what the rest is built with.
pub fn client_and_example(workspace: &Workspace) -> Command {
    let client = ["test", "--package", "approdo-app", "--lib"];
    let client_and_example = [&client[..], &["--package", "approdo-example-checklist"]].concat();
    cargo_command(workspace, &client_and_example)
}

fn server_tests(checks: &Checks<'_>) -> Result<()> {
    let server = ["test", "--package", "approdo-server"];
    checks.cargo_test(&mut cargo_command(checks.workspace, &server))
}

/// Builds once, also when a later stage is run by itself.
fn build_client_and_server(checks: &Checks<'_>) -> Result<()> {
    if !checks.is_built.get() {
        server::build(checks.workspace)?;
        conformance::build(checks.workspace)?;
        checks.is_built.set(true);
    }
    Ok(())
}

fn end_to_end(checks: &Checks<'_>) -> Result<()> {
    build_client_and_server(checks)?;
    tools::ensure_browser_tools(checks.workspace)?;
    let mut command = cargo_command(checks.workspace, &["test", "--package", "approdo-tests"]);
    checks.cargo_test(with_built_things(checks.workspace, &mut command))
}

/// Tells a program of `tests/` where the built things are.
pub fn with_built_things<'a>(workspace: &Workspace, command: &'a mut Command) -> &'a mut Command {
    command
        .env("APPRODO_PACKAGER", client::packager_program(workspace))
        .env(
            "APPRODO_MODULES_DIR",
            client::Build::Small.modules(workspace),
        )
        .env(CLIENT_FOLDER_VARIABLE, workspace.client_folder())
        .env("APPRODO_SERVER_BIN", workspace.server_binary())
        .env("APPRODO_TOOLS", workspace.tools_folder())
        .env(conformance::FOLDER_VARIABLE, conformance::folder(workspace))
        .env("APPRODO_TARGET_DIR", &workspace.target)
}
