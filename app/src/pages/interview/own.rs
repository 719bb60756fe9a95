//! Questions of one's own: written down, practised like the others, deleted with a way back.

use crate::components::button::Button;
use crate::components::icon::Icon;
use crate::components::interview::frame::{interview_frame, way_back};
use crate::components::interview::loading::when_there;
use crate::i18n::{Key, format, text};
use crate::platform::focus;
use crate::state::client::use_client;
use crate::state::practice::{
    AskedQuestion, asked, delete_own_question, practices, questions, write_own_question,
};
use approdo_catalog::Questions;
use leptos::prelude::*;
use std::sync::Arc;

/// Draws one's own questions.
pub fn own_page() -> AnyView {
    when_there(questions, page)
}

fn page(questions: Arc<Questions>) -> AnyView {
    let workspace = use_client().workspace;
    let own = Memo::new(move |_| {
        let mut all = asked(&questions, &practices(workspace));
        all.retain(|question| question.id.is_none());
        all
    });
    let lines = move || {
        let lines = own.get().into_iter().map(line);
        lines.collect::<Vec<_>>()
    };
    interview_frame(
        text(Key::InterviewOwn),
        view! {
            <p>{text(Key::InterviewOwnIntro)}</p>
            {form()}
            <ul class="card-list">{lines}</ul>
            {way_back("/interview", Key::InterviewTitle)}
        }
        .into_any(),
    )
}

fn form() -> AnyView {
    let typed = RwSignal::new(String::new());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let ask = typed.get_untracked();
        if ask.trim().is_empty() {
            return;
        }
        write_own_question(use_client().workspace, &ask);
        typed.set(String::new());
        use_client().toasts.announce(text(Key::InterviewOwnAdded));
        focus::focus_soon("own-question-new".to_owned());
    };
    view! {
        <form class="stack" on:submit=submit>
            <div class="field">
                <label for="own-question-new">{text(Key::InterviewOwnAsk)}</label>
                <input
                    id="own-question-new"
                    type="text"
                    autocomplete="off"
                    prop:value=move || typed.get()
                    on:input=move |event| typed.set(event_target_value(&event))
                />
            </div>
            <button type="submit" class="button button-primary" data-action="add-own-question">
                {text(Key::InterviewOwnAdd)}
            </button>
        </form>
    }
    .into_any()
}

fn line(question: AskedQuestion) -> AnyView {
    let address = format!("/interview/questions/{}", question.word());
    let label = format(Key::ActionDeleteNamed, &[("name", &question.ask)]);
    let ask = question.ask.clone();
    let delete = move || {
        let client = use_client();
        let all = untrack(|| practices(client.workspace));
        let Some(restore) = delete_own_question(client.workspace, &all, question.item) else {
            return;
        };
        focus::focus_soon("own-question-new".to_owned());
        client
            .toasts
            .offer_undo(text(Key::InterviewOwnDeleted), restore);
    };
    view! {
        <li class="card" data-own-question="">
            <h2 class="card-title">
                <a href=address>{ask}</a>
            </h2>
            <div class="card-actions">
                {Button::secondary("delete-own-question", Key::ActionDelete)
                    .with_icon(Icon::Delete)
                    .read_as(label)
                    .draw(delete)}
            </div>
        </li>
    }
    .into_any()
}
