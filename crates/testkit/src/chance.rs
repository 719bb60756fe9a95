//! Chance that repeats: the same seed gives the same draws on every machine.

use approdo_document::{DocumentId, WriterId};
use approdo_domain::ItemId;

/// A source of random draws.
#[derive(Debug, Clone)]
pub struct Chance(fastrand::Rng);

impl Chance {
    /// Makes the source of a seed.
    pub fn new(seed: u64) -> Self {
        Self(fastrand::Rng::with_seed(seed))
    }

    /// Tells true so many times in a hundred.
    pub fn percent(&mut self, percent: u32) -> bool {
        self.0.u32(0..100) < percent
    }

    /// Draws a number below a limit, which must not be zero.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0.usize(0..limit)
    }

    /// Draws any number.
    pub fn number(&mut self) -> u32 {
        self.0.u32(..)
    }

    /// Draws one of several things, of which there must be one.
    pub fn one_of<'a, T>(&mut self, things: &'a [T]) -> &'a T {
        &things[self.below(things.len())]
    }

    /// Draws a writer.
    pub fn writer(&mut self) -> WriterId {
        WriterId(self.0.u128(..).to_be_bytes())
    }

    /// Draws a document made at that time.
    pub fn document(&mut self, now_ms: u64) -> DocumentId {
        let mut random = [0; 10];
        self.0.fill(&mut random);
        DocumentId::new(now_ms, random)
    }

    /// Draws an entry of a list.
    pub fn item(&mut self) -> ItemId {
        ItemId(self.0.u64(..))
    }
}
