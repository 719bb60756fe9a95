//! `cargo xtask run --watch`: builds a quick client and the server, and what a change needs at each
//! change; open pages load themselves again. What a change needs is decided in `plan`.

mod plan;

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use anyhow::{Context, Result};
use notify_debouncer_mini::notify::{RecommendedWatcher, RecursiveMode};
use notify_debouncer_mini::{DebounceEventResult, Debouncer, new_debouncer};

use crate::client::{self, Build};
use crate::process::{cargo_command, run as run_command, step};
use crate::workspace::Workspace;
use plan::{ClientWork, Plan};

/// How long files must be at rest: editors and version control write several at once.
const REST: Duration = Duration::from_millis(150);

/// Folders with sources; not those that builds and the server write to.
const FOLDERS: [&str; 7] = [
    "app",
    "crates",
    "public",
    "server",
    "style",
    "xtask/packager",
    ".cargo",
];

/// Builds and serves until it is ended; a build that fails leaves what was there before.
pub fn run(workspace: &Workspace, port: u16, data: &str) -> Result<()> {
    let (_watcher, changes) = watch(workspace)?;
    let mut server = None;
    let mut plan = Plan::EVERYTHING;
    loop {
        if let Err(error) = carry_out(workspace, plan, port, data, &mut server) {
            eprintln!("error: {error:#}");
            println!("▸ waiting for the next change");
        }
        plan = next_plan(workspace, &changes)?;
    }
}

fn watch(
    workspace: &Workspace,
) -> Result<(Debouncer<RecommendedWatcher>, Receiver<DebounceEventResult>)> {
    let (sender, changes) = channel();
    let mut watcher = new_debouncer(REST, sender).context("files cannot be watched")?;
    for folder in FOLDERS {
        let path = workspace.root.join(folder);
        (watcher.watcher())
            .watch(&path, RecursiveMode::Recursive)
            .with_context(|| format!("{}: cannot be watched", path.display()))?;
    }
    // The manifest and the lock file; not what lies deeper.
    (watcher.watcher())
        .watch(&workspace.root, RecursiveMode::NonRecursive)
        .context("the root of the workspace cannot be watched")?;
    Ok((watcher, changes))
}

/// Waits for changes that need work; those that came during a build count together.
fn next_plan(workspace: &Workspace, changes: &Receiver<DebounceEventResult>) -> Result<Plan> {
    loop {
        let first = changes.recv().context("files are no longer watched")?;
        let events = std::iter::once(first).chain(changes.try_iter());
        let paths: Vec<PathBuf> = events
            .flatten()
            .flatten()
            .filter_map(|event| {
                let path = event.path.strip_prefix(&workspace.root).ok()?;
                Some(path.to_owned())
            })
            .collect();
        let plan = Plan::for_changes(paths.iter().map(PathBuf::as_path));
        if !plan.is_empty() {
            return Ok(plan);
        }
    }
}

fn carry_out(
    workspace: &Workspace,
    plan: Plan,
    port: u16,
    data: &str,
    server: &mut Option<RunningServer>,
) -> Result<()> {
    match plan.client {
        ClientWork::None => {}
        ClientWork::Package => client::package(workspace, Build::Watched)?,
        ClientWork::Compile => {
            client::build(workspace, Build::Watched)?;
        }
    }
    if plan.server || server.is_none() {
        let program = build_server(workspace)?;
        // The old one must leave its address first.
        drop(server.take());
        *server = Some(RunningServer::start(workspace, program, port, data)?);
        println!("▸ Approdo is at http://127.0.0.1:{port} with its data in {data}; Ctrl-C ends it");
    }
    Ok(())
}

fn build_server(workspace: &Workspace) -> Result<PathBuf> {
    step("compiling the server", || {
        let arguments = ["build", "--package", "approdo-server"];
        run_command(&mut cargo_command(workspace, &arguments))
    })?;
    let name = format!("approdo-server{}", std::env::consts::EXE_SUFFIX);
    Ok(workspace.target.join("debug").join(name))
}

/// The server as a child of this program; dropped, it ends.
struct RunningServer(Child);

impl RunningServer {
    fn start(workspace: &Workspace, program: PathBuf, port: u16, data: &str) -> Result<Self> {
        let mut child = Command::new(program)
            .args(["--listen", &format!("127.0.0.1:{port}")])
            .args(["--data", data])
            .arg("--client")
            .arg(Build::Watched.folder(workspace))
            .stderr(Stdio::piped())
            .spawn()
            .context("the server does not start")?;
        if let Some(log) = child.stderr.take() {
            std::thread::spawn(move || pass_on(BufReader::new(log)));
        }
        Ok(Self(child))
    }
}

/// Passes the server's log on, without the looks that open pages take twice a second.
fn pass_on(log: impl BufRead) {
    for line in log.lines().map_while(Result::ok) {
        if !line.contains("method=HEAD") {
            eprintln!("{line}");
        }
    }
}

impl Drop for RunningServer {
    fn drop(&mut self) {
        // It may have ended by itself, with its reason on the terminal.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
