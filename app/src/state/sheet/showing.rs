//! Which of a sheet's codes is on screen while it is handed over.

/// The codes of a sheet, one on screen at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Showing {
    at: usize,
    total: usize,
    /// Whether they follow one another by themselves.
    pub is_playing: bool,
}

impl Showing {
    /// Begins with the first of so many; where nothing is to move, they wait for a tap.
    pub fn new(total: usize, is_calm: bool) -> Self {
        Self {
            at: 0,
            total,
            is_playing: total > 1 && !is_calm,
        }
    }

    /// Returns which code is on screen, counted from zero.
    pub fn at(self) -> usize {
        self.at
    }

    /// Goes to the next code, and after the last to the first again.
    pub fn next(&mut self) {
        self.at = (self.at + 1) % self.total.max(1);
    }

    /// Goes to the code before.
    pub fn back(&mut self) {
        self.at = (self.at + self.total.max(1) - 1) % self.total.max(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_follow_one_another_in_a_ring() {
        let mut showing = Showing::new(3, false);
        let mut seen = Vec::new();
        for _ in 0..4 {
            seen.push(showing.at());
            showing.next();
        }
        assert_eq!(seen, [0, 1, 2, 0]);
        showing.back();
        showing.back();
        assert_eq!(showing.at(), 2);
    }

    #[test]
    fn nothing_moves_by_itself_where_the_person_wants_calm_or_there_is_one_code() {
        assert!(Showing::new(3, false).is_playing);
        assert!(!Showing::new(3, true).is_playing);
        assert!(!Showing::new(1, false).is_playing);
        let mut none = Showing::new(0, false);
        none.next();
        none.back();
        assert_eq!(none.at(), 0);
    }
}
