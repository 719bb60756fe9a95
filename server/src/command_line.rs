//! What may be said on the command line and in the environment. What it means is in `settings`.

use crate::settings::{Settings, SettingsError};
use lexopt::prelude::*;
use std::net::SocketAddr;
use std::path::PathBuf;
use thiserror::Error;

/// What the program says when asked for help.
pub const HELP: &str = "\
approdo-server: serves Approdo and syncs its devices

  approdo-server [OPTIONS]
      --listen ADDRESS          where to listen (127.0.0.1:8080)
      --data FOLDER             where the data are kept (./data)
      --secure-cookies          cookies for https only: needed behind a proxy that speaks TLS
      --behind-proxy            the proxy tells addresses in X-Forwarded-For
      --metrics-listen ADDRESS  where to give figures to Prometheus (nowhere)
      --connections NUMBER      connections open at a time (10000)
      --client FOLDER           serve the client from this folder instead of the one built in
      --check-config            say what these options would do and what is wrong, then end
      --help, --version

  approdo-server backup [--data FOLDER] --to FILE
      writes a copy of the database, also while the server runs
  approdo-server restore [--data FOLDER] --from FILE
      puts such a copy in place; the server must be stopped
  approdo-server catalog import [--data FOLDER] --italian FILE --english FILE
      offers the occupations of ESCO too: occupations_it.csv and occupations_en.csv as published

Each option is also read from the environment, as APPRODO_LISTEN, APPRODO_DATA,
APPRODO_SECURE_COOKIES=1, APPRODO_BEHIND_PROXY=1, APPRODO_METRICS_LISTEN and APPRODO_CONNECTIONS;
what the command line says comes first.
";

/// What the command line asks for.
#[derive(Debug)]
pub enum Command {
    /// Start the server.
    Serve(Settings),
    /// Say what is right and wrong with these settings.
    Check(Settings),
    /// Copy the database out of the data folder.
    BackUp {
        /// The data folder.
        data: PathBuf,
        /// The copy.
        to: PathBuf,
    },
    /// Put a copy of the database into the data folder.
    Restore {
        /// The data folder.
        data: PathBuf,
        /// The copy.
        from: PathBuf,
    },
    /// Put the occupations of ESCO's files into the data folder.
    ImportCatalog {
        /// The data folder.
        data: PathBuf,
        /// `occupations_it.csv`.
        italian: PathBuf,
        /// `occupations_en.csv`.
        english: PathBuf,
    },
    /// Print this and end.
    Print(String),
}

/// Why the command line cannot be followed.
#[derive(Debug, Error)]
pub enum CommandLineError {
    /// An option is not known, or lacks its value.
    #[error("{0}; see --help")]
    Unclear(#[from] lexopt::Error),
    /// The address is none.
    #[error("{0} is no address to listen on; write it like 127.0.0.1:8080")]
    NoAddress(String),
    /// The number is none.
    #[error("{0} is no number of connections; write it like 10000")]
    NoNumber(String),
    /// A variable that is on or off is neither.
    #[error("{name} is {value}; write 1 to switch it on, or 0")]
    NoSwitch {
        /// The variable.
        name: &'static str,
        /// Its value.
        value: String,
    },
    /// A command lacks the file it is about.
    #[error("{0}; see --help")]
    NoFile(&'static str),
    /// The settings contradict each other.
    #[error(transparent)]
    Settings(#[from] SettingsError),
}

/// The words of a command line, before it is known what they are for.
struct Said {
    settings: Settings,
    is_check: bool,
    command: Vec<String>,
    to: Option<PathBuf>,
    from: Option<PathBuf>,
    italian: Option<PathBuf>,
    english: Option<PathBuf>,
}

/// Reads the command line and, for what it does not say, the environment.
///
/// # Errors
/// Why they cannot be followed.
pub fn read(
    mut parser: lexopt::Parser,
    environment: impl Fn(&str) -> Option<String>,
) -> Result<Command, CommandLineError> {
    let mut said = Said {
        settings: from_environment(environment)?,
        is_check: false,
        command: Vec::new(),
        to: None,
        from: None,
        italian: None,
        english: None,
    };
    while let Some(argument) = parser.next()? {
        match argument {
            Long("help") | Short('h') => return Ok(Command::Print(HELP.to_owned())),
            Long("version") => {
                let version = concat!("approdo-server ", env!("CARGO_PKG_VERSION"), "\n");
                return Ok(Command::Print(version.to_owned()));
            }
            Value(word) if said.takes_word() => said.command.push(word.string()?),
            Long(option) => {
                let option = option.to_owned();
                said.take(&option, &mut parser)?;
            }
            other => return Err(other.unexpected().into()),
        }
    }
    said.command()
}

impl Said {
    /// Takes an option over, with its value if it has one.
    fn take(&mut self, option: &str, parser: &mut lexopt::Parser) -> Result<(), CommandLineError> {
        let settings = &mut self.settings;
        match option {
            "secure-cookies" => settings.secure_cookies = true,
            "behind-proxy" => settings.behind_proxy = true,
            "check-config" => self.is_check = true,
            "listen" => settings.listen = read_address(&parser.value()?.string()?)?,
            "metrics-listen" => {
                settings.metrics_listen = Some(read_address(&parser.value()?.string()?)?);
            }
            "connections" => {
                settings.limits.connections = read_number(&parser.value()?.string()?)?;
            }
            "data" => settings.data = parser.value()?.into(),
            "client" => settings.client = Some(parser.value()?.into()),
            "to" => self.to = Some(parser.value()?.into()),
            "from" => self.from = Some(parser.value()?.into()),
            "italian" => self.italian = Some(parser.value()?.into()),
            "english" => self.english = Some(parser.value()?.into()),
            unknown => return Err(Long(unknown).unexpected().into()),
        }
        Ok(())
    }

    /// Says whether another word of a command may follow.
    fn takes_word(&self) -> bool {
        match self.command.as_slice() {
            [] => true,
            [word] => word == "catalog",
            _ => false,
        }
    }

    fn command(self) -> Result<Command, CommandLineError> {
        use CommandLineError::NoFile;
        let data = self.settings.data.clone();
        let words: Vec<&str> = self.command.iter().map(String::as_str).collect();
        match words.as_slice() {
            [] if self.is_check => Ok(Command::Check(self.settings.check()?)),
            [] => Ok(Command::Serve(self.settings.check()?)),
            ["backup"] => Ok(Command::BackUp {
                data,
                to: self
                    .to
                    .ok_or(NoFile("backup needs --to FILE, the copy to write"))?,
            }),
            ["restore"] => Ok(Command::Restore {
                data,
                from: self.from.ok_or(NoFile(
                    "restore needs --from FILE, the copy to put in place",
                ))?,
            }),
            ["catalog", "import"] => Ok(Command::ImportCatalog {
                data,
                italian: self.italian.ok_or(NoFile(
                    "catalog import needs --italian FILE, ESCO's occupations_it.csv",
                ))?,
                english: self.english.ok_or(NoFile(
                    "catalog import needs --english FILE, ESCO's occupations_en.csv",
                ))?,
            }),
            _ => Err(NoFile(
                "the commands are backup and restore, and catalog import; without one the server starts",
            )),
        }
    }
}

fn from_environment(
    environment: impl Fn(&str) -> Option<String>,
) -> Result<Settings, CommandLineError> {
    let variable = |name| environment(name).filter(|value| !value.is_empty());
    let switch = |name| match variable(name).as_deref() {
        None | Some("0" | "false" | "no") => Ok(false),
        Some("1" | "true" | "yes") => Ok(true),
        Some(value) => Err(CommandLineError::NoSwitch {
            name,
            value: value.to_owned(),
        }),
    };
    let mut settings = Settings::new(([127, 0, 0, 1], 8080).into(), PathBuf::from("data"));
    if let Some(address) = variable("APPRODO_LISTEN") {
        settings.listen = read_address(&address)?;
    }
    if let Some(address) = variable("APPRODO_METRICS_LISTEN") {
        settings.metrics_listen = Some(read_address(&address)?);
    }
    if let Some(folder) = variable("APPRODO_DATA") {
        settings.data = folder.into();
    }
    if let Some(number) = variable("APPRODO_CONNECTIONS") {
        settings.limits.connections = read_number(&number)?;
    }
    settings.secure_cookies = switch("APPRODO_SECURE_COOKIES")?;
    settings.behind_proxy = switch("APPRODO_BEHIND_PROXY")?;
    Ok(settings)
}

fn read_address(text: &str) -> Result<SocketAddr, CommandLineError> {
    text.parse()
        .map_err(|_| CommandLineError::NoAddress(text.to_owned()))
}

fn read_number(text: &str) -> Result<usize, CommandLineError> {
    text.parse()
        .map_err(|_| CommandLineError::NoNumber(text.to_owned()))
}

#[cfg(test)]
mod tests;
