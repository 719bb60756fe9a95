//! Which questions a mock interview asks: as many as the time holds, something of each part of a real interview, in its
//! order. Pure: chance comes in as a number.

use crate::state::practice::deck::Deck;
use crate::state::practice::documents::Home;
use crate::state::practice::questions::{AskedQuestion, sureness};
use approdo_catalog::{CareerStage, QuestionFamily};
use approdo_domain::practice::{MockKind, Sureness};

/// The lengths that are offered, in minutes.
pub const LENGTHS: [u16; 3] = [5, 10, 20];

/// What is chosen before a mock interview begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MockChoice {
    /// Which questions.
    pub kind: MockKind,
    /// The id of the occupation; empty for none.
    pub occupation: String,
    /// Where the person stands; none if they did not say.
    pub stage: Option<CareerStage>,
    /// How many minutes there are.
    pub minutes: u16,
}

/// A part of an interview: a family, or what belongs to the occupation or to oneself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    AboutYou,
    Experience,
    Motivation,
    StrengthsAndLimits,
    Work,
    PracticalConditions,
    Difficult,
    AskBack,
    Closing,
}

/// In which order parts are taken while time lasts: an interview of five minutes still begins and ends as one.
const IN_TURN: [Part; 9] = [
    Part::AboutYou,
    Part::Work,
    Part::Closing,
    Part::Motivation,
    Part::AskBack,
    Part::Experience,
    Part::StrengthsAndLimits,
    Part::PracticalConditions,
    Part::Difficult,
];

/// Returns what is asked, in order. One number gives one choice.
pub fn plan(
    questions: &[AskedQuestion],
    practices: &[Home],
    choice: &MockChoice,
    number: u64,
) -> Vec<AskedQuestion> {
    let mut deck = Deck::shuffled(questions.len(), number);
    let mut waiting: Vec<(Part, &AskedQuestion)> = Vec::new();
    while let Some(card) = deck.card() {
        deck.put_away(true);
        let question = questions.get(card);
        waiting.extend(question.and_then(|one| Some((part(one, practices, choice)?, one))));
    }
    // Stable: within one rank chance decides.
    waiting.sort_by_key(|(_, question)| rank(question, practices));
    let is_urgent = |(_, question): &(Part, &AskedQuestion)| {
        choice.kind == MockKind::Unsure && rank(question, practices) < NEVER_LOOKED_AT
    };
    let (urgent, others) = waiting.into_iter().partition(is_urgent);
    let mut left = choice.minutes;
    let mut chosen = taken(urgent, &mut left);
    chosen.extend(taken(others, &mut left));
    chosen.sort_by_key(|(part, _)| *part);
    chosen.into_iter().map(|(_, one)| one.clone()).collect()
}

/// Takes from each part in turn what the time still holds.
fn taken<'a>(
    mut waiting: Vec<(Part, &'a AskedQuestion)>,
    left: &mut u16,
) -> Vec<(Part, &'a AskedQuestion)> {
    let mut chosen = Vec::new();
    loop {
        let before = chosen.len();
        for part in IN_TURN {
            let fits = |(of, question): &(Part, &AskedQuestion)| {
                *of == part && u16::from(question.minutes.max(1)) <= *left
            };
            if let Some(place) = waiting.iter().position(fits) {
                let (part, question) = waiting.remove(place);
                *left -= u16::from(question.minutes.max(1));
                chosen.push((part, question));
            }
        }
        if chosen.len() == before {
            return chosen;
        }
    }
}

/// Returns the part a question belongs to; none if it is not asked in an interview of this kind.
fn part(question: &AskedQuestion, practices: &[Home], choice: &MockChoice) -> Option<Part> {
    let is_own = question.id.is_none();
    let of_occupation = question.occupation.as_ref() == Some(&choice.occupation);
    match choice.kind {
        MockKind::Unsure if is_own || is_unsure(question, practices) => {
            return Some(question.family.map_or(Part::Work, of_family));
        }
        MockKind::Unsure if question.occupation.is_some() => return None,
        MockKind::General if is_own || question.occupation.is_some() => return None,
        MockKind::Occupation if of_occupation => return Some(Part::Work),
        MockKind::Occupation if is_own || question.occupation.is_some() => return None,
        _ => {}
    }
    // Without knowing, nobody is asked what only some are.
    let is_for_all = question.stages.is_empty();
    if !is_for_all
        && !choice
            .stage
            .is_some_and(|stage| question.stages.contains(&stage))
    {
        return None;
    }
    match question.family? {
        // Nobody is confronted unasked with what may not be asked.
        QuestionFamily::Illegal => None,
        family => Some(of_family(family)),
    }
}

fn of_family(family: QuestionFamily) -> Part {
    match family {
        QuestionFamily::AboutYou => Part::AboutYou,
        QuestionFamily::Experience => Part::Experience,
        QuestionFamily::Motivation => Part::Motivation,
        QuestionFamily::StrengthsAndLimits => Part::StrengthsAndLimits,
        QuestionFamily::PracticalConditions => Part::PracticalConditions,
        QuestionFamily::Difficult | QuestionFamily::Illegal => Part::Difficult,
        QuestionFamily::AskBack => Part::AskBack,
        QuestionFamily::Closing => Part::Closing,
    }
}

fn is_unsure(question: &AskedQuestion, practices: &[Home]) -> bool {
    matches!(
        sureness(practices, question.item),
        Some(Sureness::NotYet | Sureness::Almost)
    )
}

/// The rank of a question of the bank that one never said anything about.
const NEVER_LOOKED_AT: u8 = 3;

/// What one is least sure of comes first, one's own before what was never looked at.
fn rank(question: &AskedQuestion, practices: &[Home]) -> u8 {
    match (sureness(practices, question.item), question.id.is_none()) {
        (Some(Sureness::NotYet), _) => 0,
        (Some(Sureness::Almost), _) => 1,
        (None, true) => 2,
        (None, false) => NEVER_LOOKED_AT,
        (Some(Sureness::Sure), _) => 4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use approdo_document::DocumentId;
    use approdo_domain::ItemId;
    use approdo_domain::practice::{Answer, Practice};
    use proptest::prelude::*;

    fn question(item: u64, family: Option<QuestionFamily>, occupation: &str) -> AskedQuestion {
        AskedQuestion {
            item: ItemId(item),
            id: (family.is_some() || !occupation.is_empty()).then(|| item.to_string()),
            ask: String::new(),
            family,
            occupation: (!occupation.is_empty()).then(|| occupation.to_owned()),
            sector: None,
            stages: Vec::new(),
            minutes: 1 + u8::try_from(item % 2).unwrap_or_default(),
        }
    }

    /// Five questions of each family, five of two occupations, three of one's own.
    fn all() -> Vec<AskedQuestion> {
        let mut all = Vec::new();
        for (number, family) in (0_u64..).zip(QuestionFamily::ALL) {
            all.extend((0..5).map(|item| question(100 * number + item, Some(family), "")));
        }
        all.extend((0..5).map(|item| question(2_000 + item, None, "cook")));
        all.extend((0..5).map(|item| question(3_000 + item, None, "waiter")));
        all.extend((0..3).map(|item| question(4_000 + item, None, "")));
        all
    }

    fn choice(kind: MockKind, minutes: u16) -> MockChoice {
        MockChoice {
            kind,
            occupation: "cook".to_owned(),
            stage: None,
            minutes,
        }
    }

    fn with_sureness(item: u64, sure: Sureness) -> Vec<Home> {
        let mut answer = Answer::empty(ItemId(item));
        answer.sureness = sure.code().to_owned();
        let answers = vec![answer];
        let practice = Practice {
            answers,
            ..Practice::default()
        };
        vec![(DocumentId([1; 16]), practice)]
    }

    proptest! {
        #[test]
        fn a_plan_fits_the_time_goes_in_order_and_asks_nothing_twice(
            number: u64, length in 0_usize..3, kind in 0_usize..3,
        ) {
            let choice = choice(MockKind::ALL[kind], LENGTHS[length]);
            let planned = plan(&all(), &[], &choice, number);
            let minutes: u16 = planned.iter().map(|one| u16::from(one.minutes)).sum();
            prop_assert!(minutes <= choice.minutes);
            prop_assert!(minutes + 1 >= choice.minutes, "{minutes} of {}", choice.minutes);
            let mut items: Vec<_> = planned.iter().map(|one| one.item).collect();
            items.sort_unstable();
            items.dedup();
            prop_assert_eq!(items.len(), planned.len());
            let parts: Vec<_> = planned.iter().map(|one| part(one, &[], &choice)).collect();
            prop_assert!(parts.is_sorted());
            let family = |family| planned.iter().any(|one| one.family == Some(family));
            prop_assert!(!family(QuestionFamily::Illegal));
            if choice.kind == MockKind::Unsure {
                prop_assert!(planned.iter().filter(|one| one.id.is_none()).count() >= 2);
                return Ok(());
            }
            prop_assert_eq!(parts.first(), Some(&Some(Part::AboutYou)));
            if choice.minutes >= 10 {
                prop_assert!(family(QuestionFamily::AskBack) && family(QuestionFamily::Closing));
            }
        }
    }

    #[test]
    fn each_kind_asks_what_its_name_says() {
        let of = |kind| plan(&all(), &[], &choice(kind, 20), 7);
        let general = of(MockKind::General);
        assert!(general.iter().all(|one| one.family.is_some()));
        let work = of(MockKind::Occupation);
        let cook = |one: &AskedQuestion| one.occupation.as_deref() == Some("cook");
        assert!(work.iter().any(cook));
        let cook_or_general = |one: &AskedQuestion| cook(one) || one.family.is_some();
        assert!(work.iter().all(cook_or_general));
        let unsure = of(MockKind::Unsure);
        assert!(unsure.iter().any(|one| one.id.is_none()));
        assert!(unsure.iter().all(|one| one.occupation.is_none()));
    }

    #[test]
    fn what_one_is_not_sure_of_is_asked_even_if_it_may_not_be_asked() {
        let practices = with_sureness(601, Sureness::NotYet);
        let asked = |kind| {
            let planned = plan(&all(), &practices, &choice(kind, 20), 7);
            planned.iter().any(|one| one.item == ItemId(601))
        };
        assert!(asked(MockKind::Unsure));
        assert!(!asked(MockKind::General));
    }

    #[test]
    fn what_only_some_are_asked_is_asked_of_nobody_else() {
        let mut questions = all();
        questions[2].stages = vec![CareerStage::Worked];
        let asked = |stage| {
            let choice = MockChoice {
                stage,
                ..choice(MockKind::General, 60)
            };
            let planned = plan(&questions, &[], &choice, 7);
            planned.iter().any(|one| one.item == ItemId(2))
        };
        assert!(asked(Some(CareerStage::Worked)));
        assert!(!asked(Some(CareerStage::AfterBreak)) && !asked(None));
    }

    #[test]
    fn what_one_is_sure_of_comes_last() {
        let practices = with_sureness(1, Sureness::Sure);
        for number in 0..20 {
            let planned = plan(&all(), &practices, &choice(MockKind::General, 5), number);
            assert!(planned.iter().all(|one| one.item != ItemId(1)));
        }
    }
}
