//! The questions of the guided way: which there are, to which chapter they belong, what they write.
//! In which order they are asked is in `way`.

use approdo_domain::{
    Cv, CvPlace, EducationField, Experience, ExperienceField, ExperienceKind, ItemId,
    PersonalField, Section,
};

/// A subject of the guided way; progress is counted in these, so that it never goes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Chapter {
    /// Given and family name.
    Name,
    /// Telephone and e-mail.
    Contacts,
    /// Where the person lives.
    Town,
    /// Which job they want.
    JobWanted,
    /// Work, paid.
    Work,
    /// Time that was not paid work: care, volunteering, civil service, traineeships.
    OtherTime,
    /// School and titles.
    School,
    /// Courses, certificates, licences to work.
    Courses,
    /// Languages.
    Languages,
    /// Driving licence and car.
    Driving,
    /// When the person can work.
    Availability,
    /// What they can do.
    Skills,
    /// The short presentation.
    Profile,
    /// How the pages look, and the sentence on personal data.
    Look,
}

impl Chapter {
    /// Every chapter, in order.
    pub const ALL: [Chapter; 14] = [
        Self::Name,
        Self::Contacts,
        Self::Town,
        Self::JobWanted,
        Self::Work,
        Self::OtherTime,
        Self::School,
        Self::Courses,
        Self::Languages,
        Self::Driving,
        Self::Availability,
        Self::Skills,
        Self::Profile,
        Self::Look,
    ];
}

/// One question, with the entry of a list that it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Question {
    /// What is your name?
    Name,
    /// How can one reach you?
    Contacts,
    /// Where do you live?
    Town,
    /// Which job do you want?
    JobWanted,
    /// Have you worked?
    Worked,
    /// What did you do, or what was it?
    Role(ItemId),
    /// Where, for whom?
    Employer(ItemId),
    /// From when to when?
    Period(ItemId),
    /// What were your tasks?
    Tasks(ItemId),
    /// Another job?
    MoreWork,
    /// Anything else that was not paid work?
    OtherTime,
    /// Anything more of that?
    MoreTime,
    /// Which school did you finish?
    School,
    /// What is the title called?
    Title(ItemId),
    /// At which school, in which country?
    SchoolPlace(ItemId),
    /// In which years?
    SchoolYears(ItemId),
    /// Another school or course?
    MoreSchool,
    /// Which certificates do you have?
    Courses,
    /// What is your mother tongue?
    MotherTongue,
    /// How well do you know Italian?
    Italian,
    /// Which other languages?
    OtherLanguages,
    /// Which driving licence?
    Driving,
    /// When can you work?
    Availability,
    /// What can you do?
    Skills,
    /// Who are you, in a few lines?
    Profile,
    /// How shall the page look?
    Look,
    /// The sentence on personal data?
    Privacy,
    /// The CV is done.
    Done,
}

/// The questions that are asked once, with the words that name them in addresses and notes.
const SINGLE: [(Question, &str); 21] = [
    (Question::Name, "name"),
    (Question::Contacts, "contacts"),
    (Question::Town, "town"),
    (Question::JobWanted, "job-wanted"),
    (Question::Worked, "work"),
    (Question::MoreWork, "more-work"),
    (Question::OtherTime, "other-time"),
    (Question::MoreTime, "more-time"),
    (Question::School, "school"),
    (Question::MoreSchool, "more-school"),
    (Question::Courses, "courses"),
    (Question::MotherTongue, "mother-tongue"),
    (Question::Italian, "italian"),
    (Question::OtherLanguages, "other-languages"),
    (Question::Driving, "driving"),
    (Question::Availability, "availability"),
    (Question::Skills, "skills"),
    (Question::Profile, "profile"),
    (Question::Look, "look"),
    (Question::Privacy, "privacy"),
    (Question::Done, "done"),
];

/// Makes a question about an entry.
type AboutEntry = fn(ItemId) -> Question;

/// The questions about one entry, with their words.
const ABOUT_ENTRY: [(AboutEntry, &str); 7] = [
    (Question::Role, "role"),
    (Question::Employer, "employer"),
    (Question::Period, "period"),
    (Question::Tasks, "tasks"),
    (Question::Title, "title"),
    (Question::SchoolPlace, "school-place"),
    (Question::SchoolYears, "school-years"),
];

impl Question {
    /// Returns the code by which the question stands in addresses and notes: never changed.
    pub fn code(self) -> String {
        if let Some(item) = self.item() {
            let mut kinds = ABOUT_ENTRY.into_iter();
            let kind = kinds.find(|(question, _)| question(item) == self);
            return kind.map_or_else(String::new, |(_, word)| format!("{word}-{item}"));
        }
        let mut single = SINGLE.into_iter();
        let word = single.find(|(question, _)| *question == self);
        word.map_or_else(String::new, |(_, word)| word.to_owned())
    }

    /// Returns the question of a code; none for codes of other versions.
    pub fn of_code(code: &str) -> Option<Question> {
        let mut single = SINGLE.into_iter();
        if let Some((question, _)) = single.find(|(_, word)| *word == code) {
            return Some(question);
        }
        let (kind, item) = code.rsplit_once('-')?;
        let mut kinds = ABOUT_ENTRY.into_iter();
        let (question, _) = kinds.find(|(_, word)| *word == kind)?;
        Some(question(item.parse().ok()?))
    }

    /// Returns the entry that the question is about.
    pub fn item(self) -> Option<ItemId> {
        match self {
            Self::Role(item)
            | Self::Employer(item)
            | Self::Period(item)
            | Self::Tasks(item)
            | Self::Title(item)
            | Self::SchoolPlace(item)
            | Self::SchoolYears(item) => Some(item),
            _ => None,
        }
    }

    /// Returns the list and the entry that the question is about.
    pub fn entry(self) -> Option<(Section, ItemId)> {
        let item = self.item()?;
        Some(match self {
            Self::Title(_) | Self::SchoolPlace(_) | Self::SchoolYears(_) => {
                (Section::Education, item)
            }
            _ => (Section::Experience, item),
        })
    }

    /// Returns the chapter of the question; an experience is looked up to tell work from other time.
    pub fn chapter(self, cv: &Cv) -> Chapter {
        match self {
            Self::Name => Chapter::Name,
            Self::Contacts => Chapter::Contacts,
            Self::Town => Chapter::Town,
            Self::JobWanted => Chapter::JobWanted,
            Self::Worked | Self::MoreWork => Chapter::Work,
            Self::Role(item) | Self::Employer(item) | Self::Period(item) | Self::Tasks(item) => {
                let mut entries = cv.experience.iter();
                match entries.find(|entry| entry.id == item) {
                    Some(entry) if !is_work(entry) => Chapter::OtherTime,
                    _ => Chapter::Work,
                }
            }
            Self::OtherTime | Self::MoreTime => Chapter::OtherTime,
            Self::School
            | Self::Title(_)
            | Self::SchoolPlace(_)
            | Self::SchoolYears(_)
            | Self::MoreSchool => Chapter::School,
            Self::Courses => Chapter::Courses,
            Self::MotherTongue | Self::Italian | Self::OtherLanguages => Chapter::Languages,
            Self::Driving => Chapter::Driving,
            Self::Availability => Chapter::Availability,
            Self::Skills => Chapter::Skills,
            Self::Profile => Chapter::Profile,
            Self::Look | Self::Privacy | Self::Done => Chapter::Look,
        }
    }

    /// Returns the fields that the question shows as fields, the first one first.
    pub fn fields(self) -> Vec<CvPlace> {
        use EducationField as School;
        use ExperienceField as Work;
        let personal = |fields: &[PersonalField]| {
            let fields = fields.iter().copied();
            fields.map(CvPlace::Personal).collect::<Vec<_>>()
        };
        let work = |item, fields: &[Work]| {
            let fields = fields.iter().copied();
            fields
                .map(|field| CvPlace::Experience(item, field))
                .collect::<Vec<_>>()
        };
        let school = |item, fields: &[School]| {
            let fields = fields.iter().copied();
            fields
                .map(|field| CvPlace::Education(item, field))
                .collect::<Vec<_>>()
        };
        match self {
            Self::Name => personal(&[PersonalField::GivenName, PersonalField::FamilyName]),
            Self::Contacts => personal(&[PersonalField::Phone, PersonalField::Email]),
            Self::Town => personal(&[PersonalField::City]),
            Self::JobWanted => personal(&[PersonalField::Headline]),
            Self::Role(item) => work(item, &[Work::Role]),
            Self::Employer(item) => work(item, &[Work::Employer, Work::Place]),
            Self::Period(item) => work(item, &[Work::Start, Work::Current, Work::End]),
            Self::Tasks(item) => work(item, &[Work::Description]),
            Self::Title(item) => school(item, &[School::Qualification]),
            Self::SchoolPlace(item) => {
                school(item, &[School::School, School::Place, School::Recognition])
            }
            Self::SchoolYears(item) => school(item, &[School::Start, School::Current, School::End]),
            Self::Profile => vec![CvPlace::Profile],
            Self::Privacy => vec![CvPlace::PrivacySentence],
            _ => Vec::new(),
        }
    }
}

/// Tells whether an experience is told among the jobs; the others are told as other time.
pub fn is_work(entry: &Experience) -> bool {
    !OTHER_TIME.contains(
        &entry
            .experience_kind()
            .unwrap_or(ExperienceKind::Employment),
    )
}

/// What people do beside paid work, in the order in which it is offered.
pub const OTHER_TIME: [ExperienceKind; 4] = [
    ExperienceKind::Traineeship,
    ExperienceKind::Volunteering,
    ExperienceKind::CivilService,
    ExperienceKind::FamilyCare,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_question_is_found_again_by_its_code() {
        for (question, word) in SINGLE {
            assert_eq!(question.code(), word);
            assert_eq!(Question::of_code(word), Some(question));
        }
        for (question, word) in ABOUT_ENTRY {
            let question = question(ItemId(0xAB));
            assert_eq!(question.code(), format!("{word}-00000000000000ab"));
            assert_eq!(Question::of_code(&question.code()), Some(question));
        }
    }

    #[test]
    fn a_code_of_another_version_is_no_question() {
        for code in ["", "of-next-year", "role", "role-", "role-xyz", "more"] {
            assert_eq!(Question::of_code(code), None, "{code}");
        }
    }

    #[test]
    fn a_traineeship_is_told_apart_from_paid_work_and_an_unsaid_kind_is_work() {
        let mut entry = Experience::empty(ItemId(1));
        assert!(is_work(&entry));
        entry.kind = ExperienceKind::Seasonal.code().to_owned();
        assert!(is_work(&entry));
        entry.kind = ExperienceKind::FamilyCare.code().to_owned();
        assert!(!is_work(&entry));
    }
}
