//! The way through the questions: which are asked of this CV, in which order, where one is, what comes
//! next. A line that one walks in both directions: going back undoes going on.

use super::question::{Chapter, Question, is_work};
use approdo_domain::{Cv, Experience, ExperienceKind, ItemId, Language};

/// The questions for one CV, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuidedWay {
    questions: Vec<(Question, Chapter)>,
}

impl GuidedWay {
    /// Decides which questions a CV needs.
    pub fn of(cv: &Cv) -> Self {
        use Question as Q;
        let mut questions = vec![Q::Name, Q::Contacts, Q::Town, Q::JobWanted, Q::Worked];
        let (work, other): (Vec<&Experience>, Vec<&Experience>) =
            cv.experience.iter().partition(|entry| is_work(entry));
        questions.extend(work.iter().flat_map(|entry| about(entry)));
        questions.extend((!work.is_empty()).then_some(Q::MoreWork));
        questions.push(Q::OtherTime);
        questions.extend(other.iter().flat_map(|entry| about(entry)));
        questions.extend((!other.is_empty()).then_some(Q::MoreTime));
        questions.push(Q::School);
        let schools = cv.education.iter().map(|entry| entry.id);
        questions.extend(
            schools.flat_map(|item| [Q::Title, Q::SchoolPlace, Q::SchoolYears].map(|q| q(item))),
        );
        questions.extend((!cv.education.is_empty()).then_some(Q::MoreSchool));
        questions.extend([Q::Courses, Q::MotherTongue]);
        questions.extend((!speaks_italian_from_birth(cv)).then_some(Q::Italian));
        questions.extend([
            Q::OtherLanguages,
            Q::Driving,
            Q::Availability,
            Q::Skills,
            Q::Profile,
            Q::Look,
            Q::Privacy,
            Q::Done,
        ]);
        let with_chapter = |question: Question| (question, question.chapter(cv));
        Self {
            questions: questions.into_iter().map(with_chapter).collect(),
        }
    }

    /// Returns the question of a code, or the nearest one that is still asked: the beginning of its
    /// chapter where an entry has gone, the first one where the code says nothing.
    pub fn found(&self, code: &str, cv: &Cv) -> Question {
        let wanted = Question::of_code(code).unwrap_or(Question::Name);
        if self.position(wanted).is_some() {
            return wanted;
        }
        self.first_of(wanted.chapter(cv))
    }

    /// Returns the question after this one; none after the last.
    pub fn next(&self, question: Question) -> Option<Question> {
        let position = self.position(question)?;
        self.questions.get(position + 1).map(|(next, _)| *next)
    }

    /// Returns the question before this one; none before the first.
    pub fn back(&self, question: Question) -> Option<Question> {
        let position = self.position(question)?.checked_sub(1)?;
        self.questions.get(position).map(|(before, _)| *before)
    }

    /// Returns where leaving a question out leads: from one that begins entries over all of them, so
    /// that nobody walks through fifteen jobs that are told already.
    pub fn skip(&self, question: Question) -> Option<Question> {
        let position = self.position(question)?;
        let (_, chapter) = self.questions.get(position)?;
        let begins_entries = [Question::Worked, Question::OtherTime, Question::School];
        if !begins_entries.contains(&question) {
            return self.next(question);
        }
        let mut later = self.questions.iter().skip(position);
        let next = later.find(|(_, other)| other != chapter);
        next.map(|(next, _)| *next)
    }

    /// Returns how far one is: the number of the chapter, from one, and how many there are.
    pub fn progress(&self, question: Question) -> (usize, usize) {
        let chapter = self
            .position(question)
            .and_then(|at| self.questions.get(at));
        let number = chapter.map_or(1, |(_, chapter)| *chapter as usize + 1);
        (number, Chapter::ALL.len())
    }

    /// Returns the first question of a chapter.
    pub fn first_of(&self, chapter: Chapter) -> Question {
        let mut questions = self.questions.iter();
        let first = questions.find(|(_, other)| *other == chapter);
        first.map_or(Question::Name, |(question, _)| *question)
    }

    fn position(&self, question: Question) -> Option<usize> {
        let mut questions = self.questions.iter();
        questions.position(|(other, _)| *other == question)
    }

    /// Returns every question, in order.
    #[cfg(test)]
    pub(super) fn questions(&self) -> Vec<Question> {
        self.questions
            .iter()
            .map(|(question, _)| *question)
            .collect()
    }
}

/// Returns the questions about an experience; who cared for the family has no employer to name.
fn about(entry: &Experience) -> Vec<Question> {
    let item = entry.id;
    let mut questions = vec![
        Question::Role(item),
        Question::Employer(item),
        Question::Period(item),
        Question::Tasks(item),
    ];
    if entry.experience_kind() == Some(ExperienceKind::FamilyCare) {
        questions.remove(1);
    }
    questions
}

fn speaks_italian_from_birth(cv: &Cv) -> bool {
    italian(cv).is_some_and(|language| language.native)
}

/// Finds the Italian language among those of a CV, named in Italian or English.
pub fn italian(cv: &Cv) -> Option<&Language> {
    let mut languages = cv.languages.iter();
    languages.find(|language| {
        language
            .name
            .trim()
            .to_ascii_lowercase()
            .starts_with("ital")
    })
}

/// Tells whether nothing was written in an entry that the guided way made; what a tap chose for it
/// (paid or not) says nothing without more.
pub fn is_unwritten(cv: &Cv, question: Question) -> Option<ItemId> {
    let (section, item) = question.entry()?;
    let chosen = |place: &approdo_domain::CvPlace| {
        matches!(
            place,
            approdo_domain::CvPlace::Experience(_, approdo_domain::ExperienceField::Kind)
        )
    };
    let mut places = section.places_of_entry(item).into_iter();
    let is_given = |place| cv.value(place).is_some_and(|value| value.is_given());
    let is_there = cv.entry_ids(section).contains(&item);
    let written = places.any(|place| !chosen(&place) && is_given(place));
    (is_there && !written).then_some(item)
}
