//! The program: reads the command line, starts the server, waits for the signal to stop.

use approdo_server::command_line::{self, Command};
use approdo_server::serve::{self, Options};
use std::error::Error;
use std::io::{IsTerminal as _, Write as _};
use std::process::ExitCode;
use tokio::signal::ctrl_c;
#[cfg(unix)]
use tokio::signal::unix::{SignalKind, signal};

#[tokio::main]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // With nowhere to write there is nobody to tell.
            let _ = writeln!(std::io::stderr(), "approdo-server: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<(), Box<dyn Error>> {
    match command_line::read(lexopt::Parser::from_env())? {
        Command::Print(text) => Ok(std::io::stdout().write_all(text.as_bytes())?),
        Command::Serve(options) => serve(options).await,
    }
}

async fn serve(options: Options) -> Result<(), Box<dyn Error>> {
    tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal())
        .init();
    let server = serve::start(options).await?;
    writeln!(
        std::io::stdout(),
        "Approdo is at http://{}",
        server.address()
    )?;
    wait_for_signal().await?;
    tracing::info!("stopping");
    server.stop().await;
    Ok(())
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
