//! Dragging an entry to another place of its list, by thumb or mouse: what happens from taking it
//! up to putting it down. Where it lands is decided in `reorder.rs`.

use super::cv_editor::CvEditor;
use super::reorder::{Reorder, Slot, position_now, scroll_step};
use crate::platform::drag::{DraggedRows, Gesture, PointerEvent};
use approdo_domain::{ItemId, Section};
use leptos::prelude::*;

/// An entry of a list, which may be in a person's hand.
#[derive(Clone, Copy)]
pub struct EntryDrag {
    editor: CvEditor,
    section: Section,
    under_way: StoredValue<Option<UnderWay>, LocalStorage>,
}

/// An entry in a person's hand.
struct UnderWay {
    rows: DraggedRows,
    reorder: Reorder,
    item: ItemId,
    order: Vec<ItemId>,
    landing: usize,
}

impl UnderWay {
    /// Draws one frame; answers where the entry would land if that is elsewhere than before.
    fn draw(&mut self) -> Option<usize> {
        let (pointer, height) = self.rows.pointer_on_screen();
        self.rows.scroll_by(scroll_step(pointer, height));
        self.reorder.drag_to(self.rows.pointer_on_page());
        self.rows.draw(|index| self.reorder.shift(index));
        let before = std::mem::replace(&mut self.landing, self.reorder.landing());
        (self.landing != before).then_some(self.landing)
    }
}

impl EntryDrag {
    /// Makes an entry of a list ready to be dragged.
    pub fn new(editor: CvEditor, section: Section) -> Self {
        Self {
            editor,
            section,
            under_way: StoredValue::new_local(None),
        }
    }

    /// Takes up the entry whose handle was pressed, and draws it until it is put down. `announce`
    /// hears where it would land, counted from zero; `done`, that it stands again.
    pub fn take_up(
        self,
        event: &PointerEvent,
        item: ItemId,
        announce: impl Fn(usize) + Copy + 'static,
        done: impl Fn() + 'static,
    ) {
        let on_gesture = move |gesture| {
            match gesture {
                Gesture::Moved(pointer) => return self.follow(pointer),
                Gesture::PutDown => self.put_down(announce),
                Gesture::PutBack => self.put_back(),
            }
            done();
        };
        let Some(rows) = DraggedRows::take_up(event, on_gesture) else {
            return;
        };
        let places = rows.places().into_iter();
        let slots = places.map(|(top, height)| Slot { top, height });
        let landing = rows.held();
        if let Some(reorder) = Reorder::new(slots.collect(), landing, rows.grip()) {
            self.under_way.set_value(Some(UnderWay {
                rows,
                reorder,
                item,
                order: self.order(),
                landing,
            }));
            self.draw(announce);
        }
    }

    fn follow(self, pointer: f64) {
        self.under_way.try_update_value(|under_way| {
            if let Some(under_way) = under_way {
                under_way.rows.follow(pointer);
            }
        });
    }

    /// Puts the entry down where it is.
    fn put_down(self, announce: impl Fn(usize)) {
        let under_way = self.under_way.try_update_value(Option::take);
        let Some(Some(mut under_way)) = under_way else {
            return;
        };
        // The hand may have moved since the last frame.
        if let Some(landing) = under_way.draw() {
            announce(landing);
        }
        let (item, landing) = (under_way.item, under_way.landing);
        let position = position_now(&under_way.order, &self.order(), item, landing);
        drop(under_way); // The rows stand as usual again before their order changes.
        self.editor.move_entry(self.section, item, position);
    }

    /// Puts the entry back where it was.
    fn put_back(self) {
        self.under_way.try_update_value(Option::take);
    }

    fn order(self) -> Vec<ItemId> {
        let items = self.editor.items(self.section);
        items.with_untracked(|items| items.iter().map(|view| view.id).collect())
    }

    fn draw(self, announce: impl Fn(usize) + Copy + 'static) {
        let drawn = self
            .under_way
            .try_update_value(|under_way| under_way.as_mut().map(UnderWay::draw));
        let Some(Some(landing)) = drawn else { return };
        if let Some(landing) = landing {
            announce(landing);
        }
        request_animation_frame(move || self.draw(announce));
    }
}
