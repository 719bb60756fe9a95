//! Reference data that a CV draws on: occupations with phrases to adapt, certificates, municipalities
//! and sectors, found as one types; the phrases of letters; questions and checklists for interviews,
//! and the criteria of an assessor's sheet.
//!
//! The texts are in `content`, whose README says how they are written; [`source`] reads and checks them
//! and makes the compact files that the client loads. This crate knows no browser, no clock and no
//! network: files come in as bytes.

mod catalog;
mod checklists;
mod criteria;
mod economy;
mod language;
mod letters;
mod name_list;
mod occupation;
mod packed;
mod places;
mod places_content;
mod questions;
mod recognition;
mod search;
#[cfg(feature = "source")]
pub mod source;

pub use catalog::{Catalog, CatalogContent, OccupationMatch};
pub use checklists::{
    CalmMinute, CalmStep, ChecklistContent, ChecklistDocument, ChecklistEntry, ChecklistPart,
    Checklists, DocumentTime, ThankYou,
};
pub use criteria::{Criteria, Criterion, SheetPart};
pub use economy::{EconomicActivities, EconomicActivity};
pub use language::Language;
pub use letters::Letters;
pub use name_list::NameList;
pub use occupation::{Certificate, Occupation, Phrases, Validity};
pub use packed::PackedError;
pub use places::{Country, Municipality, PlaceOfBirth, Places, Province};
pub use places_content::PlacesContent;
pub use questions::{CareerStage, Question, QuestionFamily, QuestionOccupation, Questions};
