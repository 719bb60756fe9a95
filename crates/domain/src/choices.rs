//! Answers that a person chooses from a list. Each has a code that is kept for ever; words for it are
//! the business of who shows it.

/// Declares a list of answers with their codes.
macro_rules! choices {
    (
        $(#[$list_doc:meta])* $List:ident {
            $( $(#[$doc:meta])* $Variant:ident = $code:literal, )+
        }
    ) => {
        $(#[$list_doc])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
        )]
        pub enum $List {
            $( $(#[$doc])* #[serde(rename = $code)] $Variant, )+
        }

        impl $List {
            /// Every answer, in the order in which they are offered.
            pub const ALL: [$List; [$( $code ),+].len()] = [ $( Self::$Variant, )+ ];

            /// Returns the code that is kept.
            pub fn code(self) -> &'static str {
                match self { $( Self::$Variant => $code, )+ }
            }

            /// Reads a code; none if it is empty or was written by a newer version.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|answer| answer.code() == code.trim())
            }
        }
    };
}

pub(crate) use choices;

choices! {
    /// What sort of experience it is. Time without paid work is told with dignity, or not at all.
    ExperienceKind {
        /// Employment.
        Employment = "employment",
        /// Seasonal work.
        Seasonal = "seasonal",
        /// Work through an agency (*somministrazione*).
        Agency = "agency",
        /// Apprenticeship.
        Apprenticeship = "apprenticeship",
        /// Traineeship (*tirocinio*).
        Traineeship = "traineeship",
        /// Work on one's own account.
        SelfEmployed = "self-employed",
        /// Volunteering.
        Volunteering = "volunteering",
        /// Civil service.
        CivilService = "civil-service",
        /// Care of children or relatives.
        FamilyCare = "family-care",
        /// Something else.
        Other = "other",
    }
}

choices! {
    /// A level of the European Qualifications Framework (Recommendation 2017/C 189/03), as Italian
    /// qualifications are assigned to it (DM 8 January 2018).
    QualificationLevel {
        /// End of the first cycle (*licenza media*).
        Level1 = "1",
        /// Compulsory schooling to 16 years.
        Level2 = "2",
        /// Professional operator (three years).
        Level3 = "3",
        /// Upper secondary diploma, professional diploma.
        Level4 = "4",
        /// Higher technical diploma (ITS).
        Level5 = "5",
        /// Bachelor's degree.
        Level6 = "6",
        /// Master's degree.
        Level7 = "7",
        /// Doctorate.
        Level8 = "8",
    }
}

choices! {
    /// What sort of skill it is.
    SkillKind {
        /// Of a trade: machines, materials, methods.
        Technical = "technical",
        /// Of dealing with people and with oneself.
        Personal = "personal",
    }
}

choices! {
    /// A level of digital skill: the four broad levels of DigComp 2.2.
    DigitalLevel {
        /// Simple things, with guidance.
        Foundation = "foundation",
        /// Usual things, on one's own.
        Intermediate = "intermediate",
        /// Difficult things, and teaching others.
        Advanced = "advanced",
        /// As a specialist.
        HighlySpecialised = "highly-specialised",
    }
}

choices! {
    /// Why somebody may stay in Italy (D.Lgs. 286/1998, D.Lgs. 251/2007, D.Lgs. 30/2007), as far as
    /// an employer needs to know.
    PermitKind {
        /// Citizen of the Union, or of a country treated alike.
        UnionCitizen = "union-citizen",
        /// Family member of a citizen of the Union.
        UnionFamily = "union-family",
        /// Long-term resident.
        LongTerm = "long-term",
        /// For work.
        Work = "work",
        /// Waiting for work (*attesa occupazione*).
        WaitingForWork = "waiting-for-work",
        /// For family reasons.
        Family = "family",
        /// For study.
        Study = "study",
        /// Refugee or subsidiary protection.
        International = "international-protection",
        /// Special or temporary protection.
        Special = "special-protection",
        /// Request for protection under way.
        AsylumRequest = "asylum-request",
        /// Another one.
        Other = "other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_read_back_and_unknown_ones_read_as_nothing() {
        for kind in ExperienceKind::ALL {
            assert_eq!(ExperienceKind::from_code(kind.code()), Some(kind));
        }
        assert_eq!(ExperienceKind::from_code("of next year"), None);
        assert_eq!(
            QualificationLevel::from_code(" 4 "),
            Some(QualificationLevel::Level4)
        );
    }
}
