//! The headings of a CV: their order, and what the person changed about them.

use super::Cv;
use crate::{FieldKind, ItemId};
use serde::{Deserialize, Serialize};

/// A part of a printed CV that has a heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Heading {
    /// The short presentation.
    Profile,
    /// Experiences.
    Experience,
    /// Schools and courses.
    Education,
    /// Languages.
    Languages,
    /// Digital skills.
    Digital,
    /// Other skills.
    Skills,
    /// Certificates and licences to work.
    Certificates,
    /// Driving licence and car.
    Driving,
    /// Availability.
    Availability,
    /// Permit to stay.
    Permit,
    /// What the person likes to do.
    Hobbies,
    /// Publications and works.
    Publications,
    /// References.
    References,
    /// A section that the person named.
    Own(ItemId),
}

impl Heading {
    /// Every heading but own ones, in the usual order of an Italian CV.
    pub const USUAL: [Heading; 13] = [
        Self::Profile,
        Self::Experience,
        Self::Education,
        Self::Languages,
        Self::Digital,
        Self::Skills,
        Self::Certificates,
        Self::Driving,
        Self::Availability,
        Self::Permit,
        Self::Hobbies,
        Self::Publications,
        Self::References,
    ];
}

/// What the person changed about a heading.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeadingSettings {
    /// Another name; empty for the usual one.
    pub name: String,
    /// Whether the part is kept but left out of what is printed and sent.
    pub hidden: bool,
}

/// What a person can change about a heading.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
pub enum HeadingField {
    /// Another name.
    Name,
    /// Whether it is left out: a flag.
    Hidden,
}

impl HeadingField {
    /// Every field.
    pub const ALL: [HeadingField; 2] = [Self::Name, Self::Hidden];

    /// Returns what the field holds.
    pub fn kind(self) -> FieldKind {
        match self {
            Self::Name => FieldKind::Line,
            Self::Hidden => FieldKind::Flag,
        }
    }
}

impl Cv {
    /// Returns every heading once, own ones included, in the person's order; where they said
    /// nothing, in the usual one, own ones last.
    pub fn arrangement(&self) -> Vec<Heading> {
        let own = self.own_sections.iter().map(|entry| Heading::Own(entry.id));
        let all: Vec<Heading> = Heading::USUAL.into_iter().chain(own).collect();
        let mut arranged: Vec<Heading> = Vec::with_capacity(all.len());
        let ordered = self.order.iter().filter(|heading| all.contains(heading));
        for heading in ordered.chain(&all) {
            if !arranged.contains(heading) {
                arranged.push(*heading);
            }
        }
        arranged
    }

    /// Tells whether a part is left out of what is printed and sent.
    pub fn is_hidden(&self, heading: Heading) -> bool {
        match heading {
            Heading::Own(id) => {
                let mut entries = self.own_sections.iter();
                entries.any(|entry| entry.id == id && entry.hidden)
            }
            _ => {
                let settings = self.headings.get(&heading);
                settings.is_some_and(|settings| settings.hidden)
            }
        }
    }

    /// Returns the name that the person gave a part; none for the usual name.
    pub fn heading_name(&self, heading: Heading) -> Option<&str> {
        let name = match heading {
            Heading::Own(id) => {
                let entry = self.own_sections.iter().find(|entry| entry.id == id)?;
                entry.title.trim()
            }
            _ => self.headings.get(&heading)?.name.trim(),
        };
        (!name.is_empty()).then_some(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::OwnSection;

    #[test]
    fn every_heading_stands_once_whatever_the_order_says() {
        let cv = Cv {
            own_sections: vec![OwnSection::empty(ItemId(9))],
            order: vec![
                Heading::Own(ItemId(9)),
                Heading::Skills,
                Heading::Own(ItemId(1)),
                Heading::Skills,
            ],
            ..Cv::default()
        };
        let arranged = cv.arrangement();
        assert_eq!(arranged.len(), Heading::USUAL.len() + 1);
        assert_eq!(
            arranged[..3],
            [Heading::Own(ItemId(9)), Heading::Skills, Heading::Profile]
        );
    }

    #[test]
    fn an_own_section_is_called_by_its_title() {
        let mut section = OwnSection::empty(ItemId(9));
        section.title = " Sport ".to_owned();
        let cv = Cv {
            own_sections: vec![section],
            ..Cv::default()
        };
        assert_eq!(cv.heading_name(Heading::Own(ItemId(9))), Some("Sport"));
        assert_eq!(cv.heading_name(Heading::Profile), None);
    }
}
