//! How large pages are shown, and what two fingers, keys and buttons make of it. What is drawn is not here.

/// The least and the greatest size, in parts of a hundred of the usual one.
const LEAST: u16 = 100;
const GREATEST: u16 = 400;
/// The sizes that buttons and keys go through.
const STEPS: [u16; 6] = [100, 125, 150, 200, 300, 400];
/// What a double tap shows.
const CLOSER: u16 = 200;

/// A size, in parts of a hundred of the one at which a page is as wide as its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Zoom(u16);

impl Default for Zoom {
    fn default() -> Self {
        Self(LEAST)
    }
}

impl Zoom {
    /// Returns the size in parts of a hundred.
    pub fn percent(self) -> u16 {
        self.0
    }

    /// Returns the next greater size.
    pub fn larger(self) -> Self {
        let next = STEPS.into_iter().find(|step| *step > self.0);
        Self(next.unwrap_or(GREATEST))
    }

    /// Returns the next smaller size.
    pub fn smaller(self) -> Self {
        let next = STEPS.into_iter().rev().find(|step| *step < self.0);
        Self(next.unwrap_or(LEAST))
    }

    /// Returns what a double tap shows: closer, or the whole page again.
    pub fn toggled(self) -> Self {
        Self(if self.0 == LEAST { CLOSER } else { LEAST })
    }

    /// Returns this size times a factor, as far as there is such a size.
    pub fn times(self, factor: f64) -> Self {
        let wanted = f64::from(self.0) * factor;
        if wanted.is_nan() {
            return Self::default();
        }
        // Within bounds that fit.
        Self(wanted.clamp(f64::from(LEAST), f64::from(GREATEST)).round() as u16)
    }

    /// Tells whether it cannot be smaller.
    pub fn is_least(self) -> bool {
        self.0 <= LEAST
    }

    /// Tells whether it cannot be larger.
    pub fn is_greatest(self) -> bool {
        self.0 >= GREATEST
    }

    /// Returns the size that a key asks for, if it is a key for that.
    pub fn after_key(self, key: &str) -> Option<Self> {
        match key {
            "+" | "=" => Some(self.larger()),
            "-" => Some(self.smaller()),
            "0" => Some(Self::default()),
            _ => None,
        }
    }
}

/// Two fingers on a page: how far apart they were and how large the page was when they came down.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pinch {
    distance: f64,
    zoom: Zoom,
}

impl Pinch {
    /// Begins with the fingers that far apart, in CSS pixels.
    pub fn begin(distance: f64, zoom: Zoom) -> Self {
        Self {
            distance: distance.max(1.0),
            zoom,
        }
    }

    /// Returns the size once the fingers are that far apart.
    pub fn at(self, distance: f64) -> Zoom {
        self.zoom.times(distance / self.distance)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[test]
    fn buttons_go_to_the_end_and_back() {
        let mut zoom = Zoom::default();
        let mut seen = vec![zoom.percent()];
        while !zoom.is_greatest() {
            zoom = zoom.larger();
            seen.push(zoom.percent());
        }
        assert_eq!(seen, STEPS);
        while !zoom.is_least() {
            zoom = zoom.smaller();
        }
        assert_eq!(zoom, Zoom::default());
        assert_eq!(zoom.smaller(), zoom);
    }

    #[rstest]
    #[case::wider(100.0, 150.0, 150)]
    #[case::much_wider(20.0, 900.0, 400)]
    #[case::closer(100.0, 20.0, 100)]
    #[case::on_one_spot(0.0, 3.0, 300)]
    #[case::no_number(100.0, f64::NAN, 0)]
    fn fingers_take_the_page_along(#[case] before: f64, #[case] after: f64, #[case] percent: u16) {
        let pinch = Pinch::begin(before, Zoom::default());
        assert_eq!(pinch.at(after).percent(), percent.max(LEAST));
    }

    #[test]
    fn keys_zoom_and_other_keys_do_not() {
        let zoom = Zoom::default();
        assert_eq!(zoom.after_key("+"), Some(zoom.larger()));
        assert_eq!(zoom.larger().after_key("0"), Some(zoom));
        assert_eq!(zoom.after_key("a"), None);
    }

    #[test]
    fn two_taps_show_it_closer_and_two_more_whole() {
        let closer = Zoom::default().toggled();
        assert_eq!(closer.percent(), CLOSER);
        assert_eq!(closer.toggled(), Zoom::default());
    }
}
