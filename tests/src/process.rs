//! Child processes that never outlive a test: found by a mark in their environment, and killed.

use std::collections::BTreeSet;
use std::process::{Child, Command, ExitStatus};

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
        let child = self
            .mark(command)
            .spawn()
            .with_context(|| format!("{program} cannot be started; is it installed?"))?;
        let id = child.id();
        self.lock().push(child);
        Ok(id)
    }

    /// Returns how a process that was started here has ended; nothing while it runs.
    pub fn has_ended(&self, id: u32) -> Option<ExitStatus> {
        let mut children = self.lock();
        let child = children.iter_mut().find(|child| child.id() == id)?;
        child.try_wait().ok().flatten()
    }

    /// Makes a command a member of the family, for who starts it otherwise.
    pub fn mark<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        command.env(MARK_VARIABLE, &self.mark)
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
            if command_line(id).contains(part_of_command_line) {
                // The process may have ended by itself meanwhile: that is what is wanted.
                let _ = kill(id, Signal::SIGKILL);
            }
        }
    }

    /// Lists the members and their descendants whose command lines fulfil a condition. Programs that
    /// write their titles over their environment lose the mark, but keep their parents.
    pub fn find(&self, condition: impl Fn(&str) -> bool) -> Vec<Pid> {
        let mut family: BTreeSet<Pid> = self.marked_processes().into_iter().collect();
        let parents: Vec<(Pid, Pid)> = all_processes().filter_map(with_parent).collect();
        loop {
            let known = family.len();
            let children = parents.iter().filter(|(_, parent)| family.contains(parent));
            let children: Vec<Pid> = children.map(|(id, _)| *id).collect();
            family.extend(children);
            if family.len() == known {
                break;
            }
        }
        family
            .into_iter()
            .filter(|id| condition(&command_line(*id)))
            .collect()
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
        all_processes()
            .filter(|id| {
                std::fs::read(format!("/proc/{id}/environ")).is_ok_and(|environment| {
                    environment
                        .split(|byte| *byte == 0)
                        .any(|variable| variable == mark.as_bytes())
                })
            })
            .collect()
    }
}

fn all_processes() -> impl Iterator<Item = Pid> {
    let entries = std::fs::read_dir("/proc").into_iter().flatten();
    entries.filter_map(|entry| {
        Some(Pid::from_raw(
            entry.ok()?.file_name().to_str()?.parse().ok()?,
        ))
    })
}

fn command_line(id: Pid) -> String {
    let line = std::fs::read(format!("/proc/{id}/cmdline")).unwrap_or_default();
    String::from_utf8_lossy(&line).into_owned()
}

/// A process with its parent; none if it has ended.
fn with_parent(id: Pid) -> Option<(Pid, Pid)> {
    let status = std::fs::read_to_string(format!("/proc/{id}/status")).ok()?;
    let parent = status.lines().find_map(|line| line.strip_prefix("PPid:"))?;
    Some((id, Pid::from_raw(parent.trim().parse().ok()?)))
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
