//! Slows the processes of a browser's pages as a cheap phone would, workers included: each may run
//! for a quarter of the time only. Chromium's own throttling reaches nothing but main threads.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{JoinHandle, sleep, spawn};
use std::time::Duration;

use approdo_tests::Browser;
use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;

use crate::first_visit::SLOWER;

/// How long the processes run between two stops: short against a frame.
const RUN: Duration = Duration::from_millis(2);

/// Slows as long as it lives.
#[derive(Debug)]
pub struct Slowed {
    ends: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Slowed {
    /// Begins to slow a browser's pages.
    pub fn pages_of(browser: &Browser) -> Self {
        let processes = browser.page_processes();
        let ends = Arc::new(AtomicBool::new(false));
        let told = Arc::clone(&ends);
        let thread = spawn(move || {
            while !told.load(Ordering::Relaxed) {
                send(&processes, Signal::SIGSTOP);
                sleep(RUN * (SLOWER - 1));
                send(&processes, Signal::SIGCONT);
                sleep(RUN);
            }
        });
        Self {
            ends,
            thread: Some(thread),
        }
    }
}

impl Drop for Slowed {
    fn drop(&mut self) {
        self.ends.store(true, Ordering::Relaxed);
        if let Some(thread) = self.thread.take() {
            // It only sends signals: there is nothing in it that could have failed.
            let _ = thread.join();
        }
    }
}

fn send(processes: &[Pid], signal: Signal) {
    for process in processes {
        // A process that has ended needs no signal.
        let _ = kill(*process, signal);
    }
}
