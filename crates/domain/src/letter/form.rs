//! What sort of letter it is, who speaks in it, and in which language. What the parts say is not here.

use crate::check::TextLanguage;
use crate::choices::choices;
use crate::letter::{LetterField, LetterPlace};

choices! {
    /// What sort of letter it is.
    LetterForm {
        /// Answer to a vacancy.
        VacancyAnswer = "vacancy-answer",
        /// To a company that has not published a vacancy (*candidatura spontanea*).
        Spontaneous = "spontaneous",
        /// Asking for a traineeship (*tirocinio*).
        Traineeship = "traineeship",
        /// Coming back after a break, such as care of children.
        AfterBreak = "after-break",
        /// Going over to another occupation.
        CareerChange = "career-change",
        /// Looking for a first job.
        FirstJob = "first-job",
        /// The text of an e-mail to which the CV is attached.
        EmailBody = "email-body",
        /// A few lines for a telephone.
        ShortMessage = "short-message",
    }
}

choices! {
    /// Which endings the words about somebody have.
    WordForm {
        /// Masculine.
        Masculine = "masculine",
        /// Feminine.
        Feminine = "feminine",
        /// Words that fit everybody.
        Neutral = "neutral",
    }
}

impl LetterForm {
    /// Tells whether it is laid out on a sheet, with addresses, place and date; messages are not.
    pub fn is_on_paper(self) -> bool {
        !matches!(self, Self::EmailBody | Self::ShortMessage)
    }

    /// Tells whether a field has a meaning in this form.
    pub fn has(self, place: LetterPlace) -> bool {
        match place {
            LetterPlace::Text(LetterField::Place | LetterField::Date) => self.is_on_paper(),
            LetterPlace::Text(LetterField::Subject | LetterField::Enclosures) => {
                self != Self::ShortMessage
            }
            _ => true,
        }
    }
}

/// Reads a language of letters from a BCP 47 tag (RFC 5646), whose regions do not matter; an empty one is
/// Italian. Of other languages there are neither phrases nor advice here.
pub fn letter_language(tag: &str) -> TextLanguage {
    let first = tag.trim().split(['-', '_']).next().unwrap_or_default();
    match first.to_ascii_lowercase().as_str() {
        "" | "it" => TextLanguage::Italian,
        "en" => TextLanguage::English,
        _ => TextLanguage::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_kept_under_the_codes_they_had() {
        for form in LetterForm::ALL {
            assert_eq!(LetterForm::from_code(form.code()), Some(form));
        }
        assert_eq!(LetterForm::from_code("of next year"), None);
    }

    #[test]
    fn a_letter_in_another_language_is_not_taken_for_an_italian_one() {
        let languages = ["", "it", "it-IT", "EN", "en-GB", "fr", "x"].map(letter_language);
        let italian = TextLanguage::Italian;
        let english = TextLanguage::English;
        let other = TextLanguage::Other;
        assert_eq!(
            languages,
            [italian, italian, italian, english, english, other, other]
        );
    }

    #[test]
    fn a_message_for_a_telephone_has_neither_subject_nor_date() {
        let form = LetterForm::ShortMessage;
        assert!(!form.has(LetterPlace::Text(LetterField::Subject)));
        assert!(!form.has(LetterPlace::Text(LetterField::Date)));
        assert!(form.has(LetterPlace::Text(LetterField::Salutation)));
        assert!(LetterForm::EmailBody.has(LetterPlace::Text(LetterField::Subject)));
    }
}
