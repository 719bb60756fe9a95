//! A language: a mother tongue, or a level in each of the five skills.

use crate::fields::FieldSlot;
use crate::{CefrLevel, CefrSkill, FieldKind, FieldValue, ItemId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Language {
    /// The entry's identity.
    pub id: ItemId,
    /// Whether it is kept but left out of what is printed and sent.
    pub hidden: bool,
    /// The language's name.
    pub name: String,
    /// Whether it is a mother tongue; levels are then not meaningful.
    pub native: bool,
    /// The level of each skill that has one.
    pub levels: BTreeMap<CefrSkill, CefrLevel>,
    /// A certificate, if any.
    pub certificate: String,
}

/// The fields of one language.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
pub enum LanguageField {
    /// The language's name.
    Name,
    /// Whether it is a mother tongue: a flag.
    Native,
    /// The level in one skill: a CEFR code, or empty.
    Level(CefrSkill),
    /// A certificate, if any.
    Certificate,
}

impl LanguageField {
    /// Every field, in the order of the form.
    pub const ALL: [LanguageField; 8] = [
        Self::Name,
        Self::Native,
        Self::Level(CefrSkill::Listening),
        Self::Level(CefrSkill::Reading),
        Self::Level(CefrSkill::SpokenInteraction),
        Self::Level(CefrSkill::SpokenProduction),
        Self::Level(CefrSkill::Writing),
        Self::Certificate,
    ];

    /// Returns what the field holds.
    pub fn kind(self) -> FieldKind {
        match self {
            Self::Name | Self::Certificate => FieldKind::Line,
            Self::Native => FieldKind::Flag,
            Self::Level(_) => FieldKind::Choice,
        }
    }
}

impl Language {
    /// Makes an entry with nothing written in it.
    pub fn empty(id: ItemId) -> Self {
        Self {
            id,
            hidden: false,
            name: String::new(),
            native: false,
            levels: BTreeMap::new(),
            certificate: String::new(),
        }
    }

    /// Returns the level if it is the same in all five skills.
    pub fn single_level(&self) -> Option<CefrLevel> {
        let first = *self.levels.get(&CefrSkill::Listening)?;
        let same = CefrSkill::ALL
            .iter()
            .all(|skill| self.levels.get(skill) == Some(&first));
        same.then_some(first)
    }

    /// Returns what stands in a field.
    pub fn value(&self, field: LanguageField) -> FieldValue<'_> {
        match field {
            LanguageField::Name => FieldValue::Text(&self.name),
            LanguageField::Certificate => FieldValue::Text(&self.certificate),
            LanguageField::Native => FieldValue::Flag(self.native),
            LanguageField::Level(skill) => {
                FieldValue::Text(self.levels.get(&skill).map_or("", |level| level.code()))
            }
        }
    }

    /// Writes or clears the level of a skill; what is no level clears it.
    pub(crate) fn set_level(&mut self, skill: CefrSkill, text: &str) {
        match text.parse::<CefrLevel>() {
            Ok(level) => self.levels.insert(skill, level),
            Err(()) => self.levels.remove(&skill),
        };
    }

    /// Returns a field to write into; levels are written with [`Language::set_level`].
    pub(crate) fn slot(&mut self, field: LanguageField) -> Option<FieldSlot<'_>> {
        match field {
            LanguageField::Name => Some(FieldSlot::Text(&mut self.name)),
            LanguageField::Certificate => Some(FieldSlot::Text(&mut self.certificate)),
            LanguageField::Native => Some(FieldSlot::Flag(&mut self.native)),
            LanguageField::Level(_) => None,
        }
    }
}
