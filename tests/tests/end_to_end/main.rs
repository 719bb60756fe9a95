//! The scenarios, one module each, played in real browsers against the real server.

mod accessibility;
mod accessibility_states;
mod bad_input;
mod first_visit_cost;
mod first_visit_offline;
mod killed_browser;
mod privacy;
mod recovery;
mod second_device;
mod single_file;
mod storage_trouble;
mod store_conformance;
mod two_tabs;
mod undo;
mod unprintable;
