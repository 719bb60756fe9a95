//! Plays a scenario with a server and browsers of its own, few at a time on the machine, and with
//! pictures of what the browsers showed when it failed.

use std::panic::AssertUnwindSafe;
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::Result;
use futures::FutureExt;

use crate::browser::{Browser, Launch};
use crate::engine::Engine;
use crate::environment::target_folder;
use crate::server::AppServer;

/// How many scenarios play at once: more would make each other slow on a small machine, and time out.
const SIDE_BY_SIDE: usize = 2;

static TURNS: tokio::sync::Semaphore = tokio::sync::Semaphore::const_new(SIDE_BY_SIDE);

/// A scenario's server and browsers.
#[derive(Debug)]
pub struct Stage {
    /// The scenario's name, used for file names.
    pub name: String,
    /// The server, with an empty data folder.
    pub server: AppServer,
    browsers: Mutex<Vec<Arc<Browser>>>,
}

impl Stage {
    /// Starts a server for a scenario.
    ///
    /// # Errors
    /// When it does not start.
    async fn open(name: &str) -> Result<Self> {
        Ok(Self {
            name: name.to_owned(),
            server: AppServer::start().await?,
            browsers: Mutex::default(),
        })
    }

    /// Starts a browser with an empty profile.
    ///
    /// # Errors
    /// When it does not start.
    pub async fn browser(&self, engine: Engine, name: &str) -> Result<Arc<Browser>> {
        self.browser_with(engine, name, Launch::default()).await
    }

    /// Starts a browser with an empty profile and the given wishes.
    ///
    /// # Errors
    /// When it does not start.
    pub async fn browser_with(
        &self,
        engine: Engine,
        name: &str,
        launch: Launch,
    ) -> Result<Arc<Browser>> {
        let browser = Browser::start(engine, name, launch).await?;
        Ok(self.keep(browser))
    }

    /// Starts a browser with a copy of the profile of another one, which must be closed.
    ///
    /// # Errors
    /// When it does not start.
    pub async fn copy_of(&self, original: &Browser, name: &str) -> Result<Arc<Browser>> {
        let browser = original.start_copy(name).await?;
        Ok(self.keep(browser))
    }

    fn keep(&self, browser: Browser) -> Arc<Browser> {
        let browser = Arc::new(browser);
        self.lock().push(Arc::clone(&browser));
        browser
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<Arc<Browser>>> {
        self.browsers.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes down why it failed, what each browser shows (picture, page source, console), what its
    /// driver wrote, and the server's log.
    async fn leave_traces(&self, failure: &str) {
        let folder = target_folder()
            .join("screenshots")
            .join("failures")
            .join(&self.name);
        // Traces are a help, not a result: what cannot be written is left out.
        let _ = std::fs::create_dir_all(&folder);
        let _ = std::fs::write(folder.join("failure.txt"), failure);
        let _ = std::fs::write(folder.join("server.log"), self.server.log());
        let browsers = self.lock().clone();
        for browser in browsers {
            let file = |ending: &str| folder.join(format!("{}.{ending}", browser.name));
            let _ = std::fs::copy(browser.driver_output(), file("driver.log"));
            let Ok(driver) = browser.driver() else {
                continue;
            };
            let _ = driver.screenshot(&file("png")).await;
            let address = driver
                .current_url()
                .await
                .map(String::from)
                .unwrap_or_default();
            let source = driver.source().await.unwrap_or_default();
            let _ = std::fs::write(file("html"), format!("<!-- {address} -->\n{source}"));
            let console = browser.console().await.unwrap_or_default().join("\n");
            let _ = std::fs::write(file("console.txt"), console);
        }
    }
}

/// Plays a scenario on a fresh stage; when it fails, leaves traces in `target/screenshots/failures/`.
///
/// # Panics
/// When the scenario fails, with its reason.
pub async fn play(name: &str, scenario: impl AsyncFnOnce(&Stage) -> Result<()>) {
    let _turn = TURNS.acquire().await;
    if let Err(error) = perform(name, scenario).await {
        panic!("{name}: {error:#}");
    }
}

/// Makes of a scenario, a function of a stage and an engine, one test for each engine.
#[macro_export]
macro_rules! in_every_engine {
    ($($scenario:ident),+ $(,)?) => {
        $crate::in_engines!([Chromium, Firefox, WebKit] $($scenario),+);
    };
}

/// Makes of a scenario, a function of a stage and an engine, one test for each engine of a list:
/// `in_engines!([Chromium, Firefox] a_scenario, another)`. Why not in all is in `README.md`.
#[macro_export]
macro_rules! in_engines {
    (@test $function:ident $engine:ident $scenario:ident) => {
        #[tokio::test]
        async fn $function() {
            let name = concat!(stringify!($scenario), "-", stringify!($engine));
            play(name, async |stage| super::$scenario(stage, Engine::$engine).await).await;
        }
    };
    (@engine Chromium $scenario:ident) => {
        $crate::in_engines!(@test in_chromium Chromium $scenario);
    };
    (@engine Firefox $scenario:ident) => {
        $crate::in_engines!(@test in_firefox Firefox $scenario);
    };
    (@engine WebKit $scenario:ident) => {
        $crate::in_engines!(@test in_webkit WebKit $scenario);
    };
    (@scenario [$($engine:ident),+] $scenario:ident) => {
        mod $scenario {
            use $crate::{Engine, play};

            $($crate::in_engines!(@engine $engine $scenario);)+
        }
    };
    ($engines:tt $($scenario:ident),+ $(,)?) => {
        $($crate::in_engines!(@scenario $engines $scenario);)+
    };
}

/// Plays a scenario that has a result; when it fails, leaves traces as [`play`] does.
///
/// # Errors
/// Those of the scenario.
pub async fn perform<T>(name: &str, scenario: impl AsyncFnOnce(&Stage) -> Result<T>) -> Result<T> {
    let stage = Stage::open(name).await?;
    let result = AssertUnwindSafe(scenario(&stage)).catch_unwind().await;
    match &result {
        Ok(Ok(_)) => {}
        Ok(Err(error)) => stage.leave_traces(&format!("{error:#}")).await,
        Err(_) => stage.leave_traces("the scenario panicked").await,
    }
    match result {
        Ok(result) => result,
        Err(panic) => std::panic::resume_unwind(panic),
    }
}
