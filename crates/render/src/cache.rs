//! Keeps shaped paragraphs between calls, so that one edit shapes one paragraph.

use crate::fonts::FontSet;
use crate::paragraph::{Paragraph, Span};
use crate::shaper::Shaper;
use crate::writing_direction::Direction;
use std::collections::HashMap;
use std::rc::Rc;

/// How many calls a paragraph is kept after its last use: undo finds it again.
const CALLS_KEPT: u32 = 24;

/// How often characters are taken out before a glyph is left out.
const ATTEMPTS: usize = 3;

type Key = (Vec<Span>, u32, Direction);

struct Entry {
    paragraph: Rc<Paragraph>,
    missing: Vec<String>,
    last_used: u32,
}

/// A shaper that remembers.
pub(crate) struct ParagraphCache {
    shaper: Shaper,
    entries: HashMap<Key, Entry>,
    call: u32,
}

impl ParagraphCache {
    pub(crate) fn new() -> Self {
        Self {
            shaper: Shaper::new(),
            entries: HashMap::new(),
            call: 0,
        }
    }

    /// Begins a call: forgets what was not used for long.
    pub(crate) fn begin_call(&mut self) {
        self.call = self.call.wrapping_add(1);
        let call = self.call;
        self.entries
            .retain(|_, entry| call.wrapping_sub(entry.last_used) <= CALLS_KEPT);
    }

    /// Forgets everything, as needed when fonts change.
    pub(crate) fn clear(&mut self) {
        self.entries.clear();
    }

    /// Returns the paragraph in lines no wider than `width` points, and the clusters that no font
    /// could show and that were left out.
    pub(crate) fn paragraph(
        &mut self,
        fonts: &mut FontSet,
        spans: Vec<Span>,
        width: f32,
        direction: Direction,
    ) -> (Rc<Paragraph>, Vec<String>) {
        let key = (spans, width.to_bits(), direction);
        if let Some(entry) = self.entries.get_mut(&key) {
            entry.last_used = self.call;
            return (Rc::clone(&entry.paragraph), entry.missing.clone());
        }
        let (paragraph, missing) = self.shape(fonts, &key.0, width, direction);
        let paragraph = Rc::new(paragraph);
        self.entries.insert(
            key,
            Entry {
                paragraph: Rc::clone(&paragraph),
                missing: missing.clone(),
                last_used: self.call,
            },
        );
        (paragraph, missing)
    }

    /// Shapes; where a font lacks a cluster after all (a mark over a letter), takes it out and
    /// shapes again, so that no gap stays.
    fn shape(
        &mut self,
        fonts: &mut FontSet,
        spans: &[Span],
        width: f32,
        direction: Direction,
    ) -> (Paragraph, Vec<String>) {
        let mut shaped = self.shaper.shape(fonts, spans, width, direction);
        let mut spans = spans.to_vec();
        let mut missing = Vec::new();
        for _ in 0..ATTEMPTS {
            if shaped.missing.is_empty() {
                break;
            }
            for cluster in std::mem::take(&mut shaped.missing) {
                if cluster.trim().is_empty() {
                    continue;
                }
                for span in &mut spans {
                    span.text = span.text.replace(&cluster, base_of(&cluster));
                }
                missing.push(cluster);
            }
            shaped = self.shaper.shape(fonts, &spans, width, direction);
        }
        missing.dedup();
        (shaped.paragraph, missing)
    }
}

/// Returns the letter without its marks, if there is one that stays.
fn base_of(cluster: &str) -> &str {
    let mut boundaries = cluster.char_indices().skip(1);
    match (cluster.chars().next(), boundaries.next()) {
        (Some(first), Some((end, _))) if first.is_alphanumeric() => &cluster[..end],
        _ => "",
    }
}
