//! The entry point: lays out a CV and hands it to one of the two outputs. Letters are in `letter_pages`,
//! feedback sheets in `sheet_pages`.

use crate::cache::ParagraphCache;
use crate::compose::Composition;
use crate::draw_pdf::{Part, draw_pdf};
use crate::draw_svg::draw_page;
use crate::fit::{Arranged, arrange};
use crate::font_group::FontGroup;
use crate::fonts::{FontError, FontSet};
use crate::labels::Labels;
use crate::lettering::TextStyle;
use crate::mirror::{mirror_on_page, mirror_pieces, mirrored_bar};
use crate::pages::{Page, PlacedRow};
use crate::palette::Ink;
use crate::paragraph::{Paragraph, Span};
use crate::pdf_attachments::Inside;
use crate::regions::regions_of;
use crate::request::{Attachment, Pdf, Preview, RenderRequest};
use crate::rows::{Bar, Piece, Row};
use crate::theme::{self, Theme};
use crate::writing_direction::{Direction, page_direction};
use std::rc::Rc;
use thiserror::Error;

/// Why no pages were made.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum RenderError {
    /// There is no font.
    #[error("no font was added; add the fonts of the page before rendering")]
    NoFont,
    /// The PDF could not be written, or would not be accessible (PDF/UA-1).
    #[error(
        "the PDF could not be written: {0}; please report this text together with the CV's language"
    )]
    Pdf(String),
}

/// A document on its pages.
pub(crate) struct Layout {
    pub(crate) theme: Theme,
    pub(crate) composition: Composition,
    pub(crate) pages: Vec<Page>,
    /// On how many pages, from the first on, there is a column at the side.
    pub(crate) beside_column: usize,
    /// For each page the pieces of its footer; their baselines count from the page's top.
    pub(crate) footers: Vec<Vec<Piece>>,
    /// Whether the pages begin at the right.
    pub(crate) from_the_right: bool,
    /// Whether the typeface is not there, and Titillium Web stands in its place.
    pub(crate) typeface_is_missing: bool,
    /// Where a preview finds the photo.
    pub(crate) photo_address: String,
}

impl Layout {
    /// Returns the ground behind a column at the side, if the page has one, from the page's corner.
    pub(crate) fn ground(&self, page: usize) -> Option<Bar> {
        let (width, left) = self.theme.beside()?;
        let x = theme::MARGIN_SIDE + (width + left) / 2.0;
        let bar = Bar {
            x,
            y: 0.0,
            width: theme::PAGE_WIDTH - x,
            height: theme::PAGE_HEIGHT,
            colour: self.theme.colour(Ink::Tint),
        };
        let bar = if self.from_the_right {
            mirrored_bar(bar, theme::PAGE_WIDTH)
        } else {
            bar
        };
        (page < self.beside_column).then_some(bar)
    }
}

/// Returns the left and upper edge of a row on its page, in points from the page's corner.
pub(crate) fn origin_of(row: &Row, placed: &PlacedRow) -> (f32, f32) {
    (
        theme::MARGIN_SIDE + row.left,
        theme::MARGIN_TOP + placed.top,
    )
}

/// Lays out CVs. Keeps fonts and shaped paragraphs, so that a page after an edit costs little.
pub struct Renderer {
    pub(crate) fonts: FontSet,
    pub(crate) cache: ParagraphCache,
    lacking: Vec<FontGroup>,
}

impl Renderer {
    /// Makes a renderer with these fonts.
    pub fn new(fonts: FontSet) -> Self {
        Self {
            fonts,
            cache: ParagraphCache::new(),
            lacking: Vec::new(),
        }
    }

    /// Adds the font of one file.
    ///
    /// # Errors
    /// The bytes are not a usable font.
    pub fn add_font(&mut self, bytes: Vec<u8>) -> Result<(), FontError> {
        self.fonts.add(bytes)?;
        self.cache.clear();
        Ok(())
    }

    /// Returns the groups of fonts that might show what the last pages could not show. Add the
    /// fonts of those that are not there yet, and make the pages again.
    pub fn lacking_fonts(&self) -> &[FontGroup] {
        &self.lacking
    }

    /// Draws the pages for the screen.
    ///
    /// # Errors
    /// There is no font.
    pub fn preview(&mut self, request: &RenderRequest) -> Result<Preview, RenderError> {
        let layout = self.lay_out(request)?;
        let pages = (0..layout.pages.len())
            .map(|page| draw_page(&layout, page, &request.language))
            .collect();
        Ok(Preview {
            pages,
            text_size: layout.theme.text_size(),
            typeface_is_missing: layout.typeface_is_missing,
            regions: regions_of(&layout, &request.cv),
            substitutions: layout.composition.substitutions,
        })
    }

    /// Writes the pages as a tagged PDF (PDF/UA-1). The same request always gives the same bytes.
    ///
    /// # Errors
    /// There is no font, or the PDF would break a rule of PDF/UA-1.
    pub fn pdf(&mut self, request: &RenderRequest) -> Result<Pdf, RenderError> {
        self.pdf_with(request, &[], 0)
    }

    /// Writes the same pages with files inside: a PDF/UA-1 that is also a PDF/A-3 (ISO 19005-3), the
    /// kind for it. The files are dated with the second since 1970 in which the PDF is made.
    ///
    /// # Errors
    /// There is no font, or the PDF would break a rule of either standard.
    pub fn pdf_with(
        &mut self,
        request: &RenderRequest,
        attachments: &[Attachment],
        made_seconds: u64,
    ) -> Result<Pdf, RenderError> {
        let layout = self.lay_out(request)?;
        let inside = Inside {
            attachments,
            made_seconds,
        };
        let part = Part {
            layout: &layout,
            language: &request.language,
            photo: request.photo.as_ref(),
        };
        let title = &layout.composition.title;
        let bytes = draw_pdf(&[part], title, &self.fonts, inside)?;
        Ok(Pdf {
            bytes,
            pages: layout.pages.len(),
            substitutions: layout.composition.substitutions,
        })
    }

    pub(crate) fn lay_out(&mut self, request: &RenderRequest) -> Result<Layout, RenderError> {
        self.begin_call()?;
        let arranged = arrange(request, &mut self.fonts, &mut self.cache);
        let photo_address = request.photo.as_ref().map(|photo| photo.address.clone());
        let layout = self.finished(arranged, &request.labels, page_direction(request));
        Ok(Layout {
            photo_address: photo_address.unwrap_or_default(),
            ..layout
        })
    }

    /// Begins to lay out a document.
    ///
    /// # Errors
    /// There is no font.
    pub(crate) fn begin_call(&mut self) -> Result<(), RenderError> {
        if self.fonts.is_empty() {
            return Err(RenderError::NoFont);
        }
        self.cache.begin_call();
        self.lacking.clear();
        Ok(())
    }

    /// Notes fonts that an earlier part of the same file might need.
    pub(crate) fn lacks_too(&mut self, groups: Vec<FontGroup>) {
        self.lacking.extend(groups);
    }

    /// Adds footers to an arranged document, and turns it to the side from which it is read.
    pub(crate) fn finished(
        &mut self,
        arranged: Arranged,
        labels: &Labels,
        direction: Direction,
    ) -> Layout {
        let Arranged {
            theme,
            mut composition,
            pages,
        } = arranged;
        self.lacking.extend_from_slice(&composition.lacking);
        let typeface = theme.typeface;
        let typeface_is_missing = !self.fonts.has_typeface(typeface);
        let group = FontGroup::of_typeface(typeface).filter(|_| typeface_is_missing);
        self.lacking.extend(group);
        let count = pages.pages.len();
        let mut footers = self.footers(&composition.name, count, labels, &theme);
        let from_the_right = direction == Direction::RightToLeft;
        if from_the_right {
            mirror_on_page(&mut composition.rows, theme::CONTENT_WIDTH);
            for footer in &mut footers {
                mirror_pieces(footer, theme::CONTENT_WIDTH);
            }
        }
        Layout {
            from_the_right,
            theme,
            composition,
            pages: pages.pages,
            beside_column: pages.beside_column,
            footers,
            typeface_is_missing,
            photo_address: String::new(),
        }
    }

    /// Sets the page number at the foot of each page, if there are several, and from the second
    /// page on the name: a sheet that got lost says whose it is.
    fn footers(
        &mut self,
        name: &str,
        pages: usize,
        labels: &Labels,
        theme: &Theme,
    ) -> Vec<Vec<Piece>> {
        if pages < 2 {
            return vec![Vec::new(); pages];
        }
        (1..=pages)
            .map(|number| {
                let text = labels
                    .page_of
                    .replace("{page}", &number.to_string())
                    .replace("{pages}", &pages.to_string());
                let page_of = self.footer_text(theme, &text, theme::CONTENT_WIDTH / 2.0);
                let end = theme::CONTENT_WIDTH - page_of.width();
                let mut pieces = Vec::new();
                if number > 1 && !name.is_empty() {
                    let name = self.footer_text(theme, name, end - theme::DATES_GAP);
                    pieces.push(footer_piece(name, 0.0));
                }
                if !text.is_empty() {
                    pieces.push(footer_piece(page_of, end));
                }
                pieces
            })
            .collect()
    }

    fn footer_text(&mut self, theme: &Theme, text: &str, width: f32) -> Rc<Paragraph> {
        let spans = vec![Span::new(text, theme.lettering(TextStyle::Footer))];
        let direction = Direction::OfItsText;
        self.cache
            .paragraph(&mut self.fonts, spans, width, direction)
            .0
    }
}

fn footer_piece(paragraph: Rc<Paragraph>, x: f32) -> Piece {
    Piece {
        paragraph,
        line: 0,
        x,
        baseline: theme::PAGE_HEIGHT - theme::FOOTER_BASELINE,
        node: None,
        link: None,
    }
}
