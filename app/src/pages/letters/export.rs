//! The ways of sending a letter: as PDF, with the CV in one PDF, by e-mail, as words. A letter with open blanks
//! stays here, and says what is missing.

use crate::components::export_fields::ExportFields;
use crate::components::letter::bar::{LetterPage, letter_bar};
use crate::components::letter::obstacle::{obstacle_notice, obstacle_of};
use crate::components::letter::ways_out::{Way, way_out};
use crate::components::letter::words::letter_name_of;
use crate::components::page_frame::{PageFrame, PageTitle};
use crate::i18n::{Key, text};
use crate::state::client::use_client;
use crate::state::letter::LetterEditor;
use approdo_domain::letter::{LetterForm, LetterPlace};
use leptos::prelude::*;

/// Draws the ways out.
pub fn export_page(editor: LetterEditor) -> AnyView {
    let name = letter_name_of(editor);
    let obstacle = obstacle_of(editor);
    let pages = RwSignal::new(None::<Vec<String>>);
    forget_when_changed(editor, pages);
    let drawn = move || match obstacle.get() {
        Some(obstacle) => obstacle_notice(editor, &obstacle),
        None => ways(editor, pages),
    };
    view! {
        {move || printed(pages)}
        <PageFrame title=text(Key::LetterSendTitle) class="with-bottom-bar">
            <PageTitle words=text(Key::LetterSendTitle) />
            <p class="lead">{move || name.get()}</p>
            {drawn}
            <p class="wide-only">
                <a
                    href=format!("/letters/{}", editor.id())
                    class="text-link"
                    data-action="open-editor"
                >
                    {text(Key::ActionEdit)}
                </a>
            </p>
        </PageFrame>
        {letter_bar(editor, LetterPage::Export)}
    }
    .into_any()
}

/// Draws a card for each way, that for which the form is made first.
fn ways(editor: LetterEditor, pages: RwSignal<Option<Vec<String>>>) -> AnyView {
    let form = editor.text(LetterPlace::Form).text;
    let form = Memo::new(move |_| form.with(|code| LetterForm::from_code(code)));
    let chosen = editor.text(LetterPlace::Cv).text;
    // It may yet come from another device.
    let chosen = Memo::new(move |_| {
        chosen.track();
        use_client().workspace.summaries.track();
        editor.cv_id()
    });
    let cards = move || {
        chosen.track();
        let cv = untrack(|| editor.cv_editor());
        let form = form.get().unwrap_or(LetterForm::VacancyAnswer);
        let ways = Way::of(form).into_iter();
        let ways = ways.filter(|way| *way != Way::PdfWithCv || cv.is_some());
        let cards: Vec<AnyView> = ways.map(|way| way_out(editor, way, pages)).collect();
        view! {
            {cv.map(|editor| view! { <ExportFields editor /> })}
            <ul class="card-list" data-ways="">
                {cards}
            </ul>
        }
        .into_any()
    };
    cards.into_any()
}

/// Forgets pages for the printer as soon as something else would be on them.
fn forget_when_changed(editor: LetterEditor, pages: RwSignal<Option<Vec<String>>>) {
    let keystrokes = editor.keystrokes();
    let choices = use_client().export_choices;
    Effect::new(move |_| {
        keystrokes.track();
        if let Some(cv) = editor.cv_id() {
            choices.of(cv);
        }
        pages.set(None);
    });
}

/// The pages, on paper only.
fn printed(pages: RwSignal<Option<Vec<String>>>) -> Option<AnyView> {
    let pages = pages.get()?.into_iter();
    let drawn: Vec<_> = pages
        .map(|page| view! { <div class="preview-page" inner_html=page></div> })
        .collect();
    Some(view! { <div class="preview print-only">{drawn}</div> }.into_any())
}
