//! The self-check after a mock interview: for each point three sentences that somebody else could confirm, and one thing
//! for next time.

use super::mock_words::{level_words, point_name, point_words};
use super::option_cards::{OptionCard, option_cards};
use crate::components::conflict_panel::conflict_panel;
use crate::components::field::TextField;
use crate::i18n::{Key, text};
use crate::state::practice::PracticeEditor;
use approdo_document::TextState;
use approdo_domain::ItemId;
use approdo_domain::practice::{MockInterviewField, PracticePlace, SELF_CHECK, SelfCheckLevel};
use leptos::prelude::*;

/// Draws the self-check of a mock interview.
pub fn self_check(editor: PracticeEditor, mock: ItemId) -> AnyView {
    let points = SELF_CHECK.map(|field| point(editor, mock, field));
    let place = PracticePlace::Mock(mock, MockInterviewField::NextTime);
    view! {
        <section class="stack" data-self-check="">
            <h2>{text(Key::MockCheck)}</h2>
            <p>{text(Key::MockCheckIntro)}</p>
            {Vec::from(points)}
            <TextField editor place />
        </section>
    }
    .into_any()
}

fn point(editor: PracticeEditor, mock: ItemId, field: MockInterviewField) -> AnyView {
    let place = PracticePlace::Mock(mock, field);
    let signals = editor.text(place);
    let (said, state) = (signals.text, signals.state);
    let cards = SelfCheckLevel::ALL.map(|level| OptionCard {
        code: level.code(),
        words: text(level_words(field, level)),
        hint: None,
    });
    let choose = move |code: &'static str| editor.write_text(place, code);
    let is_chosen = move |code: &str| said.with(|said| said == code);
    view! {
        <div data-point=point_name(field)>
            {option_cards(
                point_name(field),
                text(point_words(field)),
                cards.to_vec(),
                is_chosen,
                choose,
            )}
            {move || (state.get() == TextState::Conflict).then(|| conflict_panel(editor, place))}
        </div>
    }
    .into_any()
}
