//! A timed mock interview, as plain data: what was asked, how long it took, what was written, and the self-check
//! afterwards. Recordings are no part of it: they stay on the device where they were made.

use super::parts::entry_with_lists;
use crate::ItemId;
use crate::choices::choices;
use crate::fields::field_names;
use serde::{Deserialize, Serialize};

choices! {
    /// Which questions a mock interview asks.
    MockKind {
        /// General ones.
        General = "general",
        /// Those of an occupation among general ones.
        Occupation = "occupation",
        /// One's own, and those that one is least sure of.
        Unsure = "unsure",
    }
}

choices! {
    /// How a question of a mock interview ended.
    MockOutcome {
        /// It was answered.
        Answered = "answered",
        /// It was passed over.
        Skipped = "skipped",
    }
}

choices! {
    /// How far something of the self-check was so. What that looks like is said for each point in words.
    SelfCheckLevel {
        /// Not yet.
        NotYet = "not-yet",
        /// In part.
        Partly = "partly",
        /// Yes.
        Yes = "yes",
    }
}

entry_with_lists! {
    /// A mock interview.
    struct MockInterview {
        /// What was asked, in its order.
        questions: Vec<MockQuestion>,
    },
    /// What stands in a mock interview.
    enum MockInterviewField {
        /// The code of a [`MockKind`].
        kind: Kind => Choice,
        /// The id of the occupation, for that kind.
        occupation: Occupation => Line,
        /// How many minutes were chosen.
        minutes: Minutes => Line,
        /// On which day it was.
        date: Date => Date,
        /// Self-check: one answered what was asked. The code of a [`SelfCheckLevel`], as in those below.
        to_the_point: ToThePoint => Choice,
        /// Self-check: one told what really happened.
        examples: Examples => Choice,
        /// Self-check: one said what one did oneself.
        own_part: OwnPart => Choice,
        /// Self-check: the answers were neither too short nor too long.
        length: Length => Choice,
        /// Self-check: one could be heard and understood.
        voice: Voice => Choice,
        /// Self-check: one asked something back, and took one's leave.
        ending: Ending => Choice,
        /// What one wants to do otherwise next time.
        next_time: NextTime => Paragraphs,
    }
}

entry_with_lists! {
    /// A question of a mock interview. It has the identity of the question's answer.
    struct MockQuestion {},
    /// What stands in a question of a mock interview.
    enum MockQuestionField {
        /// The question's id in the catalogue; `own` for one's own.
        question: Question => Line,
        /// The code of a [`MockOutcome`]; nothing while it was not reached.
        outcome: Outcome => Choice,
        /// How many seconds it took.
        seconds: Seconds => Line,
        /// What was written in place of speaking.
        words: Words => Paragraphs,
    }
}

/// The points of the self-check, in their order.
pub const SELF_CHECK: [MockInterviewField; 6] = [
    MockInterviewField::ToThePoint,
    MockInterviewField::Examples,
    MockInterviewField::OwnPart,
    MockInterviewField::Length,
    MockInterviewField::Voice,
    MockInterviewField::Ending,
];

impl MockInterview {
    /// Returns which questions were asked; general ones if nothing is said.
    pub fn mock_kind(&self) -> MockKind {
        MockKind::from_code(&self.kind).unwrap_or(MockKind::General)
    }

    /// Returns how many questions were answered, and how long all of them took, in seconds.
    pub fn answered(&self) -> (usize, u64) {
        let answered = self.questions.iter();
        let answered = answered.filter(|question| question.ended() == Some(MockOutcome::Answered));
        let seconds = self.questions.iter().map(MockQuestion::taken);
        (answered.count(), seconds.fold(0, u64::saturating_add))
    }
}

impl MockQuestion {
    /// Returns how it ended; none while it was not reached.
    pub fn ended(&self) -> Option<MockOutcome> {
        MockOutcome::from_code(&self.outcome)
    }

    /// Returns how many seconds it took; none of what is no number.
    pub fn taken(&self) -> u64 {
        self.seconds.trim().parse().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_device_wrote_that_is_no_number_counts_as_no_time() {
        let question = |outcome: &str, seconds: &str| MockQuestion {
            outcome: outcome.to_owned(),
            seconds: seconds.to_owned(),
            ..MockQuestion::empty(ItemId(1))
        };
        let mock = MockInterview {
            questions: vec![
                question("answered", "61"),
                question("skipped", "4"),
                question("of a newer version", "a minute"),
                question("", ""),
            ],
            ..MockInterview::empty(ItemId(2))
        };
        assert_eq!(mock.answered(), (1, 65));
        assert_eq!(mock.mock_kind(), MockKind::General);
    }
}
