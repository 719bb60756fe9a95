//! Texts that nobody should paste and somebody will: pages come out all the same, and soon.

use super::breaks::check_places;
use super::{RENDERER, any_cv, any_template, lay_out};
use crate::renderer::RenderError;
use crate::{Pdf, Preview, RenderRequest, Template, sample};
use approdo_domain::Cv;
use proptest::prelude::*;
use rstest::rstest;
use std::time::Duration;

/// Many times what these take without optimisation; a check for texts that take for ever.
const PATIENCE: Duration = Duration::from_secs(40);

/// The time this thread has computed, which other programs do not lengthen (Linux, proc(5)).
fn computed() -> Duration {
    let schedule = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = schedule
        .split(' ')
        .next()
        .and_then(|text| text.parse().ok());
    Duration::from_nanos(nanoseconds.unwrap_or(0))
}

fn both(request: &RenderRequest) -> Result<(Preview, Pdf), RenderError> {
    RENDERER.with_borrow_mut(|renderer| {
        let preview = renderer.preview(request)?;
        Ok((preview, renderer.pdf(request)?))
    })
}

#[rstest]
#[case::one_long_word("w".repeat(100_000))]
#[case::wide_letters("M".repeat(100_000))]
#[case::controls("a\u{0}\u{1}\u{1B}[31m\u{7F}\u{9B}b ".repeat(10_000))]
#[case::bidi_controls("\u{202E}abc\u{2066}def\u{202C} \u{2069}ghi\u{200F} ".repeat(8_000))]
#[case::nothing_but_bidi_controls("\u{202E}\u{2067}".repeat(50_000))]
#[case::zero_width("a\u{200B}\u{200C}\u{200D}\u{2060}\u{FEFF}".repeat(20_000))]
#[case::stacks(format!("{} ", "z\u{30D}\u{30E}\u{304}\u{327}\u{354}".repeat(12)).repeat(400))]
#[case::one_stack(format!("a{}", "\u{301}\u{316}".repeat(20_000)))]
#[case::marks_alone("\u{301}".repeat(100_000))]
#[case::hebrew_and_latin("שלום abc 123 ".repeat(8_000))]
#[case::emoji("👩‍👩‍👧‍👦🏳️‍🌈".repeat(3_000))]
#[case::lines("x\n".repeat(5_000))]
#[case::no_break_spaces("a\u{A0}".repeat(50_000))]
fn a_text_of_any_kind_gives_pages_soon(#[case] text: String) {
    let start = computed();
    let mut cv = sample::one_page();
    cv.profile.clone_from(&text);
    cv.experience[0]
        .role
        .clone_from(&text[..text.floor_char_boundary(3_000)].to_owned());
    cv.experience[0].description = text;
    let (preview, pdf) = both(&sample::request(cv)).unwrap();
    assert_eq!(preview.pages.len(), pdf.pages);
    let taken = computed() - start;
    assert!(taken < PATIENCE, "{taken:?}");
}

#[test]
fn ten_thousand_entries_give_pages_soon() {
    let start = computed();
    let mut cv = Cv::default();
    for number in 0..10_000_u32 {
        let title = format!("Lavoro {number} ก");
        let names = [title.as_str(), "Ditta", ""];
        cv.experience
            .push(sample::experience(0, names, ["2001", "2002"], "Testo"));
    }
    let (preview, pdf) = both(&sample::request(cv)).unwrap();
    assert_eq!(preview.pages.len(), pdf.pages);
    assert_eq!(preview.substitutions.len(), 10_000);
    let taken = computed() - start;
    assert!(taken < PATIENCE, "{taken:?}");
}

#[test]
fn a_word_longer_than_the_page_does_not_stop_it() {
    let mut cv = sample::one_page();
    cv.experience[0].role = "M".repeat(9_000);
    cv.experience[0].description = "w".repeat(30_000);
    for template in Template::ALL {
        let layout = lay_out(&sample::request_in(template, cv.clone()));
        check_places(&layout).unwrap();
        assert!(layout.pages.len() > 3);
    }
}

/// Characters that have troubled programs that lay out text.
fn odd_text(longest: usize) -> impl Strategy<Value = String> {
    let odd = prop_oneof![
        Just('\u{202E}'),
        Just('\u{2067}'),
        Just('\u{200D}'),
        Just('\u{A0}'),
        Just('\u{AD}'),
        Just('\n'),
        Just('\0'),
        Just('א'),
        Just('م'),
        Just('ก'),
        Just('中'),
        Just('👍'),
        prop::char::range('\u{300}', '\u{36F}'),
        any::<char>(),
        prop::char::range('a', 'z'),
        Just(' '),
        Just('-'),
        Just('ж'),
        Just('ώ'),
    ];
    prop::collection::vec(odd, 0..longest).prop_map(String::from_iter)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_text_gives_pages_and_an_accessible_pdf(
        cv in any_cv(odd_text(60).boxed(), prop_oneof!["(?s).{0,300}", odd_text(400)].boxed()),
        template in any_template(),
    ) {
        let request = sample::request_in(template, cv);
        check_places(&lay_out(&request))?;
        let (preview, pdf) = both(&request).unwrap();
        prop_assert_eq!(preview.pages.len(), pdf.pages);
        prop_assert_eq!(preview.substitutions, pdf.substitutions);
    }
}
