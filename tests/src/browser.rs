//! One browser with a profile of its own: started, driven, killed, started again.
//! What a person does with the elements of a page is in `elements.rs`; what the pages of Approdo look like
//! is in `editor.rs` and its neighbours.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use anyhow::{Context, Result, anyhow};
use nix::unistd::Pid;
use serde::de::DeserializeOwned;
use serde_json::Value;
use thirtyfour::common::capabilities::desiredcapabilities::Capabilities;
use thirtyfour::prelude::*;

use crate::display::in_the_middle;
use crate::driver_process::DriverProcess;
use crate::engine::{Engine, Folders, PHONE};
use crate::wait::{PATIENCE, until};

/// How often a start is tried. geckodriver gives a browser one minute to listen, which the first one
/// on a cold machine may miss; the next finds its files in memory.
const TRIES: u32 = 3;

/// How a browser starts.
#[derive(Debug, Clone, Copy, Default)]
pub struct Launch {
    /// Whether each request and its bytes are recorded (Chromium).
    pub network_log: bool,
    /// Whether the person set text to 200 % in the browser (Chromium, Firefox).
    pub large_text: bool,
    /// Whether the person asked the system that nothing moves.
    pub calm: bool,
    /// Whether the device has a microphone, which hears a beep each second (Chromium, which is then told whether pages
    /// may use it, and Firefox, where they may).
    pub microphone: bool,
}

/// A browser; dropping it kills its processes and deletes its profile.
#[derive(Debug)]
pub struct Browser {
    /// Its engine.
    pub engine: Engine,
    /// Its name in the files that a failure leaves.
    pub name: String,
    launch: Launch,
    folders: Folders,
    running: Mutex<Option<Running>>,
}

/// What lives as long as the browser's processes.
#[derive(Debug)]
struct Running {
    driver: WebDriver,
    process: DriverProcess,
}

impl Browser {
    /// Starts a browser with an empty profile.
    ///
    /// # Errors
    /// When the driver or the browser is missing or does not start.
    pub async fn start(engine: Engine, name: &str, launch: Launch) -> Result<Self> {
        let folders = Folders::create()?;
        if launch.calm {
            folders.ask_for_calm()?;
        }
        Self::start_in(folders, engine, name, launch).await
    }

    /// Starts a browser with a copy of this one's profile; this one must be closed.
    ///
    /// # Errors
    /// When the disk refuses, or the browser does not start.
    pub async fn start_copy(&self, name: &str) -> Result<Self> {
        let folders = Folders::create()?;
        folders.take_profile_of(&self.folders)?;
        Self::start_in(folders, self.engine, name, self.launch).await
    }

    async fn start_in(
        folders: Folders,
        engine: Engine,
        name: &str,
        launch: Launch,
    ) -> Result<Self> {
        let browser = Self {
            engine,
            name: format!("{name}-{}", engine.name()),
            launch,
            folders,
            running: Mutex::default(),
        };
        browser.start_again().await?;
        Ok(browser)
    }

    /// Starts the browser again with the same profile, after [`Browser::kill`] or [`Browser::close`].
    ///
    /// # Errors
    /// When the driver or the browser does not start, tried more than once.
    pub async fn start_again(&self) -> Result<()> {
        let mut tries = 1;
        loop {
            match self.try_to_start().await {
                Ok(running) => {
                    *self.running() = Some(running);
                    return Ok(());
                }
                Err(error) if tries < TRIES => self.tell_of_failure(tries, &error),
                Err(error) => {
                    let tried = format!("{} does not start, tried {TRIES} times", self.name);
                    return Err(error.context(tried));
                }
            }
            tries += 1;
        }
    }

    async fn try_to_start(&self) -> Result<Running> {
        let process = DriverProcess::start(self.engine, &self.folders)?;
        let wanted = self.engine.capabilities(&self.folders, self.launch)?;
        let mut capabilities = Capabilities::new();
        for (key, value) in wanted.as_object().into_iter().flatten() {
            capabilities.set(key, value)?;
        }
        let driver = process.open_session(capabilities).await?;
        driver
            .set_script_timeout(Duration::from_secs(60))
            .await
            .context("the driver refuses a time limit for scripts")?;
        if self.engine != Engine::Chromium {
            // As near to a phone as the window manager allows.
            let (left, top) = in_the_middle(PHONE);
            driver.set_window_rect(left, top, PHONE.0, PHONE.1).await?;
        }
        Ok(Running { driver, process })
    }

    #[expect(
        clippy::print_stderr,
        reason = "a start that is tried again must not stay hidden"
    )]
    fn tell_of_failure(&self, tries: u32, error: &anyhow::Error) {
        eprintln!(
            "{} does not start, try {tries} of {TRIES}: {error:#}",
            self.name
        );
    }

    /// Returns the handle that speaks to the browser.
    ///
    /// # Errors
    /// When the browser does not run.
    pub fn driver(&self) -> Result<WebDriver> {
        self.running()
            .as_ref()
            .map(|running| running.driver.clone())
            .ok_or_else(|| anyhow!("the browser {} does not run", self.name))
    }

    /// Kills the browser without a warning, as the system does when memory is short.
    pub fn kill(&self) {
        if let Some(running) = self.running().take() {
            // Nothing is left to end the session politely: no request must be tried.
            let _ = running.driver.leak();
            running.process.kill();
        }
    }

    /// Closes the browser as a person does.
    ///
    /// # Errors
    /// When the driver does not answer.
    pub async fn close(&self) -> Result<()> {
        let running = self.running().take();
        if let Some(running) = running {
            running.driver.quit().await?;
        }
        Ok(())
    }

    /// Opens an address and waits until it is loaded.
    ///
    /// # Errors
    /// When the page cannot be loaded.
    pub async fn goto(&self, address: &str) -> Result<()> {
        let driver = self.driver()?;
        driver
            .goto(address)
            .await
            .with_context(|| format!("{address} does not open"))
    }

    /// Runs a script in the page and returns what it returns; `arguments` holds the arguments.
    ///
    /// # Errors
    /// When the script throws, or returns something of another type.
    pub async fn script<T: DeserializeOwned>(
        &self,
        script: &str,
        arguments: &[Value],
    ) -> Result<T> {
        let answer = self.driver()?.execute(script, arguments.to_vec()).await?;
        serde_json::from_value(answer.json().clone())
            .with_context(|| format!("the script returned something else: {}", answer.json()))
    }

    /// Runs a script that ends by calling its last argument with its result.
    ///
    /// # Errors
    /// When the script throws, does not end in time, or returns something of another type.
    pub async fn script_async<T: DeserializeOwned>(
        &self,
        script: &str,
        arguments: &[Value],
    ) -> Result<T> {
        let answer = self
            .driver()?
            .execute_async(script, arguments.to_vec())
            .await?;
        serde_json::from_value(answer.json().clone())
            .with_context(|| format!("the script returned something else: {}", answer.json()))
    }

    /// Waits until a script returns something that is neither null nor false, and returns it.
    ///
    /// # Errors
    /// When the time is over.
    pub async fn until(&self, what: &str, script: &str, arguments: &[Value]) -> Result<Value> {
        self.until_within(PATIENCE, what, script, arguments).await
    }

    /// Like [`Browser::until`], with a time limit of its own.
    ///
    /// # Errors
    /// When the time is over.
    pub async fn until_within(
        &self,
        limit: Duration,
        what: &str,
        script: &str,
        arguments: &[Value],
    ) -> Result<Value> {
        until(what, limit, async || {
            let value: Value = self.script(script, arguments).await?;
            Ok((!value.is_null() && value != Value::Bool(false)).then_some(value))
        })
        .await
        .with_context(|| format!("in {}", self.name))
    }

    /// Saves a picture of what the browser shows.
    ///
    /// # Errors
    /// When the driver or the disk refuses.
    pub async fn screenshot(&self, file: &Path) -> Result<()> {
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder)?;
        }
        Ok(self.driver()?.screenshot(file).await?)
    }

    /// Returns what the page wrote to its console since the last call (Chromium; elsewhere nothing).
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn console(&self) -> Result<Vec<String>> {
        if self.engine != Engine::Chromium {
            return Ok(Vec::new());
        }
        let entries = self.driver()?.browser_log().await?;
        Ok(entries
            .into_iter()
            .map(|entry| format!("{}: {}", entry.level, entry.message))
            .collect())
    }

    /// Sends a command of the DevTools protocol (Chromium).
    ///
    /// # Errors
    /// When the engine is another one, or refuses.
    pub async fn devtools(&self, method: &str, parameters: Value) -> Result<Value> {
        self.driver()?
            .cdp()
            .send_raw(method, parameters)
            .await
            .with_context(|| format!("{method} is refused"))
    }

    /// Returns the file of what its driver wrote.
    pub fn driver_output(&self) -> PathBuf {
        self.folders.driver_output()
    }

    /// Returns the folder where downloads land.
    pub fn downloads(&self) -> PathBuf {
        self.folders.downloads()
    }

    /// Lists the processes in which Chromium runs pages with their workers, not its own window.
    pub fn page_processes(&self) -> Vec<Pid> {
        let runs_pages =
            |line: &str| line.contains("--type=renderer") && !line.contains("--top-chrome-webui");
        let running = self.running();
        let process = running.as_ref().map(|running| &running.process);
        process.map_or_else(Vec::new, |process| process.find(runs_pages))
    }

    fn running(&self) -> MutexGuard<'_, Option<Running>> {
        self.running.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        self.kill();
    }
}
