//! The form of an assessor: every tap is kept, strengths come first, what the levels say is offered to tap.

use super::overdue::overdue_sheet;
use crate::components::field::TextField;
use crate::components::folding_parts::{OpenParts, folding_part};
use crate::components::offline_line::OfflineLine;
use crate::components::page_frame::{PageFrame, PageTitle};
use crate::components::sheet::criterion::criterion_field;
use crate::components::sheet::desk::desk;
use crate::components::sheet::fields::part_of;
use crate::components::sheet::plan::plan;
use crate::components::sheet::words::{part_words, sheet_name_of};
use crate::components::undo::{conflict_notice, listen_to_undo_keys, undo_buttons};
use crate::i18n::{Key, format, text};
use crate::state::client::use_client;
use crate::state::day::{day_text, today};
use crate::state::sheet::{SheetEditor, candidate_cv, chosen_among, first_changes, strengths};
use approdo_catalog::{Criteria, SheetPart};
use approdo_domain::sheet::{AboutField, ConsentField, SheetPlace, SheetRole, WordsField};
use leptos::prelude::*;
use std::sync::Arc;

/// What is offered for a text by the levels seen.
type Offer = fn(&approdo_domain::sheet::Sheet, &Criteria) -> Vec<String>;

/// Draws the form.
pub fn assess_page(editor: SheetEditor, criteria: Arc<Criteria>) -> AnyView {
    let criteria = chosen_among(&criteria, &editor.sheet());
    let name = sheet_name_of(editor);
    let open = OpenParts::new("about");
    listen_to_undo_keys(editor.shared());
    Effect::new(move |_| use_client().offline.begin());
    let hand_over = format!("/sheets/{}/hand-over", editor.id());
    let show = {
        let criteria = criteria.clone();
        move |place| {
            open.show(word_of(place, &criteria));
        }
    };
    view! {
        <PageFrame title=name>
            <div class="editor-form stack" data-sheet-editor="">
                <div class="editor-toolbar">
                    <PageTitle words=name /> {undo_buttons(editor.shared())}
                </div>
                {overdue_sheet(editor.id())}
                {move || conflict_notice(editor, show.clone())}
                <div class="section-list">{parts(editor, &criteria, open)}</div>
                <OfflineLine />
                <div class="button-row">
                    <a href=hand_over class="button button-primary" data-action="hand-over">
                        {text(Key::SheetHandOver)}
                    </a>
                    <a href="/sheets" class="button button-secondary">
                        {text(Key::SheetsTitle)}
                    </a>
                </div>
            </div>
        </PageFrame>
    }
    .into_any()
}

/// Returns the word of the part of the form in which a place stands.
fn word_of(place: SheetPlace, criteria: &Criteria) -> &'static str {
    let SheetPlace::Point(id, _) = place else {
        return part_of(place);
    };
    let mut known = criteria.criteria.iter();
    let known = known.find(|criterion| criterion.criterion_id() == Some(id));
    known.map_or(part_of(place), |criterion| part_words(criterion.part).0)
}

fn parts(editor: SheetEditor, criteria: &Arc<Criteria>, open: OpenParts) -> Vec<AnyView> {
    let own = |word, title, draw: Arc<dyn Fn() -> AnyView + Send + Sync>| {
        folding_part(open, (word, title), None, move || draw())
    };
    let of = criteria.clone();
    let mut parts = vec![
        own(
            "about",
            Key::SheetPartAbout,
            Arc::new(move || about(editor)),
        ),
        own(
            "strengths",
            Key::SheetPartStrengths,
            Arc::new(move || said(editor, WordsField::Strengths, strengths, of.clone())),
        ),
    ];
    // A prepared set may leave a part out.
    let has_some = |part: &SheetPart| criteria.part(*part).next().is_some();
    for of_part in SheetPart::ALL.into_iter().filter(has_some) {
        let (word, title) = part_words(of_part);
        let count = count(editor, criteria.clone(), of_part);
        let criteria = criteria.clone();
        let fields = move || {
            let of_part = criteria.part(of_part);
            let fields = of_part.filter_map(|one| criterion_field(editor, one));
            fields.collect::<Vec<_>>().into_any()
        };
        parts.push(folding_part(open, (word, title), Some(count), fields));
    }
    let of = criteria.clone();
    parts.push(own(
        "words",
        Key::SheetPartWords,
        Arc::new(move || words(editor, of.clone())),
    ));
    parts.push(own(
        "plan",
        Key::SheetPartPlan,
        Arc::new(move || plan(editor, SheetRole::Assessor)),
    ));
    let of = criteria.clone();
    parts.push(own(
        "consents",
        Key::SheetPartConsents,
        Arc::new(move || consents(editor, of.clone())),
    ));
    parts
}

/// Says how many criteria of a part are done.
fn count(editor: SheetEditor, criteria: Arc<Criteria>, part: SheetPart) -> Memo<String> {
    let revision = editor.revision();
    Memo::new(move |_| {
        revision.track();
        let sheet = untrack(|| editor.sheet());
        let ids = || criteria.part(part).filter_map(|one| one.criterion_id());
        let done = ids().filter(|id| sheet.level(*id).is_some()).count();
        format(
            Key::SheetPartCount,
            &[
                ("done", &done.to_string()),
                ("total", &ids().count().to_string()),
            ],
        )
    })
}

fn about(editor: SheetEditor) -> AnyView {
    let fields: Vec<AnyView> = AboutField::ALL
        .into_iter()
        .map(|field| view! { <TextField editor place=SheetPlace::About(field) /> }.into_any())
        .collect();
    view! {
        <p>{text(Key::SheetBeginWords)}</p>
        {to_candidate_cv(editor)}
        {fields}
    }
    .into_any()
}

/// The way to the candidate's CV, and to the ways in which it comes.
fn to_candidate_cv(editor: SheetEditor) -> AnyView {
    let consent = editor.text(SheetPlace::Consent(ConsentField::Cv)).text;
    let words = move || {
        consent.track();
        text(match candidate_cv::of(editor) {
            Some(_) => Key::SheetCvOpen,
            None => Key::SheetCvReceive,
        })
    };
    view! {
        <p>
            <a
                href=candidate_cv::address(editor.id())
                class="button button-secondary"
                data-action="candidate-cv"
            >
                {words}
            </a>
        </p>
    }
    .into_any()
}

fn words(editor: SheetEditor, criteria: Arc<Criteria>) -> AnyView {
    view! {
        {said(editor, WordsField::FirstChange, first_changes, criteria)}
        <TextField editor place=SheetPlace::Words(WordsField::Training) />
        <TextField editor place=SheetPlace::Words(WordsField::Notes) />
    }
    .into_any()
}

/// A text, and above it what the levels seen offer to tap.
fn said(editor: SheetEditor, field: WordsField, offer: Offer, criteria: Arc<Criteria>) -> AnyView {
    let revision = editor.revision();
    let offered = move || {
        revision.track();
        let sheet = untrack(|| editor.sheet());
        let lines = offer(&sheet, &criteria);
        let taken = untrack(|| editor.shown(SheetPlace::Words(field)));
        let buttons: Vec<AnyView> = lines
            .into_iter()
            .filter(|line| !taken.contains(line.as_str()))
            .map(|line| offered_line(editor, field, line))
            .collect();
        (!buttons.is_empty()).then(|| {
            view! {
                <p class="field-hint">{text(Key::SheetOffered)}</p>
                <div class="choice-list" data-offered="">
                    {buttons}
                </div>
            }
        })
    };
    view! {
        <TextField editor place=SheetPlace::Words(field) />
        <div class="stack">{offered}</div>
    }
    .into_any()
}

fn offered_line(editor: SheetEditor, field: WordsField, line: String) -> AnyView {
    let words = line.clone();
    view! {
        <button
            type="button"
            class="choice-card"
            data-action="offered"
            on:click=move |_| editor.add_line(field, &line)
        >
            {words}
        </button>
    }
    .into_any()
}

fn consents(editor: SheetEditor, criteria: Arc<Criteria>) -> AnyView {
    let boxes: Vec<AnyView> = [
        (ConsentField::Cv, Key::SheetConsentCv),
        (ConsentField::Desk, Key::SheetConsentDesk),
        (ConsentField::Parent, Key::SheetConsentParent),
    ]
    .map(|(field, words)| consent(editor, field, words))
    .into();
    view! {
        <p>{text(Key::SheetConsentsExplain)}</p>
        {boxes}
        {desk(editor, criteria)}
        <TextField editor place=SheetPlace::EraseOn />
    }
    .into_any()
}

/// A yes is kept as the day on which it was said.
fn consent(editor: SheetEditor, field: ConsentField, words: Key) -> AnyView {
    let place = SheetPlace::Consent(field);
    let said = editor.text(place).text;
    let shown = said.clone();
    let change = move |is_given: bool| {
        let today = day_text(today());
        editor.write_step(place, if is_given { &today } else { "" });
        if field == ConsentField::Cv && !is_given {
            candidate_cv::forget(editor.id());
        }
    };
    let when = move || {
        shown.with(|day| (!day.is_empty()).then(|| format(Key::SheetConsentOn, &[("date", day)])))
    };
    view! {
        <label class="checkbox-row">
            <input
                type="checkbox"
                id=crate::components::field_facts::field_id(place)
                prop:checked=move || said.with(|day| !day.is_empty())
                on:change=move |event| change(event_target_checked(&event))
            />
            <span>{text(words)} " " {when}</span>
        </label>
    }
    .into_any()
}
