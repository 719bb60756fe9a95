//! Which questions are shown: occupation, topic, working life, time at hand. What is chosen stays from page to page.

use super::occupation_choice::occupation_choice;
use super::words::{stage_words, topic_words};
use crate::i18n::{CvLanguage, Key, language, plural, text};
use crate::platform::arrival::Arrival;
use crate::state::client::use_client;
use crate::state::practice::{
    Selection, Topic, cvs, keep_occupation, occupation_in_cvs, practices, remembered,
};
use crate::state::reference::data::occupations;
use approdo_catalog::{CareerStage, Questions};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// The minutes that are offered.
const MINUTES: [u16; 3] = [5, 10, 20];

/// Draws the filters.
pub fn filters(questions: &Arc<Questions>) -> AnyView {
    let selection = remembered();
    propose_occupation(questions, selection.clone());
    view! {
        <div class="stack no-print" data-filters="">
            {occupation(questions, selection.clone())} {topic(selection.clone())}
            {stage(selection.clone())} {minutes(selection)}
        </div>
    }
    .into_any()
}

/// Chooses the occupation that the person practised for before, else the one of their CV.
pub fn propose_occupation(questions: &Arc<Questions>, selection: ArcRwSignal<Selection>) {
    let workspace = use_client().workspace;
    if selection.with_untracked(|chosen| chosen.asked) {
        return;
    }
    selection.update_untracked(|chosen| chosen.asked = true);
    let kept = untrack(|| practices(workspace));
    let kept = kept
        .into_iter()
        .map(|(_, practice)| practice.occupation)
        .find(|id| !id.is_empty());
    if let Some(occupation) = kept {
        selection.update(|chosen| chosen.occupation = occupation);
        return;
    }
    let questions = questions.clone();
    let arrival = Arrival::begin();
    spawn_local(async move {
        let _arrival = arrival;
        let language = CvLanguage::of_tag(language().tag());
        let Some(known) = occupations(language).await else {
            return;
        };
        let found = occupation_in_cvs(&cvs(workspace), &known.catalog, &questions);
        if let Some(occupation) = found {
            selection.update(|chosen| {
                if chosen.occupation.is_empty() {
                    chosen.occupation = occupation;
                }
            });
        }
    });
}

/// Draws the choice of the occupation.
pub fn occupation(questions: &Questions, selection: ArcRwSignal<Selection>) -> AnyView {
    let value = selection.clone();
    let chosen = Signal::derive(move || value.with(|chosen| chosen.occupation.clone()));
    let choose = move |id: String| {
        keep_occupation(use_client().workspace, &id);
        selection.update(|chosen| chosen.occupation = id);
    };
    let label = Key::InterviewOccupation;
    occupation_choice("interview-occupation", label, questions, chosen, choose)
}

fn topic(selection: ArcRwSignal<Selection>) -> AnyView {
    let value = selection.clone();
    let options = Topic::all().into_iter().map(|topic| {
        view! { <option value=topic.code()>{text(topic_words(topic))}</option> }
    });
    let options: Vec<_> = options.collect();
    let choose = move |event| {
        let topic = Topic::of_code(&event_target_value(&event));
        selection.update(|chosen| chosen.topic = topic);
    };
    view! {
        <div class="field">
            <label for="interview-topic">{text(Key::InterviewTopic)}</label>
            <select
                id="interview-topic"
                prop:value=move || value.with(|chosen| chosen.topic.code())
                on:change=choose
            >
                {options}
            </select>
        </div>
    }
    .into_any()
}

fn stage(selection: ArcRwSignal<Selection>) -> AnyView {
    let value = selection.clone();
    let options = CareerStage::ALL
        .map(|stage| view! { <option value=stage.id()>{text(stage_words(stage))}</option> });
    let choose = move |event| {
        let stage = CareerStage::from_id(&event_target_value(&event));
        selection.update(|chosen| chosen.stage = stage);
    };
    view! {
        <div class="field">
            <label for="interview-stage">{text(Key::InterviewStage)}</label>
            <select
                id="interview-stage"
                prop:value=move || value.with(|chosen| chosen.stage.map_or("", CareerStage::id))
                on:change=choose
            >
                <option value="">{text(Key::InterviewStageAny)}</option>
                {Vec::from(options)}
            </select>
        </div>
    }
    .into_any()
}

fn minutes(selection: ArcRwSignal<Selection>) -> AnyView {
    let value = selection.clone();
    let options = MINUTES.map(|minutes| {
        let words = plural(Key::InterviewMinutes, usize::from(minutes));
        view! { <option value=minutes.to_string()>{words}</option> }
    });
    let choose = move |event| {
        let minutes = event_target_value(&event).parse().ok();
        selection.update(|chosen| chosen.minutes = minutes);
    };
    let shown = move || {
        let minutes = value.with(|chosen| chosen.minutes);
        minutes
            .map(|minutes| minutes.to_string())
            .unwrap_or_default()
    };
    view! {
        <div class="field">
            <label for="interview-minutes">{text(Key::InterviewTime)}</label>
            <select id="interview-minutes" prop:value=shown on:change=choose>
                <option value="">{text(Key::InterviewTimeAny)}</option>
                {Vec::from(options)}
            </select>
        </div>
    }
    .into_any()
}
