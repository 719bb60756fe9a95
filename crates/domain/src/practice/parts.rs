//! What an answer, a question of one's own and a checklist have. Which place each field has is in `mod`.

use crate::ItemId;
use crate::fields::field_names;
use crate::practice::{ChecklistAddition, ChecklistPhase, InterviewKind, Sureness};
use serde::{Deserialize, Serialize};

/// Declares an entry with an identity, fields, and lists of its own.
macro_rules! entry_with_lists {
    (
        $(#[$part_doc:meta])* struct $Part:ident { $( $(#[$list_doc:meta])* $list:ident: $List:ty, )* },
        $(#[$field_doc:meta])* enum $Field:ident {
            $( $(#[$doc:meta])* $name:ident: $Variant:ident => $kind:ident, )+
        }
    ) => {
        $(#[$part_doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        pub struct $Part {
            /// The entry's identity.
            pub id: ItemId,
            $( $(#[$doc])* pub $name: crate::fields::field_type!($kind), )+
            $( $(#[$list_doc])* pub $list: $List, )*
        }
        impl $Part {
            /// Makes an entry with nothing written in it.
            pub fn empty(id: ItemId) -> Self {
                Self { id, $( $name: Default::default(), )+ $( $list: Default::default(), )* }
            }
        }
        field_names! {
            $Part, $(#[$field_doc])* $Field { $( $(#[$doc])* $name: $Variant => $kind, )+ }
        }
    };
}
pub(super) use entry_with_lists;

entry_with_lists! {
    /// An answer to a question, by the STAR steps, and how sure one feels of it.
    struct Answer {},
    /// What stands in an answer.
    enum AnswerField {
        /// The question's id in the catalogue; `own` for a question of one's own, whose item is the answer's.
        question: Question => Line,
        /// Where and when it was.
        situation: Situation => Paragraphs,
        /// What was to be done.
        task: Task => Paragraphs,
        /// What one did.
        action: Action => Paragraphs,
        /// How it ended.
        result: Result => Paragraphs,
        /// How sure one feels: the code of a [`Sureness`].
        sureness: Sureness => Choice,
    }
}

entry_with_lists! {
    /// A question of one's own.
    struct OwnQuestion {},
    /// What stands in a question of one's own.
    enum OwnQuestionField {
        /// As it is said aloud.
        ask: Ask => Line,
    }
}

entry_with_lists! {
    /// A checklist for one interview.
    struct PracticeChecklist {
        /// What is to be done, in the person's order.
        items: Vec<ChecklistItem>,
    },
    /// What stands in a checklist.
    enum PracticeChecklistField {
        /// The code of an [`InterviewKind`].
        interview: Interview => Choice,
        /// Whether the items of [`ChecklistAddition::FirstJob`] are among them.
        first_job: FirstJob => Flag,
        /// Whether the items of [`ChecklistAddition::ReturnAfterCare`] are among them.
        return_after_care: ReturnAfterCare => Flag,
        /// With whom the interview is.
        company: Company => Line,
        /// On which day.
        date: Date => Date,
        /// At what time, as typed.
        time: Time => Line,
        /// Where: an address, a number to call, a link.
        place: Place => Line,
        /// How one gets there.
        way: Way => Line,
        /// How long that takes, in minutes, as typed.
        travel_minutes: TravelMinutes => Line,
    }
}

entry_with_lists! {
    /// An item of a checklist. One of the catalogue has the identity that [`ItemId::of_name`] makes of its id,
    /// and neither text nor phase here.
    struct ChecklistItem {},
    /// What stands in an item of a checklist.
    enum ChecklistItemField {
        /// What is to be done, for an item of one's own.
        text: Text => Line,
        /// When, for an item of one's own: the code of a [`ChecklistPhase`].
        phase: Phase => Choice,
        /// Whether it is done.
        done: Done => Flag,
    }
}

/// The STAR steps, in their order.
pub const STAR: [AnswerField; 4] = [
    AnswerField::Situation,
    AnswerField::Task,
    AnswerField::Action,
    AnswerField::Result,
];

impl Answer {
    /// Returns how sure one feels; none if nothing was said.
    pub fn sure(&self) -> Option<Sureness> {
        Sureness::from_code(&self.sureness)
    }

    /// Returns how many of the STAR steps are written.
    pub fn steps_written(&self) -> usize {
        let steps = STAR.into_iter();
        steps.filter(|step| self.value(*step).is_given()).count()
    }
}

impl PracticeChecklist {
    /// Returns what kind of interview it is for; in person if nothing is said.
    pub fn interview_kind(&self) -> InterviewKind {
        InterviewKind::from_code(&self.interview).unwrap_or(InterviewKind::InPerson)
    }

    /// Returns the cases whose items are among those of the list.
    pub fn additions(&self) -> Vec<ChecklistAddition> {
        let flags = [
            (self.first_job, ChecklistAddition::FirstJob),
            (self.return_after_care, ChecklistAddition::ReturnAfterCare),
        ];
        let chosen = flags.into_iter().filter(|(chosen, _)| *chosen);
        chosen.map(|(_, addition)| addition).collect()
    }

    /// Returns how many items are done, and how many there are.
    pub fn progress(&self) -> (usize, usize) {
        let done = self.items.iter().filter(|item| item.done).count();
        (done, self.items.len())
    }
}

impl ChecklistItem {
    /// Returns when an item of one's own is done; in the evening before if nothing is said.
    pub fn own_phase(&self) -> ChecklistPhase {
        ChecklistPhase::from_code(&self.phase).unwrap_or(ChecklistPhase::EveningBefore)
    }
}
