//! Which questions are shown: by topic, by occupation, and by the time at hand. Pure, but for what is remembered from one
//! page to the next.

use super::documents::Home;
use super::questions::{AskedQuestion, sureness};
use approdo_catalog::{CareerStage, Catalog, QuestionFamily, Questions};
use approdo_domain::Cv;
use approdo_domain::practice::Sureness;
use leptos::prelude::ArcRwSignal;
use std::cell::RefCell;

/// What the questions are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Topic {
    /// General ones, and those of the occupation.
    #[default]
    Everything,
    /// Those of the occupation.
    Occupation,
    /// Those of all occupations of its sector.
    Sector,
    /// Those of a family.
    Family(QuestionFamily),
    /// One's own.
    Own,
}

/// What is chosen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Selection {
    /// What the questions are about.
    pub topic: Topic,
    /// The id of the occupation; empty for none.
    pub occupation: String,
    /// How much of a working life there is; none for whatever it is.
    pub stage: Option<CareerStage>,
    /// How many minutes there are; none for as many as it takes.
    pub minutes: Option<u16>,
    /// Whether an occupation was looked for in what the person wrote.
    pub asked: bool,
}

impl Topic {
    /// Returns the topic's code for the page.
    pub fn code(self) -> &'static str {
        match self {
            Self::Everything => "everything",
            Self::Occupation => "occupation",
            Self::Sector => "sector",
            Self::Family(family) => family.id(),
            Self::Own => "own",
        }
    }

    /// Returns all topics, in the order in which they are offered.
    pub fn all() -> Vec<Self> {
        let families = QuestionFamily::ALL.map(Self::Family);
        let mut topics = vec![Self::Everything, Self::Occupation, Self::Sector];
        topics.extend(families);
        topics.push(Self::Own);
        topics
    }

    /// Returns the topic of a code; everything for codes that are none.
    pub fn of_code(code: &str) -> Self {
        let mut topics = Self::all().into_iter();
        topics
            .find(|topic| topic.code() == code)
            .unwrap_or_default()
    }
}

impl Selection {
    fn takes(&self, question: &AskedQuestion, sector: Option<u8>) -> bool {
        let of_occupation = question.occupation.as_ref() == Some(&self.occupation);
        let of_topic = match self.topic {
            Topic::Everything => question.occupation.is_none() || of_occupation,
            Topic::Occupation => of_occupation,
            Topic::Sector => question.sector.is_some() && question.sector == sector,
            Topic::Family(family) => question.family == Some(family),
            Topic::Own => question.id.is_none(),
        };
        of_topic && self.fits_stage(question)
    }

    fn fits_stage(&self, question: &AskedQuestion) -> bool {
        let is_asked = |stage| question.stages.is_empty() || question.stages.contains(&stage);
        self.stage.is_none_or(is_asked)
    }

    /// The sector of the occupation, as its questions say it.
    fn sector(&self, questions: &[AskedQuestion]) -> Option<u8> {
        let mut questions = questions.iter();
        let of_occupation =
            questions.find(|question| question.occupation.as_ref() == Some(&self.occupation));
        of_occupation?.sector
    }
}

/// Returns the questions that are chosen. If time is short, those that one is least sure of come first, taken in turn from
/// each topic, so that a short round has something of everything.
pub fn select(
    questions: Vec<AskedQuestion>,
    practices: &[Home],
    selection: &Selection,
) -> Vec<AskedQuestion> {
    let mut chosen: Vec<AskedQuestion> = questions;
    let sector = selection.sector(&chosen);
    chosen.retain(|question| selection.takes(question, sector));
    let Some(minutes) = selection.minutes else {
        return chosen;
    };
    let sure_rank = |question: &AskedQuestion| match sureness(practices, question.item) {
        Some(Sureness::NotYet) => 0,
        None => 1,
        Some(Sureness::Almost) => 2,
        Some(Sureness::Sure) => 3,
    };
    chosen.sort_by_key(sure_rank);
    let mut turns: Vec<(Option<QuestionFamily>, usize)> = Vec::new();
    let mut in_turn: Vec<(u8, usize, AskedQuestion)> = Vec::new();
    for question in chosen {
        let known = turns
            .iter_mut()
            .find(|(family, _)| *family == question.family);
        let turn = match known {
            Some((_, turn)) => {
                *turn += 1;
                *turn
            }
            None => {
                turns.push((question.family, 0));
                0
            }
        };
        in_turn.push((sure_rank(&question), turn, question));
    }
    in_turn.sort_by_key(|(rank, turn, _)| (*rank, *turn));
    let mut left = minutes;
    let mut taken = Vec::new();
    for (_, _, question) in in_turn {
        if let Some(rest) = left.checked_sub(u16::from(question.minutes)) {
            left = rest;
            taken.push(question);
        }
    }
    taken
}

/// Returns the occupation of somebody's CVs that has questions, the latest experience before the rest.
pub fn occupation_in_cvs(cvs: &[Cv], catalog: &Catalog, questions: &Questions) -> Option<String> {
    let texts = cvs.iter().flat_map(|cv| {
        let roles = cv
            .experience
            .iter()
            .map(|experience| experience.role.as_str());
        roles.chain([cv.personal.headline.as_str()])
    });
    let mut recognised = texts.filter_map(|text| catalog.recognise(text));
    let has_questions = |id: &str| questions.occupations.iter().any(|one| one.id == id);
    recognised
        .find(|occupation| has_questions(&occupation.id))
        .map(|occupation| occupation.id.clone())
}

thread_local! {
    static REMEMBERED: RefCell<Option<ArcRwSignal<Selection>>> = const { RefCell::new(None) };
}

/// Returns what is chosen, the same on every page for as long as the client is open.
pub fn remembered() -> ArcRwSignal<Selection> {
    REMEMBERED.with_borrow_mut(|known| known.get_or_insert_with(ArcRwSignal::default).clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use approdo_document::DocumentId;
    use approdo_domain::ItemId;
    use approdo_domain::practice::{Answer, Practice};

    fn question(
        number: u64,
        family: Option<QuestionFamily>,
        occupation: Option<&str>,
    ) -> AskedQuestion {
        AskedQuestion {
            item: ItemId(number),
            id: (family.is_some() || occupation.is_some()).then(|| number.to_string()),
            ask: String::new(),
            family,
            occupation: occupation.map(str::to_owned),
            sector: occupation.map(|_| 3),
            stages: Vec::new(),
            minutes: 2,
        }
    }

    fn all() -> Vec<AskedQuestion> {
        use QuestionFamily::{AboutYou, Motivation};
        vec![
            question(1, Some(AboutYou), None),
            question(2, Some(AboutYou), None),
            question(3, Some(Motivation), None),
            question(4, None, Some("cook")),
            question(5, None, Some("waiter")),
            question(6, None, None),
        ]
    }

    fn chosen(practices: &[Home], topic: Topic, minutes: Option<u16>) -> Vec<u64> {
        let selection = Selection {
            topic,
            occupation: "cook".to_owned(),
            minutes,
            asked: true,
            ..Selection::default()
        };
        let questions = select(all(), practices, &selection).into_iter();
        questions.map(|question| question.item.0).collect()
    }

    #[test]
    fn each_topic_has_its_questions_and_no_other_occupation_comes_in() {
        assert_eq!(chosen(&[], Topic::Everything, None), [1, 2, 3, 4, 6]);
        assert_eq!(chosen(&[], Topic::Occupation, None), [4]);
        assert_eq!(chosen(&[], Topic::Sector, None), [4, 5]);
        assert_eq!(chosen(&[], Topic::Own, None), [6]);
        let family = Topic::Family(QuestionFamily::AboutYou);
        assert_eq!(chosen(&[], family, None), [1, 2]);
    }

    #[test]
    fn who_looks_for_a_first_job_is_not_asked_of_the_last_one() {
        let mut questions = all();
        questions[0].stages = vec![CareerStage::Worked, CareerStage::AfterBreak];
        let numbers = |stage| {
            let selection = Selection {
                stage,
                ..Selection::default()
            };
            let chosen = select(questions.clone(), &[], &selection).into_iter();
            chosen.map(|question| question.item.0).collect::<Vec<_>>()
        };
        assert_eq!(numbers(Some(CareerStage::FirstJob)), [2, 3, 6]);
        assert_eq!(numbers(Some(CareerStage::Worked)), [1, 2, 3, 6]);
        assert_eq!(numbers(None), [1, 2, 3, 6]);
    }

    #[test]
    fn a_short_time_takes_something_of_each_topic_and_what_is_sure_last() {
        assert_eq!(chosen(&[], Topic::Everything, Some(6)), [1, 3, 4]);
        assert_eq!(chosen(&[], Topic::Everything, Some(1)), [] as [u64; 0]);
        let mut sure = Answer::empty(ItemId(1));
        sure.sureness = Sureness::Sure.code().to_owned();
        let mut not_yet = Answer::empty(ItemId(4));
        not_yet.sureness = Sureness::NotYet.code().to_owned();
        let practice = Practice {
            answers: vec![sure, not_yet],
            ..Practice::default()
        };
        let practices = [(DocumentId([1; 16]), practice)];
        assert_eq!(chosen(&practices, Topic::Everything, Some(4)), [4, 2]);
    }

    #[test]
    fn topics_are_found_by_their_codes() {
        for topic in Topic::all() {
            assert_eq!(Topic::of_code(topic.code()), topic);
        }
        assert_eq!(Topic::of_code("of a newer version"), Topic::Everything);
    }
}
