//! Getting ready to be asked about what a vacancy asks for: the bank of questions with the job that a vacancy names, and
//! the way to the question to practise. Which questions fit is decided in `fitting`.

use super::fitting::{fitting, own_question};
use crate::i18n::{CvLanguage, Key, format, language};
use crate::state::practice::{AskedQuestion, asked, practices, questions, write_own_question};
use crate::state::reference::data::occupations;
use crate::state::workspace::Workspace;
use approdo_catalog::Questions;
use leptos::prelude::untrack;
use std::sync::Arc;

/// The bank of questions beside a vacancy.
pub struct VacancyBank {
    /// The bank.
    pub questions: Arc<Questions>,
    /// The id of the job that the vacancy's title names, if there are questions for it.
    pub occupation: Option<String>,
}

/// Returns the bank beside the vacancy of a job; none if it is neither on this device nor to be had.
pub async fn vacancy_bank(job: String) -> Option<Arc<VacancyBank>> {
    let questions = questions().await?;
    let occupation = occupation_named(&job, &questions).await;
    Some(Arc::new(VacancyBank {
        questions,
        occupation,
    }))
}

/// Most vacancies are in Italian, whatever language the screen speaks.
async fn occupation_named(job: &str, questions: &Questions) -> Option<String> {
    let own = CvLanguage::of_tag(language().tag());
    for language in [CvLanguage::of_tag("it"), own] {
        let Some(known) = occupations(language).await else {
            continue;
        };
        let named = known.catalog.recognise(job);
        let named = named.map(|occupation| occupation.id.clone());
        let has_questions = |id: &String| questions.occupations.iter().any(|one| one.id == *id);
        if let Some(found) = named.filter(has_questions) {
            return Some(found);
        }
    }
    None
}

/// Returns the words of one's own question about something that is asked for.
pub fn own_words(line: &str) -> String {
    format(Key::VacancyOwnQuestion, &[("text", line)])
}

/// Writes one's own question about something that is asked for, unless it is there, and returns its word in the address.
pub fn write_question_about(workspace: Workspace, bank: &VacancyBank, line: &str) -> String {
    let all = asked(&bank.questions, &untrack(|| practices(workspace)));
    let ask = own_words(line);
    match own_question(&ask, &all) {
        Some(known) => known.word(),
        None => AskedQuestion::own_word(write_own_question(workspace, &ask)),
    }
}

/// Returns the word of the question to practise for something that is asked for: the first one of the bank that fits,
/// else one's own, written down where it is not there yet.
pub fn question_about(workspace: Workspace, bank: &VacancyBank, line: &str) -> String {
    let all = asked(&bank.questions, &untrack(|| practices(workspace)));
    let occupation = bank.occupation.as_deref();
    match fitting(line, occupation, &all).first() {
        Some(question) => question.word(),
        None => write_question_about(workspace, bank, line),
    }
}
