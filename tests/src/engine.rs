//! The three browser engines: which driver, which options. What a browser does is in `browser.rs`.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::browser::Launch;
use crate::environment;

/// Size of a common cheap phone's screen, in CSS pixels.
pub const PHONE: (u32, u32) = (390, 844);

/// A browser engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, with all its tools.
    Chromium,
    /// Firefox.
    Firefox,
    /// WebKitGTK, the nearest to Safari there is on Debian.
    WebKit,
}

/// The folders a browser works in: all in one, so that nothing of the machine's user is touched.
#[derive(Debug)]
pub struct Folders {
    root: TempDir,
}

impl Folders {
    /// Makes empty folders, with the settings that engines read from files.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn create() -> Result<Self> {
        let folders = Self {
            root: TempDir::with_prefix("approdo-browser-")?,
        };
        std::fs::create_dir_all(folders.profile().join("chrome"))?;
        std::fs::create_dir(folders.downloads())?;
        std::fs::create_dir(folders.configuration())?;
        // Firefox: its window is otherwise never narrower than 500 pixels.
        let narrow = ":root { min-width: 0 !important }";
        std::fs::write(folders.profile().join("chrome/userChrome.css"), narrow)?;
        // WebKit: the only way to say where downloads go.
        let downloads = format!("XDG_DOWNLOAD_DIR=\"{}\"\n", folders.downloads().display());
        std::fs::write(folders.configuration().join("user-dirs.dirs"), downloads)?;
        Ok(folders)
    }

    /// Copies the profile of a browser that is closed into these folders, as someone does who moves to
    /// another machine.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn take_profile_of(&self, other: &Folders) -> Result<()> {
        copy_folder(&other.profile(), &self.profile())
    }

    /// Asks, as a desktop's settings do, that nothing moves (GTK; the other engines are told when
    /// they start).
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn ask_for_calm(&self) -> Result<()> {
        let folder = self.configuration().join("gtk-3.0");
        std::fs::create_dir_all(&folder)?;
        let settings = "[Settings]\ngtk-enable-animations=0\n";
        Ok(std::fs::write(folder.join("settings.ini"), settings)?)
    }

    /// Returns the browser's profile: what survives its end.
    pub fn profile(&self) -> PathBuf {
        self.root.path().join("profile")
    }

    /// Returns where downloads land without a question.
    pub fn downloads(&self) -> PathBuf {
        self.root.path().join("downloads")
    }

    /// Returns the file of what the driver writes.
    pub fn driver_output(&self) -> PathBuf {
        self.root.path().join("driver.log")
    }

    /// Returns the folder of the settings that a desktop keeps for its user.
    pub fn configuration(&self) -> PathBuf {
        self.root.path().join("configuration")
    }
}

/// Copies a folder's files into another; links, with which a browser marks a profile as in use, stay
/// behind.
fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let (kind, target) = (entry.file_type()?, to.join(entry.file_name()));
        if kind.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else if kind.is_file() {
            std::fs::copy(entry.path(), &target)?;
        }
    }
    Ok(())
}

impl Engine {
    /// Every engine.
    pub const ALL: [Engine; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// Returns the name used in file names.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// Tells whether the browser needs a screen, if only a virtual one.
    pub fn needs_display(self) -> bool {
        self == Self::WebKit
    }

    /// Returns the command that starts the engine's driver on the first of three ports.
    ///
    /// # Errors
    /// When the folder of the tools is not known.
    pub fn driver_command(self, ports: [u16; 3]) -> Result<Command> {
        let mut command = match self {
            Self::Chromium => Command::new("chromedriver"),
            Self::Firefox => {
                Command::new(environment::tools_folder()?.join("bin").join("geckodriver"))
            }
            Self::WebKit => Command::new("WebKitWebDriver"),
        };
        let [own, marionette, websocket] = ports;
        command.arg(format!("--port={own}"));
        if self == Self::Firefox {
            command.arg(format!("--marionette-port={marionette}"));
            command.arg(format!("--websocket-port={websocket}"));
        }
        Ok(command)
    }

    /// Returns what is asked of the driver when a session begins.
    ///
    /// # Errors
    /// When a path is not text.
    pub fn capabilities(self, folders: &Folders, launch: Launch) -> Result<Value> {
        let text = |path: &Path| {
            path.to_str()
                .map(str::to_owned)
                .with_context(|| format!("{} is not text", path.display()))
        };
        let (profile, downloads) = (text(&folders.profile())?, text(&folders.downloads())?);
        Ok(match self {
            Self::Chromium => chromium(&profile, &downloads, launch),
            Self::Firefox => firefox(&profile, &downloads, launch),
            Self::WebKit => webkit(),
        })
    }
}

fn chromium(profile: &str, downloads: &str, launch: Launch) -> Value {
    let mut logs = json!({ "browser": "ALL" });
    if launch.network_log {
        logs["performance"] = json!("ALL");
    }
    let (width, height) = PHONE;
    let mut options = json!({
        "args": [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--lang=it-IT",
            format!("--user-data-dir={profile}"),
        ],
        "prefs": {
            "intl.accept_languages": "it-IT,it",
            "download.default_directory": downloads,
            "download.prompt_for_download": false,
        },
        "mobileEmulation": {
            "deviceMetrics": {
                "width": width, "height": height, "pixelRatio": 2.0, "touch": false
            }
        },
    });
    if launch.large_text {
        options["prefs"]["webkit.webprefs.default_font_size"] = json!(32);
    }
    if launch.calm
        && let Some(arguments) = options["args"].as_array_mut()
    {
        arguments.push(json!("--force-prefers-reduced-motion"));
    }
    if launch.microphone
        && let Some(arguments) = options["args"].as_array_mut()
    {
        arguments.push(json!("--use-fake-device-for-media-stream"));
    }
    json!({
        "browserName": "chrome",
        "goog:loggingPrefs": logs,
        "goog:chromeOptions": options,
    })
}

fn firefox(profile: &str, downloads: &str, launch: Launch) -> Value {
    let mut preferences = json!({
        "intl.accept_languages": "it-IT, it",
        "browser.download.folderList": 2,
        "browser.download.dir": downloads,
        "browser.download.useDownloadDir": true,
        "browser.download.always_ask_before_handling_new_types": false,
        "browser.helperApps.neverAsk.saveToDisk": "application/pdf,application/octet-stream",
        "toolkit.legacyUserProfileCustomizations.stylesheets": true,
        "pdfjs.disabled": true,
        "app.update.auto": false,
        "datareporting.policy.dataSubmissionEnabled": false,
    });
    if launch.large_text {
        preferences["font.size.variable.x-western"] = json!(32);
    }
    if launch.calm {
        preferences["ui.prefersReducedMotion"] = json!(1);
    }
    if launch.microphone {
        preferences["media.navigator.streams.fake"] = json!(true);
        preferences["media.navigator.permission.disabled"] = json!(true);
        // Without a sound system, only what is silent plays.
        preferences["media.default_volume"] = json!("0.0");
    }
    json!({
        "browserName": "firefox",
        "moz:firefoxOptions": {
            "args": ["-headless", "-profile", profile],
            "prefs": preferences,
        },
    })
}

fn webkit() -> Value {
    json!({
        "webkitgtk:browserOptions": {
            "binary": "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
            "args": ["--automation", "--full-screen"],
        },
    })
}
