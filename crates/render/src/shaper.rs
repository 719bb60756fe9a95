//! Shapes paragraphs with parley: letters to glyphs, writing direction, line breaks. No page is
//! known here.

use crate::fonts::FontSet;
use crate::lettering::Lettering;
use crate::paragraph::{Line, Paragraph, PlacedGlyph, Run, Span, Word};
use parley::{
    Alignment, AlignmentOptions, FontFamily, FontFamilyName, FontFeature, FontFeatures, FontWeight,
    Layout, LayoutContext, LineHeight, OverflowWrap, StyleProperty, setting::Tag,
};
use std::borrow::Cow;
use std::ops::Range;

/// Ligatures stay off: "fi" must come out of a PDF as two letters.
const FEATURES: [FontFeature; 3] = [
    FontFeature::new(Tag::new(b"liga"), 0),
    FontFeature::new(Tag::new(b"clig"), 0),
    FontFeature::new(Tag::new(b"dlig"), 0),
];

/// Turns spans into lines. Keeps its working memory between calls.
pub(crate) struct Shaper {
    context: LayoutContext<u16>,
    layout: Layout<u16>,
}

/// A shaped paragraph, with the characters for which no font had a shape after all.
pub(crate) struct Shaped {
    pub(crate) paragraph: Paragraph,
    pub(crate) missing: Vec<String>,
}

impl Shaper {
    pub(crate) fn new() -> Self {
        Self {
            context: LayoutContext::new(),
            layout: Layout::new(),
        }
    }

    /// Breaks the spans into lines no wider than `width` points. Words that are wider are broken
    /// where they must be.
    pub(crate) fn shape(&mut self, fonts: &mut FontSet, spans: &[Span], width: f32) -> Shaped {
        let text: String = spans.iter().map(|span| span.text.as_str()).collect();
        self.build(fonts, spans, &text);
        self.layout.break_all_lines(Some(width));
        self.layout
            .align(Alignment::Start, AlignmentOptions::default());
        let mut missing = Vec::new();
        let mut reader = Reader {
            fonts,
            spans,
            text: &text,
            missing: &mut missing,
        };
        let lines = self
            .layout
            .lines()
            .filter(|line| !line.text_range().is_empty())
            .map(|line| reader.line(&line))
            .collect();
        let tallest = |measure: fn(Lettering) -> f32| {
            spans
                .iter()
                .map(|span| measure(span.style))
                .fold(0.0, f32::max)
        };
        Shaped {
            paragraph: Paragraph {
                lines,
                line_height: tallest(Lettering::line_height),
                baseline: tallest(Lettering::baseline),
            },
            missing,
        }
    }

    fn build(&mut self, fonts: &mut FontSet, spans: &[Span], text: &str) {
        let families: Vec<FontFamilyName<'_>> = fonts
            .families
            .iter()
            .map(|family| FontFamilyName::Named(Cow::Borrowed(family.as_str())))
            .collect();
        let mut builder = self
            .context
            .ranged_builder(&mut fonts.context, text, 1.0, false);
        builder.push_default(FontFamily::List(Cow::Borrowed(&families)));
        builder.push_default(FontFeatures::List(Cow::Borrowed(&FEATURES)));
        builder.push_default(OverflowWrap::BreakWord);
        builder.push_default(LineHeight::FontSizeRelative(1.0));
        let mut start = 0;
        for (index, span) in spans.iter().enumerate() {
            let range = start..start + span.text.len();
            start = range.end;
            let weight = FontWeight::new(f32::from(span.style.weight()));
            let brush = u16::try_from(index).unwrap_or(u16::MAX);
            builder.push(StyleProperty::FontSize(span.style.size()), range.clone());
            builder.push(weight, range.clone());
            builder.push(StyleProperty::Brush(brush), range);
        }
        builder.build_into(&mut self.layout, text);
    }
}

/// One cluster of a line as parley gives it: a letter with its marks.
struct Cluster {
    span: usize,
    font: usize,
    style: Lettering,
    x: f32,
    advance: f32,
    glyphs: Vec<PlacedGlyph>,
    text: Range<usize>,
}

/// What is needed to read the lines of a layout.
struct Reader<'call> {
    fonts: &'call FontSet,
    spans: &'call [Span],
    text: &'call str,
    missing: &'call mut Vec<String>,
}

impl Reader<'_> {
    fn line(&mut self, line: &parley::Line<'_, u16>) -> Line {
        let metrics = line.metrics();
        let range = line.text_range();
        let (text, shift) = with_plain_spaces(self.text.get(range.clone()).unwrap_or_default());
        let mut clusters = Vec::new();
        let mut x = metrics.offset;
        for run in line.runs() {
            for cluster in run.visual_clusters() {
                let source = cluster.text_range();
                let place = shift(source.start - range.start)..shift(source.end - range.start);
                self.cluster(&cluster, x, place, &mut clusters);
                x += cluster.advance();
            }
        }
        join_ligatures(&mut clusters);
        Line {
            words: words_of(&clusters, &text),
            width: (metrics.advance - metrics.hanging_advance).max(0.0) + metrics.offset,
            runs: runs_of(clusters),
            text,
        }
    }

    fn cluster(
        &mut self,
        cluster: &parley::Cluster<'_, u16>,
        x: f32,
        place: Range<usize>,
        clusters: &mut Vec<Cluster>,
    ) {
        let data = cluster.run().font().clone();
        let font = self.fonts.position(data.data.id(), data.index);
        let span = usize::from(cluster.style().brush);
        let style = self.spans.get(span).map(|span| span.style);
        let shown = cluster.glyphs().all(|glyph| glyph.id != 0);
        let (Some(font), Some(style), true) = (font, style, shown) else {
            let source = self.text.get(cluster.text_range());
            self.missing.push(source.unwrap_or_default().to_owned());
            return;
        };
        clusters.push(Cluster {
            span,
            font,
            style,
            x,
            advance: cluster.advance(),
            glyphs: cluster
                .glyphs()
                .map(|glyph| placed(&glyph, place.clone()))
                .collect(),
            text: place,
        });
    }
}

/// Returns the text with ordinary spaces for no-break ones, and how positions move by that.
fn with_plain_spaces(source: &str) -> (String, impl Fn(usize) -> usize + use<>) {
    let no_breaks: Vec<usize> = source
        .match_indices('\u{A0}')
        .map(|(position, _)| position)
        .collect();
    let shift = move |position: usize| {
        position - no_breaks.iter().filter(|&&space| space < position).count()
    };
    (source.replace('\u{A0}', " "), shift)
}

/// A ligature's later letters have no glyph of their own: its glyph stands for them too.
fn join_ligatures(clusters: &mut [Cluster]) {
    if clusters.iter().all(|cluster| !cluster.glyphs.is_empty()) {
        return;
    }
    let mut reading: Vec<&mut Cluster> = clusters.iter_mut().collect();
    reading.sort_by_key(|cluster| cluster.text.start);
    let mut first: Option<&mut Cluster> = None;
    for cluster in reading {
        match &mut first {
            Some(first) if cluster.glyphs.is_empty() => {
                for glyph in &mut first.glyphs {
                    glyph.text.end = cluster.text.end;
                }
            }
            _ => first = Some(cluster),
        }
    }
}

fn placed(glyph: &parley::Glyph, text: Range<usize>) -> PlacedGlyph {
    PlacedGlyph {
        id: glyph.id,
        advance: glyph.advance,
        x_offset: glyph.x,
        y_offset: glyph.y,
        text,
    }
}

/// Groups clusters that follow each other in one font and style.
fn runs_of(clusters: Vec<Cluster>) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut end = f32::NEG_INFINITY;
    let mut span = usize::MAX;
    for cluster in clusters {
        let follows = (cluster.x - end).abs() < 0.01 && cluster.span == span;
        end = cluster.x + cluster.advance;
        span = cluster.span;
        match runs.last_mut() {
            Some(run) if follows && run.font == cluster.font => run.glyphs.extend(cluster.glyphs),
            _ => runs.push(Run {
                font: cluster.font,
                style: cluster.style,
                x: cluster.x,
                glyphs: cluster.glyphs,
            }),
        }
    }
    runs
}

/// Finds the words of a line and where each begins on the left.
fn words_of(clusters: &[Cluster], text: &str) -> Vec<Word> {
    let mut reading: Vec<&Cluster> = clusters.iter().collect();
    reading.sort_by_key(|cluster| cluster.text.start);
    let mut words: Vec<Word> = Vec::new();
    let mut open = false;
    let mut spaced = false;
    for cluster in reading {
        let piece = text.get(cluster.text.clone()).unwrap_or_default();
        if piece.trim().is_empty() {
            open = false;
            spaced = true;
            continue;
        }
        match words.last_mut() {
            Some(word) if open && word.style == cluster.style => {
                word.text.end = cluster.text.end;
                word.x = word.x.min(cluster.x);
            }
            _ => words.push(Word {
                x: cluster.x,
                style: cluster.style,
                text: cluster.text.clone(),
                spaced,
            }),
        }
        open = true;
        spaced = false;
    }
    words
}
