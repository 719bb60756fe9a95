//! The browser, as the client sees it: the only place in the app that names its interfaces.
//!
//! Nothing here knows what a CV is, and no word for people stands here. Handles end what they
//! began when they are dropped.

pub mod accounts;
pub mod arrival;
pub mod bell;
pub mod blob_transport;
pub mod broadcast;
mod by_name;
pub mod camera;
pub mod card_drag;
pub mod clock;
pub mod combobox;
pub mod connection;
pub mod crash;
pub mod device_name;
pub mod drag;
pub mod events;
pub mod exchange_worker;
pub mod files;
pub mod focus;
pub mod http;
pub mod intl;
pub mod json;
pub mod linking;
pub mod listener;
pub mod local_storage;
pub mod locks;
pub mod media;
pub mod microphone;
pub mod module_worker;
pub mod notifications;
pub mod official_catalog;
pub mod page;
pub mod picture;
pub mod place;
pub mod press;
pub mod profile;
pub mod random;
pub mod recognition;
pub mod reference_files;
pub mod render_worker;
pub mod screen_keyboard;
pub mod service_worker;
pub mod speech;
pub mod spelling_worker;
pub mod storage;
pub mod text_element;
pub mod translations;
pub mod transport;
pub mod zoomed;
