//! The real server binary with a data folder of its own: started, stopped, and started again; where
//! a test wants it, behind a line that can break.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use tempfile::TempDir;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::environment;
use crate::line::Line;
use crate::ports::ReservedPort;
use crate::process::ProcessFamily;
use crate::wait::until;

/// How long the server may take to start.
const START_LIMIT: Duration = Duration::from_secs(20);

/// A server on a free port; dropping it stops the process and deletes its data.
#[derive(Debug)]
pub struct AppServer {
    port: ReservedPort,
    data: TempDir,
    way: Way,
    process: Mutex<Option<Running>>,
    setting: Mutex<Setting>,
}

/// What a test changed before the server was started again.
#[derive(Debug, Default)]
struct Setting {
    /// The folder of the client that is served instead of the one that was built.
    client: Option<PathBuf>,
    /// The port on which the process listens, and the line that leads to it.
    line: Option<(ReservedPort, Arc<Line>)>,
}

/// How the program is started.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// Where it was built.
    AsBuilt,
    /// As if a proxy stood before it, so that a test can come from many addresses.
    BehindProxy,
    /// As a copy in an empty folder, without any argument.
    Alone,
}

/// A started program.
#[derive(Debug)]
struct Running {
    id: u32,
    /// Kept for its drop, which ends the program.
    _family: ProcessFamily,
}

impl AppServer {
    /// Starts the server and waits until it answers.
    ///
    /// # Errors
    /// When the binary is missing or the server does not answer in time.
    pub async fn start() -> Result<Self> {
        Self::start_as(Way::AsBuilt).await
    }

    /// Starts a copy of the program in an empty folder, without any argument, as an operator would
    /// who was handed this one file.
    ///
    /// # Errors
    /// When the binary is missing or the server does not answer in time.
    pub async fn start_alone() -> Result<Self> {
        Self::start_as(Way::Alone).await
    }

    /// Starts the server and has it believe the addresses in `X-Forwarded-For`.
    ///
    /// # Errors
    /// When the binary is missing or the server does not answer in time.
    pub async fn start_behind_proxy() -> Result<Self> {
        Self::start_as(Way::BehindProxy).await
    }

    async fn start_as(way: Way) -> Result<Self> {
        let server = Self {
            port: ReservedPort::take()?,
            data: TempDir::with_prefix("approdo-data-")?,
            way,
            process: Mutex::default(),
            setting: Mutex::default(),
        };
        if way == Way::Alone {
            std::fs::copy(environment::server_binary()?, server.copied_program())?;
        }
        server.start_again().await?;
        Ok(server)
    }

    fn copied_program(&self) -> PathBuf {
        self.data.path().join("approdo-server")
    }

    /// Returns the command that starts the program.
    fn command(&self) -> Result<Command> {
        let address = format!("127.0.0.1:{}", self.port_of_process());
        if self.way == Way::Alone {
            let mut command = Command::new(self.copied_program());
            command
                .current_dir(self.data.path())
                .env("APPRODO_LISTEN", address);
            return Ok(command);
        }
        let mut command = Command::new(environment::server_binary()?);
        if let Some(folder) = self.client_folder() {
            command.arg("--client").arg(folder);
        }
        command
            .args(["--listen", &address, "--data"])
            .arg(self.data.path());
        if self.way == Way::BehindProxy {
            command.arg("--behind-proxy");
        }
        Ok(command)
    }

    /// Returns the address of a page.
    pub fn address(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port())
    }

    /// Returns the port on which the server listens.
    pub fn port(&self) -> u16 {
        self.port.number()
    }

    /// Returns the origin of all pages.
    pub fn origin(&self) -> String {
        self.address("")
    }

    /// Returns the folder of the server's data.
    pub fn data_folder(&self) -> &Path {
        self.data.path()
    }

    /// Kills the server, as a lost network or a power cut would.
    pub fn stop(&self) {
        drop(self.slot().take());
    }

    /// Starts the stopped server on the same port with the same data, and waits until it answers.
    ///
    /// # Errors
    /// When the binary is missing or the server does not answer in time.
    pub async fn start_again(&self) -> Result<()> {
        let family = ProcessFamily::new();
        let log = std::fs::OpenOptions::new()
            .create(true)
            .append(true)
            .open(self.data.path().join("server.log"))?;
        let id = family.spawn(
            self.command()?
                .stdin(Stdio::null())
                .stdout(log.try_clone()?)
                .stderr(log),
        )?;
        *self.slot() = Some(Running {
            id,
            _family: family,
        });
        until("the server to answer", START_LIMIT, async || {
            Ok(self.is_healthy().await.then_some(()))
        })
        .await
        .with_context(|| self.log())
    }

    /// Starts the server again with a client from a folder.
    ///
    /// # Errors
    /// When it does not start.
    pub async fn serve_client(&self, folder: &Path) -> Result<()> {
        self.stop();
        self.setting().client = Some(folder.to_path_buf());
        self.start_again().await
    }

    /// Starts the server again behind a line, at the same address for browsers.
    ///
    /// # Errors
    /// When it does not start.
    pub async fn put_behind_line(&self) -> Result<Arc<Line>> {
        self.stop();
        let port = ReservedPort::take()?;
        // The process has just left the address: it may take a moment to be free.
        let line = until("the address to be free", START_LIMIT, async || {
            Ok(Line::lay(self.port(), port.number()).await.ok())
        })
        .await?;
        let line = Arc::new(line);
        self.setting().line = Some((port, Arc::clone(&line)));
        self.start_again().await?;
        Ok(line)
    }

    /// Returns how much of the machine's memory the server takes, in MB.
    ///
    /// # Errors
    /// When the server does not run, or the system does not tell.
    pub fn memory_mb(&self) -> Result<f64> {
        let id = self.slot().as_ref().map(|running| running.id);
        let id = id.context("the server does not run")?;
        let status = std::fs::read_to_string(format!("/proc/{id}/status"))?;
        let line = status.lines().find(|line| line.starts_with("VmRSS:"));
        let number = line.and_then(|line| line.split_whitespace().nth(1));
        let kibibytes: f64 = number.context("the system does not tell")?.parse()?;
        Ok(kibibytes * 1_024.0 / 1_000_000.0)
    }

    /// Returns what the server wrote to its log.
    pub fn log(&self) -> String {
        std::fs::read_to_string(self.data.path().join("server.log")).unwrap_or_default()
    }

    /// Sends raw bytes as one connection, and returns what came back until the server closed it.
    ///
    /// # Errors
    /// When the server cannot be reached.
    pub async fn send_raw(&self, request: &[u8]) -> Result<String> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port())).await?;
        stream.write_all(request).await?;
        let mut answer = Vec::new();
        match tokio::time::timeout(START_LIMIT, stream.read_to_end(&mut answer)).await {
            Ok(_) => Ok(String::from_utf8_lossy(&answer).into_owned()),
            Err(_) => bail!("the server kept the connection open without an answer"),
        }
    }

    async fn is_healthy(&self) -> bool {
        let request = format!(
            "GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n\r\n",
            self.port()
        );
        self.send_raw(request.as_bytes())
            .await
            .is_ok_and(|answer| answer.starts_with("HTTP/1.1 2"))
    }

    fn client_folder(&self) -> Option<PathBuf> {
        let chosen = self.setting().client.clone();
        chosen.or_else(environment::served_folder)
    }

    fn port_of_process(&self) -> u16 {
        let setting = self.setting();
        setting
            .line
            .as_ref()
            .map_or(self.port(), |(port, _)| port.number())
    }

    fn slot(&self) -> MutexGuard<'_, Option<Running>> {
        self.process.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn setting(&self) -> MutexGuard<'_, Setting> {
        self.setting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
