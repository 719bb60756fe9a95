//! What employers in Italy ask for beside experience and school: driving licence, availability, permit
//! to stay. Each is a section of short items.

use super::composer::Composer;
use super::items::{Item, section_of_items};
use crate::dates::date_text;
use crate::labels::{Labels, SituationLabels};
use approdo_domain::{
    Availability, AvailabilityField, CvPlace, Driving, DrivingCategory, Permit, PermitField,
};

/// Composes licence categories and car.
pub(super) fn driving(composer: &mut Composer<'_>, title: &str, driving: &Driving) {
    let labels = &composer.labels.situation;
    let codes: Vec<&str> = DrivingCategory::ALL
        .into_iter()
        .filter(|category| driving.categories.contains(category))
        .map(DrivingCategory::code)
        .collect();
    let mut items = Vec::new();
    if !codes.is_empty() {
        let codes = codes.join(", ");
        let held = driving.categories.iter().next().copied();
        let place = CvPlace::Driving(held.unwrap_or(DrivingCategory::B));
        items.push(Item::new(
            format!("{} {codes}", labels.driving_licence),
            place,
        ));
    }
    if driving.own_car {
        items.push(Item::new(&*labels.own_car, CvPlace::OwnCar));
    }
    section_of_items(composer, title, &items);
}

/// Composes when, how much and where the person can work.
pub(super) fn availability(composer: &mut Composer<'_>, title: &str, availability: &Availability) {
    let items = availability_items(availability, composer.labels);
    section_of_items(composer, title, &items);
}

fn availability_items(availability: &Availability, labels: &Labels) -> Vec<Item> {
    let words = &labels.situation;
    let from = filled(
        &words.from,
        "{date}",
        &date_text(&availability.from, labels),
    );
    let radius = radius_text(&availability.radius_km, words);
    let flag = |given: bool, words: &str| {
        if given {
            words.to_owned()
        } else {
            String::new()
        }
    };
    use AvailabilityField as Field;
    [
        (
            flag(availability.immediate, &words.immediate),
            Field::Immediate,
        ),
        (from, Field::From),
        (
            flag(availability.full_time, &words.full_time),
            Field::FullTime,
        ),
        (
            flag(availability.part_time, &words.part_time),
            Field::PartTime,
        ),
        (flag(availability.shifts, &words.shifts), Field::Shifts),
        (flag(availability.nights, &words.nights), Field::Nights),
        (
            flag(availability.weekends, &words.weekends),
            Field::Weekends,
        ),
        (radius, Field::RadiusKm),
        (flag(availability.travel, &words.travel), Field::Travel),
        (
            flag(availability.relocation, &words.relocation),
            Field::Relocation,
        ),
        (availability.note.trim().to_owned(), Field::Note),
    ]
    .into_iter()
    .filter(|(text, _)| !text.is_empty())
    .map(|(text, field)| Item::new(text, CvPlace::Availability(field)))
    .collect()
}

/// Returns how far from home: a number, with or without its unit, in words; anything else as typed.
fn radius_text(typed: &str, words: &SituationLabels) -> String {
    let typed = typed.trim();
    let number = typed
        .to_ascii_lowercase()
        .trim_end_matches("km")
        .trim()
        .to_owned();
    if !number.is_empty() && number.chars().all(|digit| digit.is_ascii_digit()) {
        filled(&words.radius, "{km}", &number)
    } else {
        typed.to_owned()
    }
}

/// Composes the permit to stay and to work.
pub(super) fn permit(composer: &mut Composer<'_>, title: &str, permit: &Permit) {
    let labels = composer.labels;
    let kind = permit.permit_kind();
    let until = date_text(&permit.expires, labels);
    let kind = kind.map_or("", |kind| labels.situation.permit_kind(kind));
    let until = filled(&labels.entries.valid_until, "{date}", &until);
    let mut texts = vec![
        (kind.to_owned(), PermitField::Kind),
        (until, PermitField::Expires),
    ];
    if permit.work_allowed {
        texts.push((
            labels.situation.work_allowed.clone(),
            PermitField::WorkAllowed,
        ));
    }
    let items = texts.into_iter().filter(|(text, _)| !text.is_empty());
    let items = items.map(|(text, field)| Item::new(text, CvPlace::Permit(field)));
    let items: Vec<Item> = items.collect();
    section_of_items(composer, title, &items);
}

/// Puts a value in its place in the words; nothing if there is no value.
pub(super) fn filled(words: &str, place: &str, value: &str) -> String {
    match value.trim() {
        "" => String::new(),
        value => words.replace(place, value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::italian_labels;
    use rstest::rstest;

    #[rstest]
    #[case::number("30", "entro 30 km da casa")]
    #[case::with_unit(" 30 Km ", "entro 30 km da casa")]
    #[case::words("tutta la provincia", "tutta la provincia")]
    #[case::nothing(" ", "")]
    #[case::only_a_unit("km", "km")]
    fn the_radius_reads_naturally(#[case] typed: &str, #[case] shown: &str) {
        assert_eq!(radius_text(typed, &italian_labels().situation), shown);
    }
}
