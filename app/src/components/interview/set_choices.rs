//! What a set is made of while it is prepared: the occupation, questions of the catalogue and own ones, the criteria.

use super::occupation_choice::occupation_choice;
use super::sets::SetShown;
use super::words::topic_words;
use crate::i18n::{Key, text};
use crate::platform::focus;
use crate::state::client::use_client;
use crate::state::practice::{
    AskedQuestion, Selection, Topic, asked, criteria_with_or_without, select, with_or_without,
};
use approdo_catalog::{Criteria, Criterion, QuestionFamily, Questions};
use approdo_domain::practice::{PreparedSetField, SetQuestion, criteria_text};
use approdo_domain::sheet::CriterionId;
use leptos::prelude::*;
use std::sync::Arc;

/// Draws the occupation to choose.
pub fn occupation(shown: SetShown, questions: &Questions) -> AnyView {
    let chosen = Signal::derive(move || {
        let set = shown.present.get();
        set.map(|set| set.occupation).unwrap_or_default()
    });
    let choose = move |id: String| shown.write(PreparedSetField::Occupation, &id);
    let label = Key::SetOccupation;
    occupation_choice("set-occupation", label, questions, chosen, choose)
}

/// Draws the questions of the catalogue to tick, by topic.
pub fn bank(shown: SetShown, questions: Arc<Questions>) -> AnyView {
    let first = match shown.now().occupation.is_empty() {
        true => Topic::Family(QuestionFamily::AboutYou),
        false => Topic::Occupation,
    };
    let topic = RwSignal::new(first);
    let options = Topic::all()
        .into_iter()
        .filter(|topic| *topic != Topic::Own);
    let options: Vec<AnyView> = options
        .map(|topic| {
            view! { <option value=topic.code()>{text(topic_words(topic))}</option> }.into_any()
        })
        .collect();
    let offered = Memo::new(move |_| {
        let occupation = shown.present.get().map(|set| set.occupation);
        let selection = Selection {
            topic: topic.get(),
            occupation: occupation.unwrap_or_default(),
            stage: None,
            minutes: None,
            asked: true,
        };
        select(asked(&questions, &[]), &[], &selection)
    });
    let boxes = move || {
        let offered = offered.get().into_iter();
        offered
            .filter_map(|question| question_box(shown, question))
            .collect::<Vec<_>>()
    };
    let choose = move |event| topic.set(Topic::of_code(&event_target_value(&event)));
    view! {
        <div class="field">
            <label for="set-topic">{text(Key::InterviewTopic)}</label>
            <select id="set-topic" prop:value=move || topic.get().code() on:change=choose>
                {options}
            </select>
        </div>
        <div class="stack" data-set-bank="">
            {boxes}
        </div>
    }
    .into_any()
}

fn question_box(shown: SetShown, question: AskedQuestion) -> Option<AnyView> {
    let id = question.id?;
    let named = SetQuestion::OfCatalog(id.clone());
    let known = named.clone();
    let is_in = Memo::new(move |_| {
        let set = shown.present.get();
        set.is_some_and(|set| set.asked().contains(&known))
    });
    let change = move |_| shown.write_questions(&with_or_without(&shown.now(), &named));
    Some(
        view! {
            <label class="checkbox-row">
                <input
                    type="checkbox"
                    id=format!("set-question-{id}")
                    prop:checked=move || is_in.get()
                    on:change=change
                />
                <span>{question.ask}</span>
            </label>
        }
        .into_any(),
    )
}

/// Draws the field for a question of one's own.
pub fn own_question(shown: SetShown) -> AnyView {
    let typed = RwSignal::new(String::new());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let ask = typed.get_untracked();
        let ask: Vec<&str> = ask.split_whitespace().collect();
        let question = SetQuestion::Own(ask.join(" "));
        let set = shown.now();
        if ask.is_empty() || set.asked().contains(&question) {
            return;
        }
        shown.write_questions(&with_or_without(&set, &question));
        typed.set(String::new());
        use_client().toasts.announce(text(Key::InterviewOwnAdded));
        focus::focus_soon("set-own-question".to_owned());
    };
    view! {
        <form class="stack" on:submit=submit>
            <div class="field">
                <label for="set-own-question">{text(Key::SetAddOwn)}</label>
                <input
                    id="set-own-question"
                    type="text"
                    autocomplete="off"
                    prop:value=move || typed.get()
                    on:input=move |event| typed.set(event_target_value(&event))
                />
            </div>
            <button type="submit" class="button button-secondary" data-action="add-set-question">
                {text(Key::InterviewOwnAdd)}
            </button>
        </form>
    }
    .into_any()
}

/// Draws the criteria to tick, of which all are in at first.
pub fn criteria(shown: SetShown, criteria: &Criteria) -> AnyView {
    let all: Arc<Vec<CriterionId>> = Arc::new(
        criteria
            .criteria
            .iter()
            .filter_map(Criterion::criterion_id)
            .collect(),
    );
    let boxes: Vec<AnyView> = criteria
        .criteria
        .iter()
        .filter_map(|criterion| criterion_box(shown, &all, criterion))
        .collect();
    view! {
        <p class="field-hint">{text(Key::SetCriteriaExplain)}</p>
        {boxes}
    }
    .into_any()
}

fn criterion_box(
    shown: SetShown,
    all: &Arc<Vec<CriterionId>>,
    criterion: &Criterion,
) -> Option<AnyView> {
    let id = criterion.criterion_id()?;
    let all = all.clone();
    let is_in = Memo::new(move |_| {
        let chosen = shown.present.get().map(|set| set.chosen_criteria());
        let chosen = chosen.unwrap_or_default();
        chosen.is_empty() || chosen.contains(&id)
    });
    // None at all would mean all of them.
    let is_last = Memo::new(move |_| {
        let set = shown.present.get();
        set.is_some_and(|set| set.chosen_criteria() == [id])
    });
    let change = move |_| {
        let criteria = criteria_with_or_without(&shown.now(), &all, id);
        shown.write(PreparedSetField::Criteria, &criteria_text(&criteria));
    };
    Some(
        view! {
            <label class="checkbox-row">
                <input
                    type="checkbox"
                    id=format!("set-criterion-{id}")
                    prop:disabled=move || is_last.get()
                    prop:checked=move || is_in.get()
                    on:change=change
                />
                <span>{criterion.name.clone()}</span>
            </label>
        }
        .into_any(),
    )
}
