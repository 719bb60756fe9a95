//! The sync server: it authorises, orders, stores and relays operations, and links devices. It
//! does not look into bodies. It serves the client as well, so that all is one program.

mod accept;
pub mod assets;
mod attempts;
mod body;
pub mod checks;
pub mod client;
pub mod client_files;
pub mod clock;
mod coding;
pub mod command_line;
mod guard;
pub mod limits;
mod metrics;
mod monitoring;
pub mod official_catalog;
pub mod open_files;
mod page_policy;
mod pokes;
mod problem;
mod routes;
mod secrets;
pub mod serve;
mod session;
pub mod settings;
mod state;
pub mod store;
mod words;
