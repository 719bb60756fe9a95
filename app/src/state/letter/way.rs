//! The guided way of a letter: its questions, one a screen, then the draft. Pure. What is asked for each
//! form is in `approdo_domain::letter::questions`.

use approdo_domain::letter::{
    AddresseeField, AnswersField, LetterForm, LetterPlace, WantedField, questions,
};

/// What is on screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LetterStep {
    /// The question that fills a place.
    Question(LetterPlace),
    /// The draft made of the answers.
    Draft,
}

/// The guided way of one form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterWay {
    steps: Vec<LetterStep>,
}

impl LetterStep {
    /// Returns the step's word in the address and for tests.
    pub fn code(self) -> &'static str {
        match self {
            Self::Question(LetterPlace::Addressee(AddresseeField::Company)) => "company",
            Self::Question(LetterPlace::Wanted(WantedField::Role)) => "role",
            Self::Question(LetterPlace::Wanted(WantedField::Source)) => "source",
            Self::Question(LetterPlace::Answer(AnswersField::Reason)) => "reason",
            Self::Question(LetterPlace::Answer(AnswersField::Skill)) => "skill",
            Self::Question(LetterPlace::Answer(AnswersField::SecondSkill)) => "second-skill",
            Self::Question(LetterPlace::Answer(AnswersField::Availability)) => "availability",
            // Nothing else is asked.
            Self::Question(_) => "question",
            Self::Draft => "draft",
        }
    }
}

impl LetterWay {
    /// Returns the way for a form.
    pub fn of(form: LetterForm) -> Self {
        let asked = questions(form).into_iter().map(LetterStep::Question);
        Self {
            steps: asked.chain([LetterStep::Draft]).collect(),
        }
    }

    /// Returns the step of a word; the first one for words that are none of this way.
    pub fn found(&self, code: &str) -> LetterStep {
        let mut steps = self.steps.iter();
        let found = steps.find(|step| step.code() == code);
        found
            .or_else(|| self.steps.first())
            .copied()
            .unwrap_or(LetterStep::Draft)
    }

    /// Returns what comes after a step; none after the last.
    pub fn next(&self, step: LetterStep) -> Option<LetterStep> {
        self.steps.get(self.position(step)? + 1).copied()
    }

    /// Returns what comes before a step; none before the first.
    pub fn back(&self, step: LetterStep) -> Option<LetterStep> {
        let before = self.position(step)?.checked_sub(1)?;
        self.steps.get(before).copied()
    }

    /// Returns how far a step is, counted from one, and how many steps there are.
    pub fn progress(&self, step: LetterStep) -> (usize, usize) {
        let number = self.position(step).map_or(1, |position| position + 1);
        (number, self.steps.len())
    }

    fn position(&self, step: LetterStep) -> Option<usize> {
        self.steps.iter().position(|other| *other == step)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn each_form_leads_through_its_questions_to_the_draft_and_back() {
        for form in LetterForm::ALL {
            let way = LetterWay::of(form);
            let mut step = way.found("");
            let mut passed = vec![step];
            while let Some(next) = way.next(step) {
                assert_eq!(way.back(next), Some(step));
                step = next;
                passed.push(step);
            }
            assert_eq!(step, LetterStep::Draft);
            assert_eq!(way.progress(step), (passed.len(), passed.len()));
            assert_eq!(way.back(passed[0]), None);
        }
    }

    #[test]
    fn each_step_is_found_again_by_its_word() {
        for form in LetterForm::ALL {
            let way = LetterWay::of(form);
            let codes: BTreeSet<_> = way.steps.iter().map(|step| step.code()).collect();
            assert_eq!(codes.len(), way.steps.len(), "{form:?}");
            assert!(!codes.contains("question"), "{form:?}");
            for step in &way.steps {
                assert_eq!(way.found(step.code()), *step);
            }
        }
    }

    #[test]
    fn a_word_of_another_form_leads_to_the_first_question() {
        let way = LetterWay::of(LetterForm::AfterBreak);
        assert_eq!(way.found("reason").code(), "company");
    }
}
