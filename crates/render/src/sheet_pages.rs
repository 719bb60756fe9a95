//! The pages of a feedback sheet as a PDF. They look the same for everyone: a sheet goes with no CV.

use crate::compose::compose_sheet;
use crate::draw_pdf::{Part, draw_pdf};
use crate::fit::Arranged;
use crate::labels::Labels;
use crate::look::Look;
use crate::pages::paginate;
use crate::pdf_attachments::Inside;
use crate::renderer::{Layout, RenderError, Renderer};
use crate::request::Pdf;
use crate::sheet_request::SheetRequest;
use crate::theme::Theme;
use crate::writing_direction::Direction;

impl Renderer {
    /// Writes a feedback sheet as a tagged PDF (PDF/UA-1). The same request always gives the same bytes.
    ///
    /// # Errors
    /// There is no font, or the PDF would break a rule of PDF/UA-1.
    pub fn sheet_pdf(&mut self, request: &SheetRequest) -> Result<Pdf, RenderError> {
        let layout = self.lay_out_sheet(request)?;
        let part = Part {
            layout: &layout,
            language: &request.language,
            photo: None,
        };
        let inside = Inside {
            attachments: &[],
            made_seconds: 0,
        };
        let title = &layout.composition.title;
        Ok(Pdf {
            bytes: draw_pdf(&[part], title, &self.fonts, inside)?,
            pages: layout.pages.len(),
            substitutions: layout.composition.substitutions,
        })
    }

    fn lay_out_sheet(&mut self, request: &SheetRequest) -> Result<Layout, RenderError> {
        self.begin_call()?;
        let theme = Theme::of(&Look::default());
        let labels = Labels {
            page_of: request.page_of.clone(),
            own_section: request.title.clone(),
            ..Labels::default()
        };
        let composition = compose_sheet(request, &labels, theme, &mut self.fonts, &mut self.cache);
        let pages = paginate(&composition.rows, theme.spacing);
        let arranged = Arranged {
            theme,
            composition,
            pages,
        };
        let mut layout = self.finished(arranged, &labels, Direction::LeftToRight);
        // The foot says whose sheet it is, the file who wrote it.
        let author = request.author.split_whitespace();
        layout.composition.name = author.collect::<Vec<_>>().join(" ");
        Ok(layout)
    }
}
