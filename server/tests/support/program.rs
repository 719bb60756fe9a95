//! The real program in a process of its own.

use std::path::Path;
use std::process::{Output, Stdio};
use tokio::io::{AsyncBufReadExt as _, BufReader, Lines};
use tokio::process::{Child, ChildStdout, Command};

/// A running program; it dies with this value.
pub struct Program {
    pub child: Child,
    pub address: String,
    lines: Lines<BufReader<ChildStdout>>,
}

/// Returns a command for the program, listening where it says, with its data in a folder.
pub fn command(data: &Path, listen: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_approdo-server"));
    command
        .args(["--listen", listen, "--data"])
        .arg(data)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true);
    command
}

/// Starts the program with these words.
pub fn spawn(words: &[&str]) -> Child {
    Command::new(env!("CARGO_BIN_EXE_approdo-server"))
        .args(words)
        .stdout(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .unwrap()
}

/// Runs the program to its end with these words.
pub async fn run(words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_approdo-server"))
        .args(words)
        .output()
        .await
        .unwrap()
}

/// Returns what the program printed, or what it complained of.
pub fn said(output: &Output) -> String {
    let (good, bad) = (&output.stdout, &output.stderr);
    String::from_utf8([good.as_slice(), bad.as_slice()].concat()).unwrap()
}

impl Program {
    /// Starts the program on a free port and reads where it listens.
    pub async fn start(data: &Path) -> Self {
        Self::spawn(command(data, "127.0.0.1:0")).await
    }

    /// Starts a command of the program and reads where it listens.
    pub async fn spawn(mut command: Command) -> Self {
        let mut child = command.spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let line = lines.next_line().await.unwrap().unwrap();
        let address = line.strip_prefix("Approdo is at ").unwrap().to_owned();
        Self {
            child,
            address,
            lines,
        }
    }

    /// Reads the next line that the program prints.
    pub async fn next_line(&mut self) -> String {
        self.lines.next_line().await.unwrap().unwrap()
    }

    /// Kills the program as a power failure would, and waits until it is gone.
    pub async fn kill(mut self) {
        self.child.kill().await.unwrap();
    }

    /// Returns the most memory the program ever had, in MiB.
    pub fn peak_memory_mib(&self) -> u64 {
        let status = format!("/proc/{}/status", self.child.id().unwrap());
        let status = std::fs::read_to_string(status).unwrap();
        let line = status
            .lines()
            .find(|line| line.starts_with("VmHWM:"))
            .unwrap();
        let kibibytes: u64 = line.split_whitespace().nth(1).unwrap().parse().unwrap();
        kibibytes / 1024
    }
}
