//! The scenarios, one module each, played in real browsers against the real server.

mod accessibility;
mod accessibility_states;
mod bad_input;
mod first_visit_cost;
mod first_visit_offline;
mod formats;
mod killed_browser;
mod on_demand;
mod other_alphabets;
mod privacy;
mod recovery;
mod saving_data;
mod second_device;
mod share_sheet;
mod single_file;
mod storage_trouble;
mod store_conformance;
mod two_tabs;
mod undo;
mod unprintable;
mod updates_broken;
mod updates_during_sync;
mod updates_offered;
mod updates_two_tabs;
