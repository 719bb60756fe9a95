//! What a person relies on along the guided way, tried on many CVs.

use super::question::{Chapter, Question};
use super::way::{GuidedWay, is_unwritten};
use approdo_domain::{
    Cv, CvPlace, ExperienceField, ExperienceKind, FieldKind, ItemId, LanguageField, Section,
};
use proptest::prelude::*;

/// CVs with jobs, other times, schools and languages in any number.
fn cvs() -> impl Strategy<Value = Cv> {
    let kinds = proptest::collection::vec(0..=ExperienceKind::ALL.len(), 0..5);
    (kinds, 0..4_u64, any::<bool>(), any::<bool>()).prop_map(|(kinds, schools, native, italian)| {
        let mut cv = Cv::default();
        for (number, kind) in (1_u64..).zip(kinds) {
            cv.add_entry(Section::Experience, ItemId(number));
            let code = ExperienceKind::ALL.get(kind).map_or("", |kind| kind.code());
            let place = CvPlace::Experience(ItemId(number), ExperienceField::Kind);
            cv.set_text(place, code);
        }
        for number in 0..schools {
            cv.add_entry(Section::Education, ItemId(100 + number));
        }
        cv.add_entry(Section::Languages, ItemId(200));
        let name = if italian { "italiano" } else { "Wolof" };
        cv.set_text(CvPlace::Language(ItemId(200), LanguageField::Name), name);
        cv.set_flag(
            CvPlace::Language(ItemId(200), LanguageField::Native),
            native,
        );
        cv
    })
}

proptest! {
    #[test]
    fn every_path_ends_at_the_finished_cv(cv in cvs(), skips in proptest::collection::vec(any::<bool>(), 60)) {
        let way = GuidedWay::of(&cv);
        let mut question = Question::Name;
        for skips in skips {
            let onward = if skips { way.skip(question) } else { way.next(question) };
            let Some(onward) = onward else { break };
            question = onward;
        }
        prop_assert_eq!(question, Question::Done);
    }

    #[test]
    fn going_back_undoes_going_on(cv in cvs()) {
        let way = GuidedWay::of(&cv);
        for question in way.questions() {
            if let Some(next) = way.next(question) {
                prop_assert_eq!(way.back(next), Some(question));
            }
            if let Some(before) = way.back(question) {
                prop_assert_eq!(way.next(before), Some(question));
            }
        }
    }

    #[test]
    fn progress_never_goes_back_and_ends_full(cv in cvs()) {
        let way = GuidedWay::of(&cv);
        let steps: Vec<usize> = way.questions().into_iter().map(|each| way.progress(each).0).collect();
        prop_assert!(steps.is_sorted(), "{steps:?}");
        prop_assert_eq!(steps.first(), Some(&1));
        prop_assert_eq!(way.progress(Question::Done), (Chapter::ALL.len(), Chapter::ALL.len()));
    }

    #[test]
    fn one_comes_back_to_the_question_where_one_stopped(cv in cvs()) {
        let way = GuidedWay::of(&cv);
        for question in way.questions() {
            prop_assert_eq!(way.found(&question.code(), &cv), question);
        }
    }

    #[test]
    fn a_note_of_an_entry_that_has_gone_leads_into_its_chapter(cv in cvs()) {
        let way = GuidedWay::of(&cv);
        prop_assert_eq!(way.found("tasks-00000000000fffff", &cv), Question::Worked);
        prop_assert_eq!(way.found("title-00000000000fffff", &cv), Question::School);
        prop_assert_eq!(way.found("of-next-year", &cv), Question::Name);
    }

    #[test]
    fn skipping_goes_on_and_never_leaves_out_more_than_a_chapter(cv in cvs()) {
        let way = GuidedWay::of(&cv);
        for question in way.questions() {
            let Some(onward) = way.skip(question) else { continue };
            let chapters = way.progress(onward).0 - way.progress(question).0;
            prop_assert!(chapters <= 1, "{question:?} to {onward:?}");
        }
    }

    #[test]
    fn no_question_is_asked_twice(cv in cvs()) {
        let mut questions = GuidedWay::of(&cv).questions();
        let count = questions.len();
        questions.sort();
        questions.dedup();
        prop_assert_eq!(questions.len(), count);
    }
}

#[test]
fn the_level_of_italian_is_not_asked_of_who_grew_up_with_it() {
    let mut cv = Cv::default();
    assert!(GuidedWay::of(&cv).questions().contains(&Question::Italian));
    cv.add_entry(Section::Languages, ItemId(1));
    cv.set_text(
        CvPlace::Language(ItemId(1), LanguageField::Name),
        "Italiano",
    );
    cv.set_flag(CvPlace::Language(ItemId(1), LanguageField::Native), true);
    assert!(!GuidedWay::of(&cv).questions().contains(&Question::Italian));
}

#[test]
fn whoever_cared_for_the_family_is_not_asked_for_an_employer() {
    let mut cv = Cv::default();
    cv.add_entry(Section::Experience, ItemId(1));
    let kind = CvPlace::Experience(ItemId(1), ExperienceField::Kind);
    cv.set_text(kind, ExperienceKind::FamilyCare.code());
    let questions = GuidedWay::of(&cv).questions();
    assert!(questions.contains(&Question::Tasks(ItemId(1))));
    assert!(!questions.contains(&Question::Employer(ItemId(1))));
}

#[test]
fn an_entry_counts_as_unwritten_until_anything_but_its_kind_is_given() {
    let mut cv = Cv::default();
    cv.add_entry(Section::Experience, ItemId(1));
    let question = Question::Tasks(ItemId(1));
    cv.set_text(
        CvPlace::Experience(ItemId(1), ExperienceField::Kind),
        ExperienceKind::Volunteering.code(),
    );
    assert_eq!(is_unwritten(&cv, question), Some(ItemId(1)));
    cv.set_flag(
        CvPlace::Experience(ItemId(1), ExperienceField::Current),
        true,
    );
    assert_eq!(is_unwritten(&cv, question), None);
    assert_eq!(is_unwritten(&cv, Question::Tasks(ItemId(2))), None);
    assert_eq!(is_unwritten(&cv, Question::Name), None);
}

#[test]
fn questions_about_an_entry_write_in_that_entry() {
    let mut cv = Cv::default();
    cv.add_entry(Section::Experience, ItemId(1));
    cv.add_entry(Section::Education, ItemId(2));
    for question in GuidedWay::of(&cv).questions() {
        for place in question.fields() {
            assert_eq!(place.entry(), question.entry(), "{question:?}");
            assert!(cv.value(place).is_some());
            assert!(place.kind() != FieldKind::Choice);
        }
    }
}
