//! What stands under each heading of a CV, as lines, points and entries.

use crate::export::Labels;
use crate::export::outline::{
    Block, date_text, joined, period_text, phrase, with_label, written_lines,
};
use approdo_domain::{
    AvailabilityField, CefrSkill, Cv, DigitalField, DigitalLevel, DrivingCategory, Education,
    Experience, ExperienceKind, FieldValue, Heading, Language, PermitKind, QualificationLevel,
};

/// Returns what stands under a heading; nothing if nothing is written.
pub(crate) fn blocks(cv: &Cv, heading: Heading, labels: &Labels) -> Vec<Block> {
    let lines = |text: &str| written_lines(text).into_iter().map(Block::Line).collect();
    match heading {
        Heading::Profile => lines(&cv.profile),
        Heading::Hobbies => lines(&cv.hobbies),
        Heading::Experience => entries(cv.experience.iter().map(|entry| experience(entry, labels))),
        Heading::Education => entries(cv.education.iter().map(|entry| education(entry, labels))),
        Heading::Languages => points(cv.languages.iter().map(|entry| language(entry, labels))),
        Heading::Skills => points(cv.skills.iter().map(|entry| entry.name.trim().to_owned())),
        Heading::Digital => digital(cv, labels),
        Heading::Certificates => certificates(cv, labels),
        Heading::Driving => driving(cv, labels),
        Heading::Availability => availability(cv, labels),
        Heading::Permit => permit(cv, labels),
        Heading::Publications => publications(cv, labels),
        Heading::References => references(cv),
        Heading::Own(id) => {
            let own = cv.own_sections.iter().find(|own| own.id == id);
            own.map_or(Vec::new(), |own| lines(&own.text))
        }
    }
}

fn points(texts: impl Iterator<Item = String>) -> Vec<Block> {
    texts
        .filter(|text| !text.is_empty())
        .map(Block::Item)
        .collect()
}

/// Leaves out entries in which nothing is written; without a title the subtitle takes its place.
fn entries(blocks: impl Iterator<Item = Block>) -> Vec<Block> {
    let titled = blocks.filter_map(|block| match block {
        Block::Entry {
            title,
            subtitle,
            period,
            lines,
        } => {
            let (title, subtitle) = if title.is_empty() {
                (subtitle, title)
            } else {
                (title, subtitle)
            };
            let is_written = !title.is_empty() || !period.is_empty() || !lines.is_empty();
            is_written.then_some(Block::Entry {
                title,
                subtitle,
                period,
                lines,
            })
        }
        other => Some(other),
    });
    titled.collect()
}

/// Returns the word for a code; a code that is not known here gives none.
fn word<T: PartialEq>(all: &[T], known: Option<T>, words: &[String]) -> String {
    let position = known.and_then(|known| all.iter().position(|other| *other == known));
    let word = position.and_then(|position| words.get(position));
    word.map_or(String::new(), |word| word.trim().to_owned())
}

fn experience(entry: &Experience, labels: &Labels) -> Block {
    // Employment is what everybody expects: it is not said.
    let kind = entry
        .experience_kind()
        .filter(|kind| *kind != ExperienceKind::Employment);
    let kind = word(&ExperienceKind::ALL, kind, &labels.experience_kinds);
    Block::Entry {
        title: entry.role.trim().to_owned(),
        subtitle: joined(&[&entry.employer, &entry.place, &kind], ", "),
        period: period_text(&entry.start, &entry.end, entry.current, labels),
        lines: written_lines(&entry.description),
    }
}

fn education(entry: &Education, labels: &Labels) -> Block {
    let level = entry.qualification_level();
    let mut lines = vec![
        word(
            &QualificationLevel::ALL,
            level,
            &labels.qualification_levels,
        ),
        phrase(&labels.recognised_by, &entry.recognition),
    ];
    lines.retain(|line| !line.is_empty());
    lines.extend(written_lines(&entry.description));
    Block::Entry {
        title: entry.qualification.trim().to_owned(),
        subtitle: joined(&[&entry.school, &entry.place], ", "),
        period: period_text(&entry.start, &entry.end, entry.current, labels),
        lines,
    }
}

fn language(entry: &Language, labels: &Labels) -> String {
    let levels = if entry.native {
        labels.mother_tongue.clone()
    } else if let Some(level) = entry.single_level() {
        level.code().to_owned()
    } else {
        let skills = CefrSkill::ALL.iter().zip(&labels.cefr_skills);
        let said = skills.filter_map(|(skill, name)| {
            let level = entry.levels.get(skill)?;
            Some(joined(&[name, level.code()], " "))
        });
        said.collect::<Vec<_>>().join(", ")
    };
    let levels = joined(&[&levels, &entry.certificate], ", ");
    if levels.is_empty() {
        return entry.name.trim().to_owned();
    }
    with_label(&entry.name, &levels)
}

fn digital(cv: &Cv, labels: &Labels) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (field, area) in DigitalField::ALL.into_iter().zip(&labels.digital_areas) {
        if field == DigitalField::Tools {
            continue;
        }
        let level = word(
            &DigitalLevel::ALL,
            cv.digital.level(field),
            &labels.digital_levels,
        );
        if !level.is_empty() {
            blocks.push(Block::Item(with_label(area, &level)));
        }
    }
    blocks.extend(
        written_lines(&cv.digital.tools)
            .into_iter()
            .map(Block::Item),
    );
    blocks
}

fn certificates(cv: &Cv, labels: &Labels) -> Vec<Block> {
    entries(cv.certificates.iter().map(|entry| {
        let mut lines = vec![
            phrase(&labels.expires, &date_text(&entry.expires, labels)),
            phrase(&labels.number, &entry.number),
        ];
        lines.retain(|line| !line.is_empty());
        Block::Entry {
            title: entry.name.trim().to_owned(),
            subtitle: entry.issuer.trim().to_owned(),
            period: date_text(&entry.issued, labels),
            lines,
        }
    }))
}

fn driving(cv: &Cv, labels: &Labels) -> Vec<Block> {
    let held = DrivingCategory::ALL
        .into_iter()
        .filter(|category| cv.driving.categories.contains(category));
    let held = held
        .map(DrivingCategory::code)
        .collect::<Vec<_>>()
        .join(", ");
    let mut texts = vec![String::new()];
    if !held.is_empty() {
        texts.push(joined(&[&labels.driving_licence, &held], " "));
    }
    if cv.driving.own_car {
        texts.push(labels.own_car.clone());
    }
    points(texts.into_iter())
}

fn availability(cv: &Cv, labels: &Labels) -> Vec<Block> {
    let fields = AvailabilityField::ALL.into_iter().zip(&labels.availability);
    points(fields.map(
        |(field, label)| match (field, cv.availability.value(field)) {
            (_, FieldValue::Flag(true)) => label.clone(),
            (_, FieldValue::Flag(false)) => String::new(),
            (AvailabilityField::From, _) => {
                phrase(label, &date_text(&cv.availability.from, labels))
            }
            (AvailabilityField::Note, FieldValue::Text(text)) => text.trim().to_owned(),
            (_, FieldValue::Text(text)) => phrase(label, text),
        },
    ))
}

fn permit(cv: &Cv, labels: &Labels) -> Vec<Block> {
    let kind = word(
        &PermitKind::ALL,
        cv.permit.permit_kind(),
        &labels.permit_kinds,
    );
    let expires = phrase(&labels.expires, &date_text(&cv.permit.expires, labels));
    let work = if cv.permit.work_allowed {
        labels.work_allowed.clone()
    } else {
        String::new()
    };
    points([kind, expires, work].into_iter())
}

fn publications(cv: &Cv, labels: &Labels) -> Vec<Block> {
    entries(cv.publications.iter().map(|entry| Block::Entry {
        title: entry.title.trim().to_owned(),
        subtitle: joined(&[&entry.publisher, &entry.link], ", "),
        period: date_text(&entry.date, labels),
        lines: written_lines(&entry.description),
    }))
}

fn references(cv: &Cv) -> Vec<Block> {
    entries(cv.references.iter().map(|entry| {
        let mut lines = vec![entry.phone.trim().to_owned(), entry.email.trim().to_owned()];
        lines.retain(|line| !line.is_empty());
        Block::Entry {
            title: entry.name.trim().to_owned(),
            subtitle: joined(&[&entry.role, &entry.organisation], ", "),
            period: String::new(),
            lines,
        }
    }))
}
