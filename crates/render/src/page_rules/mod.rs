//! What must hold for every CV, checked on random ones: `breaks` for where pages end, `words` for
//! what stands on them, `typing` for what an edit may move, `hostile` for texts nobody should paste.

mod breaks;
mod hostile;
mod typing;
mod words;

use crate::renderer::{Layout, Renderer};
use crate::sample;
use crate::{FontSet, RenderRequest};
use approdo_domain::{Cv, Skill};
use proptest::prelude::*;
use std::cell::RefCell;

thread_local! {
    static RENDERER: RefCell<Renderer> = RefCell::new(renderer());
}

fn renderer() -> Renderer {
    let mut fonts = FontSet::new();
    for file in sample::font_files() {
        fonts.add(file).unwrap();
    }
    Renderer::new(fonts)
}

fn lay_out(request: &RenderRequest) -> Layout {
    RENDERER.with_borrow_mut(|renderer| renderer.lay_out(request).unwrap())
}

/// Words as people write them, some far too long for a line.
fn words() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        8 => "[a-zàèéìòù]{1,12}",
        2 => "[A-Z][a-z]{2,9}['’][a-zàò]{2,6}",
        1 => "[a-z]{40,160}",
    ];
    prop::collection::vec(word, 0..14).prop_map(|words| words.join(" "))
}

fn lines() -> impl Strategy<Value = String> {
    let line = (prop::bool::ANY, words()).prop_map(
        |(marked, text)| {
            if marked { format!("- {text}") } else { text }
        },
    );
    prop::collection::vec(line, 0..9).prop_map(|lines| lines.join("\n"))
}

fn any_cv(text: BoxedStrategy<String>, long: BoxedStrategy<String>) -> impl Strategy<Value = Cv> {
    let entry = (text.clone(), text.clone(), text.clone(), long.clone());
    (
        [text.clone(), text.clone(), text.clone(), text.clone()],
        long,
        prop::collection::vec(entry.clone(), 0..14),
        prop::collection::vec(entry, 0..5),
        prop::collection::vec(text, 0..12),
    )
        .prop_map(|(personal, profile, work, schools, skills)| {
            let mut cv = Cv {
                profile,
                languages: sample::languages(),
                ..Cv::default()
            };
            let [given, family, headline, address] = personal;
            cv.personal.given_name = given;
            cv.personal.family_name = family;
            cv.personal.headline = headline;
            cv.personal.address = address;
            for (number, (role, employer, place, description)) in (0..).zip(work) {
                let names = [role.as_str(), &employer, &place];
                cv.experience.push(sample::experience(
                    number,
                    names,
                    ["2001", ""],
                    &description,
                ));
            }
            for (number, (qualification, school, place, description)) in (100..).zip(schools) {
                let names = [qualification.as_str(), &school, &place];
                cv.education
                    .push(sample::school(number, names, ["", ""], &description));
            }
            for (number, name) in (200..).zip(skills) {
                let id = sample::item(number);
                cv.skills.push(Skill {
                    name,
                    ..Skill::empty(id)
                });
            }
            cv
        })
}

fn readable_cv() -> impl Strategy<Value = Cv> {
    any_cv(words().boxed(), lines().boxed())
}
