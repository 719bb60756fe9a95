//! The program: reads the command line, starts the server, waits for the signal to stop.

use approdo_server::command_line::{self, Command};
use approdo_server::official_catalog;
use approdo_server::open_files;
use approdo_server::serve::{self, Options};
use approdo_server::settings::Settings;
use approdo_server::store::sqlite::{backup, restore};
use std::error::Error;
use std::io::{IsTerminal as _, Write as _};
use std::path::Path;
use std::process::ExitCode;
use tokio::signal::ctrl_c;
#[cfg(unix)]
use tokio::signal::unix::{SignalKind, signal};

#[tokio::main]
async fn main() -> ExitCode {
    match run().await {
        Ok(code) => code,
        Err(error) => {
            // With nowhere to write there is nobody to tell.
            let _ = writeln!(std::io::stderr(), "approdo-server: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<ExitCode, Box<dyn Error>> {
    let variable = |name: &str| std::env::var(name).ok();
    match command_line::read(lexopt::Parser::from_env(), variable)? {
        Command::Print(text) => std::io::stdout().write_all(text.as_bytes())?,
        Command::Serve(settings) => serve(settings).await?,
        Command::BackUp { data, to } => back_up(&data, &to).await?,
        Command::Restore { data, from } => restore(&data, &from).await?,
        Command::ImportCatalog {
            data,
            italian,
            english,
        } => import_catalog(&data, &italian, &english)?,
        Command::Check(settings) => return check(&settings).await,
    }
    Ok(ExitCode::SUCCESS)
}

async fn serve(settings: Settings) -> Result<(), Box<dyn Error>> {
    tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal())
        .init();
    open_files::raise_limit();
    let server = serve::start(Options::new(settings)?).await?;
    let mut output = std::io::stdout();
    writeln!(output, "Approdo is at http://{}", server.address())?;
    if let Some(address) = server.metrics_address() {
        writeln!(output, "Its figures are at http://{address}/metrics")?;
    }
    wait_for_signal().await?;
    tracing::info!("stopping");
    server.stop().await;
    Ok(())
}

async fn back_up(data: &Path, to: &Path) -> Result<(), Box<dyn Error>> {
    let counts = backup::back_up(data, to).await?;
    writeln!(
        std::io::stdout(),
        "{} holds {} accounts and {} operations; keep receipt.key elsewhere",
        to.display(),
        counts.accounts,
        counts.operations
    )?;
    Ok(())
}

async fn restore(data: &Path, from: &Path) -> Result<(), Box<dyn Error>> {
    let restored = restore::restore(data, from).await?;
    let mut output = std::io::stdout();
    writeln!(
        output,
        "{} accounts and {} operations are back; devices bring what is newer",
        restored.counts.accounts, restored.counts.operations
    )?;
    if let Some(replaced) = restored.replaced {
        let replaced = replaced.display();
        writeln!(output, "what was there before is kept as {replaced}")?;
    }
    if restored.lacks_key {
        writeln!(
            output,
            "receipt.key is missing: put its copy into {} before you start the server",
            data.display()
        )?;
    }
    Ok(())
}

fn import_catalog(data: &Path, italian: &Path, english: &Path) -> Result<(), Box<dyn Error>> {
    let imported = official_catalog::import(data, italian, english)?;
    writeln!(
        std::io::stdout(),
        "{} occupations in Italian and {} in English; no restart is needed",
        imported.italian,
        imported.english
    )?;
    Ok(())
}

async fn check(settings: &Settings) -> Result<ExitCode, Box<dyn Error>> {
    let report = approdo_server::checks::check(settings).await;
    write!(std::io::stdout(), "{report}")?;
    Ok(match report.is_sound() {
        true => ExitCode::SUCCESS,
        false => ExitCode::FAILURE,
    })
}

#[cfg(unix)]
async fn wait_for_signal() -> std::io::Result<()> {
    let mut terminate = signal(SignalKind::terminate())?;
    tokio::select! {
        interrupted = ctrl_c() => interrupted,
        _ = terminate.recv() => Ok(()),
    }
}

#[cfg(not(unix))]
async fn wait_for_signal() -> std::io::Result<()> {
    ctrl_c().await
}
