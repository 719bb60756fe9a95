//! Letters from right to left beside others: none is lost, none stands on another, and each is where its
//! page begins or ends.

use super::{any_template, lay_out};
use crate::line_text::is_direction_mark;
use crate::paragraph::Line;
use crate::sample;
use crate::theme::CONTENT_WIDTH;
use proptest::prelude::*;

fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[ابتثجحخدذرزسشصضطظعغفقكلمنهوي]{1,9}",
        // As many marks as a letter may carry: see `substitution`.
        1 => "([ابتجدرسعفقكلمنهوي][\u{64B}-\u{652}]{0,3}){1,4}",
        1 => "[پچژگکی]{2,6}\u{200C}?[اهر]{1,3}",
        2 => "[א-ת]{1,8}",
        3 => "[a-zàèéìòù]{1,9}",
        2 => "[0-9]{1,4}([.,/-][0-9]{1,3})?",
        1 => "[٠-٩]{1,4}",
        1 => "[(\\[«][ابتa-c]{1,5}[)\\]»][.,،؛؟!]?",
        1 => "لا|لأ|الله",
        1 => "[\u{2067}\u{2068}\u{200F}\u{200E}\u{2069}][a-cبت]{1,3}",
    ]
}

fn text(longest: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(word(), 0..longest).prop_map(|words| words.join(" "))
}

/// The letters of a text, sorted, without marks that are left out on purpose.
fn letters(texts: &[&str]) -> Vec<char> {
    let all = texts.iter().flat_map(|text| text.chars());
    let seen = all.filter(|letter| letter.is_alphanumeric());
    let mut letters: Vec<char> = seen.collect();
    letters.sort_unstable();
    letters
}

/// Checks that glyphs stand for each byte of the line but its spaces, and words beside each other.
fn check_line(line: &Line) -> Result<(), TestCaseError> {
    prop_assert!(!line.text.contains(is_direction_mark));
    let mut told = vec![false; line.text.len()];
    for glyph in line.runs.iter().flat_map(|run| &run.glyphs) {
        told[glyph.text.clone()].fill(true);
    }
    for (position, letter) in line.text.char_indices() {
        prop_assert!(
            told[position] || letter == ' ',
            "{letter:?} of {:?}",
            line.text
        );
    }
    let mut words: Vec<(f32, f32)> = line.words.iter().map(|word| (word.x, word.end)).collect();
    words.sort_by(|one, other| one.0.total_cmp(&other.0));
    for pair in words.windows(2) {
        prop_assert!(pair[0].1 <= pair[1].0 + 0.05, "{:?}: {words:?}", line.text);
    }
    for (left, right) in words {
        prop_assert!(
            left >= -0.05 && right <= line.width + 0.05,
            "{:?}",
            line.text
        );
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_letter_is_lost_and_none_stands_on_another(
        profile in text(60),
        role in text(6),
        employer in text(5),
        place in text(3),
        tasks in prop::collection::vec(text(30), 0..4),
        template in any_template(),
        language in prop_oneof![Just("it"), Just("ar")],
    ) {
        let mut request = sample::request_in(template, approdo_domain::Cv::default());
        request.language = language.to_owned();
        request.cv.profile = profile.clone();
        let names = [role.as_str(), &employer, &place];
        let told = tasks.join("\n- ");
        request.cv.experience = vec![sample::experience(1, names, ["", "2004"], &told)];
        let layout = lay_out(&request);
        let titles = [&request.labels.curriculum, &request.labels.headings[0], &request.labels.headings[1]];
        let mut printed = Vec::new();
        for row in layout.pages.iter().flat_map(|page| &page.rows) {
            let row = &layout.composition.rows[row.row];
            for piece in row.pieces.iter().filter(|piece| piece.node.is_some()) {
                let line = &piece.paragraph.lines[piece.line];
                check_line(line)?;
                let left = row.left + piece.x;
                prop_assert!(left >= -0.1 && left + line.width <= CONTENT_WIDTH + 0.1, "{:?}", line.text);
                printed.push(line.text.as_str());
            }
        }
        let mut written = vec![profile.as_str(), &role, &employer, &place, &told, "2004"];
        written.push(titles[0]);
        if !profile.trim().is_empty() {
            written.push(titles[1]);
        }
        written.push(titles[2]);
        prop_assert!(layout.composition.substitutions.is_empty());
        prop_assert_eq!(letters(&printed), letters(&written));
    }
}

#[test]
fn a_bracket_beside_arabic_is_read_as_it_was_written() {
    let mut cv = approdo_domain::Cv::default();
    cv.personal.headline = "عامل (مخزن) 2024".to_owned();
    let layout = lay_out(&sample::request(cv));
    let rows = layout.composition.rows.iter();
    let mut lines = rows.flat_map(|row| row.pieces.iter().map(|piece| &piece.paragraph.lines[0]));
    let line = lines.find(|line| line.text.starts_with('ع')).unwrap();
    let word = |text: &str| {
        let mut words = line.words.iter();
        let found = words.find(|word| line.text[word.text.clone()].contains(text));
        found.map(|word| (word.x, word.from_the_right)).unwrap()
    };
    let (first, second, number) = (word("عامل"), word("مخزن"), word("2024"));
    assert!(first.1 && second.1 && !number.1);
    // Read from the right: worker, then the bracket, then the year.
    assert!(first.0 > second.0 && second.0 > number.0);
    assert_eq!(&line.text, "عامل (مخزن) 2024");
}

#[test]
fn an_arabic_text_in_an_italian_cv_begins_at_the_right_and_its_name_at_the_left() {
    let layout = lay_out(&sample::request(sample::right_to_left::arabic_and_italian()));
    let edges = |start: &str| {
        let rows = layout.composition.rows.iter();
        let mut pieces = rows.flat_map(|row| &row.pieces);
        let found = pieces.find(|piece| piece.paragraph.lines[piece.line].text.starts_with(start));
        let piece = found.unwrap();
        (piece.x, piece.x + piece.paragraph.lines[piece.line].width)
    };
    assert!(edges("أحمد").0.abs() < 0.01);
    assert!((edges("أعمل").1 - CONTENT_WIDTH).abs() < 0.01);
    assert!(edges("Lavoro in").0.abs() < 0.01);
    // The bullet stands at the right, its text before it.
    assert!(edges("استلام").1 < CONTENT_WIDTH - 5.0);
}

#[test]
fn an_arabic_cv_begins_at_the_right() {
    let layout = lay_out(&sample::request(sample::right_to_left::arabic()));
    assert!(layout.from_the_right);
    let row = &layout.composition.rows[0];
    let piece = &row.pieces[0];
    let end = row.left + piece.x + piece.paragraph.lines[0].width;
    assert!((end - CONTENT_WIDTH).abs() < 0.01);
}
