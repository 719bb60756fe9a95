//! A sheet as its candidate reads it calmly, with room to answer each point and a plan to tick off. An
//! assessor's own sheet opens as the form.

use super::assess::assess_page;
use crate::components::button::Button;
use crate::components::field::TextField;
use crate::components::page_frame::{PageFrame, PageTitle};
use crate::components::sheet::desk::desk;
use crate::components::sheet::pdf_buttons::pdf_buttons;
use crate::components::sheet::plan::plan;
use crate::components::sheet::reading::{about, consents, listed, paragraphs, parts};
use crate::components::sheet::words::sheet_name_of;
use crate::i18n::{Key, format, text};
use crate::state::sheet::{SheetEditor, SheetPdf};
use approdo_catalog::{Criteria, Criterion};
use approdo_domain::sheet::{Point, PointField, ReplyField, Sheet, SheetPlace, SheetRole};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use std::sync::Arc;

/// Draws the page of a sheet as its role wants it.
pub fn own_page(editor: SheetEditor, criteria: Arc<Criteria>) -> AnyView {
    match editor.sheet().sheet_role() {
        SheetRole::Assessor => assess_page(editor, criteria),
        SheetRole::Candidate => read_page(editor, criteria),
    }
}

fn read_page(editor: SheetEditor, criteria: Arc<Criteria>) -> AnyView {
    let sheet = editor.sheet();
    let name = sheet_name_of(editor);
    let print = format!("/sheets/{}/print", editor.id());
    let made = criteria.clone();
    let pdf = move || {
        editor.commit();
        SheetPdf::of(&editor.sheet(), &made)
    };
    let navigate = use_navigate();
    let open_print = move || navigate(&print, Default::default());
    view! {
        <PageFrame title=name>
            <div class="stack" data-sheet-reader="">
                <PageTitle words=name />
                {about(&sheet.about)}
                <p class="lead">{text(Key::SheetReadIntro)}</p>
                {strengths(&sheet)}
                {first_change(editor, &sheet)}
                {parts(editor, &sheet, &criteria, answer)}
                <section class="card stack">
                    <h2>{text(Key::SheetPartPlan)}</h2>
                    <p>{text(Key::SheetPlanExplain)}</p>
                    {plan(editor, SheetRole::Candidate)}
                </section>
                {last(editor, &sheet, &criteria)}
                <div class="button-row">
                    {pdf_buttons(pdf)}
                    {Button::secondary("print-sheet", Key::ActionPrint).draw(open_print)}
                    <a href="/sheets" class="button button-quiet">
                        {text(Key::SheetsTitle)}
                    </a>
                </div>
            </div>
        </PageFrame>
    }
    .into_any()
}

fn strengths(sheet: &Sheet) -> Option<AnyView> {
    let listed = listed(Key::SheetPartStrengths, &sheet.words.strengths)?;
    Some(
        view! {
            <section class="card stack" data-part="strengths">
                {listed}
            </section>
        }
        .into_any(),
    )
}

fn first_change(editor: SheetEditor, sheet: &Sheet) -> Option<AnyView> {
    let said = &sheet.words.first_change;
    (!said.trim().is_empty()).then(|| {
        view! {
            <section class="card stack" data-part="first-change">
                <h2>{text(Key::SheetFieldFirstChange)}</h2>
                {paragraphs(said)}
                <TextField editor place=SheetPlace::Reply(ReplyField::FirstChange) />
            </section>
        }
        .into_any()
    })
}

fn answer(editor: SheetEditor, criterion: &Criterion, point: &Point) -> AnyView {
    let Some(id) = criterion.criterion_id() else {
        return ().into_any();
    };
    let is_answered = !point.answer.trim().is_empty();
    let label = format(Key::SheetAnswerNamed, &[("name", &criterion.name)]);
    view! {
        <details class="more" open=is_answered>
            <summary>{label}</summary>
            <TextField editor place=SheetPlace::Point(id, PointField::Answer) />
        </details>
    }
    .into_any()
}

fn last(editor: SheetEditor, sheet: &Sheet, criteria: &Arc<Criteria>) -> AnyView {
    let revision = editor.revision();
    let agreed = move || {
        revision.track();
        consents(&untrack(|| editor.sheet()).consents)
    };
    let notes = listed(Key::SheetFieldNotes, &sheet.words.notes);
    let training = listed(Key::SheetFieldTraining, &sheet.words.training);
    let has_words = notes.is_some() || training.is_some();
    view! {
        {has_words
            .then(|| {
                view! {
                    <section class="card stack" data-part="notes">
                        {training}
                        {notes}
                    </section>
                }
            })}
        <section class="card stack" data-part="consents">
            <h2>{text(Key::SheetPartConsents)}</h2>
            {agreed}
        </section>
        {desk(editor, criteria.clone())}
        <TextField editor place=SheetPlace::Reply(ReplyField::Whole) />
    }
    .into_any()
}
