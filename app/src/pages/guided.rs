//! The guided way to a CV: the question of the address, or the one where the person stopped.

use crate::components::guided::{Walk, address_of, question_screen};
use crate::components::part::Part;
use crate::state::cv_editor::CvEditor;
use crate::state::guided::{Chapter, GuidedWay, Question, resume};
use crate::state::labels::all_words_of;
use approdo_domain::{Cv, Section};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};

/// Draws the question of the address, once the words of the CV's own language are there; an address
/// without a question becomes that of one.
pub fn guided_page(editor: CvEditor) -> AnyView {
    let path = use_location().pathname.get_untracked();
    let named = path.split('/').filter(|part| !part.is_empty()).nth(3);
    let cv = untrack(|| editor.cv());
    let question = question_of(named.unwrap_or_default(), &cv, editor);
    let address = address_of(editor, question);
    if address != path {
        let navigate = use_navigate();
        let options = NavigateOptions {
            replace: true,
            ..NavigateOptions::default()
        };
        Effect::new(move |_| navigate(&address, options.clone()));
        return ().into_any();
    }
    resume::note(editor.id(), question);
    let words = RwSignal::new_local(None);
    spawn_local(async move {
        let arrived = all_words_of(&cv).await;
        // The person may have gone elsewhere meanwhile.
        let _ = words.try_set(arrived);
    });
    let drawn = move || {
        let words = words.get()?;
        Some(question_screen(Walk::at(editor, question, words)))
    };
    drawn.into_any()
}

/// Finds the question of a word: its own, that of a part of the editor, or where the person stopped.
fn question_of(word: &str, cv: &Cv, editor: CvEditor) -> Question {
    let way = GuidedWay::of(cv);
    if Question::of_code(word).is_some() {
        return way.found(word, cv);
    }
    let noted = resume::noted(editor.id()).unwrap_or_default();
    let stopped_at = way.found(&noted, cv);
    let mut parts = Part::ALL.into_iter();
    match parts.find(|part| part.word() == word) {
        // Open unasked: who stopped within it goes on there.
        Some(Part::Personal) if stopped_at.chapter(cv) > Chapter::JobWanted => Question::Name,
        part => part.and_then(begin).unwrap_or(stopped_at),
    }
}

/// Returns the question with which a part of the editor begins; none for parts that nobody is asked
/// about, and for personal data.
fn begin(part: Part) -> Option<Question> {
    Some(match part {
        Part::List(Section::Experience) => Question::Worked,
        Part::List(Section::Education) => Question::School,
        Part::List(Section::Languages) => Question::MotherTongue,
        Part::List(Section::Skills) => Question::Skills,
        Part::List(Section::Certificates) => Question::Courses,
        Part::Driving => Question::Driving,
        Part::Availability => Question::Availability,
        Part::Profile => Question::Profile,
        _ => return None,
    })
}
