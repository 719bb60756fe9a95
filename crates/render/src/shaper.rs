//! Shapes paragraphs with parley: letters to glyphs, writing direction, line breaks. What becomes of its
//! lines is in `read_lines`; no page is known here.

use crate::fonts::FontSet;
use crate::lettering::Lettering;
use crate::look::Typeface;
use crate::paragraph::{Paragraph, Span};
use crate::read_lines::LineReader;
use crate::writing_direction::Direction;
use parley::{
    Alignment, AlignmentOptions, BaseDirection, FontFamily, FontFamilyName, FontFeature,
    FontFeatures, FontWeight, Layout, LayoutContext, LineHeight, OverflowWrap, StyleProperty,
    setting::Tag,
};
use std::borrow::Cow;

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

/// All of a paragraph is in one typeface.
fn typeface_of(spans: &[Span]) -> Typeface {
    let first = spans.first().map(|span| span.style.typeface());
    first.unwrap_or_default()
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
    pub(crate) fn shape(
        &mut self,
        fonts: &mut FontSet,
        spans: &[Span],
        width: f32,
        direction: Direction,
    ) -> Shaped {
        let text: String = spans.iter().map(|span| span.text.as_str()).collect();
        self.build(fonts, spans, &text, direction);
        self.layout.break_all_lines(Some(width));
        self.layout
            .align(Alignment::Start, AlignmentOptions::default());
        let mut missing = Vec::new();
        let mut reader = LineReader {
            fonts,
            spans,
            text: &text,
            missing: &mut missing,
            from_the_right: self.layout.is_rtl(),
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
                from_the_right: self.layout.is_rtl(),
                line_height: tallest(Lettering::line_height),
                baseline: tallest(Lettering::baseline),
            },
            missing,
        }
    }

    fn build(&mut self, fonts: &mut FontSet, spans: &[Span], text: &str, direction: Direction) {
        let families: Vec<FontFamilyName<'_>> = fonts
            .families_for(typeface_of(spans))
            .map(|family| FontFamilyName::Named(Cow::Owned(family.to_owned())))
            .collect();
        let mut builder = self
            .context
            .ranged_builder(&mut fonts.context, text, 1.0, false);
        builder.set_base_direction(match direction {
            Direction::LeftToRight => BaseDirection::Ltr,
            Direction::RightToLeft => BaseDirection::Rtl,
            Direction::OfItsText => BaseDirection::Auto,
        });
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
