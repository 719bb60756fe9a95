//! How good a photo is, by what is noted of it where the CV names it: its size, and how dark and how
//! light it is. The picture itself is never looked at here.

use super::{CheckContext, CheckFinding, CheckRule};
use crate::{Cv, CvPlace, FileReference, PictureTones};

/// Fewer pixels across than these are seen as such on paper: the photo is printed up to 104 points wide,
/// and less than 150 pixels an inch look coarse.
const LEAST_WIDTH: u32 = 217;
/// Where hardly anything is lighter than this, a face is hard to make out.
const DARKEST_LIGHT: u8 = 100;
/// Where hardly anything is darker than this, the picture is overexposed: even hair and eyes are pale.
const LIGHTEST_DARK: u8 = 150;
/// With less between dark and light all is of one grey.
const LEAST_RANGE: u8 = 60;

pub(super) fn quality(cv: &Cv, _: &CheckContext) -> Vec<CheckFinding> {
    let Some(photo) = cv.photo.reference() else {
        return Vec::new();
    };
    let rules = [is_small(&photo), is_badly_lit(photo.tones)];
    let found = rules.into_iter().flatten();
    found
        .map(|rule| CheckFinding::new(rule, CvPlace::Photo, &cv.photo.0))
        .collect()
}

fn is_small(photo: &FileReference) -> Option<CheckRule> {
    let (width, _) = photo.pixels?;
    (width < LEAST_WIDTH).then_some(CheckRule::PhotoSmall)
}

/// A photo is too dark or too pale, never both.
fn is_badly_lit(tones: Option<PictureTones>) -> Option<CheckRule> {
    let PictureTones { dark, light } = tones?;
    if light < DARKEST_LIGHT {
        Some(CheckRule::PhotoDark)
    } else if dark > LIGHTEST_DARK || light.saturating_sub(dark) < LEAST_RANGE {
        Some(CheckRule::PhotoPale)
    } else {
        None
    }
}
