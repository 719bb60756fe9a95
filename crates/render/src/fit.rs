//! Arranging a CV on its pages, and on one page where that is wanted: first with less space between
//! rows, then with smaller type.

use crate::cache::ParagraphCache;
use crate::compose::{Composition, compose};
use crate::fonts::FontSet;
use crate::pages::{Pages, paginate};
use crate::request::RenderRequest;
use crate::rows::Column;
use crate::theme::Theme;

/// How much space there is between rows, as a part of the usual space, tried in this order.
const SPACINGS: [f32; 4] = [0.9, 0.8, 0.7, 0.6];

/// The least space between rows, as a part of the usual space.
const TIGHTEST: f32 = 0.5;

/// In how many steps type becomes as small as it may be.
const SIZES: u8 = 4;

/// A CV on its pages.
pub(crate) struct Arranged {
    pub(crate) theme: Theme,
    pub(crate) composition: Composition,
    pub(crate) pages: Pages,
}

/// Arranges a CV as its look demands. What fits on one page in no way stands on several, in the usual
/// sizes.
pub(crate) fn arrange(
    request: &RenderRequest,
    fonts: &mut FontSet,
    cache: &mut ParagraphCache,
) -> Arranged {
    let theme = Theme::of(&request.look);
    let usual = arrange_in(request, theme, fonts, cache);
    let wants_one = request.look.one_page || theme.design.one_page;
    if !wants_one || !(2..=3).contains(&usual.pages.pages.len()) {
        return usual;
    }
    let mut on_one_page = |spacing: f32, scale: f32| {
        let arranged = arrange_in(request, theme.tighter(spacing, scale), fonts, cache);
        (arranged.pages.pages.len() == 1).then_some(arranged)
    };
    let smallest = theme.smallest_scale();
    // Most CVs of two pages do not fit: one attempt tells.
    if on_one_page(TIGHTEST, smallest).is_none() {
        return usual;
    }
    (0..=SIZES)
        .map(|size| 1.0 - f32::from(size) / f32::from(SIZES) * (1.0 - smallest))
        .find(|&scale| on_one_page(TIGHTEST, scale).is_some())
        .and_then(|scale| {
            let mut spacings = SPACINGS.into_iter().chain([TIGHTEST]);
            spacings.find_map(|spacing| on_one_page(spacing, scale))
        })
        .unwrap_or(usual)
}

/// Composes and distributes. Text beside a column at the side is narrow; once it is known where the
/// column ends, what comes after is composed again in the whole width.
fn arrange_in(
    request: &RenderRequest,
    theme: Theme,
    fonts: &mut FontSet,
    cache: &mut ParagraphCache,
) -> Arranged {
    let mut composition = compose(request, theme, usize::MAX, fonts, cache);
    let mut pages = paginate(&composition.rows, theme.spacing);
    if theme.design.side.is_some()
        && let Some(wide_from) = first_row_without_column(&composition, &pages)
    {
        composition = compose(request, theme, wide_from, fonts, cache);
        pages = paginate(&composition.rows, theme.spacing);
    }
    Arranged {
        theme,
        composition,
        pages,
    }
}

fn first_row_without_column(composition: &Composition, pages: &Pages) -> Option<usize> {
    let page = pages.pages.get(pages.beside_column)?;
    let mut rows = page.rows.iter().map(|placed| placed.row);
    rows.find(|&row| {
        let row = composition.rows.get(row);
        row.is_some_and(|row| row.column == Column::Main)
    })
}
