//! An empty sheet for paper, where there is no phone: to be filled by hand, and typed in later.

use super::print::print_buttons;
use super::with_sheet::with_criteria;
use crate::components::page_frame::{PageFrame, PageTitle};
use crate::components::sheet::words::part_words;
use crate::i18n::{Key, text};
use crate::state::sheet::SheetPdf;
use approdo_catalog::{Criteria, Criterion, SheetPart};
use leptos::prelude::*;

/// What is written on by hand.
const LINE: &str = "…………………………………………………………";

/// Draws the empty sheet.
pub fn paper_page() -> AnyView {
    with_criteria(|criteria| {
        let made = criteria.clone();
        let pdf = move || SheetPdf::empty(&made);
        view! {
            <PageFrame title=text(Key::SheetsPaper)>
                <div class="stack" data-print="" data-paper="">
                    <PageTitle words=text(Key::SheetPrintTitle) />
                    {print_buttons("/sheets".to_owned(), pdf)}
                    {blanks(&[
                        Key::SheetFieldCandidate,
                        Key::SheetFieldOccupation,
                        Key::SheetFieldAssessor,
                        Key::SheetFieldBody,
                        Key::SheetFieldDate,
                    ])}
                    <p>{text(Key::SheetPaperExplain)}</p>
                    {blanks(&[Key::SheetPartStrengths])}
                    {parts(&criteria)}
                    {blanks(&[
                        Key::SheetFieldFirstChange,
                        Key::SheetPartPlan,
                        Key::SheetFieldTraining,
                        Key::SheetFieldNotes,
                    ])}
                    {boxes(&[
                        Key::SheetConsentCv,
                        Key::SheetConsentDesk,
                        Key::SheetConsentParent,
                    ])}
                </div>
            </PageFrame>
        }
        .into_any()
    })
}

fn blanks(labels: &[Key]) -> AnyView {
    let lines: Vec<AnyView> = labels
        .iter()
        .map(|label| {
            view! {
                <p>
                    <strong>{text(*label)}</strong>
                    <br />
                    {LINE}
                </p>
            }
            .into_any()
        })
        .collect();
    lines.into_any()
}

fn boxes(labels: &[Key]) -> AnyView {
    let lines: Vec<AnyView> = labels
        .iter()
        .map(|label| view! { <p>"☐ " {text(*label)}</p> }.into_any())
        .collect();
    lines.into_any()
}

fn parts(criteria: &Criteria) -> AnyView {
    let parts: Vec<AnyView> = SheetPart::ALL
        .into_iter()
        .map(|part| {
            let criteria: Vec<AnyView> = criteria.part(part).map(criterion).collect();
            view! {
                <section class="stack">
                    <h2>{text(part_words(part).1)}</h2>
                    {criteria}
                </section>
            }
            .into_any()
        })
        .collect();
    parts.into_any()
}

fn criterion(criterion: &Criterion) -> AnyView {
    let levels: Vec<AnyView> = criterion
        .levels
        .iter()
        .map(|level| view! { <li>"☐ " {level.clone()}</li> }.into_any())
        .collect();
    view! {
        <div>
            <h3>{criterion.name.clone()}</h3>
            <ul class="paper-levels">{levels}</ul>
        </div>
    }
    .into_any()
}
