//! The parts of the pages that are shown, and which field a tap means.

use approdo_domain::CvPlace;
use approdo_render::Region;

/// The width of a page in points (A4).
pub const PAGE_WIDTH: f32 = 595.28;
/// The height of a page in points (A4).
pub const PAGE_HEIGHT: f32 = 841.89;

/// How far beside a line a tap may be, in points: on a phone a line is narrower than a finger.
const REACH: f32 = 22.0;

/// The part of a page that comes from one field.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PagePart<P = CvPlace> {
    /// The field.
    pub place: P,
    /// Where it stands.
    pub region: Region,
}

/// Finds the fields that regions name by their numbers; what names none is left out.
pub fn parts_of<P: Copy>(pages: Vec<Vec<Region>>, places: &[P]) -> Vec<Vec<PagePart<P>>> {
    let part = |region: Region| {
        let place = *places.get(usize::from(region.place))?;
        Some(PagePart { place, region })
    };
    let parts = |regions: Vec<Region>| regions.into_iter().filter_map(part).collect();
    pages.into_iter().map(parts).collect()
}

/// Returns the field that a tap at a point of the page means: what stands there, or what is nearest. The
/// point is in parts of the page's width and height.
pub fn place_at<P: Copy>(parts: &[PagePart<P>], (x, y): (f64, f64)) -> Option<P> {
    let point = (x as f32 * PAGE_WIDTH, y as f32 * PAGE_HEIGHT);
    let distances = parts
        .iter()
        .map(|part| (part, distance(part.region, point)));
    let nearest = distances.min_by(|one, other| {
        // Of two that hold the point the smaller is meant.
        (one.1.total_cmp(&other.1)).then(area(one.0.region).total_cmp(&area(other.0.region)))
    });
    nearest
        .filter(|(_, distance)| *distance <= REACH)
        .map(|(part, _)| part.place)
}

fn area(region: Region) -> f32 {
    region.width * region.height
}

fn distance(region: Region, (x, y): (f32, f32)) -> f32 {
    let beyond = |start: f32, length: f32, at: f32| (start - at).max(at - start - length).max(0.0);
    beyond(region.left, region.width, x).hypot(beyond(region.top, region.height, y))
}

#[cfg(test)]
mod tests {
    use super::*;
    use approdo_domain::PersonalField;

    const NAME: CvPlace = CvPlace::Personal(PersonalField::GivenName);

    fn part(place: CvPlace, [left, top, width, height]: [f32; 4]) -> PagePart {
        let region = Region {
            place: 0,
            left,
            top,
            width,
            height,
        };
        PagePart { place, region }
    }

    fn at(parts: &[PagePart], x: f32, y: f32) -> Option<CvPlace> {
        let point = (f64::from(x / PAGE_WIDTH), f64::from(y / PAGE_HEIGHT));
        place_at(parts, point)
    }

    #[test]
    fn a_tap_means_the_line_under_it_or_the_nearest() {
        let parts = [
            part(NAME, [56.0, 50.0, 200.0, 30.0]),
            part(CvPlace::Profile, [56.0, 100.0, 480.0, 60.0]),
        ];
        assert_eq!(at(&parts, 100.0, 60.0), Some(NAME));
        assert_eq!(at(&parts, 100.0, 86.0), Some(NAME));
        assert_eq!(at(&parts, 100.0, 96.0), Some(CvPlace::Profile));
        assert_eq!(at(&parts, 100.0, 400.0), None);
    }

    #[test]
    fn of_two_parts_over_each_other_the_smaller_is_meant() {
        let parts = [
            part(CvPlace::Profile, [56.0, 100.0, 480.0, 300.0]),
            part(NAME, [60.0, 120.0, 40.0, 14.0]),
        ];
        assert_eq!(at(&parts, 70.0, 125.0), Some(NAME));
    }

    #[test]
    fn a_number_without_a_field_is_no_part() {
        let unknown = Region {
            place: 7,
            ..Region::default()
        };
        let pages = parts_of(vec![vec![Region::default(), unknown]], &[NAME]);
        assert_eq!(pages.len(), 1);
        assert_eq!(pages[0].len(), 1);
    }
}
