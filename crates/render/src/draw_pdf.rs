//! Draws laid-out documents, one after the other, as a tagged PDF with krilla, which checks PDF/UA-1 (ISO 14289-1) while
//! writing. The date comes in as an argument: the same request gives the same bytes.

use crate::compact::compact;
use crate::fonts::FontSet;
use crate::palette::Colour;
use crate::paragraph::{Line, Run};
use crate::pdf_attachments::Inside;
use crate::pdf_outline::outline;
use crate::pdf_tags::TagBuilder;
use crate::photo::{Figure, Photo, image_of};
use crate::renderer::{Layout, RenderError, origin_of};
use crate::rows::{Bar, Link, Piece};
use crate::structure::NodeId;
use crate::theme;
use crate::writing_direction::language_of;
use krilla::action::LinkAction;
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::color::rgb;
use krilla::geom::{PathBuilder, Point, Rect, Size, Transform};
use krilla::image::Image;
use krilla::metadata::{Metadata, TextDirection};
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, BBox, ContentTag, SpanTag, TagTree};
use krilla::text::{GlyphId, KrillaGlyph};
use krilla::{Document, SerializeSettings};
use std::rc::Rc;

/// How far a link's area reaches above and below its baseline, as a part of the type's size.
const LINK_ABOVE: f32 = 0.95;
const LINK_BELOW: f32 = 0.3;

/// The tag for a language that nobody named (ISO 639-2); PDF/UA-1 demands some tag.
const UNKNOWN_LANGUAGE: &str = "und";

/// One document of a file.
#[derive(Clone, Copy)]
pub(crate) struct Part<'a> {
    pub(crate) layout: &'a Layout,
    /// Its language as a BCP 47 tag.
    pub(crate) language: &'a str,
    /// The photo that stands in it, if there is one.
    pub(crate) photo: Option<&'a Photo>,
}

impl Part<'_> {
    fn language(&self) -> &str {
        match self.language.trim() {
            "" => UNKNOWN_LANGUAGE,
            language => language,
        }
    }
}

/// Writes the pages of each part. The file has the language and the author of the first.
pub(crate) fn draw_pdf(
    parts: &[Part<'_>],
    title: &str,
    fonts: &FontSet,
    inside: Inside<'_>,
) -> Result<Vec<u8>, RenderError> {
    let Some(first) = parts.first() else {
        return Err(RenderError::Pdf("the file has no pages".to_owned()));
    };
    let mut document = Document::new_with(settings(inside)?);
    let mut tree = TagTree::new().with_lang(Some(first.language().to_owned()));
    let mut first_page = 0;
    for part in parts {
        let mut tags = TagBuilder::new(&part.layout.composition.structure);
        draw_part(&mut document, part, first_page, fonts, &mut tags)?;
        first_page += part.layout.pages.len();
        match parts.len() {
            1 => tags.groups().into_iter().for_each(|group| tree.push(group)),
            _ => tree.push(tags.part(part.language())),
        }
    }
    document.set_tag_tree(tree);
    document.set_outline(outline(parts));
    document.set_metadata(inside.dated(metadata(first, title)));
    inside.embed(&mut document)?;
    document
        .finish()
        .map(compact)
        .map_err(|error| RenderError::Pdf(format!("{error:?}")))
}

fn settings(inside: Inside<'_>) -> Result<SerializeSettings, RenderError> {
    Ok(SerializeSettings {
        configuration: inside.standards()?,
        ..SerializeSettings::default()
    })
}

fn metadata(first: &Part<'_>, title: &str) -> Metadata {
    let layout = first.layout;
    let composition = &layout.composition;
    let metadata = Metadata::new()
        .title(title.to_owned())
        .language(first.language().to_owned())
        .creator("Approdo".to_owned());
    let metadata = if layout.from_the_right {
        metadata.text_direction(TextDirection::RightToLeft)
    } else {
        metadata
    };
    if composition.name.is_empty() {
        metadata
    } else {
        metadata.authors(vec![composition.name.clone()])
    }
}

/// A link's area on the page, waiting for the page's content to be finished.
struct PendingLink {
    area: Rect,
    link: Rc<Link>,
    node: NodeId,
}

/// Draws the pages of a part, the first of which is page `first_page` of the file.
fn draw_part(
    document: &mut Document,
    part: &Part<'_>,
    first_page: usize,
    fonts: &FontSet,
    tags: &mut TagBuilder,
) -> Result<(), RenderError> {
    let image = image_of(part.photo);
    for number in 0..part.layout.pages.len() {
        let numbers = (number, first_page + number);
        draw_page(document, part.layout, numbers, fonts, image.as_ref(), tags)?;
    }
    Ok(())
}

/// Draws a page, named by its number in its part and in the file.
fn draw_page(
    document: &mut Document,
    layout: &Layout,
    (number, in_file): (usize, usize),
    fonts: &FontSet,
    image: Option<&Image>,
    tags: &mut TagBuilder,
) -> Result<(), RenderError> {
    let settings = PageSettings::from_wh(theme::PAGE_WIDTH, theme::PAGE_HEIGHT)
        .ok_or_else(|| RenderError::Pdf("the page has no size".to_owned()))?;
    let mut page = document.start_page_with(settings);
    let mut drawing = Drawing {
        surface: page.surface(),
        fonts,
        tags,
        links: Vec::new(),
    };
    if let Some(ground) = layout.ground(number) {
        drawing.bar(&ground, (0.0, 0.0));
    }
    let rows = &layout.composition.rows;
    for placed in layout.pages.get(number).iter().flat_map(|page| &page.rows) {
        if let Some(row) = rows.get(placed.row) {
            let origin = origin_of(row, placed);
            row.bars.iter().for_each(|bar| drawing.bar(bar, origin));
            row.pieces
                .iter()
                .for_each(|piece| drawing.piece(piece, origin));
        }
    }
    for placed in layout.pages.get(number).iter().flat_map(|page| &page.rows) {
        if let (Some(row), Some(image)) = (rows.get(placed.row), image)
            && let Some(figure) = &row.figure
        {
            drawing.figure(figure, image, in_file, origin_of(row, placed));
        }
    }
    for piece in layout.footers.get(number).into_iter().flatten() {
        drawing.artifact(piece, (theme::MARGIN_SIDE, 0.0), ArtifactType::Footer);
    }
    let links = drawing.finish();
    for pending in links {
        let target = Target::Action(LinkAction::new(pending.link.uri.clone()).into());
        let annotation = Annotation::new_link(
            LinkAnnotation::new(pending.area, target),
            Some(pending.link.description.clone()),
        );
        let annotation = page.add_tagged_annotation(annotation);
        tags.annotation(pending.node, annotation);
    }
    page.finish();
    Ok(())
}

/// Left and upper edge of what is drawn, in points from the page's upper left corner.
type Origin = (f32, f32);

struct Drawing<'page> {
    surface: Surface<'page>,
    fonts: &'page FontSet,
    tags: &'page mut TagBuilder,
    links: Vec<PendingLink>,
}

impl Drawing<'_> {
    fn finish(self) -> Vec<PendingLink> {
        self.surface.finish();
        self.links
    }

    fn bar(&mut self, bar: &Bar, (left, top): Origin) {
        let x = left + bar.x;
        let Some(area) = Rect::from_xywh(x, top + bar.y, bar.width, bar.height) else {
            return;
        };
        let mut builder = PathBuilder::new();
        builder.push_rect(area);
        let Some(path) = builder.finish() else {
            return;
        };
        let artifact = Artifact::with_kind(ArtifactType::Layout);
        self.surface.start_tagged(ContentTag::Artifact(artifact));
        self.surface.set_fill(Some(fill(bar.colour)));
        self.surface.draw_path(&path);
        self.surface.end_tagged();
    }

    fn figure(&mut self, figure: &Figure, image: &Image, page_idx: usize, (left, top): Origin) {
        let (x, y) = (left + figure.x, top + figure.y);
        let area = Rect::from_xywh(x, y, figure.width, figure.height);
        let size = Size::from_wh(figure.width, figure.height);
        let (Some(rect), Some(size)) = (area, size) else {
            return;
        };
        let content = self.surface.start_tagged(ContentTag::Other);
        self.surface
            .push_transform(&Transform::from_translate(x, y));
        self.surface.draw_image(image.clone(), size);
        self.surface.pop();
        self.surface.end_tagged();
        let place = BBox { page_idx, rect };
        self.tags.figure(figure.node, content, place);
    }

    fn piece(&mut self, piece: &Piece, origin: Origin) {
        let Some(node) = piece.node else {
            return self.artifact(piece, origin, ArtifactType::Layout);
        };
        let Some(line) = piece.paragraph.lines.get(piece.line) else {
            return;
        };
        let Some(link) = &piece.link else {
            return self.tagged_runs(line, piece, origin, node);
        };
        let node = self.tags.link(node);
        self.tagged_runs(line, piece, origin, node);
        if let Some(area) = link_area(line, piece, origin) {
            self.links.push(PendingLink {
                area,
                link: Rc::clone(link),
                node,
            });
        }
    }

    fn artifact(&mut self, piece: &Piece, origin: Origin, kind: ArtifactType) {
        if let Some(line) = piece.paragraph.lines.get(piece.line) {
            let artifact = Artifact::with_kind(kind);
            self.surface.start_tagged(ContentTag::Artifact(artifact));
            self.line(line, piece, origin);
            self.surface.end_tagged();
        }
    }

    /// Draws a line, what is in another language than the document as words of their own, in reading
    /// order.
    fn tagged_runs(&mut self, line: &Line, piece: &Piece, origin: Origin, node: NodeId) {
        let language = |run: &Run| {
            run.from_the_right
                .then(|| language_of(&line.text))
                .flatten()
        };
        for runs in line
            .runs
            .chunk_by(|run, next| language(run) == language(next))
        {
            let language = runs.first().and_then(language);
            let span = SpanTag::empty().with_lang(language);
            let content = self.surface.start_tagged(ContentTag::Span(span));
            self.runs(runs, line, piece, origin);
            self.surface.end_tagged();
            match language {
                Some(language) => {
                    let text = text_of(runs, line);
                    self.tags.words(node, content, language, text);
                }
                None => self.tags.content(node, content),
            }
        }
    }

    fn line(&mut self, line: &Line, piece: &Piece, origin: Origin) {
        self.runs(&line.runs, line, piece, origin);
    }

    fn runs(&mut self, runs: &[Run], line: &Line, piece: &Piece, (left, top): Origin) {
        for run in runs {
            let Some(font) = self.fonts.loaded.get(run.font) else {
                continue;
            };
            let start = Point::from_xy(left + piece.x + run.x, top + piece.baseline);
            self.surface.set_fill(Some(fill(run.style.colour())));
            self.surface.draw_glyphs(
                start,
                &glyphs_of(run),
                font.pdf.clone(),
                &line.text,
                run.style.size(),
                false,
            );
        }
    }
}

/// Returns what is read where these runs stand.
fn text_of<'line>(runs: &[Run], line: &'line Line) -> &'line str {
    let places = || {
        runs.iter()
            .flat_map(|run| &run.glyphs)
            .map(|glyph| &glyph.text)
    };
    let start = places().map(|place| place.start).min();
    let end = places().map(|place| place.end).max();
    let place = start.zip(end).map(|(start, end)| start..end);
    place
        .and_then(|place| line.text.get(place))
        .unwrap_or_default()
}

fn glyphs_of(run: &Run) -> Vec<KrillaGlyph> {
    let size = run.style.size();
    run.glyphs
        .iter()
        .map(|glyph| {
            KrillaGlyph::new(
                GlyphId::new(glyph.id),
                glyph.advance / size,
                glyph.x_offset / size,
                glyph.y_offset / size,
                0.0,
                glyph.text.clone(),
                None,
            )
        })
        .collect()
}

fn link_area(line: &Line, piece: &Piece, (left, top): Origin) -> Option<Rect> {
    let size = line.runs.first()?.style.size();
    let left = left + piece.x;
    let baseline = top + piece.baseline;
    Rect::from_ltrb(
        left,
        baseline - LINK_ABOVE * size,
        left + line.width,
        baseline + LINK_BELOW * size,
    )
}

fn fill(colour: Colour) -> Fill {
    Fill {
        paint: rgb::Color::new(colour.0, colour.1, colour.2).into(),
        opacity: NormalizedF32::ONE,
        rule: FillRule::default(),
    }
}
