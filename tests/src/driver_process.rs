//! A driver as a process: started on ports of its own, watched until a session may begin, and asked for
//! its last words when it ends.

use std::fs::OpenOptions;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context, Result, anyhow};
use nix::unistd::Pid;
use thirtyfour::WebDriver;
use thirtyfour::common::capabilities::desiredcapabilities::Capabilities;

use crate::display::Display;
use crate::driver_client::DriverClient;
use crate::engine::{Engine, Folders};
use crate::ports::ReservedPort;
use crate::process::ProcessFamily;
use crate::wait::until;

/// How long a driver may take until it is ready, on a cold machine.
const READY_LIMIT: Duration = Duration::from_secs(60);

/// How much of a driver's output is shown with a failure, in lines.
const LAST_WORDS: usize = 30;

/// A driver with the browser it starts; dropping it kills both.
#[derive(Debug)]
pub(crate) struct DriverProcess {
    id: u32,
    family: ProcessFamily,
    /// The driver's own, and two that geckodriver needs beside it.
    ports: [ReservedPort; 3],
    output: PathBuf,
    _display: Option<Display>,
}

impl DriverProcess {
    /// Starts a driver, with a screen if its browser needs one.
    ///
    /// # Errors
    /// When it is missing, or no port is free.
    pub fn start(engine: Engine, folders: &Folders) -> Result<Self> {
        let ports = [
            ReservedPort::take()?,
            ReservedPort::take()?,
            ReservedPort::take()?,
        ];
        let needs_display = engine.needs_display();
        let display = needs_display.then(Display::start).transpose()?;
        let output = folders.driver_output();
        let log = OpenOptions::new().create(true).append(true).open(&output)?;
        let mut command = engine.driver_command(ports.each_ref().map(ReservedPort::number))?;
        if let Some(display) = &display {
            command.env("DISPLAY", &display.name);
        }
        command
            .env("XDG_CONFIG_HOME", folders.configuration())
            .stdin(Stdio::null())
            .stdout(log.try_clone()?)
            .stderr(log);
        let family = ProcessFamily::new();
        let id = family.spawn(&mut command)?;
        Ok(Self {
            id,
            family,
            ports,
            output,
            _display: display,
        })
    }

    /// Waits until the driver is ready, and has it start the browser.
    ///
    /// # Errors
    /// When driver or browser do not start: with the driver's last words.
    pub async fn open_session(&self, capabilities: Capabilities) -> Result<WebDriver> {
        let opened = self.try_to_open_session(capabilities).await;
        opened.map_err(|error| {
            let state = if self.family.has_ended(self.id).is_some() {
                "the driver has ended"
            } else {
                "the driver runs"
            };
            anyhow!(
                "{error:#}; {state}; it wrote:\n{}",
                last_words(&self.output)
            )
        })
    }

    async fn try_to_open_session(&self, capabilities: Capabilities) -> Result<WebDriver> {
        let client = DriverClient::new()?;
        let address = format!("http://127.0.0.1:{}", self.ports[0].number());
        until("the driver to be ready", READY_LIMIT, async || {
            if let Some(status) = self.family.has_ended(self.id) {
                return Ok(Some(Err(anyhow!("no driver, {status}"))));
            }
            Ok(client.is_ready(&address).await?.then_some(Ok(())))
        })
        .await??;
        let begun = std::time::Instant::now();
        WebDriver::builder(address, capabilities)
            .client(client)
            .await
            .with_context(|| format!("no session after {} s", begun.elapsed().as_secs()))
    }

    /// Kills the driver and all that it started.
    pub fn kill(&self) {
        self.family.kill_all();
    }

    /// Lists the processes whose command lines fulfil a condition.
    pub fn find(&self, condition: impl Fn(&str) -> bool) -> Vec<Pid> {
        self.family.find(condition)
    }
}

/// Returns the end of what a driver wrote.
fn last_words(output: &Path) -> String {
    let bytes = std::fs::read(output).unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes);
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len().saturating_sub(LAST_WORDS)..].join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_words_are_the_last_lines() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let lines: Vec<String> = (1..=100).map(|number| format!("line {number}")).collect();
        std::fs::write(file.path(), lines.join("\n")).unwrap();
        let words = last_words(file.path());
        assert!(words.starts_with("line 71\n") && words.ends_with("\nline 100"));
        assert_eq!(last_words(Path::new("/nowhere")), "");
    }
}
