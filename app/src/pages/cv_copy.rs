//! A copy of a CV for a vacancy: what it is for is asked, then it is there and open.

use super::with_editor::cv_name_of;
use crate::components::page_frame::{PageFrame, PageTitle};
use crate::i18n::{Key, format, text};
use crate::state::client::use_client;
use crate::state::cv_editor::CvEditor;
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

/// Draws the question what the copy is for.
pub fn copy_page(editor: CvEditor) -> AnyView {
    let name = cv_name_of(editor);
    let vacancy = RwSignal::new(String::new());
    let navigate = use_navigate();
    let make = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let title = copy_title(&vacancy.get_untracked(), &name.get_untracked());
        let id = editor.copy(&title, None);
        navigate(&format!("/cv/{id}"), Default::default());
        use_client().toasts.show(text(Key::CopyDone));
    };
    view! {
        <PageFrame title=text(Key::CopyTitle)>
            <PageTitle words=text(Key::CopyTitle) />
            <p class="lead">{name}</p>
            <p>{text(Key::CopyExplain)}</p>
            <form class="stack" on:submit=make>
                <div class="field">
                    <label for="copy-vacancy">{text(Key::CopyVacancy)}</label>
                    <p class="field-hint" id="copy-vacancy-hint">
                        {text(Key::CopyVacancyHint)}
                    </p>
                    <input
                        id="copy-vacancy"
                        type="text"
                        dir="auto"
                        autocomplete="off"
                        aria-describedby="copy-vacancy-hint"
                        on:input=move |event| vacancy.set(event_target_value(&event))
                    />
                </div>
                <div class="button-row">
                    <button type="submit" class="button button-primary" data-action="make-copy">
                        {text(Key::CopyMake)}
                    </button>
                    <a href="/cv" class="button button-secondary">
                        {text(Key::ListTitle)}
                    </a>
                </div>
            </form>
        </PageFrame>
    }
    .into_any()
}

/// Names a copy after what it is for; where that is not said, after the CV it comes from.
fn copy_title(vacancy: &str, name: &str) -> String {
    match vacancy.trim() {
        "" => format(Key::CopyUnnamed, &[("name", name)]),
        vacancy => format(Key::CopyNamed, &[("vacancy", vacancy)]),
    }
}
