//! `--check-config`: what the program would do with its settings, and what is wrong, without doing
//! it. An operator reads this before starting, or before an update.

use crate::assets::Assets;
use crate::client_files::ClientFolder;
use crate::open_files;
use crate::serve;
use crate::settings::Settings;
use crate::store::sqlite::inspect::{Folder, KeyState, Schema, inspect};
use std::fmt;
use std::net::SocketAddr;
use std::path::PathBuf;

/// Open files beside connections: the database, its log, the log of the program.
const OTHER_FILES: u64 = 64;

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// As it should be.
    Fine,
    /// It works, but the operator should know.
    Notice,
    /// The server would not start, or would lose its purpose.
    Wrong,
}

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// How bad it is.
    pub level: Level,
    /// What was found, and what to do about it.
    pub text: String,
}

/// All that was found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// In the order of looking.
    pub findings: Vec<Finding>,
}

impl Report {
    /// Tells whether the server would start and work.
    pub fn is_sound(&self) -> bool {
        self.findings
            .iter()
            .all(|finding| finding.level != Level::Wrong)
    }

    fn fine(&mut self, text: impl Into<String>) {
        self.add(Level::Fine, text.into());
    }

    fn notice(&mut self, text: impl Into<String>) {
        self.add(Level::Notice, text.into());
    }

    fn wrong(&mut self, text: impl Into<String>) {
        self.add(Level::Wrong, text.into());
    }

    fn add(&mut self, level: Level, text: String) {
        self.findings.push(Finding { level, text });
    }
}

impl fmt::Display for Report {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for finding in &self.findings {
            let level = match finding.level {
                Level::Fine => "ok    ",
                Level::Notice => "notice",
                Level::Wrong => "WRONG ",
            };
            writeln!(formatter, "{level}  {}", finding.text)?;
        }
        let verdict = match self.is_sound() {
            true => "The server can start.",
            false => "The server cannot start like this.",
        };
        writeln!(formatter, "{verdict}")
    }
}

/// Looks at everything that the settings name.
pub async fn check(settings: &Settings) -> Report {
    let mut report = Report::default();
    let folder = inspect(&settings.data).await;
    check_client(&mut report, settings.client.clone());
    check_folder(&mut report, settings, &folder);
    let is_running = matches!(folder, Folder::InUse);
    check_address(&mut report, settings.listen, "--listen", is_running).await;
    match settings.metrics_listen {
        Some(address) => {
            check_address(&mut report, address, "--metrics-listen", is_running).await;
        }
        None => report.fine("gives no figures to a monitoring system (--metrics-listen)"),
    }
    check_exposure(&mut report, settings);
    check_open_files(
        &mut report,
        settings.limits.connections,
        open_files::limit(),
    );
    report
}

fn check_client(report: &mut Report, folder: Option<PathBuf>) {
    match folder.map(ClientFolder::open) {
        Some(Ok(_)) => report.notice("serves the client of a folder, not the one built in"),
        Some(Err(error)) => report.wrong(error.to_string()),
        None if Assets::embedded().is_empty() => report.notice(
            "this program holds no client: it syncs, but shows no pages; build it with \
             `cargo xtask dist`",
        ),
        None => report.fine("holds the client and serves its pages"),
    }
}

fn check_folder(report: &mut Report, settings: &Settings, folder: &Folder) {
    let path = settings.data.display();
    match folder {
        Folder::Missing => report.fine(format!("will make the data folder {path}")),
        Folder::InUse => report.notice(format!(
            "a server works on the data folder {path}; the database is not looked at"
        )),
        Folder::Unusable(error) => report.wrong(error.to_string()),
        Folder::Usable { schema, key } => {
            report.fine(format!("can write in the data folder {path}"));
            check_schema(report, schema);
            check_key(report, *key, matches!(schema, Schema::None));
        }
    }
}

fn check_schema(report: &mut Report, schema: &Schema) {
    match schema {
        Schema::None => report.fine("will make a new database"),
        Schema::Current(version) => report.fine(format!("the database has schema {version}")),
        Schema::Older { found, known } => report.notice(format!(
            "will bring the database from schema {found} to {known}; make a backup first"
        )),
        Schema::Unreadable(error) => report.wrong(error.to_string()),
    }
}

fn check_key(report: &mut Report, key: KeyState, is_new: bool) {
    match key {
        KeyState::Missing if is_new => report.fine("will draw a new receipt.key"),
        KeyState::Missing => report.notice(
            "there is a database and no receipt.key: put its copy back, or what the server has \
             proven so far no longer counts",
        ),
        KeyState::Damaged => {
            report.wrong("receipt.key is damaged: put its copy back from where you keep it")
        }
        KeyState::Open(mode) => report.wrong(format!(
            "others may read receipt.key (rights {mode:o}): run chmod 600 on it"
        )),
        KeyState::Sound => report.fine("receipt.key is there, for its owner only"),
    }
}

async fn check_address(
    report: &mut Report,
    address: SocketAddr,
    option: &'static str,
    is_running: bool,
) {
    match serve::listen(address, option).await {
        Ok(_) => report.fine(format!("can listen on {address} ({option})")),
        Err(serve::StartError::PortTaken(..)) if is_running => {
            report.notice(format!(
                "{address} ({option}) is taken, perhaps by that server"
            ));
        }
        Err(error) => report.wrong(error.to_string()),
    }
}

fn check_exposure(report: &mut Report, settings: &Settings) {
    let is_public = !settings.listen.ip().is_loopback();
    if is_public && settings.behind_proxy {
        report.notice(
            "listens beyond this machine and believes X-Forwarded-For: let only the proxy reach it",
        );
    }
    match settings.secure_cookies {
        true => report.fine("cookies are for https only"),
        false if is_public || settings.behind_proxy => report.notice(
            "people reach it from elsewhere and cookies are not for https only: give \
             --secure-cookies once the proxy speaks TLS",
        ),
        false => report.fine("cookies also work without https, for use on this machine"),
    }
    let is_told_outside = settings
        .metrics_listen
        .is_some_and(|address| !address.ip().is_loopback());
    if is_told_outside {
        report.notice("figures are given beyond this machine: let only the monitoring reach them");
    }
}

fn check_open_files(report: &mut Report, connections: usize, limit: Option<u64>) {
    let needed = u64::try_from(connections)
        .unwrap_or(u64::MAX)
        .saturating_add(OTHER_FILES);
    match limit {
        Some(limit) if limit < needed => report.notice(format!(
            "the system lets this program open {limit} files, and {connections} connections need \
             {needed}: raise its limit (LimitNOFILE in systemd), or give --connections"
        )),
        _ => report.fine(format!("takes up to {connections} connections")),
    }
}

#[cfg(test)]
mod tests;
