//! Who the person is and what they can do in a column at the side, where a glance finds it; what they did
//! in the wide one.

use super::{Design, HeadMark, SideColumn, TitleMark};
use crate::lettering::{Face, TextStyle};
use crate::palette::Ink;
use approdo_domain::{Cv, Heading};

pub(super) static DESIGN: Design = Design {
    face,
    order: Cv::arrangement,
    side: Some(SideColumn {
        width: 146.0,
        gap: 30.0,
        holds,
    }),
    head: HeadMark::ShortBar,
    title_mark: TitleMark::Hairline,
    chips: false,
    spacing: 1.0,
    one_page: false,
};

fn face(style: TextStyle) -> Face {
    match style {
        TextStyle::Name => Face::new(2600, 3000, 600, Ink::AccentText),
        TextStyle::Headline => Face::new(1300, 1750, 400, Ink::Body),
        TextStyle::Contact => Face::new(975, 1300, 400, Ink::Body),
        TextStyle::SectionTitle => Face::new(1300, 1650, 600, Ink::AccentText),
        _ => Face::usual(style),
    }
}

fn holds(heading: Heading) -> bool {
    matches!(
        heading,
        Heading::Languages
            | Heading::Digital
            | Heading::Skills
            | Heading::Certificates
            | Heading::Driving
            | Heading::Availability
            | Heading::Permit
            | Heading::Hobbies
    )
}
