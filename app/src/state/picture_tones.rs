//! How dark and how light a picture is, by the colours of its pixels.

use approdo_domain::PictureTones;

/// Which part of a picture counts as its dark, and which as its light: a highlight on a button does not.
const PART: usize = 20;

/// Measures a picture whose pixels are given as red, green, blue and opacity; none for a picture without
/// pixels.
pub fn tones_of(colours: &[u8]) -> Option<PictureTones> {
    let mut luminances: Vec<u8> = colours.chunks_exact(4).map(luminance).collect();
    luminances.sort_unstable();
    let from_the_edge = luminances.len() / PART;
    let from_the_end = luminances.len().checked_sub(from_the_edge + 1)?;
    Some(PictureTones {
        dark: *luminances.get(from_the_edge)?,
        light: *luminances.get(from_the_end)?,
    })
}

/// What is seen of a colour, in 256 steps (ITU-R BT.601).
fn luminance(pixel: &[u8]) -> u8 {
    let shares = [299, 587, 114];
    let parts = pixel.iter().zip(shares);
    let sum: u32 = parts.map(|(part, share)| u32::from(*part) * share).sum();
    u8::try_from(sum / 1000).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grey(values: impl IntoIterator<Item = u8>) -> Vec<u8> {
        let pixels = values.into_iter();
        pixels
            .flat_map(|value| [value, value, value, 255])
            .collect()
    }

    fn tones(dark: u8, light: u8) -> Option<PictureTones> {
        Some(PictureTones { dark, light })
    }

    #[test]
    fn a_picture_without_pixels_has_no_tones() {
        assert_eq!(tones_of(&[]), None);
    }

    #[test]
    fn one_colour_is_dark_and_light_at_once() {
        assert_eq!(tones_of(&grey([90; 100])), tones(90, 90));
        assert_eq!(tones_of(&[255, 255, 255, 255]), tones(255, 255));
    }

    #[test]
    fn a_button_that_shines_does_not_make_a_picture_light() {
        let picture = [255; 4].into_iter().chain([40; 96]);
        assert_eq!(tones_of(&grey(picture)), tones(40, 40));
        let picture = [255; 10].into_iter().chain([40; 90]);
        assert_eq!(tones_of(&grey(picture)), tones(40, 255));
    }

    #[test]
    fn green_is_seen_lighter_than_blue() {
        let blue = tones_of(&[0, 0, 255, 255]).map(|tones| tones.light);
        let green = tones_of(&[0, 255, 0, 255]).map(|tones| tones.light);
        assert!(blue < green);
    }
}
