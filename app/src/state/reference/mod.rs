//! Reference data for the fields of a CV: what is offered while one types, and phrases to adapt.
//! Everything here is reached from the module on demand only.

pub mod birth_place;
pub mod choosing;
pub mod data;
pub mod finding;
mod language_codes;
pub mod offers;
mod official;
pub mod phrases;
pub mod pressing;
pub mod qualifications;
pub mod suggestion_list;
