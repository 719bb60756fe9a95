//! Reads the lines that parley made: glyphs, where each stands, for which letters; words, and from which
//! side each is written.

use crate::fonts::FontSet;
use crate::lettering::Lettering;
use crate::line_text::{LineText, is_left_out};
use crate::paragraph::{Line, PlacedGlyph, Run, Span, Word};
use std::ops::Range;

/// One cluster of a line as parley gives it: a letter with its marks.
struct Cluster {
    span: usize,
    font: usize,
    style: Lettering,
    x: f32,
    advance: f32,
    glyphs: Vec<PlacedGlyph>,
    text: Range<usize>,
    from_the_right: bool,
}

/// What is needed to read the lines of a layout.
pub(crate) struct LineReader<'call> {
    pub(crate) fonts: &'call FontSet,
    pub(crate) spans: &'call [Span],
    pub(crate) text: &'call str,
    pub(crate) missing: &'call mut Vec<String>,
    /// Whether the paragraph begins at the right.
    pub(crate) from_the_right: bool,
}

impl LineReader<'_> {
    /// Reads one line.
    pub(crate) fn line(&mut self, line: &parley::Line<'_, u16>) -> Line {
        let metrics = line.metrics();
        let range = line.text_range();
        let source = self.text.get(range.clone()).unwrap_or_default();
        let text = LineText::new(source, range.start);
        let mixed = self.from_the_right || line.runs().any(|run| run.is_rtl());
        // The space at the end of such a line may stand in the middle of what is seen: it is left out.
        let end = |letter: char| letter.is_whitespace() || is_left_out(letter);
        let seen_end = if mixed {
            range.start + source.trim_end_matches(end).len()
        } else {
            range.end
        };
        let mut clusters = Vec::new();
        let mut x = metrics.offset;
        for run in line.runs() {
            let seen = |cluster: &parley::Cluster<'_, u16>| cluster.text_range().start < seen_end;
            for cluster in run.visual_clusters().filter(seen) {
                let place = text.place(cluster.text_range());
                self.cluster(&cluster, x, place, &mut clusters);
                x += cluster.advance();
            }
        }
        let text = text.text;
        let mut width = (metrics.advance - metrics.hanging_advance).max(0.0) + metrics.offset;
        if mixed {
            width = move_to_the_left_end(&mut clusters, &text);
        }
        join_ligatures(&mut clusters);
        Line {
            words: words_of(&clusters, &text),
            width,
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
        let source = self.text.get(cluster.text_range()).unwrap_or_default();
        if !source.is_empty() && source.chars().all(is_left_out) {
            return;
        }
        let data = cluster.run().font().clone();
        let font = self.fonts.position(data.data.id(), data.index);
        let span = usize::from(cluster.style().brush);
        let style = self.spans.get(span).map(|span| span.style);
        let shown = cluster.glyphs().all(|glyph| glyph.id != 0);
        let (Some(font), Some(style), true) = (font, style, shown) else {
            self.missing.push(source.to_owned());
            return;
        };
        let from_the_right = cluster.is_rtl();
        let glyphs = cluster.glyphs();
        let mut glyphs: Vec<PlacedGlyph> =
            glyphs.map(|glyph| placed(&glyph, place.clone())).collect();
        if glyphs.is_empty() && from_the_right {
            glyphs.extend(self.unseen_glyph(font, place.clone()));
        }
        clusters.push(Cluster {
            span,
            font,
            style,
            x,
            advance: cluster.advance(),
            glyphs,
            text: place,
            from_the_right,
        });
    }

    /// Returns a glyph that stands for a letter drawn by its neighbour's. Programs that read a PDF turn
    /// what is written from right to left around letter by letter, and would turn the letters of one
    /// glyph around, too.
    fn unseen_glyph(&self, font: usize, text: Range<usize>) -> Option<PlacedGlyph> {
        let id = self.fonts.loaded.get(font)?.space?;
        Some(PlacedGlyph {
            id,
            advance: 0.0,
            x_offset: 0.0,
            y_offset: 0.0,
            text,
        })
    }
}

/// Moves a line so that what is seen of it begins at its left end: the space at its end may hang out on
/// either side. Returns its width in points.
fn move_to_the_left_end(clusters: &mut [Cluster], text: &str) -> f32 {
    let is_seen = |cluster: &&Cluster| {
        let piece = text.get(cluster.text.clone()).unwrap_or_default();
        !piece.trim().is_empty()
    };
    let seen = || clusters.iter().filter(is_seen);
    let left = seen()
        .map(|cluster| cluster.x)
        .fold(f32::INFINITY, f32::min);
    let right = seen().map(|cluster| cluster.x + cluster.advance);
    let right = right.fold(f32::NEG_INFINITY, f32::max);
    if left > right {
        return 0.0;
    }
    for cluster in clusters {
        cluster.x -= left;
    }
    right - left
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
        // Measured down from the baseline there, up from it here.
        y_offset: -glyph.y,
        text,
    }
}

/// Groups clusters that follow each other in one font, style and direction; the groups stand in reading
/// order.
fn runs_of(clusters: Vec<Cluster>) -> Vec<Run> {
    let mut runs: Vec<(usize, Run)> = Vec::new();
    let mut before: Option<Neighbour> = None;
    for cluster in clusters {
        let follows = before.is_some_and(|before| before.is_followed_by(&cluster));
        before = Some(Neighbour::of(&cluster));
        match runs.last_mut() {
            Some((start, run)) if follows && run.font == cluster.font => {
                *start = cluster.text.start.min(*start);
                run.glyphs.extend(cluster.glyphs);
            }
            _ => runs.push((
                cluster.text.start,
                Run {
                    font: cluster.font,
                    style: cluster.style,
                    x: cluster.x,
                    from_the_right: cluster.from_the_right,
                    glyphs: cluster.glyphs,
                },
            )),
        }
    }
    runs.sort_by_key(|(start, _)| *start);
    runs.into_iter().map(|(_, run)| run).collect()
}

/// What is to be known of a cluster to tell whether the next belongs to the same run.
#[derive(Clone, Copy)]
struct Neighbour {
    end: f32,
    span: usize,
    from_the_right: bool,
    text: (usize, usize),
}

impl Neighbour {
    fn of(cluster: &Cluster) -> Self {
        Self {
            end: cluster.x + cluster.advance,
            span: cluster.span,
            from_the_right: cluster.from_the_right,
            text: (cluster.text.start, cluster.text.end),
        }
    }

    fn is_followed_by(self, next: &Cluster) -> bool {
        let is_next_in_text = if self.from_the_right {
            next.text.end == self.text.0
        } else {
            next.text.start == self.text.1
        };
        (next.x - self.end).abs() < 0.01
            && next.span == self.span
            && next.from_the_right == self.from_the_right
            && is_next_in_text
    }
}

/// Tells whether a cluster stands where the word that was read so far goes on.
fn is_next_to(word: &Word, cluster: &Cluster) -> bool {
    let gap = if word.from_the_right {
        cluster.x + cluster.advance - word.x
    } else {
        cluster.x - word.end
    };
    word.from_the_right == cluster.from_the_right && gap.abs() < 0.01
}

/// Finds the words of a line and where each begins on the left. What is written from another side is a
/// word of its own.
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
        let end = cluster.x + cluster.advance;
        match words.last_mut() {
            Some(word) if open && word.style == cluster.style && is_next_to(word, cluster) => {
                word.text.end = word.text.end.max(cluster.text.end);
                word.x = word.x.min(cluster.x);
                word.end = word.end.max(end);
            }
            _ => words.push(Word {
                x: cluster.x,
                end,
                style: cluster.style,
                from_the_right: cluster.from_the_right,
                text: cluster.text.clone(),
                spaced,
            }),
        }
        open = true;
        spaced = false;
    }
    words
}
