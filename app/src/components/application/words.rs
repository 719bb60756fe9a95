//! What applications, their states and their ways are called.

use crate::i18n::{Key, format, plural, text};
use crate::state::application::{ApplicationEditor, Paper};
use approdo_domain::application::{
    Application, ApplicationPlace, ApplicationState, Channel, Due, VacancyField,
};
use leptos::prelude::*;

/// Returns what an application is called: its own name, or after the job and the company.
pub fn application_name(application: &Application) -> String {
    let vacancy = &application.vacancy;
    named(&application.title, &vacancy.title, &vacancy.company)
}

/// Returns the same, following what is written.
pub fn application_name_of(editor: ApplicationEditor) -> Memo<String> {
    let [title, role, company] = [
        ApplicationPlace::Title,
        ApplicationPlace::Vacancy(VacancyField::Title),
        ApplicationPlace::Vacancy(VacancyField::Company),
    ]
    .map(|place| editor.text(place).text);
    Memo::new(move |_| named(&title.get(), &role.get(), &company.get()))
}

fn named(title: &str, role: &str, company: &str) -> String {
    match (title.trim(), role.trim(), company.trim()) {
        ("", "", "") => text(Key::ApplicationsUntitled),
        ("", role, "") => role.to_owned(),
        ("", "", company) => company.to_owned(),
        ("", role, company) => format!("{role} · {company}"),
        (title, _, _) => title.to_owned(),
    }
}

/// Returns the name of a state.
pub fn state_words(state: ApplicationState) -> Key {
    match state {
        ApplicationState::ToSend => Key::ApplicationStateToSend,
        ApplicationState::Sent => Key::ApplicationStateSent,
        ApplicationState::Answered => Key::ApplicationStateAnswered,
        ApplicationState::Interview => Key::ApplicationStateInterview,
        ApplicationState::Offer => Key::ApplicationStateOffer,
        ApplicationState::No => Key::ApplicationStateNo,
        ApplicationState::Withdrawn => Key::ApplicationStateWithdrawn,
    }
}

/// Returns the name of a way by which an application goes out.
pub fn channel_words(channel: Channel) -> Key {
    match channel {
        Channel::Email => Key::ApplicationChannelEmail,
        Channel::Website => Key::ApplicationChannelWebsite,
        Channel::InPerson => Key::ApplicationChannelInPerson,
        Channel::Phone => Key::ApplicationChannelPhone,
        Channel::Agency => Key::ApplicationChannelAgency,
        Channel::Post => Key::ApplicationChannelPost,
    }
}

/// Returns what a paper is called.
pub fn paper_words(paper: Paper) -> Key {
    match paper {
        Paper::Cv => Key::ApplicationFieldCv,
        Paper::Letter => Key::ApplicationFieldLetter,
    }
}

/// Returns since when an application is as far as it is, as far as that is written.
pub fn since(application: &Application) -> Option<String> {
    let dates = &application.dates;
    let (key, date) = match application.application_state() {
        ApplicationState::ToSend => (Key::ApplicationSinceToSend, &application.vacancy.deadline),
        ApplicationState::Sent => (Key::ApplicationSinceSent, &dates.sent),
        ApplicationState::Answered => (Key::ApplicationSinceAnswered, &dates.answered),
        ApplicationState::Interview => (Key::ApplicationSinceInterview, &dates.interview),
        ApplicationState::Offer => (Key::ApplicationSinceOffer, &dates.offer),
        ApplicationState::No => (Key::ApplicationSinceNo, &dates.no),
        ApplicationState::Withdrawn => return None,
    };
    let date = date.0.trim();
    (!date.is_empty()).then(|| format(key, &[("date", date)]))
}

/// Returns how near a day is, in words.
pub fn due_words(due: Due) -> String {
    let count = |days: i32| usize::try_from(days).unwrap_or_default();
    match due {
        Due::Over(days) => plural(Key::ApplicationDueOver, count(days)),
        Due::Now => text(Key::ApplicationDueNow),
        Due::In(days) => plural(Key::ApplicationDueIn, count(days)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::own_name("Prova", "Cuoca", "Rossi", "Prova")]
    #[case::both("", "Cuoca", " Rossi ", "Cuoca · Rossi")]
    #[case::role("", "Cuoca", "", "Cuoca")]
    #[case::company("", "", "Rossi", "Rossi")]
    fn an_application_is_called_after_what_is_known(
        #[case] title: &str,
        #[case] role: &str,
        #[case] company: &str,
        #[case] expected: &str,
    ) {
        assert_eq!(named(title, role, company), expected);
    }
}
