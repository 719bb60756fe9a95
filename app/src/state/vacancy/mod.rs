//! From a vacancy's text to an application: what another app shares, what the text says and asks for, a CV
//! beside it, and the questions to expect. How a text is read is in `approdo_domain::application`.

mod beside_cv;
mod fitting;
mod preparing;
mod proposals;
mod shared;

pub use beside_cv::{CvStanding, LineBesideCv, beside_cv, standing};
pub use fitting::{fitting, of_occupation, own_question};
pub use preparing::{VacancyBank, own_words, question_about, vacancy_bank, write_question_about};
pub use proposals::{
    FactProposal, Quote, RequirementProposal, Taking, fact_proposals, requirement_proposals,
    take_all, taken_or_given_back,
};
pub use shared::{Shared, same_text};
