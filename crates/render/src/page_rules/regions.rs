//! Each line of the pages leads to the field in which it is written.

use super::{any_template, lay_out, readable_cv};
use crate::regions::regions_of;
use crate::renderer::{Layout, origin_of};
use crate::request::Region;
use crate::sample;
use crate::theme::{PAGE_HEIGHT, PAGE_WIDTH};
use approdo_domain::{Cv, CvPlace, ExperienceField, ExportChoice, PersonalField, Section};
use approdo_testkit::cv::full_cv;
use proptest::prelude::*;
use rstest::rstest;

/// The text of each line with the middle of it on its page.
fn lines(layout: &Layout) -> Vec<(usize, String, (f32, f32))> {
    let mut lines = Vec::new();
    for (number, page) in layout.pages.iter().enumerate() {
        for placed in &page.rows {
            let row = &layout.composition.rows[placed.row];
            let (left, top) = origin_of(row, placed);
            for piece in row.pieces.iter().filter(|piece| piece.node.is_some()) {
                let line = &piece.paragraph.lines[piece.line];
                let middle = (
                    left + piece.x + line.width / 2.0,
                    top + piece.baseline - 2.0,
                );
                lines.push((number, line.text.clone(), middle));
            }
        }
    }
    lines
}

fn holds(region: &Region, (x, y): (f32, f32)) -> bool {
    (region.left..=region.left + region.width).contains(&x)
        && (region.top..=region.top + region.height).contains(&y)
}

/// The fields of the smallest part around each line that has the text in it.
fn places_of(layout: &Layout, cv: &Cv, text: &str) -> Vec<CvPlace> {
    let (places, regions) = (cv.places(), regions_of(layout, cv));
    let found = lines(layout)
        .into_iter()
        .filter(|(_, line, _)| line.contains(text));
    found
        .flat_map(|(page, _, middle)| {
            let around = regions[page]
                .iter()
                .filter(move |region| holds(region, middle));
            let area = |region: &&Region| (region.width * region.height) as i64;
            around
                .min_by_key(area)
                .map(|region| places[usize::from(region.place)])
        })
        .collect()
}

#[rstest]
#[case::classic(crate::Template::Classic)]
#[case::modern(crate::Template::Modern)]
#[case::first_job(crate::Template::FirstJob)]
fn a_line_leads_to_the_field_that_says_it(#[case] template: crate::Template) {
    let cv = sample::one_page();
    let layout = lay_out(&sample::request_in(template, cv.clone()));
    let first = &cv.experience[0];
    for (text, place) in [
        (
            cv.personal.email.as_str(),
            CvPlace::Personal(PersonalField::Email),
        ),
        (
            &cv.personal.given_name,
            CvPlace::Personal(PersonalField::GivenName),
        ),
        ("precisa e", CvPlace::Profile),
        (
            &first.employer[..10],
            CvPlace::Experience(first.id, ExperienceField::Employer),
        ),
        (
            "oggi",
            CvPlace::Experience(first.id, ExperienceField::Start),
        ),
    ] {
        let places = places_of(&layout, &cv, text);
        assert!(places.contains(&place), "{text} leads to {places:?}");
    }
}

#[rstest]
#[case::classic(crate::Template::Classic)]
#[case::modern(crate::Template::Modern)]
#[case::first_job(crate::Template::FirstJob)]
fn every_entry_and_part_of_a_full_cv_can_be_reached(#[case] template: crate::Template) {
    let cv = full_cv().for_export(ExportChoice::everything());
    let layout = lay_out(&sample::request_in(template, cv.clone()));
    let places = cv.places();
    let regions = regions_of(&layout, &cv);
    let reached: Vec<CvPlace> = regions
        .iter()
        .flatten()
        .map(|region| places[usize::from(region.place)])
        .collect();
    for section in Section::ALL {
        for item in cv.entry_ids(section) {
            let entry = Some((section, item));
            assert!(
                reached.iter().any(|place| place.entry() == entry),
                "{entry:?}"
            );
        }
    }
    for place in [CvPlace::Profile, CvPlace::Hobbies, CvPlace::OwnCar] {
        assert!(reached.contains(&place), "{place:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn parts_stand_on_the_page_and_name_fields_of_the_cv(
        cv in readable_cv(),
        template in any_template(),
    ) {
        let layout = lay_out(&sample::request_in(template, cv.clone()));
        let regions = regions_of(&layout, &cv);
        prop_assert_eq!(regions.len(), layout.pages.len());
        for region in regions.iter().flatten() {
            prop_assert!(usize::from(region.place) < cv.places().len());
            prop_assert!(region.left >= 0.0 && region.left + region.width <= PAGE_WIDTH);
            prop_assert!(region.top >= 0.0 && region.top + region.height <= PAGE_HEIGHT);
        }
    }
}
