//! Looking for QR codes in a picture. A code that is there is missed now and then, by how its squares fall upon
//! the pixels; each size and each threshold is another chance, so a picture is looked at in several ways.

use rqrr::PreparedImage;

/// Side of the smallest QR code, in squares (ISO/IEC 18004): no smaller picture holds one.
const SMALLEST_SIDE: u32 = 21;
/// Longest side of a photo as it is looked at first, in pixels.
const LONGEST_SIDE: f64 = 1_600.0;
/// Longest side of a photo that is looked at enlarged, in pixels.
const LONGEST_ENLARGED: f64 = 3_200.0;

/// What is light and what is dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Threshold {
    /// Each pixel is held against those near it: right where light falls unevenly.
    Near,
    /// All are held against one grey, between those of the picture's dark and its light: right where colours are
    /// even, as on a screen.
    Whole,
}

/// One way of looking at a picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Look {
    /// How many times larger than usual.
    enlarged: f64,
    /// What is light and what is dark.
    pub threshold: Threshold,
}

/// The ways of looking at a photo, most likely first.
pub const LOOKS: [Look; 8] = [
    look(2.0, Threshold::Near),
    look(2.0, Threshold::Whole),
    look(1.5, Threshold::Near),
    look(1.5, Threshold::Whole),
    look(1.0, Threshold::Near),
    look(1.0, Threshold::Whole),
    look(3.0, Threshold::Near),
    look(3.0, Threshold::Whole),
];

/// The ways of looking at what a camera sees, one picture after the other: the longest side in pixels, and the
/// threshold.
pub const CAMERA_LOOKS: [(f64, Threshold); 4] = [
    (1_000.0, Threshold::Near),
    (1_280.0, Threshold::Whole),
    (800.0, Threshold::Near),
    (1_000.0, Threshold::Whole),
];

const fn look(enlarged: f64, threshold: Threshold) -> Look {
    Look {
        enlarged,
        threshold,
    }
}

impl Look {
    /// Returns how many times larger a picture of that width and height in pixels is drawn.
    pub fn scale(self, (width, height): (u32, u32)) -> f64 {
        let longest = f64::from(width.max(height).max(1));
        let usual = (LONGEST_SIDE / longest).min(1.0);
        (usual * self.enlarged).min(LONGEST_ENLARGED / longest)
    }
}

/// Reads the QR codes in a picture of four bytes for each pixel; codes that cannot be read are passed over.
pub fn read_codes(
    (width, height): (u32, u32),
    colours: &[u8],
    threshold: Threshold,
) -> Vec<String> {
    if width.min(height) < SMALLEST_SIDE {
        return Vec::new();
    }
    let (width, height) = (width as usize, height as usize);
    let greys: Vec<u8> = colours.chunks_exact(4).map(grey).collect();
    let at = |across: usize, down: usize| {
        let grey = greys.get(down * width + across);
        grey.copied().unwrap_or(u8::MAX)
    };
    let mut picture = match threshold {
        Threshold::Near => PreparedImage::prepare_from_greyscale(width, height, at),
        Threshold::Whole => {
            let darkest_light = darkest_light(&greys);
            let is_dark = |across, down| at(across, down) < darkest_light;
            PreparedImage::prepare_from_bitmap(width, height, is_dark)
        }
    };
    let grids = picture.detect_grids();
    let read = grids.into_iter().filter_map(|grid| grid.decode().ok());
    read.map(|(_, text)| text).collect()
}

/// Weights of ITU-R BT.601, in parts of 256.
fn grey(colour: &[u8]) -> u8 {
    match colour {
        [red, green, blue, ..] => {
            let sum = 77 * u32::from(*red) + 150 * u32::from(*green) + 29 * u32::from(*blue);
            (sum / 256) as u8
        }
        _ => u8::MAX,
    }
}

/// Returns the grey from which on pixels count as light: where dark and light lie farthest apart (Otsu 1979).
fn darkest_light(greys: &[u8]) -> u8 {
    let mut counts = [0_u64; 256];
    for grey in greys {
        counts[usize::from(*grey)] += 1;
    }
    let total = greys.len() as f64;
    let weighed = |(grey, count): (u8, &u64)| f64::from(grey) * *count as f64;
    let sum: f64 = (0_u8..=255).zip(&counts).map(weighed).sum();
    let (mut dark, mut dark_sum) = (0.0, 0.0);
    let (mut best, mut farthest) = (128, 0.0);
    for (grey, count) in (0_u8..255).zip(&counts) {
        dark += *count as f64;
        dark_sum += weighed((grey, count));
        let light = total - dark;
        if dark == 0.0 || light == 0.0 {
            continue;
        }
        let apart = dark_sum / dark - (sum - dark_sum) / light;
        let spread = dark * light * apart * apart;
        if spread > farthest {
            (best, farthest) = (grey + 1, spread);
        }
    }
    best
}

#[cfg(test)]
#[path = "looking_tests.rs"]
mod tests;
