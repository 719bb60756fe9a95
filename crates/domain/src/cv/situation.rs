//! What is asked of jobseekers in Italy beside experience and school: availability, permit to stay,
//! digital skills; and how it is to look.

use crate::fields::part;
use crate::{DigitalLevel, PermitKind};

part! {
    /// When, how much and where the person can work.
    struct Availability,
    /// When, how much and where the person can work.
    enum AvailabilityField {
        /// At once.
        immediate: Immediate => Flag,
        /// From a day on.
        from: From => Date,
        /// Full time.
        full_time: FullTime => Flag,
        /// Part time.
        part_time: PartTime => Flag,
        /// In shifts.
        shifts: Shifts => Flag,
        /// At night.
        nights: Nights => Flag,
        /// On Saturdays, Sundays and holidays.
        weekends: Weekends => Flag,
        /// How far from home, in kilometres.
        radius_km: RadiusKm => Line,
        /// Whether the person would travel for work (*trasferte*).
        travel: Travel => Flag,
        /// Whether the person would move house.
        relocation: Relocation => Flag,
        /// Anything else.
        note: Note => Line,
    }
}

part! {
    /// Permit to stay and to work, for who needs one.
    struct Permit,
    /// Permit to stay and to work.
    enum PermitField {
        /// Why the person may stay: the code of a [`PermitKind`].
        kind: Kind => Choice,
        /// Until when it is valid.
        expires: Expires => Date,
        /// Whether it allows work.
        work_allowed: WorkAllowed => Flag,
    }
}

part! {
    /// Digital skills in the five areas of DigComp 2.2 (European Commission, 2022), each the code of
    /// a [`DigitalLevel`], and programmes by name.
    struct Digital,
    /// Digital skills.
    enum DigitalField {
        /// Finding and judging information.
        information: Information => Choice,
        /// Communicating and working together.
        communication: Communication => Choice,
        /// Making texts, pictures, pages.
        content: Content => Choice,
        /// Protecting devices, data, health.
        safety: Safety => Choice,
        /// Solving problems with what is digital.
        problem_solving: ProblemSolving => Choice,
        /// Programmes and devices used, one a line.
        tools: Tools => Paragraphs,
    }
}

part! {
    /// How the pages look, as far as the person chose it: codes of who lays them out.
    struct PageLook,
    /// How the pages look.
    enum PageLookField {
        /// How what stands in the CV is laid out.
        template: Template => Choice,
        /// The colour of titles and marks.
        accent: Accent => Choice,
        /// What the letters look like.
        typeface: Typeface => Choice,
        /// How much space there is between parts.
        spacing: Spacing => Choice,
        /// Whether everything is to stand on one page, if that is possible.
        one_page: OnePage => Flag,
        /// The language of the words that pages and files add to what the person wrote: a BCP 47 tag;
        /// empty for Italian.
        language: Language => Choice,
    }
}

impl Permit {
    /// Returns why the person may stay, if that was said and is known here.
    pub fn permit_kind(&self) -> Option<PermitKind> {
        PermitKind::from_code(&self.kind)
    }

    /// Tells whether nothing is written.
    pub fn is_empty(&self) -> bool {
        PermitField::ALL
            .into_iter()
            .all(|field| !self.value(field).is_given())
    }
}

impl Availability {
    /// Tells whether nothing is written.
    pub fn is_empty(&self) -> bool {
        AvailabilityField::ALL
            .into_iter()
            .all(|field| !self.value(field).is_given())
    }
}

impl Digital {
    /// Returns the level in one area, if that was said and is known here.
    pub fn level(&self, field: DigitalField) -> Option<DigitalLevel> {
        match self.value(field) {
            crate::FieldValue::Text(code) => DigitalLevel::from_code(code),
            crate::FieldValue::Flag(_) => None,
        }
    }

    /// Tells whether nothing is written.
    pub fn is_empty(&self) -> bool {
        DigitalField::ALL
            .into_iter()
            .all(|field| !self.value(field).is_given())
    }
}
