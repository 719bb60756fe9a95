//! What goes to a desk with the candidate's consent: its words as they will be read there, the choice of the
//! name, copying and sharing, and taking the consent back.

use crate::components::button::Button;
use crate::components::icon::Icon;
use crate::i18n::{Key, text};
use crate::platform::{files, focus, page};
use crate::state::client::use_client;
use crate::state::sheet::{SheetEditor, desk_words};
use approdo_catalog::Criteria;
use approdo_domain::sheet::{ConsentField, SheetPlace, SheetRole};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// Where the yes stands, as the day on which it was said.
const CONSENT: SheetPlace = SheetPlace::Consent(ConsentField::Desk);

/// Draws what goes to a desk; nothing while the candidate has not agreed.
pub fn desk(editor: SheetEditor, criteria: Arc<Criteria>) -> AnyView {
    let with_name = RwSignal::new(false);
    let revision = editor.revision();
    let words = Memo::new(move |_| {
        revision.track();
        let sheet = untrack(|| editor.sheet());
        desk_words(&sheet, &criteria, with_name.get(), text)
    });
    let is_agreed = Memo::new(move |_| words.with(Option::is_some));
    let drawn = move || {
        is_agreed.get().then(|| {
            view! {
                <section class="card stack" data-part="desk">
                    <h2 id="desk-title" tabindex="-1">
                        {text(Key::SheetDesk)}
                    </h2>
                    <p>{text(Key::SheetDeskExplain)}</p>
                    <label class="checkbox-row">
                        <input
                            type="checkbox"
                            id="desk-name"
                            prop:checked=move || with_name.get()
                            on:change=move |event| with_name.set(event_target_checked(&event))
                        />
                        <span>{text(Key::SheetDeskName)}</span>
                    </label>
                    <div class="field">
                        <label for="desk-words">{text(Key::SheetDeskWords)}</label>
                        <textarea
                            id="desk-words"
                            rows="8"
                            readonly
                            prop:value=move || words.get().unwrap_or_default()
                        ></textarea>
                    </div>
                    <div class="button-row">{buttons(editor, words)}</div>
                </section>
            }
        })
    };
    drawn.into_any()
}

fn buttons(editor: SheetEditor, words: Memo<Option<String>>) -> AnyView {
    let copy = move || {
        let words = words.get_untracked().unwrap_or_default();
        let toasts = use_client().toasts;
        spawn_local(async move {
            if page::copy(&words).await {
                toasts.show(text(Key::ActionCopied));
            } else {
                focus::focus_soon("desk-words".to_owned());
                toasts.show(text(Key::ExportCopyYourself));
            }
        });
    };
    let share = move || {
        let words = words.get_untracked().unwrap_or_default();
        spawn_local(async move {
            if files::share_text(&text(Key::SheetDesk), &words).await == files::Shared::NotPossible
            {
                use_client().toasts.show(text(Key::ExportCopyYourself));
            }
        });
    };
    let is_own = untrack(|| editor.sheet()).sheet_role() == SheetRole::Candidate;
    view! {
        {Button::secondary("copy-desk-words", Key::ExportCopy).with_icon(Icon::Page).draw(copy)}
        {files::can_share_text()
            .then(|| {
                Button::secondary("share-desk-words", Key::ActionSharePdf)
                    .with_icon(Icon::Share)
                    .draw(share)
            })}
        {is_own
            .then(|| {
                Button::secondary("withdraw-desk", Key::SheetDeskWithdraw)
                    .draw(move || withdraw(editor))
            })}
    }
    .into_any()
}

/// Takes the yes back; on the same page that can be taken back too.
fn withdraw(editor: SheetEditor) {
    let day = editor.shown(CONSENT);
    editor.write_step(CONSENT, "");
    focus::focus_soon("page-title".to_owned());
    let restore = move || editor.write_step(CONSENT, &day);
    use_client()
        .toasts
        .offer_undo(text(Key::SheetDeskWithdrawn), restore);
}
