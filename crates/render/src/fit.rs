//! Arranging a CV or a letter on its pages, and on one page where that is wanted: first with less space between
//! rows, then with smaller type.

use crate::cache::ParagraphCache;
use crate::compose::{Composition, Plan, compose, compose_letter};
use crate::fonts::FontSet;
use crate::letter_request::LetterRequest;
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

/// A document on its pages.
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
    let attempt = |theme| arrange_in(request, theme, fonts, cache);
    on_one_page(theme, theme.smallest_scale(), attempt).unwrap_or(usual)
}

/// Arranges a letter: on one page if it fits there in any way.
pub(crate) fn arrange_letter(
    request: &LetterRequest,
    fonts: &mut FontSet,
    cache: &mut ParagraphCache,
) -> Arranged {
    let theme = Theme::of_letter(&request.look);
    let mut attempt = |theme: Theme| {
        let composition = compose_letter(request, theme, fonts, cache);
        let pages = paginate(&composition.rows, theme.spacing);
        Arranged {
            theme,
            composition,
            pages,
        }
    };
    let usual = attempt(theme);
    if !(2..=3).contains(&usual.pages.pages.len()) {
        return usual;
    }
    on_one_page(theme, theme.smallest_letter_scale(), attempt).unwrap_or(usual)
}

/// Arranges with less space, and if need be with smaller type, until everything stands on one page; none
/// if it does not in any way.
fn on_one_page(
    theme: Theme,
    smallest: f32,
    mut attempt: impl FnMut(Theme) -> Arranged,
) -> Option<Arranged> {
    let mut fitted = |spacing: f32, scale: f32| {
        let arranged = attempt(theme.tighter(spacing, scale));
        (arranged.pages.pages.len() == 1).then_some(arranged)
    };
    // Most documents of two pages do not fit: one attempt tells.
    fitted(TIGHTEST, smallest)?;
    let scale = (0..=SIZES)
        .map(|size| 1.0 - f32::from(size) / f32::from(SIZES) * (1.0 - smallest))
        .find(|&scale| fitted(TIGHTEST, scale).is_some())?;
    let mut spacings = SPACINGS.into_iter().chain([TIGHTEST]);
    spacings.find_map(|spacing| fitted(spacing, scale))
}

/// Composes and distributes. Where a template has a column at the side, it is known only then what fits
/// there: sections that reach beyond the first page join the text, and text that is not beside the
/// column is composed again in the whole width.
fn arrange_in(
    request: &RenderRequest,
    theme: Theme,
    fonts: &mut FontSet,
    cache: &mut ParagraphCache,
) -> Arranged {
    let mut with_plan = |plan: Plan| {
        let composition = compose(request, theme, plan, fonts, cache);
        let pages = paginate(&composition.rows, theme.spacing);
        Arranged {
            theme,
            composition,
            pages,
        }
    };
    let mut plan = Plan::NONE;
    let mut arranged = with_plan(plan);
    if theme.design.side.is_none() {
        return arranged;
    }
    if let Some(row) = arranged.first_row(Column::Side, 1) {
        let starts = &arranged.composition.beside_starts;
        plan.beside = starts
            .partition_point(|&start| start <= row)
            .saturating_sub(1);
        arranged = with_plan(plan);
    }
    if let Some(row) = arranged.first_row(Column::Main, arranged.pages.beside_column) {
        plan.wide_from = row;
        arranged = with_plan(plan);
    }
    arranged
}

impl Arranged {
    /// Returns the first row of a column on a page.
    fn first_row(&self, column: Column, page: usize) -> Option<usize> {
        let page = self.pages.pages.get(page)?;
        let mut rows = page.rows.iter().map(|placed| placed.row);
        rows.find(|&row| {
            let row = self.composition.rows.get(row);
            row.is_some_and(|row| row.column == column)
        })
    }
}
