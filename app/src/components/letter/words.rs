//! What letters, their forms and their questions are called.

use crate::i18n::{Key, format, text};
use crate::state::letter::{LetterEditor, LetterStep};
use approdo_domain::letter::{
    AddresseeField, AnswersField, LetterForm, LetterPlace, WantedField, WordForm,
};
use leptos::prelude::*;

/// Returns what a letter is called: its own name, or after the company or the job.
pub fn letter_name(title: &str, company: &str, role: &str) -> String {
    match (title.trim(), company.trim(), role.trim()) {
        ("", "", "") => text(Key::LettersUntitled),
        ("", "", role) => format(Key::LettersAboutRole, &[("role", role)]),
        ("", company, _) => format(Key::LettersToCompany, &[("company", company)]),
        (title, _, _) => title.to_owned(),
    }
}

/// Returns the same, following what is written.
pub fn letter_name_of(editor: LetterEditor) -> Memo<String> {
    let [title, company, role] = [
        LetterPlace::Title,
        LetterPlace::Addressee(AddresseeField::Company),
        LetterPlace::Wanted(WantedField::Role),
    ]
    .map(|place| editor.text(place).text);
    Memo::new(move |_| letter_name(&title.get(), &company.get(), &role.get()))
}

/// Returns the name of a form, and when one needs it.
pub fn form_words(form: LetterForm) -> (Key, Key) {
    match form {
        LetterForm::VacancyAnswer => (
            Key::LetterFormVacancyAnswer,
            Key::LetterFormVacancyAnswerHint,
        ),
        LetterForm::Spontaneous => (Key::LetterFormSpontaneous, Key::LetterFormSpontaneousHint),
        LetterForm::Traineeship => (Key::LetterFormTraineeship, Key::LetterFormTraineeshipHint),
        LetterForm::AfterBreak => (Key::LetterFormAfterBreak, Key::LetterFormAfterBreakHint),
        LetterForm::CareerChange => (Key::LetterFormCareerChange, Key::LetterFormCareerChangeHint),
        LetterForm::FirstJob => (Key::LetterFormFirstJob, Key::LetterFormFirstJobHint),
        LetterForm::EmailBody => (Key::LetterFormEmailBody, Key::LetterFormEmailBodyHint),
        LetterForm::ShortMessage => (Key::LetterFormShortMessage, Key::LetterFormShortMessageHint),
    }
}

/// Returns how somebody speaks of themselves, in words.
pub fn writer_form_words(form: WordForm) -> Key {
    match form {
        WordForm::Masculine => Key::WriterFormMasculine,
        WordForm::Feminine => Key::WriterFormFeminine,
        WordForm::Neutral => Key::WriterFormNeutral,
    }
}

/// Returns what is asked at a step, and what helps to answer.
pub fn step_words(step: LetterStep) -> (Key, Key) {
    let LetterStep::Question(place) = step else {
        return (Key::LetterDraftTitle, Key::LetterDraftHint);
    };
    match place {
        LetterPlace::Wanted(WantedField::Role) => {
            (Key::LetterQuestionRole, Key::LetterQuestionRoleHint)
        }
        LetterPlace::Wanted(_) => (Key::LetterQuestionSource, Key::LetterQuestionSourceHint),
        LetterPlace::Answer(AnswersField::Skill) => {
            (Key::LetterQuestionSkill, Key::LetterQuestionSkillHint)
        }
        LetterPlace::Answer(AnswersField::SecondSkill) => (
            Key::LetterQuestionSecondSkill,
            Key::LetterQuestionSecondSkillHint,
        ),
        LetterPlace::Answer(AnswersField::Reason) => {
            (Key::LetterQuestionReason, Key::LetterQuestionReasonHint)
        }
        LetterPlace::Answer(AnswersField::Availability) => (
            Key::LetterQuestionAvailability,
            Key::LetterQuestionAvailabilityHint,
        ),
        _ => (Key::LetterQuestionCompany, Key::LetterQuestionCompanyHint),
    }
}
