//! Fonts that a text needs are named, fetched, and change nothing for texts that do not need them.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use approdo_domain::Cv;
use approdo_render::{FontGroup, FontSet, RenderRequest, Renderer, Typeface};
use rstest::rstest;

mod common;

/// The files of a group, as the worker of the page fetches them.
fn files_of(group: FontGroup) -> Vec<Vec<u8>> {
    common::font_files_of(match group {
        FontGroup::Cyrillic => "approdo-cyrillic",
        FontGroup::Greek => "approdo-greek",
        FontGroup::Arabic => "approdo-arabic",
        FontGroup::Hebrew => "noto-sans-hebrew",
        FontGroup::Other => "noto-sans-fallback",
        FontGroup::Sans => "approdo-sans",
        FontGroup::Serif => "approdo-serif",
    })
}

fn renderer_with(groups: &[FontGroup]) -> Renderer {
    let files = groups.iter().flat_map(|group| files_of(*group));
    let mut fonts = FontSet::new();
    for file in common::font_files_of("titillium-web")
        .into_iter()
        .chain(files)
    {
        fonts.add(file).unwrap();
    }
    Renderer::new(fonts)
}

/// Adds what is lacking until nothing new is named, and says what was added.
fn add_what_is_lacking(renderer: &mut Renderer, request: &RenderRequest) -> Vec<FontGroup> {
    let mut added = Vec::new();
    loop {
        renderer.preview(request).unwrap();
        let lacking = renderer.lacking_fonts().iter().copied();
        let new: Vec<FontGroup> = lacking.filter(|group| !added.contains(group)).collect();
        if new.is_empty() {
            return added;
        }
        for file in new.iter().flat_map(|group| files_of(*group)) {
            renderer.add_font(file).unwrap();
        }
        added.extend(new);
    }
}

fn named(name: &str) -> RenderRequest {
    let mut cv: Cv = common::one_page();
    name.clone_into(&mut cv.personal.family_name);
    common::request(cv)
}

#[rstest]
#[case::italian("D'Alò", &[])]
#[case::albanian("Gëzim Çela", &[])]
#[case::romanian("Ștefan Țurcanu", &[])]
#[case::ukrainian("Шевченко-Ґ", &[FontGroup::Cyrillic])]
#[case::arabic("بن علي", &[FontGroup::Arabic])]
#[case::hebrew("כהן", &[FontGroup::Hebrew])]
#[case::with_a_number("Школа №2", &[FontGroup::Cyrillic])]
#[case::kazakh("Әлімұлы", &[FontGroup::Cyrillic])]
#[case::chuvash("Ӑ Ӗ Ԥ", &[FontGroup::Cyrillic, FontGroup::Other])]
#[case::greek("Παπαδοπούλου", &[FontGroup::Greek])]
#[case::both("Шевченко Παππά", &[FontGroup::Cyrillic, FontGroup::Greek])]
#[case::vietnamese("Nguyễn", &[FontGroup::Other])]
#[case::arrow("→", &[FontGroup::Other])]
#[case::russian_with_stress("Ма\u{301}ша", &[FontGroup::Cyrillic, FontGroup::Other])]
fn a_name_fetches_the_fonts_of_its_letters_and_prints_whole(
    #[case] name: &str,
    #[case] groups: &[FontGroup],
) {
    let request = named(name);
    let mut renderer = renderer_with(&[]);
    let mut added = add_what_is_lacking(&mut renderer, &request);
    added.sort_unstable();
    assert_eq!(added, groups);
    assert_eq!(renderer.pdf(&request).unwrap().substitutions, []);
}

#[rstest]
#[case::emoji("Rossi 😀")]
#[case::controls("Rossi\u{202E}\u{0}")]
fn what_no_font_shows_fetches_none(#[case] name: &str) {
    let mut renderer = renderer_with(&[]);
    assert_eq!(add_what_is_lacking(&mut renderer, &named(name)), []);
}

#[test]
fn an_unknown_script_asks_once_and_goes_on() {
    let mut renderer = renderer_with(&[]);
    let request = named("สมชาย");
    assert_eq!(
        add_what_is_lacking(&mut renderer, &request),
        [FontGroup::Other]
    );
    let substitutions = renderer.pdf(&request).unwrap().substitutions;
    assert_eq!(substitutions[0].replacement, "□");
}

#[rstest]
#[case::sans(Typeface::Sans, FontGroup::Sans, "approdo-sans")]
#[case::serif(Typeface::Serif, FontGroup::Serif, "approdo-serif")]
fn a_typeface_is_fetched_once_chosen_and_only_then(
    #[case] typeface: Typeface,
    #[case] group: FontGroup,
    #[case] family: &str,
) {
    let mut renderer = renderer_with(&[]);
    let usual = renderer.preview(&named("D'Alò")).unwrap();
    assert_eq!(renderer.lacking_fonts(), []);
    let request = common::request_set_in(typeface, common::one_page());
    let waiting = renderer.preview(&request).unwrap();
    assert!(waiting.typeface_is_missing && !usual.typeface_is_missing);
    assert!(!waiting.pages[0].contains("Approdo"), "not yet there");
    assert_eq!(add_what_is_lacking(&mut renderer, &request), [group]);
    let there = renderer.preview(&request).unwrap();
    assert!(!there.typeface_is_missing);
    let name = family.replace("approdo-s", "Approdo S");
    assert!(there.pages[0].contains(&name), "the screen sets it so, too");
    assert_eq!(renderer.preview(&named("D'Alò")), Ok(usual));
}

/// A Vietnamese letter is in neither, a rare Latin one not in the one with serifs: pages say the same.
#[test]
fn a_letter_that_a_typeface_lacks_comes_from_the_usual_one() {
    let mut cv = common::one_page();
    "Ŧ Ǿ ⁴ Ș Ж".clone_into(&mut cv.personal.headline);
    let [usual, serif] = [Typeface::Titillium, Typeface::Serif].map(|typeface| {
        let mut renderer = renderer_with(&[FontGroup::Serif, FontGroup::Cyrillic]);
        let pdf = renderer.pdf(&common::request_set_in(typeface, cv.clone()));
        (pdf.unwrap().substitutions, renderer.lacking_fonts().len())
    });
    assert_eq!(usual, (Vec::new(), 0));
    assert_eq!(serif, usual);
}

#[test]
fn typefaces_that_are_not_chosen_do_not_change_a_page() {
    let mut cv = common::one_page();
    "Nguyễn Ŧ".clone_into(&mut cv.personal.headline);
    let request = common::request(cv);
    let all = [FontGroup::Sans, FontGroup::Serif];
    let [few, many] = [&[][..], &all].map(|groups| renderer_with(groups).pdf(&request).unwrap());
    assert_eq!(few, many);
}

#[test]
fn without_the_fonts_the_page_is_made_and_says_what_is_missing() {
    let request = named("Шевченко");
    let pdf = renderer_with(&[]).pdf(&request).unwrap();
    let told: Vec<(&str, &str)> = pdf
        .substitutions
        .iter()
        .map(|each| (each.character.as_str(), each.replacement.as_str()))
        .collect();
    assert_eq!(told, [("Шевченко", "?")]);
}

#[test]
fn which_fonts_came_first_does_not_change_a_page() {
    let request = common::request(common::unusual::greek_and_cyrillic());
    let orders = [
        [FontGroup::Cyrillic, FontGroup::Greek, FontGroup::Other],
        [FontGroup::Other, FontGroup::Greek, FontGroup::Cyrillic],
    ];
    let [one, other] = orders.map(|order| renderer_with(&order).pdf(&request).unwrap());
    assert_eq!(one, other);
}

#[test]
fn fonts_that_are_not_needed_do_not_change_a_page() {
    let request = common::request(common::one_page());
    let all = [FontGroup::Cyrillic, FontGroup::Greek, FontGroup::Other];
    let [few, many] = [&[][..], &all].map(|groups| renderer_with(groups).pdf(&request).unwrap());
    assert_eq!(few, many);
}
