//! One part of a draft: its phrase as a text that can be changed, and another phrase with a tap.

use super::drafted::Drafted;
use crate::components::button::Button;
use crate::components::field::TextField;
use crate::components::field_facts::field_facts;
use crate::components::icon::Icon;
use crate::components::phrases::open_blanks;
use crate::i18n::{Key, format, text};
use crate::state::client::use_client;
use crate::state::letter::LetterEditor;
use approdo_domain::letter::{LetterField, LetterPlace};
use leptos::prelude::*;

/// Draws a part of the draft.
pub fn phrase_card(editor: LetterEditor, drafted: Drafted, field: LetterField) -> AnyView {
    let place = LetterPlace::Text(field);
    let name = text(field_facts(place).label);
    let label = format(Key::LetterDraftAnotherNamed, &[("part", &name)]);
    let has_other = Memo::new(move |_| {
        let drafting = drafted.get();
        drafting.is_some_and(|drafting| drafting.has_other(field))
    });
    let replace = move || {
        let drafting = untrack(|| drafted.get());
        if drafting.is_some_and(|drafting| drafting.replace(field)) {
            let words = editor.shown(place);
            let words = format(Key::LetterDraftReplaced, &[("text", &words)]);
            use_client().toasts.announce(words);
        }
    };
    let another = move || {
        let label = label.clone();
        has_other.get().then(|| {
            Button::secondary("another-phrase", Key::LetterDraftAnother)
                .with_icon(Icon::Redo)
                .read_as(label)
                .draw(replace)
        })
    };
    view! {
        <li class="card" data-letter-part=field_facts(place).name>
            <TextField editor place />
            {open_blanks(editor, place)}
            <div class="card-actions">{another}</div>
        </li>
    }
    .into_any()
}
