//! The pages of a letter, for the screen and as a PDF, alone or with the CV behind it.

use crate::draw_pdf::{Part, draw_pdf};
use crate::draw_svg::draw_page;
use crate::fit::arrange_letter;
use crate::letter_request::LetterRequest;
use crate::pdf_attachments::Inside;
use crate::regions::regions_among;
use crate::renderer::{Layout, RenderError, Renderer};
use crate::request::{Attachment, Pdf, Preview, RenderRequest};
use crate::structure::PagePlace;
use crate::writing_direction::Direction;
use approdo_domain::letter::LetterPlace;

impl Renderer {
    /// Draws the pages of a letter for the screen. The fields in its regions are numbered as in
    /// `LetterPlace::all`.
    ///
    /// # Errors
    /// There is no font.
    pub fn letter_preview(&mut self, request: &LetterRequest) -> Result<Preview, RenderError> {
        let layout = self.lay_out_letter(request)?;
        let places = LetterPlace::all().into_iter().map(PagePlace::Letter);
        Ok(Preview {
            pages: (0..layout.pages.len())
                .map(|page| draw_page(&layout, page, &request.language))
                .collect(),
            text_size: layout.theme.letter_size(),
            typeface_is_missing: layout.typeface_is_missing,
            regions: regions_among(&layout, places),
            substitutions: layout.composition.substitutions,
        })
    }

    /// Writes a letter as a tagged PDF (PDF/UA-1). The same request always gives the same bytes.
    ///
    /// # Errors
    /// There is no font, or the PDF would break a rule of PDF/UA-1.
    pub fn letter_pdf(&mut self, request: &LetterRequest) -> Result<Pdf, RenderError> {
        let layout = self.lay_out_letter(request)?;
        let title = layout.composition.title.clone();
        self.written(vec![letter_part(&layout, request)], &title, NOTHING)
    }

    /// Writes a letter, and behind it the CV in its own template, as one tagged PDF (PDF/UA-1). Files inside
    /// make it a PDF/A-3 too, dated with the second since 1970 in which it is made.
    ///
    /// # Errors
    /// There is no font, or the PDF would break a rule of either standard.
    pub fn letter_and_cv_pdf(
        &mut self,
        letter: &LetterRequest,
        cv: &RenderRequest,
        attachments: &[Attachment],
        made_seconds: u64,
    ) -> Result<Pdf, RenderError> {
        let layout = self.lay_out_letter(letter)?;
        let lacking = self.lacking_fonts().to_vec();
        let cv_layout = self.lay_out(cv)?;
        self.lacks_too(lacking);
        let cv_part = Part {
            layout: &cv_layout,
            language: &cv.language,
            photo: cv.photo.as_ref(),
        };
        let title = match layout.composition.name.as_str() {
            "" => layout.composition.title.clone(),
            name => letter.words.title_with_cv.replace("{name}", name),
        };
        let inside = Inside {
            attachments,
            made_seconds,
        };
        self.written(vec![letter_part(&layout, letter), cv_part], &title, inside)
    }

    fn lay_out_letter(&mut self, request: &LetterRequest) -> Result<Layout, RenderError> {
        self.begin_call()?;
        let arranged = arrange_letter(request, &mut self.fonts, &mut self.cache);
        Ok(self.finished(arranged, &request.labels, Direction::LeftToRight))
    }

    fn written(
        &self,
        parts: Vec<Part<'_>>,
        title: &str,
        inside: Inside<'_>,
    ) -> Result<Pdf, RenderError> {
        let layouts = || parts.iter().map(|part| part.layout);
        Ok(Pdf {
            bytes: draw_pdf(&parts, title, &self.fonts, inside)?,
            pages: layouts().map(|layout| layout.pages.len()).sum(),
            substitutions: layouts()
                .flat_map(|layout| layout.composition.substitutions.clone())
                .collect(),
        })
    }
}

/// No files inside.
const NOTHING: Inside<'static> = Inside {
    attachments: &[],
    made_seconds: 0,
};

fn letter_part<'a>(layout: &'a Layout, request: &'a LetterRequest) -> Part<'a> {
    Part {
        layout,
        language: &request.language,
        photo: None,
    }
}
