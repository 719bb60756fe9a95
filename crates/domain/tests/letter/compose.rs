//! Which phrases a draft takes.

use crate::common::{cv, letter, phrases, today};
use approdo_domain::Cv;
use approdo_domain::letter::{
    AddresseeField, BLANK, Composed, Composer, Letter, LetterField, LetterForm, LetterPhrases,
    LetterPlace, PhraseField, WordForm,
};
use proptest::prelude::*;

fn text(draft: &[(LetterField, Composed)], wanted: LetterField) -> String {
    let mut parts = draft.iter();
    let part = parts.find(|(field, _)| *field == wanted);
    part.map_or(String::new(), |(_, composed)| composed.text.clone())
}

fn draft(letter: &Letter, cv: &Cv, number: u64) -> Vec<(LetterField, Composed)> {
    Composer::new(letter, cv, &phrases(), today()).draft(number)
}

fn whole(draft: &[(LetterField, Composed)]) -> String {
    let texts: Vec<&str> = draft.iter().map(|(_, part)| part.text.as_str()).collect();
    texts.join("\n")
}

#[test]
fn a_draft_is_a_whole_letter_with_place_and_date() {
    let draft = draft(&letter(), &cv(), 0);
    assert_eq!(text(&draft, LetterField::Place), "Soresina");
    assert_eq!(text(&draft, LetterField::Date), "22/11/2026");
    let subject = text(&draft, LetterField::Subject);
    assert_eq!(subject, "Candidatura come addetta al magazzino");
    for field in LetterField::COMPOSED {
        assert!(!text(&draft, field).is_empty(), "{field:?}");
    }
}

#[test]
fn two_people_at_one_desk_do_not_begin_alike() {
    for number in 0..50 {
        let (one, next) = (
            draft(&letter(), &cv(), number),
            draft(&letter(), &cv(), number + 1),
        );
        assert_ne!(
            text(&one, LetterField::Opening),
            text(&next, LetterField::Opening)
        );
    }
}

#[test]
fn what_the_person_answered_is_told() {
    for number in 0..20 {
        let draft = draft(&letter(), &cv(), number);
        let reason = "Scrivo a Bianchi Trasporti perché siete vicini a casa mia.";
        assert_eq!(text(&draft, LetterField::WhyYou), reason);
    }
}

#[test]
fn a_draft_names_the_company_somewhere() {
    let mut phrases = phrases();
    phrases.why_you = vec!["Vorrei restare a lungo.".to_owned()];
    phrases.closing.push("Mi scriva da {company}.".to_owned());
    let (letter, cv) = (letter(), cv());
    let composer = Composer::new(&letter, &cv, &phrases, today());
    for number in 0..20 {
        let draft = whole(&composer.draft(number));
        assert!(draft.contains("Bianchi Trasporti"), "{draft}");
    }
}

#[test]
fn a_phrase_without_blanks_goes_before_one_with() {
    for number in 0..20 {
        let draft = draft(&letter(), &cv(), number);
        assert!(!whole(&draft).contains(BLANK), "{}", whole(&draft));
    }
}

#[test]
fn what_nobody_said_stays_visibly_open() {
    let composer_phrases = LetterPhrases {
        opening: vec!["Ho letto l'annuncio {source}.".to_owned()],
        ..phrases()
    };
    let letter = letter();
    let composer = Composer::new(&letter, &Cv::default(), &composer_phrases, today());
    let draft = composer.draft(3);
    let opening = draft
        .iter()
        .find(|(field, _)| *field == LetterField::Opening);
    let (_, opening) = opening.unwrap();
    assert_eq!(opening.text, "Ho letto l'annuncio ….");
    assert_eq!(opening.open, [PhraseField::Source]);
}

#[test]
fn nobody_is_given_children_that_they_did_not_tell_of() {
    for number in 0..40 {
        assert!(!whole(&draft(&letter(), &cv(), number)).contains("figli"));
    }
}

#[test]
fn the_phrases_about_children_can_still_be_chosen() {
    let (letter, cv, phrases) = (letter(), cv(), phrases());
    let composer = Composer::new(&letter, &cv, &phrases, today());
    let mut choices = composer.choices(LetterField::Opening).into_iter();
    assert!(choices.any(|choice| choice.text.contains("figli")));
}

#[test]
fn words_agree_with_the_writer_or_fit_everybody() {
    let mut neutral = letter();
    neutral.set_text(LetterPlace::WriterForm, WordForm::Neutral.code());
    for number in 0..20 {
        let neutral = whole(&draft(&neutral, &cv(), number));
        assert!(!neutral.contains("interessat"), "{neutral}");
        assert!(!whole(&draft(&letter(), &cv(), number)).contains("interessato"));
    }
}

#[test]
fn a_person_whose_name_is_known_is_greeted_by_name() {
    let mut letter = letter();
    assert_eq!(
        text(&draft(&letter, &cv(), 1), LetterField::Salutation),
        "Buongiorno,"
    );
    letter.set_text(
        LetterPlace::Addressee(AddresseeField::Person),
        "Anna Bianchi",
    );
    let greeting =
        |letter: &Letter, number| text(&draft(letter, &cv(), number), LetterField::Salutation);
    for number in 0..20 {
        assert_eq!(greeting(&letter, number), "Gentile Anna Bianchi,");
    }
    letter.set_text(LetterPlace::Addressee(AddresseeField::Form), "feminine");
    let mut greetings = (0..20).map(|number| greeting(&letter, number));
    assert!(greetings.any(|greeting| greeting == "Gentile signora Anna Bianchi,"));
}

#[test]
fn tapping_goes_through_all_that_fits_and_comes_back() {
    let (letter, cv, phrases) = (letter(), cv(), phrases());
    let composer = Composer::new(&letter, &cv, &phrases, today());
    let first = composer.choices(LetterField::Opening)[0].text.clone();
    let mut shown = first.clone();
    let mut seen = Vec::new();
    for _ in 0..4 {
        seen.push(shown.clone());
        shown = composer.next(LetterField::Opening, &shown).unwrap().text;
    }
    assert_eq!(shown, first);
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), 4);
    assert!(composer.next(LetterField::Signature, "Anna").is_none());
}

#[test]
fn a_message_for_a_telephone_has_no_date_and_no_subject() {
    let mut letter = letter();
    letter.set_text(LetterPlace::Form, LetterForm::ShortMessage.code());
    let draft = draft(&letter, &cv(), 7);
    for field in [LetterField::Place, LetterField::Date, LetterField::Subject] {
        assert_eq!(text(&draft, field), "");
    }
    assert!(!text(&draft, LetterField::Opening).is_empty());
}

const BRACKETS: [char; 7] = ['{', '}', '[', ']', '<', '>', '|'];

proptest! {
    #[test]
    fn any_number_gives_the_same_draft_again_and_no_bracket_is_left(number: u64) {
        let (one, again) = (draft(&letter(), &cv(), number), draft(&letter(), &cv(), number));
        prop_assert_eq!(&one, &again);
        prop_assert!(!whole(&one).contains(BRACKETS));
    }

    #[test]
    fn no_phrase_stops_composing(
        opening in proptest::collection::vec("[a-z {}<>|\\[\\]…]{0,20}", 0..4),
        number: u64,
        shown in ".{0,10}",
    ) {
        let phrases = LetterPhrases { opening, ..LetterPhrases::default() };
        let (letter, cv) = (letter(), cv());
        let composer = Composer::new(&letter, &cv, &phrases, today());
        composer.draft(number);
        composer.next(LetterField::Opening, &shown);
    }
}

#[test]
fn a_phrase_follows_what_is_told_later_and_the_person_s_own_words_stay() {
    let (phrases, cv) = (phrases(), cv());
    let (before, mut after) = (letter(), letter());
    after.set_text(
        LetterPlace::Addressee(AddresseeField::Company),
        "Verdi Logistica",
    );
    let before = Composer::new(&before, &cv, &phrases, today());
    let after = Composer::new(&after, &cv, &phrases, today());
    let (field, shown) = (
        LetterField::WhyYou,
        "Scrivo a Bianchi Trasporti perché siete vicini a casa mia.",
    );
    let made = after.made_anew(&before, field, shown).unwrap();
    assert_eq!(
        made.text,
        shown.replace("Bianchi Trasporti", "Verdi Logistica")
    );
    assert_eq!(after.made_anew(&before, field, "Scrivo a Bianchi."), None);
}

#[test]
fn a_phrase_that_no_longer_fits_gives_way_to_one_that_does() {
    let cv = cv();
    let only_named = LetterPhrases {
        salutation: vec![
            "Gentile {addressee-name},".to_owned(),
            "Buongiorno,".to_owned(),
        ],
        ..phrases()
    };
    let (mut before, mut after) = (letter(), letter());
    let person = LetterPlace::Addressee(AddresseeField::Person);
    before.set_text(person, "Anna Bianchi");
    after.set_text(person, "");
    let before = Composer::new(&before, &cv, &only_named, today());
    let after = Composer::new(&after, &cv, &only_named, today());
    let made = after.made_anew(&before, LetterField::Salutation, "Gentile Anna Bianchi,");
    assert_eq!(made.unwrap().text, "Buongiorno,");
}

#[test]
fn tapping_goes_on_where_two_phrases_say_the_same() {
    let phrases = LetterPhrases {
        salutation: vec![
            "<Egregio signor|Gentile signora> {addressee-name},".to_owned(),
            "<Gentile signor|Gentile signora> {addressee-name},".to_owned(),
            "Buongiorno,".to_owned(),
        ],
        ..phrases()
    };
    let mut letter = letter();
    letter.set_text(
        LetterPlace::Addressee(AddresseeField::Person),
        "Anna Bianchi",
    );
    let form = LetterPlace::Addressee(AddresseeField::Form);
    letter.set_text(form, WordForm::Feminine.code());
    let cv = cv();
    let composer = Composer::new(&letter, &cv, &phrases, today());
    let next = composer.next(LetterField::Salutation, "Gentile signora Anna Bianchi,");
    assert_eq!(next.unwrap().text, "Buongiorno,");
}
