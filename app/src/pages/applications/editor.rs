//! The editor of one application: a part each for vacancy, papers, way, next step and dates.

use crate::components::application::fields::part_of;
use crate::components::application::moving::move_menu;
use crate::components::application::papers::{paper_choice, sent_line};
use crate::components::application::reminders::reminder_buttons;
use crate::components::application::words::{application_name, application_name_of, state_words};
use crate::components::choice_field::ChoiceField;
use crate::components::field::TextField;
use crate::components::field_facts::{field_facts, field_id, field_name};
use crate::components::field_place::FieldPlace;
use crate::components::folding_parts::{OpenParts, folding_part};
use crate::components::offline_line::OfflineLine;
use crate::components::page_frame::{PageFrame, PageTitle};
use crate::components::undo::{conflict_notice, listen_to_undo_keys, undo_buttons};
use crate::components::vacancy::links::vacancy_links;
use crate::i18n::{Key, text};
use crate::platform::focus;
use crate::state::application::{ApplicationEditor, Paper, RememberedDay};
use crate::state::client::use_client;
use approdo_document::TextState;
use approdo_domain::FieldKind;
use approdo_domain::application::{
    ApplicationPlace, DatesField, HowField, NextStepField, VacancyField,
};
use leptos::prelude::*;

/// The parts of the form, in their order.
const PARTS: [(&str, Key); 5] = [
    ("vacancy", Key::ApplicationPartVacancy),
    ("papers", Key::ApplicationPartPapers),
    ("how", Key::ApplicationPartHow),
    ("next-step", Key::ApplicationPartNextStep),
    ("dates", Key::ApplicationPartDates),
];

/// Draws the editor of one application.
pub fn editor_page(editor: ApplicationEditor) -> AnyView {
    let name = application_name_of(editor);
    let open = OpenParts::following_jumps("vacancy", &PARTS);
    listen_to_undo_keys(editor.shared());
    Effect::new(move |_| use_client().offline.begin());
    let parts = PARTS.map(|part| folding_part(open, part, None, move || fields(editor, part.0)));
    let show = move |place| open.show(part_of(place));
    view! {
        <PageFrame title=name>
            <div class="stack" data-application-editor="">
                <div class="editor-toolbar">
                    <PageTitle words=name />
                    {undo_buttons(editor.shared())}
                </div>
                {move || conflict_notice(editor, show)}
                {vacancy_links(editor)}
                {state_field(editor)}
                <div class="section-list">{Vec::from(parts)}</div>
                <a
                    href=format!("/applications/{}/versions", editor.id())
                    class="text-link"
                    data-action="application-versions"
                >
                    {text(Key::CvMenuVersions)}
                </a>
                <OfflineLine />
            </div>
        </PageFrame>
    }
    .into_any()
}

fn fields(editor: ApplicationEditor, word: &str) -> AnyView {
    let places = match word {
        "vacancy" => {
            let mut places = VacancyField::ALL.map(ApplicationPlace::Vacancy).to_vec();
            places.push(ApplicationPlace::Title);
            places
        }
        "how" => HowField::ALL.map(ApplicationPlace::How).to_vec(),
        "next-step" => NextStepField::ALL.map(ApplicationPlace::NextStep).to_vec(),
        "dates" => DatesField::ALL.map(ApplicationPlace::Date).to_vec(),
        _ => return papers(editor),
    };
    let drawn: Vec<AnyView> = places
        .into_iter()
        .map(|place| match place.kind() {
            FieldKind::Choice => view! { <ChoiceField editor place /> }.into_any(),
            _ => view! { <TextField editor place /> }.into_any(),
        })
        .collect();
    let reminder = match word {
        "next-step" => Some(RememberedDay::NextStep),
        "dates" => Some(RememberedDay::Interview),
        _ => None,
    };
    view! {
        {drawn}
        {reminder.map(|which| reminder_buttons(editor, which))}
    }
    .into_any()
}

/// How far it is, the ways on from there, and what two devices said of it.
fn state_field(editor: ApplicationEditor) -> AnyView {
    let place = ApplicationPlace::State;
    let state = editor.text(place).state;
    let revision = editor.revision();
    // Only what decides which ways there are: typing elsewhere must not close the menu.
    let needed = Memo::new(move |_| {
        revision.track();
        let application = untrack(|| editor.application());
        let reached = application.application_state();
        let missing: Vec<_> = reached
            .moves()
            .iter()
            .map(|to| application.missing_for(*to))
            .collect();
        (application_name(&application), reached, missing)
    });
    let menu = move || {
        let (_, reached, _) = needed.get();
        let application = untrack(|| editor.application());
        let after = move || focus::focus_soon(field_id(place));
        view! {
            <p class="application-state">
                {text(field_facts(place).label)} ": " <strong>{text(state_words(reached))}</strong>
            </p>
            {move_menu(field_id(place), editor.id(), application, after)}
        }
    };
    view! {
        <div class="card" data-field=field_name(place)>
            {menu} {move || (state.get() == TextState::Conflict).then(|| place.conflict(editor))}
        </div>
    }
    .into_any()
}

/// CV and letter, and the way to what was sent.
fn papers(editor: ApplicationEditor) -> AnyView {
    let drawn = Paper::ALL.map(|paper| {
        let place = ApplicationPlace::Papers(paper.chosen());
        let chosen = editor.text(place).text;
        view! {
            {paper_choice(
                field_id(place),
                paper,
                Signal::derive(move || chosen.get()),
                move |id| editor.write_text(place, &id),
            )}
            {sent_line(editor, paper)}
        }
    });
    view! {
        <p class="field-hint">{text(Key::ApplicationPapersHint)}</p>
        {Vec::from(drawn)}
    }
    .into_any()
}
