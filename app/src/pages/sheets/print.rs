//! A sheet on its way to a printer: all that was said and answered, without fields. The style sheet for print
//! leaves buttons out.

use crate::components::button::Button;
use crate::components::page_frame::{PageFrame, PageTitle};
use crate::components::sheet::pdf_buttons::pdf_buttons;
use crate::components::sheet::reading::{about, consents, listed, paragraphs, parts};
use crate::i18n::{Key, format, text};
use crate::platform::page;
use crate::state::sheet::{SheetEditor, SheetPdf};
use approdo_catalog::{Criteria, Criterion};
use approdo_domain::sheet::{Point, Sheet, Step};
use leptos::prelude::*;
use std::sync::Arc;

/// Draws the page of a sheet, and opens the browser's dialog for printing.
pub fn print_page(editor: SheetEditor, criteria: Arc<Criteria>) -> AnyView {
    let sheet = editor.sheet();
    print_once_shown();
    let made = criteria.clone();
    let pdf = move || SheetPdf::of(&editor.sheet(), &made);
    let back = format!("/sheets/{}", editor.id());
    view! {
        <PageFrame title=text(Key::SheetPrintTitle)>
            <div class="stack" data-print="">
                <PageTitle words=text(Key::SheetPrintTitle) />
                {print_buttons(back, pdf)}
                {about(&sheet.about)}
                {listed(Key::SheetPartStrengths, &sheet.words.strengths)}
                {first_change(&sheet)}
                {parts(editor, &sheet, &criteria, answer)}
                {plan(&sheet)}
                {listed(Key::SheetFieldTraining, &sheet.words.training)}
                {listed(Key::SheetFieldNotes, &sheet.words.notes)}
                <h2>{text(Key::SheetPartConsents)}</h2>
                {consents(&sheet.consents)}
                {listed(Key::SheetFieldWhole, &sheet.reply.whole)}
            </div>
        </PageFrame>
    }
    .into_any()
}

/// Draws the buttons of a page to be printed, which stay on screen.
pub fn print_buttons(back: String, pdf: impl Fn() -> SheetPdf + Clone + 'static) -> AnyView {
    view! {
        <div class="button-row">
            {pdf_buttons(pdf)}
            {Button::secondary("print", Key::ActionPrint).draw(page::print)}
            <a href=back class="button button-quiet">
                {text(Key::SheetBack)}
            </a>
        </div>
    }
    .into_any()
}

fn print_once_shown() {
    Effect::new(move |_| {
        // After the page is in the document.
        request_animation_frame(page::print);
    });
}

fn first_change(sheet: &Sheet) -> Option<AnyView> {
    let said = &sheet.words.first_change;
    (!said.trim().is_empty()).then(|| {
        view! {
            <h2>{text(Key::SheetFieldFirstChange)}</h2>
            {paragraphs(said)}
            {answered(&sheet.reply.first_change)}
        }
        .into_any()
    })
}

fn answer(_editor: SheetEditor, _criterion: &Criterion, point: &Point) -> AnyView {
    answered(&point.answer).into_any()
}

fn answered(words: &str) -> Option<AnyView> {
    (!words.trim().is_empty()).then(|| {
        let said = format(Key::SheetAnswered, &[("words", words.trim())]);
        view! { <p>{said}</p> }.into_any()
    })
}

fn plan(sheet: &Sheet) -> Option<AnyView> {
    let steps: Vec<AnyView> = sheet.steps.iter().map(step).collect();
    (!steps.is_empty()).then(|| {
        view! {
            <h2>{text(Key::SheetPartPlan)}</h2>
            <ul>{steps}</ul>
        }
        .into_any()
    })
}

fn step(step: &Step) -> AnyView {
    let tick = if step.done { "☑" } else { "☐" };
    let by = step.by.0.trim();
    let by = (!by.is_empty()).then(|| format(Key::SheetStepBy, &[("date", by)]));
    view! { <li>{tick} " " {step.what.clone()} " " {by}</li> }.into_any()
}
