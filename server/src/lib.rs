//! The sync server: it authorises, orders, stores and relays operations, and links devices. It
//! does not look into bodies. It serves the client as well, so that all is one program.

pub mod assets;
mod attempts;
mod body;
pub mod client;
pub mod client_files;
pub mod clock;
pub mod command_line;
mod guard;
mod pokes;
mod problem;
mod routes;
mod secrets;
pub mod serve;
mod session;
mod state;
pub mod store;
mod words;
