//! Lines of thanks after an interview: what stands in them, what does not, and lines to complete.

use super::question::points;
use crate::components::button::Button;
use crate::components::interview::frame::{interview_frame, way_back};
use crate::components::interview::loading::when_there;
use crate::i18n::{Key, text};
use crate::platform::page;
use crate::state::client::use_client;
use crate::state::practice::checklists;
use approdo_catalog::Checklists;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// Draws the hints.
pub fn thanks_page() -> AnyView {
    when_there(checklists, drawn)
}

fn drawn(lists: Arc<Checklists>) -> AnyView {
    let thanks = lists.thank_you.clone();
    let email = format!("{}\n\n{}", thanks.subject, thanks.email.join("\n"));
    let lines = thanks.email.into_iter().map(|line| view! { <p>{line}</p> });
    let lines: Vec<_> = lines.collect();
    interview_frame(
        thanks.title,
        view! {
            <div class="stack" data-thanks="">
                <p>{thanks.when}</p>
                <h2>{text(Key::InterviewGood)}</h2>
                {points(&thanks.points)}
                <h2>{text(Key::InterviewAvoid)}</h2>
                {points(&thanks.avoid)}
                <h2>{text(Key::InterviewThanksEmail)}</h2>
                <p>{text(Key::InterviewThanksBlanks)}</p>
                <div class="card">
                    <p>
                        <strong>{thanks.subject}</strong>
                    </p>
                    {lines}
                    {copy("copy-email", email)}
                </div>
                <h2>{text(Key::InterviewThanksMessage)}</h2>
                <div class="card">
                    <p>{thanks.message.clone()}</p>
                    {copy("copy-message", thanks.message)}
                </div>
                <p>
                    <a href="/letters/new" class="text-link">
                        {text(Key::InterviewThanksLetter)}
                    </a>
                </p>
            </div>
            {way_back("/interview", Key::InterviewTitle)}
        }
        .into_any(),
    )
}

fn copy(action: &'static str, words: String) -> AnyView {
    let copy = move || {
        let words = words.clone();
        spawn_local(async move {
            let told = match page::copy(&words).await {
                true => Key::InterviewCopied,
                false => Key::InterviewNotCopied,
            };
            use_client().toasts.show(text(told));
        });
    };
    Button::secondary(action, Key::InterviewCopy).draw(copy)
}
