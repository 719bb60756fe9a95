//! What happened in a simulated world, line by line: two runs of a seed must have the same.

use std::cell::RefCell;
use std::fmt::Arguments;
use std::rc::Rc;

/// A record of what happened. Clones write into the same record.
#[derive(Debug, Clone, Default)]
pub(super) struct Trace(Rc<RefCell<Vec<String>>>);

impl Trace {
    /// Adds a line.
    pub(super) fn note(&self, line: Arguments<'_>) {
        self.0.borrow_mut().push(line.to_string());
    }

    /// Returns all lines.
    pub(super) fn lines(&self) -> Vec<String> {
        self.0.borrow().clone()
    }
}
