//! What a CV is: types, places, validation, dates and file names.
//!
//! Everything here is plain data and pure functions. This crate knows no browser, no SQL, no clock,
//! no randomness and no network; it also knows nothing of edits and merging (see `approdo-document`).

mod cv;
mod cv_access;
mod driving;
mod file_name;
mod item_id;
mod language;
mod partial_date;
mod place;
mod validation;

pub use cv::{Cv, DateText, Driving, Education, Experience, Language, Personal, Skill};
pub use driving::DrivingCategory;
pub use file_name::cv_file_name;
pub use item_id::ItemId;
pub use language::{CefrLevel, CefrSkill};
pub use partial_date::{PartialDate, PartialDateError};
pub use place::{
    CvPlace, EducationField, ExperienceField, LanguageField, PersonalField, Section, SkillField,
};
pub use validation::{Finding, Reason, length_limit, validate};
