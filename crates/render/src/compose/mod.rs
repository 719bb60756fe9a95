//! Composes a CV, a letter or a feedback sheet into rows: which sections there are and in which order. What stands in them and what
//! must stay together is in the submodules; measures are in `theme`.

mod arrange;
mod by_hand;
mod composer;
mod contacts;
mod description;
mod entries;
mod entry_kinds;
mod header;
mod items;
mod languages;
mod letter;
mod sections;
mod sheet;
mod situation;
mod skills;
mod titles;

use crate::cache::ParagraphCache;
use crate::font_group::FontGroup;
use crate::fonts::FontSet;
use crate::labels::Labels;
use crate::request::{RenderRequest, Substitution};
use crate::rows::{Column, Row};
use crate::structure::Structure;
use crate::theme::Theme;
use crate::writing_direction::page_direction;
use approdo_domain::{Cv, CvPlace, Heading, OwnSectionField};
use composer::Composer;
use description::Unmarked;
use entries::{Entry, section_of_entries};

pub(crate) use letter::compose_letter;
pub(crate) use sheet::compose_sheet;

/// A heading for the PDF's outline.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct OutlineEntry {
    pub(crate) text: String,
    /// 1 for the name and the sections, 2 for the entries of a section.
    pub(crate) level: u8,
    pub(crate) row: usize,
}

/// A CV as rows, with the meaning of what stands on them.
pub(crate) struct Composition {
    pub(crate) rows: Vec<Row>,
    pub(crate) structure: Structure,
    pub(crate) outline: Vec<OutlineEntry>,
    pub(crate) substitutions: Vec<Substitution>,
    /// The groups of fonts that might show what could not be shown.
    pub(crate) lacking: Vec<FontGroup>,
    /// For each section of the column at the side the row with which it begins.
    pub(crate) beside_starts: Vec<usize>,
    /// The document's title.
    pub(crate) title: String,
    /// The person's name, printable; empty if not written.
    pub(crate) name: String,
}

/// How a template with a column at the side divides a CV; known once it was composed without a plan.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Plan {
    /// How many sections the column holds at most.
    pub(crate) beside: usize,
    /// From which row on the text takes the whole width.
    pub(crate) wide_from: usize,
}

impl Plan {
    /// As if the first page had no end.
    pub(crate) const NONE: Self = Self {
        beside: usize::MAX,
        wide_from: usize::MAX,
    };
}

/// Composes the whole CV. Sections with nothing in them are left out.
pub(crate) fn compose(
    request: &RenderRequest,
    theme: Theme,
    plan: Plan,
    fonts: &mut FontSet,
    cache: &mut ParagraphCache,
) -> Composition {
    let cv = &request.cv;
    let direction = page_direction(request);
    let labels = &request.labels;
    let mut composer = Composer::new(fonts, cache, labels, theme, plan.wide_from, direction);
    let name = header::header(&mut composer, cv, request.photo.as_ref());
    let (beside, text) = columns(&theme, cv, plan.beside);
    for heading in text {
        section(&mut composer, cv, heading);
    }
    let mut beside_starts = Vec::new();
    composer.in_column(Column::Side, |composer| {
        for heading in beside {
            beside_starts.push(composer.row_count());
            section(composer, cv, heading);
        }
    });
    if cv.privacy_sentence {
        sections::privacy_sentence(&mut composer);
    }
    let title = if name.is_empty() {
        request.labels.curriculum.clone()
    } else {
        request.labels.document_title.replace("{name}", &name)
    };
    Composition {
        beside_starts,
        ..composer.finish(title, name)
    }
}

/// Returns the sections of the column at the side, at most that many, and those of the text.
fn columns(theme: &Theme, cv: &Cv, most: usize) -> (Vec<Heading>, Vec<Heading>) {
    let holds = theme.design.side.as_ref().map(|side| side.holds);
    let mut beside = 0;
    (theme.design.order)(cv).into_iter().partition(|heading| {
        let is_beside = beside < most && holds.is_some_and(|holds| holds(*heading));
        beside += usize::from(is_beside);
        is_beside
    })
}

/// Composes the section of one heading.
fn section(composer: &mut Composer<'_>, cv: &Cv, heading: Heading) {
    let labels = composer.labels;
    let title = cv
        .heading_name(heading)
        .filter(|name| name.chars().any(char::is_alphanumeric))
        .unwrap_or_else(|| labels.heading(heading));
    match heading {
        Heading::Profile => {
            let places = [CvPlace::Profile; 2];
            sections::text(composer, title, &cv.profile, Unmarked::Paragraphs, places);
        }
        Heading::Experience => entries(composer, title, &cv.experience, entry_kinds::experience),
        Heading::Education => entries(composer, title, &cv.education, entry_kinds::education),
        Heading::Languages => languages::languages(composer, title, &cv.languages),
        Heading::Digital => skills::digital(composer, title, &cv.digital),
        Heading::Skills => skills::skills(composer, title, &cv.skills),
        Heading::Certificates => {
            entries(composer, title, &cv.certificates, entry_kinds::certificate);
        }
        Heading::Driving => situation::driving(composer, title, &cv.driving),
        Heading::Availability => situation::availability(composer, title, &cv.availability),
        Heading::Permit => situation::permit(composer, title, &cv.permit),
        Heading::Hobbies => {
            items::section_of_lines(composer, title, &cv.hobbies, CvPlace::Hobbies);
        }
        Heading::Publications => {
            entries(composer, title, &cv.publications, entry_kinds::publication);
        }
        Heading::References => entries(composer, title, &cv.references, entry_kinds::reference),
        Heading::Own(item) => {
            let own = cv.own_sections.iter().find(|section| section.id == item);
            let text = own.map_or("", |section| section.text.as_str());
            let fields = [OwnSectionField::Title, OwnSectionField::Text];
            let places = fields.map(|field| CvPlace::OwnSection(item, field));
            sections::text(composer, title, text, Unmarked::Bullets, places);
        }
    }
}

/// Composes a section of entries of one kind.
fn entries<'cv, T>(
    composer: &mut Composer<'_>,
    title: &str,
    list: &'cv [T],
    entry: impl Fn(&'cv T, &Labels) -> Entry<'cv>,
) {
    let labels = composer.labels;
    let list = list.iter().map(|written| entry(written, labels)).collect();
    section_of_entries(composer, title, list);
}
