//! Drives real browsers against the real server: processes, waiting, page objects and checks that
//! the scenarios in `tests/` and the benchmarks share. The scenarios themselves are not here.

pub mod altered_client;
pub mod axe;
pub mod backups;
pub mod browser;
pub mod chosen_files;
pub mod client_versions;
mod conflicts;
pub mod devices;
pub mod display;
pub mod downloads;
mod driver_client;
mod driver_process;
pub mod editor;
pub mod edits;
mod elements;
pub mod engine;
mod entries;
pub mod environment;
pub mod first_visit;
pub mod guided;
pub mod keyboard;
pub mod layout;
pub mod line;
pub mod network_log;
pub mod official_catalog;
pub mod other_server;
pub mod pdf;
pub mod pointer;
mod ports;
pub mod process;
pub mod raw_store;
pub mod sample_cv;
mod sample_writing;
pub mod scenario;
pub mod screen;
pub mod server;
pub mod static_site;
pub mod updates;
pub mod wait;

pub use altered_client::AlteredClient;
pub use browser::{Browser, Launch};
pub use editor::Editor;
pub use engine::Engine;
pub use scenario::{Stage, perform, play};
pub use server::AppServer;
