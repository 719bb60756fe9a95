//! A virtual screen, for engines that have no mode without one.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result};

/// A running Xvfb; ends when dropped.
#[derive(Debug)]
pub struct Display {
    server: Child,
    /// What the variable `DISPLAY` must say.
    pub name: String,
}

impl Display {
    /// Starts a virtual screen on a display number that is free.
    ///
    /// # Errors
    /// When Xvfb is missing or does not start.
    pub fn start() -> Result<Self> {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1600x1200x24"])
            .args(["-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("Xvfb cannot be started; install the Debian package xvfb")?;
        let mut number = String::new();
        let output = server.stdout.take().context("Xvfb has no output")?;
        BufReader::new(output).read_line(&mut number)?;
        let name = format!(":{}", number.trim());
        Ok(Self { server, name })
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        // Both fail only if it has already ended.
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
