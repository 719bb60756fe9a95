//! How the page looks: the templates by name, and whether all is to stand on one page.

use super::walk::Walk;
use crate::components::choice_words::choices;
use crate::components::part_body::field;
use crate::i18n::{Key, text};
use crate::state::cv_editor::CvEditor;
use crate::state::guided::question::is_work;
use approdo_domain::{Cv, CvPlace, PageLookField};
use approdo_render::Template;
use leptos::prelude::*;

const TEMPLATE: CvPlace = CvPlace::Look(PageLookField::Template);
const ONE_PAGE: CvPlace = CvPlace::Look(PageLookField::OnePage);

/// Experiences of a long career are not pressed into one page unasked.
const MOST_ON_ONE_PAGE: usize = 5;

/// Draws the choice of a look; where none was chosen yet, it begins with what fits a first CV.
pub fn look(walk: Walk) -> AnyView {
    let editor = walk.editor;
    let cv = walk.cv();
    if cv.look.template.is_empty() {
        begin(editor, &cv);
    }
    let chosen = editor.text(TEMPLATE).text;
    let templates = choices(TEMPLATE).into_iter().map(|(code, key)| {
        let chosen = chosen.clone();
        view! {
            <label class="choice-card">
                <input
                    type="radio"
                    name="look-template"
                    value=code
                    prop:checked=move || chosen.with(|chosen| chosen == code)
                    on:change=move |_| editor.write_text(TEMPLATE, code)
                />
                <span>{text(key)}</span>
            </label>
        }
        .into_any()
    });
    let templates: Vec<AnyView> = templates.collect();
    view! {
        <fieldset class="choice-list">
            <legend class="visually-hidden">{text(Key::LookTemplate)}</legend>
            {templates}
        </fieldset>
        {field(editor, ONE_PAGE)}
    }
    .into_any()
}

/// One page, and large where no job fills it: seen and changed on this very screen.
fn begin(editor: CvEditor, cv: &Cv) {
    let template = if cv.experience.iter().any(is_work) {
        Template::Classic
    } else {
        Template::FirstJob
    };
    editor.write_text(TEMPLATE, template.code());
    if cv.experience.len() <= MOST_ON_ONE_PAGE {
        editor.set_flag(ONE_PAGE, true);
    }
}
