//! What a CV, a letter, an application, a practice and a feedback sheet are: types, places, validation, the check, what goes out of them, dates and
//! file names.
//!
//! Everything here is plain data and pure functions. This crate knows no browser, no SQL, no clock,
//! no randomness and no network; it also knows nothing of edits and merging (see `approdo-document`).

pub mod application;
pub mod check;
mod choices;
mod civil_date;
mod cv;
mod cv_changes;
mod date_words;
mod driving;
mod export_choice;
mod fields;
mod file_name;
mod file_reference;
mod hash;
mod item_id;
mod language;
mod legal_form;
pub mod letter;
mod partial_date;
mod place;
pub mod practice;
pub mod sheet;
mod tax_code;
mod time_of_day;
mod translated;
pub(crate) mod validation;
mod work_years;

pub use choices::{DigitalLevel, ExperienceKind, PermitKind, QualificationLevel, SkillKind};
pub use civil_date::civil_date;
pub use cv::{
    Availability, AvailabilityField, Certificate, CertificateField, Cv, DateText, Digital,
    DigitalField, Driving, Education, EducationField, Experience, ExperienceField, Heading,
    HeadingField, HeadingSettings, Language, LanguageField, OwnSection, OwnSectionField, PageLook,
    PageLookField, Permit, PermitField, Personal, PersonalField, Phone, PhoneField, Publication,
    PublicationField, Reference, ReferenceField, Skill, SkillField,
};
pub use cv_changes::{CvChange, cv_changes};
pub use date_words::DateWords;
pub use driving::DrivingCategory;
pub use export_choice::{ExportChoice, SensitiveField};
pub use fields::{FieldKind, FieldValue};
pub use file_name::{LetterFile, cv_file_name, letter_file_name};
pub use file_reference::{FileReference, FileText, NotAFileReference, PictureTones};
pub use item_id::ItemId;
pub use language::{CefrLevel, CefrSkill};
pub use partial_date::{PartialDate, PartialDateError};
pub use place::{CvPlace, Section};
pub use tax_code::{TaxCodeError, tax_code_error, tax_code_place};
pub use time_of_day::{TimeOfDay, TimeOfDayError};
pub use validation::{Finding, Reason, length_limit, validate};
