//! Pieces of the screen, each small; what they show and do is decided in `state`.

pub mod app_header;
pub mod bottom_bar;
pub mod conflict_panel;
pub mod driving;
pub mod editor_section;
pub mod entry_fields;
pub mod entry_list;
pub mod field;
pub mod field_facts;
pub mod finding_text;
pub mod icon;
pub mod language_levels;
pub mod notices;
pub mod offline_line;
pub mod page_frame;
pub mod preview_pages;
pub mod problem_text;
pub mod qr;
pub mod save_line;
pub mod text_control;
pub mod toast_region;
