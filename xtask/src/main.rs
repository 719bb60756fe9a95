//! Developer commands: run, test, dist, bench, tidy, client.
//! Only the command line is here; each command has a file of its own.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a tool for developers reports on the terminal"
)]

mod bench;
mod build_paths;
mod client;
mod conformance;
mod doc;
mod hunt;
mod lockfile;
mod process;
mod scenario;
mod server;
mod stages;
mod test_counts;
mod test_runs;
mod tidy;
mod tools;
mod wasm_compiler;
mod watch;
mod workspace;

use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use lexopt::prelude::*;

use crate::client::Build;
use crate::workspace::Workspace;

const USAGE: &str = "\
usage: cargo xtask COMMAND

  run [--port 8080] [--data ./data]   build all and start the server
  run --watch                         the same on a quick client, again at each change of a source
  test [STAGE…]                       all checks, or some: format clippy tidy doc unit
                                      server client end-to-end
  hunt [MINUTES]                      the native tests again and again, property tests on new cases
  tidy                                only our own rules: dependencies, sources, words, styles
  bench [ID…]                         measure, print a table, write target/bench/report.json
  doc                                 the documentation of the code: target/doc/index.html
  dist                                the server in one file: target/dist/approdo-server
  client [--quick]                    only compile and package the client, small or in seconds
  scenario WORD…                      the end-to-end tests whose names hold a word, on a quick client
  conformance                         only compile the store's suite for browsers";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let mut parser = lexopt::Parser::from_env();
    let mut words = Vec::new();
    let mut port = 8080_u16;
    let mut data = "./data".to_owned();
    let mut build = Build::Small;
    let mut watches = false;
    while let Some(argument) = parser.next()? {
        match argument {
            Value(word) => words.push(word.string()?),
            Long("port") => {
                let port_text = parser.value()?.string()?;
                port = port_text.parse().with_context(|| {
                    format!("--port {port_text}: give a number from 0 to 65535")
                })?;
            }
            Long("quick") => build = Build::Quick,
            Long("watch") => watches = true,
            Long("data") => data = parser.value()?.string()?,
            Short('h') | Long("help") => {
                println!("{USAGE}");
                return Ok(());
            }
            other => return Err(other.unexpected().into()),
        }
    }
    let workspace = Workspace::find()?;
    let (command, rest) = match words.split_first() {
        Some((command, rest)) => (command.as_str(), rest),
        None => bail!("{USAGE}"),
    };
    match command {
        "run" if watches => watch::run(&workspace, port, &data),
        "run" => server::run(&workspace, port, &data),
        "test" => stages::test(&workspace, rest),
        "hunt" => hunt::hunt(&workspace, rest),
        "tidy" => tidy::tidy(&workspace),
        "bench" => bench::bench(&workspace, rest),
        "doc" => doc::doc(&workspace),
        "dist" => server::dist(&workspace),
        "client" => client::build(&workspace, build).map(|_| ()),
        "scenario" => scenario::play(&workspace, rest),
        "conformance" => conformance::build(&workspace),
        other => bail!("{other}: no such command\n\n{USAGE}"),
    }
}
