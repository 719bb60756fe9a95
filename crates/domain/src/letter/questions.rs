//! What the guided way asks for each form: four or five plain questions. Their words, and how they are
//! asked, are the business of who shows them.

use crate::letter::{AddresseeField, AnswersField, LetterForm, LetterPlace, WantedField};

/// Returns the places that the questions for a form fill, in their order.
pub fn questions(form: LetterForm) -> Vec<LetterPlace> {
    let company = LetterPlace::Addressee(AddresseeField::Company);
    let role = LetterPlace::Wanted(WantedField::Role);
    let source = LetterPlace::Wanted(WantedField::Source);
    let answer = LetterPlace::Answer;
    match form {
        LetterForm::VacancyAnswer => vec![
            company,
            role,
            source,
            answer(AnswersField::Skill),
            answer(AnswersField::Reason),
        ],
        LetterForm::Spontaneous | LetterForm::Traineeship | LetterForm::FirstJob => vec![
            company,
            role,
            answer(AnswersField::Skill),
            answer(AnswersField::Reason),
            answer(AnswersField::Availability),
        ],
        LetterForm::AfterBreak => vec![
            company,
            role,
            answer(AnswersField::Skill),
            answer(AnswersField::Availability),
        ],
        LetterForm::CareerChange => vec![
            company,
            role,
            answer(AnswersField::Skill),
            answer(AnswersField::SecondSkill),
            answer(AnswersField::Reason),
        ],
        LetterForm::EmailBody | LetterForm::ShortMessage => {
            vec![company, role, source, answer(AnswersField::Availability)]
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_or_five_questions_are_asked_about_different_things() {
        for form in LetterForm::ALL {
            let mut asked = questions(form);
            assert!((4..=5).contains(&asked.len()), "{form:?}");
            asked.sort_unstable();
            asked.dedup();
            assert!(asked.len() >= 4, "{form:?}");
        }
    }
}
