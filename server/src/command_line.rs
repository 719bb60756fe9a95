//! What may be said on the command line.

use crate::client_files::{ClientFiles, ClientFolder, ClientFolderError};
use crate::serve::Options;
use lexopt::prelude::*;
use std::net::SocketAddr;
use std::path::PathBuf;
use thiserror::Error;

/// What the program says when asked for help.
pub const HELP: &str = "\
approdo-server: serves Approdo and syncs its devices

  --listen ADDRESS    where to listen (127.0.0.1:8080)
  --data FOLDER       where the data are kept (./data)
  --secure-cookies    cookies for https only: needed behind a proxy that speaks TLS
  --client FOLDER     serve the client from this folder instead of the one built in
  --behind-proxy      the proxy tells addresses in X-Forwarded-For
  --help, --version
";

/// What the command line asks for.
pub enum Command {
    /// Start the server.
    Serve(Options),
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
    /// The folder holds no client.
    #[error(transparent)]
    NoClient(#[from] ClientFolderError),
}

/// Reads the command line of this process.
///
/// # Errors
/// Why it cannot be followed.
pub fn read(mut parser: lexopt::Parser) -> Result<Command, CommandLineError> {
    let mut options = Options::new(([127, 0, 0, 1], 8080).into(), PathBuf::from("data"));
    while let Some(argument) = parser.next()? {
        match argument {
            Long("listen") => options.listen = read_address(&parser.value()?.string()?)?,
            Long("data") => options.data = parser.value()?.into(),
            Long("client") => {
                let folder = ClientFolder::open(parser.value()?.into())?;
                options.client = ClientFiles::Folder(folder);
            }
            Long("secure-cookies") => options.secure_cookies = true,
            Long("behind-proxy") => options.behind_proxy = true,
            Long("help") | Short('h') => return Ok(Command::Print(HELP.to_owned())),
            Long("version") => {
                let version = concat!("approdo-server ", env!("CARGO_PKG_VERSION"), "\n");
                return Ok(Command::Print(version.to_owned()));
            }
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Command::Serve(options))
}

fn read_address(text: &str) -> Result<SocketAddr, CommandLineError> {
    text.parse()
        .map_err(|_| CommandLineError::NoAddress(text.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_words(words: &[&str]) -> Result<Command, CommandLineError> {
        read(lexopt::Parser::from_iter(
            [&["approdo-server"], words].concat(),
        ))
    }

    #[test]
    fn without_options_it_serves_this_machine_only() {
        let Ok(Command::Serve(options)) = read_words(&[]) else {
            panic!("it does not serve");
        };
        assert_eq!(options.listen.to_string(), "127.0.0.1:8080");
        assert_eq!(options.data, PathBuf::from("data"));
    }

    #[test]
    fn a_wrong_address_says_how_to_write_one() {
        let Err(error) = read_words(&["--listen", "8080"]) else {
            panic!("it was taken");
        };
        assert!(error.to_string().contains("127.0.0.1:8080"), "{error}");
    }
}
