//! Child processes that never outlive a test: found by a mark in their environment, and killed.

use std::net::TcpListener;
use std::process::{Child, Command};

use anyhow::{Context, Result};
use nix::sys::resource::{Resource, getrlimit, setrlimit};
use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;

/// Names the variable that marks a process and all that it starts.
const MARK_VARIABLE: &str = "APPRODO_TEST_MARK";

/// A family of processes that share one mark; dropping it kills them all.
#[derive(Debug)]
pub struct ProcessFamily {
    mark: String,
    children: std::sync::Mutex<Vec<Child>>,
}

impl ProcessFamily {
    /// Makes an empty family with a mark of its own.
    pub fn new() -> Self {
        Self {
            mark: uuid::Uuid::new_v4().simple().to_string(),
            children: std::sync::Mutex::default(),
        }
    }

    /// Starts a member of the family and returns its process id.
    ///
    /// # Errors
    /// When the program cannot be started.
    pub fn spawn(&self, command: &mut Command) -> Result<u32> {
        let program = command.get_program().to_string_lossy().into_owned();
        let child = command
            .env(MARK_VARIABLE, &self.mark)
            .spawn()
            .with_context(|| format!("{program} cannot be started; is it installed?"))?;
        let id = child.id();
        self.lock().push(child);
        Ok(id)
    }

    /// Kills every process of the family at once, as `kill -9` does, and waits for those started here.
    pub fn kill_all(&self) {
        // Repeated, because a process may have started another one meanwhile.
        loop {
            let living = self.marked_processes();
            for id in &living {
                // It may have ended by itself: that is what is wanted.
                let _ = kill(*id, Signal::SIGKILL);
            }
            self.reap();
            if living.is_empty() {
                return;
            }
        }
    }

    /// Kills the members whose command line contains a text, without their last words.
    pub fn kill_where(&self, part_of_command_line: &str) {
        for id in self.marked_processes() {
            let command_line = std::fs::read(format!("/proc/{id}/cmdline")).unwrap_or_default();
            if String::from_utf8_lossy(&command_line).contains(part_of_command_line) {
                // The process may have ended by itself meanwhile: that is what is wanted.
                let _ = kill(id, Signal::SIGKILL);
            }
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<Child>> {
        self.children
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    fn reap(&self) {
        for child in self.lock().iter_mut() {
            // Killed a moment ago: this only collects its status.
            let _ = child.wait();
        }
    }

    /// Lists the living processes that carry the mark.
    fn marked_processes(&self) -> Vec<Pid> {
        let mark = format!("{MARK_VARIABLE}={}", self.mark);
        let Ok(entries) = std::fs::read_dir("/proc") else {
            return Vec::new();
        };
        entries
            .filter_map(|entry| entry.ok()?.file_name().to_str()?.parse::<i32>().ok())
            .filter(|id| {
                std::fs::read(format!("/proc/{id}/environ")).is_ok_and(|environment| {
                    environment
                        .split(|byte| *byte == 0)
                        .any(|variable| variable == mark.as_bytes())
                })
            })
            .map(Pid::from_raw)
            .collect()
    }
}

impl Default for ProcessFamily {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for ProcessFamily {
    fn drop(&mut self) {
        self.kill_all();
    }
}

/// Lets this process have as many files open as the system allows: each connection is one.
///
/// # Errors
/// When the system refuses.
pub fn raise_open_files_limit() -> Result<()> {
    let (_, most) = getrlimit(Resource::RLIMIT_NOFILE)?;
    Ok(setrlimit(Resource::RLIMIT_NOFILE, most, most)?)
}

/// Returns a TCP port of 127.0.0.1 that was free a moment ago.
///
/// # Errors
/// When no port is free.
pub fn free_port() -> Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}
