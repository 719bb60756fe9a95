//! What must hold for every CV, checked on random ones: `breaks` for where pages end, `words` for
//! what stands on them, `typing` for what an edit may move, `fitting` for
//! what is made to stand on one page, `hostile` for texts nobody should paste, `right_to_left` for letters
//! that are, `regions` for what a tap means.

mod breaks;
mod fitting;
mod hostile;
mod regions;
mod right_to_left;
mod typing;
mod words;

use crate::renderer::{Layout, Renderer};
use crate::sample;
use crate::{FontSet, RenderRequest, Template, Typeface};
use approdo_domain::{Certificate, Cv, Heading, OwnSection, Phone, Publication, Reference, Skill};
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
            write_other_parts(&mut cv, &skills);
            for (number, name) in (200..).zip(skills) {
                let id = sample::item(number);
                let kinds = ["technical", "personal", ""];
                cv.skills.push(Skill {
                    name,
                    kind: kinds[usize::from(number % 3)].to_owned(),
                    ..Skill::empty(id)
                });
            }
            cv
        })
}

/// Writes the parts that a page seldom has, with these texts and with the profile's lines.
fn write_other_parts(cv: &mut Cv, texts: &[String]) {
    let [first, second, .., last] = texts else {
        return;
    };
    let numbered = |number: u8| sample::item(number);
    cv.personal.domicile_city.clone_from(last);
    cv.personal.tax_code.clone_from(first);
    cv.phones = vec![Phone {
        number: second.clone(),
        note: first.clone(),
        ..Phone::empty(numbered(0))
    }];
    cv.digital.tools = texts.join("\n");
    cv.digital.safety = "advanced".to_owned();
    cv.availability.note.clone_from(first);
    cv.availability.radius_km.clone_from(second);
    cv.permit.kind = "work".to_owned();
    cv.hobbies = texts.join("\n");
    cv.privacy_sentence = true;
    for (number, name) in (0..4).zip(texts) {
        cv.certificates.push(Certificate {
            name: name.clone(),
            issuer: first.clone(),
            number: last.clone(),
            ..Certificate::empty(numbered(number))
        });
        cv.references.push(Reference {
            role: name.clone(),
            email: last.clone(),
            ..Reference::empty(numbered(number))
        });
    }
    cv.publications = vec![Publication {
        title: first.clone(),
        link: last.clone(),
        description: cv.profile.clone(),
        ..Publication::empty(numbered(0))
    }];
    cv.own_sections = vec![OwnSection {
        title: second.clone(),
        text: cv.profile.clone(),
        ..OwnSection::empty(numbered(0))
    }];
    if first < last {
        cv.order = vec![
            Heading::Own(numbered(0)),
            Heading::References,
            Heading::Skills,
        ];
    }
}

fn any_template() -> impl Strategy<Value = Template> {
    prop::sample::select(&Template::ALL[..])
}

fn any_typeface() -> impl Strategy<Value = Typeface> {
    prop::sample::select(&Typeface::ALL[..])
}

fn readable_cv() -> impl Strategy<Value = Cv> {
    any_cv(words().boxed(), lines().boxed())
}
