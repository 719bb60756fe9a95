//! Every word stands on exactly one page, in the order in which it was written.

use super::{any_template, any_typeface, lay_out};
use crate::renderer::Layout;
use crate::sample;
use approdo_domain::{Certificate, Cv, Language, OwnSection, Phone, Publication, Reference, Skill};
use proptest::prelude::*;

/// The words of the pages, from the first to the last, without footers and decoration.
pub(super) fn words_on(layout: &Layout) -> Vec<&str> {
    let rows = layout.pages.iter().flat_map(|page| &page.rows);
    rows.flat_map(|placed| &layout.composition.rows[placed.row].pieces)
        .filter(|piece| piece.node.is_some())
        .flat_map(|piece| piece.paragraph.lines[piece.line].text.split_whitespace())
        .collect()
}

/// Gives out words that occur once: `w0`, `w1` and so on.
#[derive(Default)]
struct Words {
    given: Vec<String>,
}

impl Words {
    fn text(&mut self, words: usize) -> String {
        let first = self.given.len();
        self.given
            .extend((first..first + words).map(|number| format!("w{number}")));
        self.given[first..].join(" ")
    }

    fn lines(&mut self, lines: &[usize], marked: bool) -> String {
        let mark = if marked { "- " } else { "" };
        let texts = lines
            .iter()
            .map(|&words| format!("{mark}{}", self.text(words)));
        texts.collect::<Vec<_>>().join("\n")
    }
}

/// How many words there are in each line of an entry's text, and whether lines are marked.
type EntryShape = (usize, Vec<usize>, bool);

fn entry_shapes(entries: usize) -> impl Strategy<Value = Vec<EntryShape>> {
    let lines = prop::collection::vec(1_usize..60, 0..8);
    prop::collection::vec((1_usize..14, lines, any::<bool>()), 0..entries)
}

/// Makes a CV of words that occur once, and those words in the order of the page.
fn cv_of(work: &[EntryShape], schools: &[EntryShape], items: usize) -> (Cv, Vec<String>) {
    let mut words = Words::default();
    let mut cv = Cv::default();
    cv.personal.given_name = words.text(2);
    cv.personal.family_name = words.text(1);
    cv.personal.headline = words.text(9);
    cv.phones = vec![Phone {
        number: words.text(1),
        note: words.text(2),
        ..Phone::empty(sample::item(0))
    }];
    cv.personal.address = words.text(3);
    cv.personal.postal_code = words.text(1);
    cv.personal.city = words.text(2);
    cv.personal.domicile_address = words.text(3);
    cv.personal.domicile_city = words.text(2);
    cv.personal.nationality = words.text(1);
    cv.personal.tax_code = words.text(1);
    cv.profile = words.lines(&[40, 5, 60], false);
    for ((title, lines, marked), number) in work.iter().zip(0..) {
        let names = [words.text(*title), words.text(3), String::new()];
        let names = names.each_ref().map(String::as_str);
        let text = words.lines(lines, *marked);
        let dates = ["2001", "2004"];
        cv.experience
            .push(sample::experience(number, names, dates, &text));
    }
    for ((title, lines, marked), number) in schools.iter().zip(100..) {
        let names = [words.text(*title), words.text(3), String::new()];
        let names = names.each_ref().map(String::as_str);
        let text = words.lines(lines, *marked);
        cv.education
            .push(sample::school(number, names, ["2001", ""], &text));
    }
    write_lists(&mut cv, &mut words, items);
    (cv, words.given)
}

/// Fills the lists after the schools, as far as they are on the page, in the order of the page.
fn write_lists(cv: &mut Cv, words: &mut Words, items: usize) {
    for number in (0..200).take(items) {
        cv.languages.push(Language {
            name: words.text(1),
            certificate: words.text(4),
            ..Language::empty(sample::item(number))
        });
    }
    cv.digital.tools = words.lines(&vec![2; items], false);
    for (number, kind) in (0..200).zip(["technical", "personal", ""]).take(items * 3) {
        cv.skills.push(Skill {
            name: words.text(2),
            kind: kind.to_owned(),
            ..Skill::empty(sample::item(number))
        });
    }
    for number in (0..200).take(items) {
        cv.certificates.push(Certificate {
            name: words.text(9),
            issuer: words.text(3),
            number: words.text(1),
            ..Certificate::empty(sample::item(number))
        });
    }
    cv.availability.note = words.text(items);
    cv.hobbies = words.lines(&vec![3; items], false);
    for number in (0..200).take(items / 2) {
        cv.publications.push(Publication {
            title: words.text(20),
            publisher: words.text(2),
            link: words.text(1),
            description: words.lines(&[30, 5], false),
            ..Publication::empty(sample::item(number))
        });
    }
    for number in (0..200).take(items / 2) {
        cv.references.push(Reference {
            name: words.text(2),
            role: words.text(3),
            organisation: words.text(4),
            phone: words.text(1),
            email: words.text(1),
            ..Reference::empty(sample::item(number))
        });
    }
    for number in (0..200).take(items / 3) {
        cv.own_sections.push(OwnSection {
            title: words.text(2),
            text: words.lines(&[4, 20, 1], true),
            ..OwnSection::empty(sample::item(number))
        });
    }
}

/// The words that `Words` gave out, in the order of the pages.
fn shown_words(layout: &Layout) -> Vec<&str> {
    let given = |word: &&str| {
        let number = word.strip_prefix('w');
        number.is_some_and(|number| number.starts_with(|next: char| next.is_ascii_digit()))
    };
    words_on(layout)
        .into_iter()
        .map(|word| word.trim_start_matches('('))
        .filter(given)
        .map(|word| word.trim_end_matches([',', ':', ')']))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn every_word_is_on_exactly_one_page_in_order(
        work in entry_shapes(18),
        schools in entry_shapes(5),
        items in 0_usize..16,
    ) {
        let (cv, written) = cv_of(&work, &schools, items);
        let layout = lay_out(&sample::request(cv));
        prop_assert_eq!(shown_words(&layout), written);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn no_template_loses_or_repeats_a_word(
        work in entry_shapes(9),
        schools in entry_shapes(3),
        items in 0_usize..16,
        template in any_template(),
        typeface in any_typeface(),
    ) {
        let (cv, mut written) = cv_of(&work, &schools, items);
        let mut request = sample::request_in(template, cv);
        request.look.typeface = typeface;
        let layout = lay_out(&request);
        let mut shown = shown_words(&layout);
        shown.sort_unstable();
        written.sort_unstable();
        prop_assert_eq!(shown, written);
    }
}
