//! What is made to stand on one page: less space first, then smaller type, never too small to read.

use super::words::words_on;
use super::{lay_out, readable_cv};
use crate::renderer::Layout;
use crate::sample;
use crate::{Look, RenderRequest, Spacing, Template, Typeface};
use approdo_domain::Cv;
use proptest::prelude::*;
use rstest::rstest;

/// The smallest type that is set on one page, in points.
const SMALLEST: f32 = 9.5;

fn request(template: Template, one_page: bool, cv: Cv) -> RenderRequest {
    RenderRequest {
        look: Look {
            template,
            one_page,
            ..Look::default()
        },
        ..sample::request(cv)
    }
}

/// A CV of a page and as many lines more.
fn longer(lines: usize) -> Cv {
    let mut cv = sample::one_page();
    let tasks = "\n- Un compito in più, descritto in poche parole".repeat(lines);
    cv.experience[1].description.push_str(&tasks);
    cv
}

/// The sizes of type on the pages, without footers.
fn sizes(layout: &Layout) -> Vec<f32> {
    let rows = layout.composition.rows.iter();
    let lines = rows
        .flat_map(|row| &row.pieces)
        .map(|piece| &piece.paragraph.lines[piece.line]);
    let mut sizes: Vec<f32> = lines
        .flat_map(|line| &line.runs)
        .map(|run| run.style.size())
        .collect();
    sizes.sort_unstable_by(f32::total_cmp);
    sizes.dedup();
    sizes
}

/// The words of the pages; a column at the side may stand between those of the text.
fn sorted_words(layout: &Layout) -> Vec<&str> {
    let mut words = words_on(layout);
    words.sort_unstable();
    words
}

#[rstest]
#[case::classic(Template::Classic, Typeface::Titillium)]
#[case::modern(Template::Modern, Typeface::Titillium)]
#[case::serif(Template::Classic, Typeface::Serif)]
#[case::sans_beside(Template::Modern, Typeface::Sans)]
fn a_few_lines_too_many_take_space_and_more_take_size(
    #[case] template: Template,
    #[case] typeface: Typeface,
) {
    let request = |template, one_page, cv| {
        let mut request = request(template, one_page, cv);
        request.look.typeface = typeface;
        request
    };
    let usual = sizes(&lay_out(&request(template, false, longer(0))));
    let mut smaller = 0;
    let mut given_up = 0;
    for lines in 0..48 {
        let alone = lay_out(&request(template, false, longer(lines)));
        let fitted = lay_out(&request(template, true, longer(lines)));
        assert_eq!(sorted_words(&alone), sorted_words(&fitted));
        let found = sizes(&fitted);
        assert!(found[0] >= SMALLEST, "{found:?}");
        let told = f32::from(fitted.theme.text_size()) / 100.0;
        assert!(found.contains(&told), "{told} is not among {found:?}");
        if alone.pages.len() == 1 {
            assert_eq!(found, usual, "a page that fits was changed");
        }
        if fitted.pages.len() > 1 {
            given_up += 1;
            assert_eq!(found, usual, "small type, and still two pages");
        } else if found != usual {
            smaller += 1;
            assert!(alone.pages.len() > 1);
        }
        assert!(
            given_up == 0 || fitted.pages.len() > 1,
            "{lines} lines fit again"
        );
    }
    assert!(smaller > 0, "type was never made smaller");
    assert!(given_up > 0, "nothing was ever too much");
}

#[test]
fn the_first_job_is_one_page_without_being_asked() {
    let layout = lay_out(&request(Template::FirstJob, false, sample::one_page()));
    assert_eq!(layout.pages.len(), 1);
    assert!(sizes(&layout)[0] >= SMALLEST);
}

#[test]
fn spacing_moves_rows_apart_or_together() {
    let tenth_row = |spacing: Spacing| {
        let mut request = sample::request(sample::long_career(3));
        request.look.spacing = spacing;
        lay_out(&request).pages[0].rows[10].top
    };
    assert!(tenth_row(Spacing::Close) < tenth_row(Spacing::Usual));
    assert!(tenth_row(Spacing::Usual) < tenth_row(Spacing::Wide));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn fitting_loses_no_word_and_never_makes_more_pages(cv in readable_cv()) {
        let alone = lay_out(&request(Template::Classic, false, cv.clone()));
        let fitted = lay_out(&request(Template::Classic, true, cv));
        prop_assert_eq!(words_on(&alone), words_on(&fitted));
        prop_assert!(fitted.pages.len() <= alone.pages.len());
    }
}
