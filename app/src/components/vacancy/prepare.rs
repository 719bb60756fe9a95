//! From something that a vacancy asks for to the question to practise: one of the bank that fits, or one's own.

use crate::components::button::Button;
use crate::i18n::{Key, format, text};
use crate::platform::arrival::Arrival;
use crate::state::client::use_client;
use crate::state::vacancy::{question_about, vacancy_bank};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_navigate;

/// Draws the button that leads to a question about a line of the vacancy for `job`.
pub fn prepare_button(line: &str, job: &str) -> AnyView {
    let (asked, job) = (line.to_owned(), job.to_owned());
    let navigate = use_navigate();
    let go = move || {
        let client = use_client();
        let (asked, job, navigate) = (asked.clone(), job.clone(), navigate.clone());
        let arrival = Arrival::begin();
        spawn_local(async move {
            let _arrival = arrival;
            match vacancy_bank(job).await {
                Some(bank) => {
                    let word = question_about(client.workspace, &bank, &asked);
                    navigate(&question_address(&word), Default::default());
                }
                None => client.toasts.show(text(Key::PageNotLoaded)),
            }
        });
    };
    Button::secondary("prepare-question", Key::VacancyPrepare)
        .read_as(format(Key::VacancyPrepareNamed, &[("text", line)]))
        .draw(go)
}

/// Where the question of a word is practised.
fn question_address(word: &str) -> String {
    format!("/interview/questions/{word}")
}
