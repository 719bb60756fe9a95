//! What a phrase of a letter may ask for. Where its words come from is in `facts`.

use crate::choices::choices;
use crate::letter::{AddresseeField, AnswersField, LetterPlace, SenderField, WantedField};

choices! {
    /// A fact of which a phrase makes a sentence, by the name it has between `{` and `}`.
    PhraseField {
        /// The company.
        Company = "company",
        /// The person to whom the letter goes.
        AddresseeName = "addressee-name",
        /// The job, as the vacancy calls it.
        Role = "role",
        /// Where the vacancy was seen.
        Source = "source",
        /// The vacancy's number or code.
        Reference = "reference",
        /// The latest job in the CV.
        LastRole = "last-role",
        /// The employer of that job.
        LastEmployer = "last-employer",
        /// For how many years the person did that job: two or more.
        Years = "years",
        /// What the person can do best for it.
        Skill = "skill",
        /// What else the person can do for it.
        SecondSkill = "second-skill",
        /// A certificate that is valid.
        Certificate = "certificate",
        /// Driving categories.
        Licence = "licence",
        /// The highest qualification.
        Qualification = "qualification",
        /// A language beside that of the letter.
        Language = "language",
        /// From when, and for which hours.
        Availability = "availability",
        /// The town where the person lives.
        Town = "town",
        /// Why this company or this job.
        Reason = "reason",
    }
}

impl PhraseField {
    /// Returns where in the letter the fact can be written; none for what only a CV says.
    pub fn place(self) -> Option<LetterPlace> {
        Some(match self {
            Self::Company => LetterPlace::Addressee(AddresseeField::Company),
            Self::AddresseeName => LetterPlace::Addressee(AddresseeField::Person),
            Self::Role => LetterPlace::Wanted(WantedField::Role),
            Self::Source => LetterPlace::Wanted(WantedField::Source),
            Self::Reference => LetterPlace::Wanted(WantedField::Reference),
            Self::Skill => LetterPlace::Answer(AnswersField::Skill),
            Self::SecondSkill => LetterPlace::Answer(AnswersField::SecondSkill),
            Self::Availability => LetterPlace::Answer(AnswersField::Availability),
            Self::Reason => LetterPlace::Answer(AnswersField::Reason),
            Self::Town => LetterPlace::Sender(SenderField::City),
            Self::LastRole
            | Self::LastEmployer
            | Self::Years
            | Self::Certificate
            | Self::Licence
            | Self::Qualification
            | Self::Language => return None,
        })
    }
}
