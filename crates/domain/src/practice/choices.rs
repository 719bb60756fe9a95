//! What is chosen while practising: how sure one feels, what kind of interview it is, when something is done.

use crate::choices::choices;

choices! {
    /// How sure somebody feels of an answer.
    Sureness {
        /// Not yet.
        NotYet = "not-yet",
        /// Almost.
        Almost = "almost",
        /// Sure.
        Sure = "sure",
    }
}

choices! {
    /// How an interview takes place.
    InterviewKind {
        /// In person.
        InPerson = "in-person",
        /// On the telephone.
        Phone = "phone",
        /// By video.
        Video = "video",
    }
}

choices! {
    /// A person's case that adds something to a checklist.
    ChecklistAddition {
        /// It is the first job.
        FirstJob = "first-job",
        /// It is a return to work after caring for others.
        ReturnAfterCare = "return-after-care",
    }
}

choices! {
    /// When something of a checklist is done.
    ChecklistPhase {
        /// In the week before.
        WeekBefore = "week-before",
        /// In the evening before.
        EveningBefore = "evening-before",
        /// In the morning of the day.
        ThatMorning = "that-morning",
        /// During the interview.
        During = "during",
        /// Afterwards.
        After = "after",
    }
}
