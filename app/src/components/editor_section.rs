//! One part of the CV in the editor: a heading that opens and closes it. On a phone only one part
//! is open at a time.

use super::driving::DrivingFields;
use super::entry_list::EntryList;
use super::field::TextField;
use crate::i18n::{Key, plural, text};
use crate::platform::{focus, media, place};
use crate::state::cv_editor::CvEditor;
use approdo_domain::{CvPlace, DrivingCategory, PersonalField, Section};
use leptos::prelude::*;

/// A part of the CV.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Personal data and contacts.
    Personal,
    /// The short presentation.
    Profile,
    /// A list of entries.
    List(Section),
    /// Driving licence and car.
    Driving,
}

impl Part {
    /// Every part, in the order of the form.
    pub const ALL: [Part; 7] = [
        Self::Personal,
        Self::Profile,
        Self::List(Section::Experience),
        Self::List(Section::Education),
        Self::List(Section::Languages),
        Self::List(Section::Skills),
        Self::Driving,
    ];

    /// Returns the part's name for ids and tests.
    pub fn word(self) -> &'static str {
        match self {
            Self::Personal => "personal",
            Self::Profile => "profile",
            Self::List(Section::Experience) => "experience",
            Self::List(Section::Education) => "education",
            Self::List(Section::Languages) => "languages",
            Self::List(Section::Skills) => "skills",
            Self::Driving => "driving",
        }
    }

    /// Returns the part a place is in; the CV's own name stands under the first.
    pub fn of(place: CvPlace) -> Part {
        match place {
            CvPlace::Title | CvPlace::Personal(_) => Self::Personal,
            CvPlace::Profile => Self::Profile,
            CvPlace::Experience(..) => Self::List(Section::Experience),
            CvPlace::Education(..) => Self::List(Section::Education),
            CvPlace::Language(..) => Self::List(Section::Languages),
            CvPlace::Skill(..) => Self::List(Section::Skills),
            CvPlace::Driving(_) | CvPlace::OwnCar => Self::Driving,
        }
    }

    fn title(self) -> String {
        text(match self {
            Self::Personal => Key::SectionPersonal,
            Self::Profile => Key::SectionProfile,
            Self::List(Section::Experience) => Key::SectionExperience,
            Self::List(Section::Education) => Key::SectionEducation,
            Self::List(Section::Languages) => Key::SectionLanguages,
            Self::List(Section::Skills) => Key::SectionSkills,
            Self::Driving => Key::SectionDriving,
        })
    }
}

/// Which parts are open.
#[derive(Debug, Clone, Copy)]
pub struct OpenParts(RwSignal<Vec<Part>>);

impl OpenParts {
    /// Begins with the first part open, or where the person was before the page was loaded anew.
    pub fn new() -> Self {
        let mut first = Part::Personal;
        if let Some(place) = place::take() {
            let mut parts = Part::ALL.into_iter();
            first = parts
                .find(|part| part.word() == place.part)
                .unwrap_or(first);
            // After the page's heading, which otherwise gets the focus.
            Effect::new(move |_| focus::focus_soon(place.field.clone()));
        }
        Self(RwSignal::new(vec![first]))
    }

    fn contains(self, part: Part) -> bool {
        self.0.with(|open| open.contains(&part))
    }

    /// Opens a part that may be closed.
    pub fn show(self, part: Part) {
        if !self.0.with_untracked(|open| open.contains(&part)) {
            self.toggle(part);
        }
    }

    fn toggle(self, part: Part) {
        self.0.update(|open| {
            let was_open = open.contains(&part);
            if media::matches(media::WIDE) {
                open.retain(|other| *other != part);
            } else {
                open.clear();
            }
            if !was_open {
                open.push(part);
            }
        });
    }
}

/// One part of the CV.
#[component]
pub fn EditorSection(
    /// The CV.
    editor: CvEditor,
    /// Which part.
    part: Part,
    /// Which parts are open.
    open: OpenParts,
) -> impl IntoView {
    let is_open = Memo::new(move |_| open.contains(part));
    let body_id = format!("section-{}", part.word());
    let toggle_id = format!("toggle-{}", part.word());
    view! {
        <section class="section" data-section=part.word()>
            <h2>
                <button
                    type="button"
                    class="section-toggle"
                    id=toggle_id
                    data-action="toggle-section"
                    aria-expanded=move || if is_open.get() { "true" } else { "false" }
                    aria-controls=body_id.clone()
                    on:click=move |_| {
                        open.toggle(part);
                        // A long part that closed above must not carry this one off the screen.
                        focus::reveal_soon(format!("toggle-{}", part.word()));
                    }
                >
                    <span class="section-title">{part.title()}</span>
                    <span class="section-count">{summary(editor, part)}</span>
                </button>
            </h2>
            <div class="section-body" id=body_id hidden=move || !is_open.get()>
                {move || is_open.get().then(|| body(editor, part))}
            </div>
        </section>
    }
    .into_any()
}

/// Says how much is written in a part.
fn summary(editor: CvEditor, part: Part) -> AnyView {
    let filled_or_empty = |filled| {
        text(if filled {
            Key::EditorSectionFilled
        } else {
            Key::EditorSectionEmpty
        })
    };
    match part {
        Part::List(section) => {
            let items = editor.items(section);
            let words = move || match items.with(Vec::len) {
                0 => text(Key::EditorSectionEmpty),
                count => plural(Key::EditorSectionEntries, count),
            };
            words.into_any()
        }
        Part::Profile => {
            let profile = editor.text(CvPlace::Profile).text;
            let words = move || filled_or_empty(profile.with(|text| !text.trim().is_empty()));
            words.into_any()
        }
        Part::Personal => {
            let names = [PersonalField::GivenName, PersonalField::FamilyName]
                .map(|field| editor.text(CvPlace::Personal(field)).text);
            let words = move || {
                let is_written = |name: &ArcRwSignal<String>| name.with(|name| !name.is_empty());
                filled_or_empty(names.iter().any(is_written))
            };
            words.into_any()
        }
        Part::Driving => {
            let flags = DrivingCategory::ALL.map(|each| editor.flag(CvPlace::Driving(each)));
            let words = move || {
                let held = DrivingCategory::ALL.iter().zip(&flags);
                let codes: Vec<&str> = held
                    .filter(|(_, flag)| flag.get())
                    .map(|(category, _)| category.code())
                    .collect();
                if codes.is_empty() {
                    text(Key::EditorSectionEmpty)
                } else {
                    codes.join(", ")
                }
            };
            words.into_any()
        }
    }
}

fn body(editor: CvEditor, part: Part) -> AnyView {
    match part {
        Part::Personal => {
            let field = |field| {
                let place = CvPlace::Personal(field);
                view! { <TextField editor place /> }
            };
            view! {
                <div class="field-row">
                    {field(PersonalField::GivenName)} {field(PersonalField::FamilyName)}
                </div>
                {field(PersonalField::Headline)}
                <div class="field-row">
                    {field(PersonalField::Phone)} {field(PersonalField::Email)}
                </div>
                <div class="field-row">
                    {field(PersonalField::City)} {field(PersonalField::Address)}
                </div>
                <div class="field-row">
                    {field(PersonalField::BirthDate)} {field(PersonalField::Website)}
                </div>
            }
            .into_any()
        }
        Part::Profile => view! { <TextField editor place=CvPlace::Profile /> }.into_any(),
        Part::List(section) => view! { <EntryList editor section /> }.into_any(),
        Part::Driving => view! { <DrivingFields editor /> }.into_any(),
    }
}
