//! A line of what is asked for beside the CV: how the CV stands to it, why, and the way there.

use super::prepare::prepare_button;
use super::reasons::{reason, standing_code, standing_words};
use crate::components::button::Button;
use crate::components::entry_fields::first_field;
use crate::components::field_place::FieldPlace;
use crate::i18n::{Key, format, text};
use crate::state::client::use_client;
use crate::state::cv_editor::CvEditor;
use crate::state::jump::Jump;
use crate::state::vacancy::{CvStanding, LineBesideCv, standing};
use crate::state::way_back::WayBack;
use approdo_domain::application::{CvTarget, RequirementAnswer};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

/// Draws a line of the vacancy for `job`; `page` is where one comes back to.
pub fn requirement_card(cv: CvEditor, line: LineBesideCv, job: &str, page: &str) -> AnyView {
    let whole = line.standing();
    let words = line.words.clone();
    let answers = line.answers.iter().map(|(kind, answer)| {
        let why = reason(*kind, *answer, cv);
        view! {
            <p>{why}</p>
            <div class="card-actions">{go_button(cv, &words, *answer, page.to_owned())}</div>
        }
    });
    let answers: Vec<_> = answers.collect();
    let unknown = answers
        .is_empty()
        .then(|| text(Key::RequirementsUnknownReason));
    let prepare = (whole != CvStanding::Met).then(|| prepare_button(&words, job));
    let asked = line.words.clone();
    view! {
        <li class="card" data-requirement=asked data-standing=standing_code(whole)>
            <h2 class="card-title">{line.words}</h2>
            <p class="standing" data-standing=standing_code(whole)>
                {text(standing_words(whole))}
            </p>
            {answers}
            {unknown.map(|words| view! { <p>{words}</p> })}
            {prepare.map(|button| view! { <div class="card-actions">{button}</div> })}
        </li>
    }
    .into_any()
}

/// Leads to the place of the CV, and notes the way back.
fn go_button(cv: CvEditor, words: &str, answer: RequirementAnswer, page: String) -> AnyView {
    let (RequirementAnswer::Met(target)
    | RequirementAnswer::Unsure(target)
    | RequirementAnswer::Less(target)
    | RequirementAnswer::NotWritten(target)) = answer;
    let (shown, named) = match standing(answer) {
        CvStanding::NotWritten => (Key::RequirementsWrite, Key::RequirementsWriteNamed),
        _ => (Key::RequirementsLook, Key::RequirementsLookNamed),
    };
    let navigate = use_navigate();
    let go = move || {
        let client = use_client();
        client.jumps.ask(way_to(cv, target));
        client.way_back.set(Some(WayBack {
            cv: cv.id(),
            address: page.clone(),
        }));
        navigate(&format!("/cv/{}", cv.id()), Default::default());
    };
    Button::secondary("go-to-cv", shown)
        .read_as(format(named, &[("text", words)]))
        .draw(go)
}

/// Returns the way to a place; to a list with an entry added, ready to be written in.
fn way_to(cv: CvEditor, target: CvTarget) -> Jump {
    match target {
        CvTarget::Place(place) => place.way(),
        CvTarget::List(section) => first_field(section, cv.add_entry(section)).way(),
    }
}
