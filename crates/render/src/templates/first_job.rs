//! One page for who begins: what the person can do, and when, comes before a short list of experiences.

use super::{Design, HeadMark, TitleMark};
use crate::lettering::{Face, TextStyle};
use crate::palette::Ink;
use approdo_domain::{Cv, Heading};

pub(super) static DESIGN: Design = Design {
    face,
    order,
    side: None,
    head: HeadMark::Ground,
    title_mark: TitleMark::ShortBar,
    chips: true,
    spacing: 1.5,
    one_page: true,
};

/// What stands first, unless the person moved a section themselves.
const FIRST: [Heading; 8] = [
    Heading::Profile,
    Heading::Skills,
    Heading::Availability,
    Heading::Driving,
    Heading::Languages,
    Heading::Education,
    Heading::Certificates,
    Heading::Experience,
];

fn order(cv: &Cv) -> Vec<Heading> {
    let arrangement = cv.arrangement();
    if !cv.order.is_empty() {
        return arrangement;
    }
    let others = arrangement
        .into_iter()
        .filter(|heading| !FIRST.contains(heading));
    FIRST.into_iter().chain(others).collect()
}

fn face(style: TextStyle) -> Face {
    match style {
        TextStyle::Name => Face::new(3200, 3800, 600, Ink::AccentText),
        TextStyle::Headline => Face::new(1500, 2000, 400, Ink::Strong),
        TextStyle::Contact => Face::new(1050, 1550, 400, Ink::Body),
        TextStyle::SectionTitle => Face::new(1600, 2000, 600, Ink::AccentText),
        TextStyle::EntryTitle => Face::new(1200, 1600, 600, Ink::Strong),
        TextStyle::Dates => Face::new(1050, 1600, 400, Ink::Muted),
        TextStyle::EntrySubtitle | TextStyle::Body | TextStyle::BodyStrong | TextStyle::Mark => {
            Face {
                size: 1100,
                line_height: 1525,
                ..Face::usual(style)
            }
        }
        _ => Face::usual(style),
    }
}
