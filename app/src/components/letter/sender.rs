//! Who writes: each field is as in the CV until something else is written, or it is left out.

use crate::components::field::TextField;
use crate::components::field_facts::field_facts;
use crate::components::field_facts::{field_id, field_name};
use crate::i18n::{Key, format, text};
use crate::state::letter::LetterEditor;
use approdo_domain::letter::{LetterPlace, SenderField};
use leptos::prelude::*;

/// Draws the fields on who writes.
pub fn sender_fields(editor: LetterEditor) -> Vec<AnyView> {
    let fields = SenderField::ALL.map(|field| sender_field(editor, field));
    Vec::from(fields)
}

fn sender_field(editor: LetterEditor, field: SenderField) -> AnyView {
    let place = LetterPlace::Sender(field);
    let left_out = LetterPlace::SenderLeftOut(field);
    let flag = editor.flag(left_out);
    let shown = flag.clone();
    let in_cv = Memo::new(move |_| match editor.sender_in_cv(field).as_str() {
        "" => text(Key::LetterFieldNotInCv),
        words => format(Key::LetterFieldAsInCv, &[("text", words)]),
    });
    let label = text(field_facts(place).label);
    let leave_out = format(Key::LetterFieldLeaveOut, &[("field", &label)]);
    view! {
        <div class="stack" data-sender-field=field_name(place)>
            {move || {
                (!shown.get())
                    .then(|| {
                        view! {
                            <TextField editor place />
                            <p class="field-hint" data-in-cv="">
                                {in_cv}
                            </p>
                        }
                    })
            }} <label class="checkbox-row">
                <input
                    type="checkbox"
                    id=field_id(left_out)
                    prop:checked=move || flag.get()
                    on:change=move |event| {
                        editor.set_flag(left_out, event_target_checked(&event))
                    }
                /> <span>{leave_out}</span>
            </label>
        </div>
    }
    .into_any()
}
