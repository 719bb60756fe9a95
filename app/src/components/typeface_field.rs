//! The choice of a typeface, each with a few letters in it. The letters are pictures that
//! `public/fonts/build.py` draws, so that no font is fetched for looking.

use super::choice_words::choices;
use super::field_facts::{field_facts, field_id, field_name};
use super::on_demand::piece;
use crate::i18n::text;
use crate::state::cv_editor::CvEditor;
use approdo_document::TextState;
use approdo_domain::{CvPlace, PageLookField};
use approdo_render::Typeface;
use leptos::prelude::*;

const PLACE: CvPlace = CvPlace::Look(PageLookField::Typeface);

/// The typefaces to choose from. One of a newer version stays until another is chosen.
#[component]
pub fn TypefaceField(
    /// The CV.
    editor: CvEditor,
) -> impl IntoView {
    let signals = editor.text(PLACE);
    let (shown, state) = (signals.text, signals.state);
    let cards: Vec<AnyView> = Typeface::ALL
        .into_iter()
        .zip(choices(PLACE))
        .map(|(typeface, (code, words))| {
            let shown = shown.clone();
            let is_chosen = move || shown.with(|shown| is_meant(shown, typeface));
            view! {
                <label class="choice-card">
                    <input
                        type="radio"
                        name="look-typeface"
                        value=code
                        prop:checked=is_chosen
                        on:change=move |_| editor.write_text(PLACE, code)
                    />
                    <span>
                        <span
                            class="typeface-sample"
                            aria-hidden="true"
                            inner_html=sample(typeface)
                        ></span>
                        {text(words)}
                    </span>
                </label>
            }
            .into_any()
        })
        .collect();
    view! {
        <fieldset class="choice-list" id=field_id(PLACE) data-field=field_name(PLACE)>
            <legend class="field-label">{text(field_facts(PLACE).label)}</legend>
            {cards}
            {move || {
                (state.get() == TextState::Conflict)
                    .then(|| piece(move |parts| (parts.conflict_panel)(editor, PLACE)))
            }}
        </fieldset>
    }
    .into_any()
}

/// Tells whether what is written means a typeface; nothing written means the usual one.
fn is_meant(written: &str, typeface: Typeface) -> bool {
    match written.trim() {
        "" => typeface == Typeface::default(),
        code => Typeface::from_code(code) == Some(typeface),
    }
}

fn sample(typeface: Typeface) -> &'static str {
    match typeface {
        Typeface::Titillium => include_str!("typeface_samples/titillium.svg"),
        Typeface::Sans => include_str!("typeface_samples/sans.svg"),
        Typeface::Serif => include_str!("typeface_samples/serif.svg"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_written_means_the_usual_typeface_and_a_newer_one_none_of_these() {
        let meant = |written: &str| {
            let all = Typeface::ALL.into_iter();
            let meant: Vec<Typeface> = all.filter(|each| is_meant(written, *each)).collect();
            meant
        };
        assert_eq!(meant(""), [Typeface::Titillium]);
        assert_eq!(meant("serif"), [Typeface::Serif]);
        assert_eq!(meant("of next year"), []);
    }
}
