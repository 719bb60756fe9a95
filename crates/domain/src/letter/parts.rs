//! The parts of a letter. Which place each has is in `place`; how they are read and written in `mod`.

use crate::fields::part;
use crate::letter::WordForm;

part! {
    /// Who writes, as far as it is not as in the CV; see [`crate::letter::Letter::sender_with`].
    struct Sender,
    /// Who writes.
    enum SenderField {
        /// First name and surname.
        name: Name => Line,
        /// Street and number.
        address: Address => Line,
        /// Postal code (*CAP*).
        postal_code: PostalCode => Line,
        /// Town, with its province.
        city: City => Line,
        /// Telephone number.
        phone: Phone => Line,
        /// E-mail address.
        email: Email => Line,
    }
}

part! {
    /// To whom the letter goes, each empty if not known.
    struct Addressee,
    /// To whom the letter goes.
    enum AddresseeField {
        /// The company.
        company: Company => Line,
        /// The person's first name and surname, or surname.
        person: Person => Line,
        /// The person's or the office's function, such as `Ufficio del personale`.
        function: Function => Line,
        /// Whether the person is addressed as a man or a woman: the code of a [`WordForm`].
        form: Form => Choice,
        /// Street and number.
        address: Address => Line,
        /// Postal code.
        postal_code: PostalCode => Line,
        /// Town, with its province.
        city: City => Line,
        /// E-mail address.
        email: Email => Line,
    }
}

part! {
    /// What the letter is about, as the vacancy says it.
    struct Wanted,
    /// What the letter is about.
    enum WantedField {
        /// The job, as the vacancy calls it.
        role: Role => Line,
        /// Where the vacancy was seen.
        source: Source => Line,
        /// The vacancy's number or code.
        reference: Reference => Line,
    }
}

part! {
    /// What the person answered to the plain questions of the guided way.
    struct Answers,
    /// What the person answered.
    enum AnswersField {
        /// Why this company or this job.
        reason: Reason => Line,
        /// What the person can do best for it.
        skill: Skill => Line,
        /// What else the person can do for it.
        second_skill: SecondSkill => Line,
        /// From when, and for which hours.
        availability: Availability => Line,
    }
}

part! {
    /// What stands in the letter.
    struct LetterTexts,
    /// What stands in the letter.
    enum LetterField {
        /// Where it was written.
        place: Place => Line,
        /// When it was written.
        date: Date => Date,
        /// What it is about (*oggetto*).
        subject: Subject => Line,
        /// How the addressee is greeted.
        salutation: Salutation => Line,
        /// Why the person writes.
        opening: Opening => Paragraphs,
        /// What the person brings.
        why_me: WhyMe => Paragraphs,
        /// Why this company.
        why_you: WhyYou => Paragraphs,
        /// What is to happen next, and a greeting.
        closing: Closing => Paragraphs,
        /// The name under it, typed; empty for the sender's name.
        signature: Signature => Line,
        /// What goes with it, one a line.
        enclosures: Enclosures => Paragraphs,
    }
}

impl LetterField {
    /// The parts that people read as the letter, in their order.
    pub const BODY: [LetterField; 4] = [Self::Opening, Self::WhyMe, Self::WhyYou, Self::Closing];

    /// The parts for which there are families of phrases, in their order.
    pub const COMPOSED: [LetterField; 6] = [
        Self::Subject,
        Self::Salutation,
        Self::Opening,
        Self::WhyMe,
        Self::WhyYou,
        Self::Closing,
    ];
}

impl Addressee {
    /// Returns how the person is addressed, if that was said and is known here.
    pub fn word_form(&self) -> Option<WordForm> {
        WordForm::from_code(&self.form).filter(|form| *form != WordForm::Neutral)
    }
}
