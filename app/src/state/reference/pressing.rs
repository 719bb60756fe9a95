//! When a list of suggestions closes. A press elsewhere must end where it began, or it is no click: until
//! the pointer is let go nothing below the field may move.

/// What a pointer does while a field with suggestions is on the page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Pressing {
    is_pressed: bool,
    is_elsewhere: bool,
    is_left: bool,
}

impl Pressing {
    /// A pointer was pressed, on the field and its list or elsewhere.
    pub fn press(&mut self, is_elsewhere: bool) {
        *self = Self {
            is_pressed: true,
            is_elsewhere,
            is_left: false,
        };
    }

    /// The focus left the field; tells whether the list may close without waiting for the pointer.
    pub fn leave(&mut self) -> bool {
        self.is_left = true;
        !self.is_pressed
    }

    /// The pointer was let go; tells whether the list closes. A button need not take the focus from the
    /// field (WebKit), so a press elsewhere is enough.
    pub fn lift(&mut self) -> bool {
        let before = std::mem::take(self);
        before.is_pressed && (before.is_elsewhere || before.is_left)
    }

    /// The browser made something else of the press, such as scrolling; tells whether the list closes.
    pub fn give_up(&mut self) -> bool {
        let before = std::mem::take(self);
        before.is_pressed && before.is_left
    }

    /// Tells whether something else is being pressed, so that nothing may move.
    pub fn is_elsewhere(self) -> bool {
        self.is_pressed && self.is_elsewhere
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_button_that_is_pressed_stays_where_it_is_until_the_pointer_is_let_go() {
        let mut pressing = Pressing::default();
        pressing.press(true);
        assert!(!pressing.leave(), "the list closes under the finger");
        assert!(pressing.is_elsewhere());
        assert!(pressing.lift());
        assert!(!pressing.is_elsewhere());
    }

    #[test]
    fn a_press_on_what_takes_no_focus_closes_the_list_too() {
        let mut pressing = Pressing::default();
        pressing.press(true);
        assert!(pressing.lift());
    }

    #[test]
    fn the_list_stays_while_one_taps_in_it_or_in_its_field() {
        let mut pressing = Pressing::default();
        pressing.press(false);
        assert!(!pressing.is_elsewhere());
        assert!(!pressing.lift());
    }

    #[test]
    fn scrolling_to_see_the_list_leaves_it_open() {
        let mut pressing = Pressing::default();
        pressing.press(true);
        assert!(!pressing.give_up());
        assert!(!pressing.lift(), "the press has ended");
    }

    #[test]
    fn a_field_left_by_a_key_closes_its_list_without_a_pointer() {
        assert!(Pressing::default().leave());
    }
}
