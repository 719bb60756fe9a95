//! A virtual screen, for engines that have no mode without one.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result};

/// Width and height of the screen, in pixels.
const SIZE: (u32, u32) = (1600, 1200);

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
            .args(["-displayfd", "1", "-screen", "0"])
            .arg(format!("{}x{}x24", SIZE.0, SIZE.1))
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

/// Returns where a window of this size stands in the middle of the screen. The pointer rests there,
/// and without a window manager the window under it is the one that keys go to.
pub fn in_the_middle((width, height): (u32, u32)) -> (i64, i64) {
    let start = |whole: u32, part: u32| i64::from(whole.saturating_sub(part) / 2);
    (start(SIZE.0, width), start(SIZE.1, height))
}

impl Drop for Display {
    fn drop(&mut self) {
        // Both fail only if it has already ended.
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
