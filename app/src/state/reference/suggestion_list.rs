//! The suggestions under a field: which are shown, and which one the arrow keys are at. It never
//! changes what is typed; only choosing does, and that is the person's.

use super::finding::Suggestion;

/// The suggestions under a field.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SuggestionList {
    shown: Vec<Suggestion>,
    active: Option<usize>,
    is_open: bool,
}

impl SuggestionList {
    /// Shows what was found for a text. Nothing is shown if it only repeats what is typed.
    pub fn offer(&mut self, typed: &str, found: Vec<Suggestion>) {
        let repeats = matches!(found.as_slice(), [only] if only.text == typed.trim());
        self.is_open = !found.is_empty() && !repeats;
        self.shown = found;
        self.active = None;
    }

    /// Takes the list away; what was found is forgotten.
    pub fn close(&mut self) {
        *self = Self::default();
    }

    /// Goes one down; after the last comes the field itself, then the first.
    pub fn go_down(&mut self) {
        if self.is_open {
            self.active = match self.active {
                None => Some(0),
                Some(place) if place + 1 < self.shown.len() => Some(place + 1),
                Some(_) => None,
            };
        }
    }

    /// Goes one up; before the first comes the field itself, then the last.
    pub fn go_up(&mut self) {
        if self.is_open {
            self.active = match self.active {
                None => self.shown.len().checked_sub(1),
                Some(place) => place.checked_sub(1),
            };
        }
    }

    /// Tells whether the list is on screen.
    pub fn is_open(&self) -> bool {
        self.is_open
    }

    /// Returns what is offered, the best first.
    pub fn shown(&self) -> &[Suggestion] {
        match self.is_open {
            true => &self.shown,
            false => &[],
        }
    }

    /// Returns which suggestion the arrow keys are at.
    pub fn active(&self) -> Option<usize> {
        self.active
    }

    /// Returns the suggestion that the arrow keys are at.
    pub fn active_text(&self) -> Option<&str> {
        let active = self.shown().get(self.active?)?;
        Some(&active.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn offered(texts: &[&str], typed: &str) -> SuggestionList {
        let found = texts.iter().map(|text| Suggestion {
            text: (*text).to_owned(),
            detail: None,
        });
        let mut list = SuggestionList::default();
        list.offer(typed, found.collect());
        list
    }

    #[test]
    fn nothing_is_chosen_before_a_key_says_so() {
        let list = offered(&["Cuoco", "Cuoca"], "cuo");
        assert!(list.is_open());
        assert_eq!(list.active_text(), None);
    }

    #[test]
    fn arrows_go_round_and_pass_the_field() {
        let mut list = offered(&["Cuoco", "Cuoca"], "cuo");
        let mut seen = Vec::new();
        for _ in 0..4 {
            list.go_down();
            seen.push(list.active());
        }
        assert_eq!(seen, [Some(0), Some(1), None, Some(0)]);
        list.go_up();
        assert_eq!(list.active(), None);
        list.go_up();
        assert_eq!(list.active_text(), Some("Cuoca"));
    }

    #[test]
    fn what_is_typed_already_is_not_offered_again() {
        assert!(!offered(&["Crema (CR)"], "Crema (CR) ").is_open());
        assert!(offered(&["Crema (CR)", "Cremella (LC)"], "Crema (CR)").is_open());
        assert!(!offered(&[], "xyz").is_open());
    }

    #[test]
    fn other_letters_begin_at_the_field_again() {
        let mut list = offered(&["Cuoco", "Cuoca"], "cuo");
        list.go_down();
        list.offer("cuoc", list.shown().to_vec());
        assert_eq!(list.active(), None);
    }

    #[test]
    fn a_closed_list_offers_nothing() {
        let mut list = offered(&["Cuoco"], "cuo");
        list.close();
        list.go_down();
        assert_eq!((list.shown().len(), list.active()), (0, None));
    }
}
