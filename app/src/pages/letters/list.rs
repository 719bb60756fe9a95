//! The list of letters on this device, and their bin.

use crate::components::button::Button;
use crate::components::icon::{Icon, icon};
use crate::components::letter::words::{form_words, letter_name};
use crate::components::page_frame::{PageFrame, PageTitle};
use crate::i18n::{Key, format, moment, text};
use crate::platform::focus;
use crate::state::client::use_client;
use crate::state::letter::{LetterSummary, letters};
use crate::state::workspace::Phase;
use approdo_document::DocumentId;
use leptos::prelude::*;

/// Draws the list of letters.
pub fn list_page() -> AnyView {
    let workspace = use_client().workspace;
    let lists = Memo::new(move |_| letters(workspace));
    let cards = move || {
        let kept = lists.with(|lists| lists.kept.clone());
        if workspace.phase.get() == Phase::Ready && kept.is_empty() {
            return empty();
        }
        let cards: Vec<AnyView> = kept.into_iter().map(card).collect();
        view! { <ul class="card-list">{cards}</ul> }.into_any()
    };
    view! {
        <PageFrame title=text(Key::LettersTitle)>
            <PageTitle words=text(Key::LettersTitle) />
            {cards}
            <div class="button-row">
                <a href="/letters/new" class="button button-primary" data-action="new-letter">
                    {icon(Icon::Add)}
                    {text(Key::LettersNew)}
                </a>
                <a href="/letters/import" class="button button-secondary" data-action="open-import">
                    {icon(Icon::Page)}
                    {text(Key::LetterImportOpen)}
                </a>
            </div>
            {move || bin(lists.with(|lists| lists.removed.clone()))}
        </PageFrame>
    }
    .into_any()
}

fn empty() -> AnyView {
    view! {
        <div class="empty-state">
            {icon(Icon::Page)} <p>{text(Key::LettersEmpty)}</p>
        </div>
    }
    .into_any()
}

fn name_of(letter: &LetterSummary) -> String {
    letter_name(&letter.title, &letter.company, &letter.role)
}

fn card(letter: LetterSummary) -> AnyView {
    let name = name_of(&letter);
    let address = format!("/letters/{}", letter.id);
    let check = format!("{address}/check");
    let send = format!("{address}/export");
    let form = text(form_words(letter.form).0);
    let changed = format(Key::ListChanged, &[("when", &moment(letter.changed_ms))]);
    let labelled = |key| format(key, &[("name", name.as_str())]);
    let [edit_label, send_label, remove_label] = [
        Key::ListEditNamed,
        Key::LettersSendNamed,
        Key::LettersRemoveNamed,
    ]
    .map(labelled);
    let (id, removed) = (letter.id, name.clone());
    view! {
        <li class="card" data-letter=letter.id.to_string()>
            <h2 class="card-title">
                <a href=address.clone()>{name.clone()}</a>
            </h2>
            <p class="card-meta">{form} <br /> {changed}</p>
            <div class="card-actions">
                <a
                    href=address
                    class="button button-secondary"
                    data-action="edit-letter"
                    aria-label=edit_label
                >
                    {text(Key::ActionEdit)}
                </a>
                <a href=check class="button button-quiet" data-action="open-check">
                    {text(Key::EditorTabCheck)}
                </a>
                <a
                    href=send
                    class="button button-quiet"
                    data-action="open-export"
                    aria-label=send_label
                >
                    {text(Key::LetterSendTab)}
                </a>
                {Button::secondary("remove-letter", Key::LettersRemove)
                    .read_as(remove_label)
                    .draw(move || remove(id, &removed))}
            </div>
        </li>
    }
    .into_any()
}

fn remove(id: DocumentId, name: &str) {
    let client = use_client();
    client.workspace.set_removed(id, true);
    focus::focus_soon("page-title".to_owned());
    let restore = move || client.workspace.set_removed(id, false);
    let words = format(Key::LettersRemoved, &[("name", name)]);
    client.toasts.offer_undo(words, restore);
}

fn bin(removed: Vec<LetterSummary>) -> Option<AnyView> {
    if removed.is_empty() {
        return None;
    }
    let cards: Vec<AnyView> = removed.into_iter().map(removed_card).collect();
    Some(
        view! {
            <section class="stack" data-bin="">
                <h2>{text(Key::ListBin)}</h2>
                <p>{text(Key::LettersBinExplain)}</p>
                <ul class="card-list">{cards}</ul>
            </section>
        }
        .into_any(),
    )
}

fn removed_card(letter: LetterSummary) -> AnyView {
    let name = name_of(&letter);
    let label = format(Key::ListRestoreNamed, &[("name", &name)]);
    let restore = move || {
        use_client().workspace.set_removed(letter.id, false);
        focus::focus_soon("page-title".to_owned());
    };
    view! {
        <li class="card">
            <h3 class="card-title">{name}</h3>
            <div class="card-actions">
                {Button::secondary("restore-letter", Key::ActionRestore)
                    .read_as(label)
                    .draw(restore)}
            </div>
        </li>
    }
    .into_any()
}
