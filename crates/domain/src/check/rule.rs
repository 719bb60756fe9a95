//! The table of rules: what each is called, how much it weighs, which values it brings,
//! and under which keys its words stand.
//! How a rule is tried stands in the files named after what it looks at; `docs/check-rules.md` says
//! in words what each looks for.

/// How much a finding matters. The number is what it takes off the score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// Makes a good CV a little better.
    Detail,
    /// An employer would notice.
    Useful,
    /// The CV fails its purpose, or tells what nobody may ask.
    Important,
}

impl Weight {
    /// Returns how many points of the score a finding of this weight takes.
    pub fn points(self) -> u32 {
        match self {
            Self::Detail => 1,
            Self::Useful => 5,
            Self::Important => 15,
        }
    }
}

/// Declares the rules: one line each.
macro_rules! rules {
    ( $( $(#[$doc:meta])* $Rule:ident = $id:literal, $weight:ident, [$( $value:literal ),*]; )+ ) => {
        /// A rule of the check.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum CheckRule {
            $( $(#[$doc])* $Rule, )+
        }

        impl CheckRule {
            /// Every rule, in the order of the table.
            pub const ALL: [CheckRule; [$( $id ),+].len()] = [ $( Self::$Rule, )+ ];

            /// Returns the name under which the rule is kept for ever.
            pub fn id(self) -> &'static str {
                match self { $( Self::$Rule => $id, )+ }
            }

            /// Returns how much a finding of this rule matters.
            pub fn weight(self) -> Weight {
                match self { $( Self::$Rule => Weight::$weight, )+ }
            }

            /// Returns the names of the values that each finding of this rule brings for its words.
            pub fn value_names(self) -> &'static [&'static str] {
                match self { $( Self::$Rule => &[$( $value ),*], )+ }
            }

            /// Returns the key of the words that say why, and what to do.
            pub fn reason_key(self) -> &'static str {
                match self { $( Self::$Rule => concat!("check.", $id), )+ }
            }

            /// Returns the key of an example.
            pub fn example_key(self) -> &'static str {
                match self { $( Self::$Rule => concat!("check.", $id, ".example"), )+ }
            }
        }
    };
}

rules! {
    /// First name or surname is missing.
    MissingName = "missing-name", Important, [];
    /// Neither a telephone number nor an e-mail address.
    MissingContact = "missing-contact", Important, [];
    /// No job wanted, neither under the name nor in the profile.
    MissingJobWanted = "missing-job-wanted", Useful, [];
    /// The e-mail address has a nickname or a year of birth in it.
    EmailImpression = "email-impression", Useful, ["words"];
    /// The e-mail address belongs to an employer in the CV.
    EmailOfEmployer = "email-of-employer", Useful, ["employer"];
    /// An experience without a beginning, or with neither end nor "still today".
    MissingDates = "missing-dates", Useful, ["name"];
    /// More than six months of which the CV says nothing.
    Gap = "gap", Useful, ["from", "months"];
    /// An older entry stands above a newer one.
    DateOrder = "date-order", Useful, ["date"];
    /// An experience begins or ends after today.
    DateInFuture = "date-in-future", Useful, ["date"];
    /// An experience does not say what the person did.
    MissingDescription = "missing-description", Useful, ["name"];
    /// Tasks without any number or result.
    NoResults = "no-results", Detail, ["count"];
    /// One experience takes up a page.
    EntryTooLong = "entry-too-long", Useful, ["count"];
    /// More than two pages for less than fifteen years of work.
    CvTooLong = "cv-too-long", Useful, ["pages"];
    /// Hardly anything is written.
    CvTooShort = "cv-too-short", Useful, ["count"];
    /// One very long paragraph.
    GiantParagraph = "giant-paragraph", Useful, ["count"];
    /// A line in capital letters.
    AllCapitals = "all-capitals", Detail, ["words"];
    /// The same thing twice.
    Duplicate = "duplicate", Useful, ["name"];
    /// A mother tongue that also has levels.
    NativeWithLevels = "native-with-levels", Detail, ["name"];
    /// Writing far above listening or reading.
    UnevenLevels = "uneven-levels", Detail, ["name"];
    /// Languages, and no mother tongue among them.
    MissingMotherTongue = "missing-mother-tongue", Useful, [];
    /// A person from abroad whose Italian is not told.
    MissingItalian = "missing-italian", Useful, [];
    /// A driving category without the one it presupposes.
    DrivingCategories = "driving-categories", Detail, ["held", "needed"];
    /// A certificate that is no longer valid.
    CertificateExpired = "certificate-expired", Useful, ["name", "date"];
    /// A certificate that ends within sixty days.
    CertificateExpiring = "certificate-expiring", Useful, ["name", "date"];
    /// A word that the dictionary does not know, and one close by that it knows.
    Spelling = "spelling", Useful, ["words"];
    /// The print is smaller than what can be read with ease.
    SmallPrint = "small-print", Useful, [];
    /// The photo has few pixels.
    PhotoSmall = "photo-small", Useful, [];
    /// The photo is too dark.
    PhotoDark = "photo-dark", Useful, [];
    /// The photo is too light, or grey all over.
    PhotoPale = "photo-pale", Useful, [];
    /// Family status or children.
    FamilyFacts = "family-facts", Important, ["words"];
    /// Health, disability, pregnancy.
    HealthFacts = "health-facts", Important, ["words"];
    /// Religion, union, sexual orientation.
    BeliefFacts = "belief-facts", Important, ["words"];
    /// Protected categories (L. 68/1999) in a text.
    ProtectedCategoryInText = "protected-category-in-text", Important, ["words"];
    /// A tax code in a text.
    TaxCodeInText = "tax-code-in-text", Important, ["words"];
    /// A date of birth or an age in a text.
    BirthDateInText = "birth-date-in-text", Important, ["words"];
    /// The first person in tasks.
    FirstPerson = "first-person", Detail, ["words"];
    /// Formulas that stand in every CV.
    EmptyPhrase = "empty-phrase", Detail, ["words"];
    /// Past and present mixed in the tasks of a past job, in English.
    MixedTenses = "mixed-tenses", Detail, ["words"];
    /// Words of the search for work among tasks, skills or hobbies.
    WrongSection = "wrong-section", Detail, ["words"];
    /// A sentence of more than 25 words.
    LongSentence = "long-sentence", Detail, ["count"];
    /// A text that is hard to read (Gulpease).
    HardToRead = "hard-to-read", Detail, ["index"];
    /// Slips of spaces and punctuation.
    Spacing = "spacing", Detail, ["words"];
    /// A blank of a letter that is still to be filled in.
    OpenBlank = "open-blank", Important, [];
    /// A letter that says neither to which company nor to which person it goes.
    MissingAddressee = "missing-addressee", Important, [];
    /// A letter without a subject.
    MissingSubject = "missing-subject", Useful, [];
    /// A letter that never names the company.
    CompanyNotNamed = "company-not-named", Useful, ["company"];
    /// A letter that names the company in another way, or another company.
    CompanyMisnamed = "company-misnamed", Important, ["words", "company"];
    /// A letter that says *tu*, or both *Lei* and *tu*.
    InformalAddress = "informal-address", Important, ["words"];
    /// Endings that do not agree with the writer or the addressee.
    GenderAgreement = "gender-agreement", Useful, ["words"];
    /// A letter that says word for word what the CV says.
    RepeatsCv = "repeats-cv", Useful, ["words"];
    /// A letter of more than a page.
    LetterTooLong = "letter-too-long", Useful, ["pages"];
}
