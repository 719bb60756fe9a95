//! What a vacancy's text says of the job: a field each, with the words it was read from and a way to take them.

use super::quote::quoted;
use crate::components::button::Button;
use crate::components::field::TextField;
use crate::components::field_facts::{field_facts, field_id};
use crate::i18n::{Key, format, text};
use crate::platform::focus;
use crate::state::application::ApplicationEditor;
use crate::state::vacancy::FactProposal;
use approdo_domain::application::{ApplicationPlace, VacancyField};
use leptos::prelude::*;

/// What a text may say, in the order of the form.
pub const FACTS: [VacancyField; 4] = [
    VacancyField::Title,
    VacancyField::Company,
    VacancyField::Place,
    VacancyField::Deadline,
];

/// Draws a field with what the text says of it.
pub fn fact(
    editor: ApplicationEditor,
    field: VacancyField,
    proposals: Memo<Vec<FactProposal>>,
) -> AnyView {
    let place = ApplicationPlace::Vacancy(field);
    let proposal = Memo::new(move |_| {
        proposals.with(|found| found.iter().find(|one| one.field == field).cloned())
    });
    view! {
        <div class="card" data-fact=field_facts(place).name>
            <TextField editor place />
            {move || match proposal.get() {
                Some(proposal) => proposed(editor, place, proposal),
                None => view! { <p class="field-hint">{text(Key::VacancyNothingRead)}</p> }.into_any(),
            }}
        </div>
    }
    .into_any()
}

fn proposed(editor: ApplicationEditor, place: ApplicationPlace, proposal: FactProposal) -> AnyView {
    let FactProposal {
        value,
        quote,
        is_taken,
        ..
    } = proposal;
    let from = match is_taken {
        true => Key::VacancyAsInText,
        false => Key::VacancyReadFrom,
    };
    let words = format(Key::VacancyTakeNamed, &[("text", &value)]);
    let take = move || {
        editor.write_step(place, &value);
        focus::focus_soon(field_id(place));
    };
    view! {
        <p class="field-hint" data-read-from="">
            {text(from)}
            " "
            {quoted(quote)}
        </p>
        {(!is_taken)
            .then(|| {
                view! {
                    <div class="card-actions">
                        {Button::secondary("take-fact", Key::VacancyTake).read_as(words).draw(take)}
                    </div>
                }
            })}
    }
    .into_any()
}
