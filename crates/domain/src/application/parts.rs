//! The parts of an application. Which place each has, and how they are read and written, is in `mod`.

use crate::fields::part;

part! {
    /// The vacancy it answers, as far as the person knows it.
    struct Vacancy,
    /// The vacancy it answers.
    enum VacancyField {
        /// The job, as the vacancy calls it.
        title: Title => Line,
        /// The company.
        company: Company => Line,
        /// Where the work is.
        place: Place => Line,
        /// Until when one can apply.
        deadline: Deadline => Date,
        /// What the company asks for, one a line.
        requirements: Requirements => Paragraphs,
        /// The vacancy's text, as it was pasted.
        text: Text => Paragraphs,
        /// Where it can be read.
        link: Link => Line,
    }
}

part! {
    /// When something happened.
    struct Dates,
    /// When something happened.
    enum DatesField {
        /// It went out.
        sent: Sent => Date,
        /// The company answered.
        answered: Answered => Date,
        /// The interview is, or was.
        interview: Interview => Date,
        /// The company offered the job.
        offer: Offer => Date,
        /// The company said no.
        no: No => Date,
    }
}

part! {
    /// How it goes out, and who is there.
    struct How,
    /// How it goes out.
    enum HowField {
        /// By which way: the code of a [`crate::application::Channel`].
        channel: Channel => Choice,
        /// Whom to ask, with telephone or e-mail.
        contact: Contact => Line,
        /// Whatever the person wants to remember.
        notes: Notes => Paragraphs,
    }
}

part! {
    /// What the person wants to do next.
    struct NextStep,
    /// What the person wants to do next.
    enum NextStepField {
        /// What.
        what: What => Line,
        /// On which day to be reminded.
        on: On => Date,
    }
}

part! {
    /// What was sent, as it went.
    struct Papers,
    /// What was sent, as it went.
    enum PapersField {
        /// The CV: how `approdo-document` writes the document's identity.
        cv: Cv => Line,
        /// The letter, likewise.
        letter: Letter => Line,
        /// When the CV was sent as it was then: a [`crate::application::FrozenVersion`].
        cv_version: CvVersion => Line,
        /// When the letter was sent as it was then, likewise.
        letter_version: LetterVersion => Line,
        /// The CV's file as it went out.
        cv_file: CvFile => File,
        /// The letter's file as it went out.
        letter_file: LetterFile => File,
    }
}
