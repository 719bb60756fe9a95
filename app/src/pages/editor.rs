//! The editor of one CV: its parts as a form, and on wide screens the pages, or the check, beside it.

use super::with_editor::cv_name_of;
use crate::components::bottom_bar::{BarPage, BottomBar};
use crate::components::editor_section::{EditorSection, OpenParts};
use crate::components::field::TextField;
use crate::components::next_task::below_first_screen;
use crate::components::offline_line::OfflineLine;
use crate::components::on_demand::{cv_tool, when_there};
use crate::components::page_frame::{PageFrame, PageTitle};
use crate::components::part::Part;
use crate::components::undo::{conflict_notice, listen_to_undo_keys, undo_buttons};
use crate::i18n::{Key, text};
use crate::platform::{focus, media};
use crate::state::client::use_client;
use crate::state::cv_editor::CvEditor;
use approdo_domain::CvPlace;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

/// Makes a CV and goes to its editor, or to its first question.
#[component]
pub fn NewCvPage(
    /// Whether questions are asked.
    #[prop(optional)]
    guided: bool,
) -> impl IntoView {
    let id = use_client().workspace.new_cv();
    let way = if guided { "/guided" } else { "" };
    let navigate = use_navigate();
    let options = NavigateOptions {
        replace: true,
        ..NavigateOptions::default()
    };
    Effect::new(move |_| navigate(&format!("/cv/{id}{way}"), options.clone()));
}

/// Draws the editor of one CV.
pub fn editor(editor: CvEditor) -> AnyView {
    let name = cv_name_of(editor);
    let wanted = use_client().jumps.part();
    let first = wanted.and_then(|word| Part::of_word(&word));
    let first = first.unwrap_or(Part::Personal);
    let open = OpenParts::new(first);
    provide_context(open);
    let is_wide = wide_screen();
    let checks = RwSignal::new(false);
    let is_viewing = Memo::new(move |_| {
        let viewing = use_client().viewing.get();
        viewing.is_some_and(|(document, _)| document == editor.id())
    });
    listen_to_undo_keys(editor.shared());
    follow_jumps(open);
    Effect::new(move |_| use_client().offline.begin());
    let first_screen = Part::ALL.iter().position(|part| *part == first);
    let (above, below) = Part::ALL.split_at(first_screen.map_or(0, |at| at + 1));
    view! {
        <PageFrame title=name class="app-main-wide with-bottom-bar">
            {move || {
                (is_viewing.get() && !is_wide.get())
                    .then(|| cv_tool(editor, |tools| tools.attachment_pane))
            }}
            <div class="editor-layout" data-editor="">
                <div class="editor-form stack">
                    {when_there(move |tools| (tools.way_back)(editor))}
                    {toolbar(editor, name, checks)}
                    {guided_link(editor, open)}
                    {move || conflict_notice(editor, move |place| open.show(Part::of(place)))}
                    <div class="section-list">
                        {sections(editor, open, above)}
                        {below_first_screen(move || sections(editor, open, below))}
                    </div>
                    <div class="card stack">
                        <TextField editor place=CvPlace::Title />
                    </div>
                    {attachments(editor)}
                    <OfflineLine />
                </div>
                {move || {
                    is_wide.get().then(|| beside_form(editor, checks.get(), is_viewing.get()))
                }}
            </div>
        </PageFrame>
        <BottomBar editor page=BarPage::Form />
    }
    .into_any()
}

fn sections(editor: CvEditor, open: OpenParts, parts: &[Part]) -> AnyView {
    let sections = parts
        .iter()
        .map(|part| view! { <EditorSection editor part=*part open /> });
    sections.collect::<Vec<_>>().into_any()
}

/// The files beside the CV, whose code comes when somebody looks.
fn attachments(editor: CvEditor) -> AnyView {
    let opened = RwSignal::new(false);
    view! {
        <details class="card more" data-action="attachments" on:toggle=move |_| opened.set(true)>
            <summary>{text(Key::SectionAttachments)}</summary>
            {move || opened.get().then(|| cv_tool(editor, |tools| tools.attachment_list))}
        </details>
    }
    .into_any()
}

fn toolbar(editor: CvEditor, name: Memo<String>, checks: RwSignal<bool>) -> AnyView {
    view! {
        <div class="editor-toolbar">
            <PageTitle words=name />
            {undo_buttons(editor.shared())}
            <button
                type="button"
                class="button button-secondary wide-only"
                data-action="toggle-check"
                aria-pressed=move || if checks.get() { "true" } else { "false" }
                on:click=move |_| checks.update(|checks| *checks = !*checks)
            >
                {text(Key::EditorTabCheck)}
            </button>
            <button
                type="button"
                class="button button-primary wide-only"
                data-action="download-pdf"
                on:click=move |_| use_client().download_pdf(editor)
            >
                {text(Key::ActionDownloadPdf)}
            </button>
        </div>
    }
    .into_any()
}

/// Leads to the question about the part that is open.
fn guided_link(editor: CvEditor, open: OpenParts) -> AnyView {
    let address = move || {
        let part = open.last().map_or("", Part::word);
        format!("/cv/{}/guided/{part}", editor.id())
    };
    view! {
        <a href=address class="text-link" data-action="open-guided">
            {text(Key::HomeGuided)}
        </a>
    }
    .into_any()
}

/// Draws what stands beside the form: a file to copy from, the check, or the pages.
fn beside_form(editor: CvEditor, checks: bool, is_viewing: bool) -> AnyView {
    if is_viewing {
        return view! {
            <div class="editor-preview">{cv_tool(editor, |tools| tools.attachment_pane)}</div>
        }
        .into_any();
    }
    let (label, content) = if checks {
        let check = cv_tool(editor, |tools| tools.check_beside_form);
        (Key::EditorTabCheck, check)
    } else {
        (Key::ActionPreview, cv_tool(editor, |tools| tools.preview))
    };
    view! {
        <div class="editor-preview" role="region" tabindex="0" aria-label=text(label)>
            {content}
        </div>
    }
    .into_any()
}

/// Goes to a field when somebody asks: opens its part, and selects the words meant.
fn follow_jumps(open: OpenParts) {
    let jumps = use_client().jumps;
    Effect::new(move |_| {
        if let Some(jump) = jumps.take() {
            if let Some(part) = Part::of_word(&jump.part) {
                open.show(part);
            }
            focus::go_soon(jump.field, jump.selected);
        }
    });
}

/// Follows whether form and preview stand side by side.
fn wide_screen() -> RwSignal<bool> {
    let is_wide = RwSignal::new(media::matches(media::WIDE));
    let listener = media::on_change(media::WIDE, move |now| is_wide.set(now));
    let listener = StoredValue::new_local(listener);
    on_cleanup(move || listener.dispose());
    is_wide
}
