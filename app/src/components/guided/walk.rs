//! Going through the questions: on, back, over, and what is tidied up on the way.

use crate::components::field_facts::field_id;
use crate::i18n::Words;
use crate::platform::{focus, page};
use crate::state::cv_editor::CvEditor;
use crate::state::guided::order::newest_first;
use crate::state::guided::way::is_unwritten;
use crate::state::guided::{GuidedWay, Question};
use approdo_domain::{
    Cv, CvPlace, EducationField, ExperienceField, ExperienceKind, ItemId, QualificationLevel,
    Section, validate,
};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use std::rc::Rc;
use std::time::Duration;

/// The id of the button that goes on.
pub const NEXT: &str = "guided-next";
/// Longer than a field that was left takes to show what is wrong in it.
const JUDGED: Duration = Duration::from_millis(400);

type Navigate = Rc<dyn Fn(&str)>;

/// Returns the address of a question about a CV.
pub fn address_of(editor: CvEditor, question: Question) -> String {
    format!("/cv/{}/guided/{}", editor.id(), question.code())
}

/// A person at one question.
#[derive(Clone, Copy)]
pub struct Walk {
    /// The CV.
    pub editor: CvEditor,
    /// The question on screen.
    pub question: Question,
    /// Whether the person was asked to look again at what they typed.
    pub asked_to_check: RwSignal<bool>,
    navigate: StoredValue<Navigate, LocalStorage>,
    words: StoredValue<Words, LocalStorage>,
}

impl Walk {
    /// Begins at a question; what is tapped is written in these words.
    pub fn at(editor: CvEditor, question: Question, words: Words) -> Self {
        let go = use_navigate();
        let navigate: Navigate = Rc::new(move |address| go(address, NavigateOptions::default()));
        Self {
            editor,
            question,
            asked_to_check: RwSignal::new(false),
            navigate: StoredValue::new_local(navigate),
            words: StoredValue::new_local(words),
        }
    }

    /// Returns the words of the CV's own language.
    pub fn words(self) -> Words {
        self.words.get_value()
    }

    /// Returns the CV, without following it.
    pub fn cv(self) -> Cv {
        untrack(|| self.editor.cv())
    }

    /// Returns the address of a question.
    pub fn address(self, question: Question) -> String {
        address_of(self.editor, question)
    }

    /// Shows a question.
    pub fn go(self, question: Question) {
        let address = self.address(question);
        self.navigate.with_value(|navigate| navigate(&address));
    }

    /// Goes on, unless something typed just now looks wrong: then once it is pointed at.
    pub fn on(self) {
        self.editor.commit();
        let cv = self.cv();
        match self.place_to_check(&cv) {
            Some(place) if !self.asked_to_check.get_untracked() => self.point_at(place),
            _ => self.leave_for(&cv, GuidedWay::of(&cv).next(self.question)),
        }
    }

    /// Goes on over what the question begins.
    pub fn skip(self) {
        self.editor.commit();
        let cv = self.cv();
        self.leave_for(&cv, GuidedWay::of(&cv).skip(self.question));
    }

    /// Goes back.
    pub fn back(self) {
        self.editor.commit();
        let cv = self.cv();
        self.leave_for(&cv, GuidedWay::of(&cv).back(self.question));
    }

    /// Adds an experience, after those told before it, and asks about it.
    pub fn tell_experience(self, kind: Option<ExperienceKind>) {
        let item = self.editor.append_entry(Section::Experience);
        if let Some(kind) = kind {
            let place = CvPlace::Experience(item, ExperienceField::Kind);
            self.editor.write_text(place, kind.code());
        }
        self.go(Question::Role(item));
    }

    /// Adds a school, and asks about it.
    pub fn tell_school(self, level: Option<QualificationLevel>) {
        let item = self.editor.append_entry(Section::Education);
        if let Some(level) = level {
            let place = CvPlace::Education(item, EducationField::Level);
            self.editor.write_text(place, level.code());
        }
        self.go(Question::Title(item));
    }

    fn place_to_check(self, cv: &Cv) -> Option<CvPlace> {
        let fields = self.question.fields();
        let mut findings = validate(cv).into_iter().map(|finding| finding.place);
        findings.find(|place| fields.contains(place))
    }

    /// Tells whether what the person was asked to look at again is still as it was.
    pub fn is_still_to_check(self) -> bool {
        let fields = self.question.fields();
        let findings = self.editor.findings();
        let is_here = findings.with(|findings| {
            let mut places = findings.iter().map(|finding| finding.place);
            places.any(|place| fields.contains(&place))
        });
        is_here && self.asked_to_check.get()
    }

    /// Leaves the field, so that it shows what is wrong, and comes back to it.
    fn point_at(self, place: CvPlace) {
        self.asked_to_check.set(true);
        page::focus(NEXT);
        self.editor.leave(place);
        set_timeout(move || focus::focus_soon(field_id(place)), JUDGED);
    }

    fn leave_for(self, cv: &Cv, wanted: Option<Question>) {
        let Some(wanted) = wanted else { return };
        self.tidy_up(cv, wanted);
        let cv = self.cv();
        let way = GuidedWay::of(&cv);
        let there = way.found(&wanted.code(), &cv);
        // Where an entry without a word was the only one, "anything more?" is not asked.
        let onward = if there == wanted {
            wanted
        } else {
            way.skip(there).unwrap_or(there)
        };
        self.go(onward);
    }

    /// Takes away an entry in which nothing was written, and puts a new experience where its dates
    /// belong, once all of its questions are behind.
    fn tidy_up(self, cv: &Cv, wanted: Question) {
        let Some((section, item)) = self.question.entry() else {
            return self.tidy_up_list(cv);
        };
        if wanted.item() == Some(item) {
            return;
        }
        if is_unwritten(cv, self.question).is_some() {
            self.editor.delete_entry(section, item);
        } else if section == Section::Experience
            && let Some(position) = newest_first(cv, item)
        {
            self.editor.move_entry(section, item, position);
        }
    }

    /// Takes away the lines of a list in which nothing was written.
    fn tidy_up_list(self, cv: &Cv) {
        let section = match self.question {
            Question::Courses => Section::Certificates,
            Question::Skills => Section::Skills,
            Question::MotherTongue | Question::OtherLanguages => Section::Languages,
            _ => return,
        };
        let is_empty = |item: &ItemId| {
            let places = section.places_of_entry(*item);
            let flags = |place: &CvPlace| !place.is_flag();
            let mut texts = places.into_iter().filter(flags);
            !texts.any(|place| cv.value(place).is_some_and(|value| value.is_given()))
        };
        for item in cv.entry_ids(section).iter().filter(|item| is_empty(item)) {
            self.editor.delete_entry(section, *item);
        }
    }
}
