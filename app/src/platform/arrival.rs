//! What is still on its way to the page: code, data, suggestions. While something is, what stands on
//! the screen may yet move, and `<html data-arriving>` says so.

use super::page;
use std::cell::Cell;

thread_local! {
    static UNDER_WAY: Cell<usize> = const { Cell::new(0) };
}

/// Something on its way, for as long as this lives.
#[derive(Debug)]
pub struct Arrival(());

impl Arrival {
    /// Takes note that something is on its way.
    pub fn begin() -> Self {
        count(|under_way| under_way + 1);
        Self(())
    }
}

impl Drop for Arrival {
    fn drop(&mut self) {
        count(|under_way| under_way.saturating_sub(1));
    }
}

fn count(change: impl Fn(usize) -> usize) {
    let under_way = UNDER_WAY.with(|cell| {
        cell.set(change(cell.get()));
        cell.get()
    });
    let value = (under_way > 0).then_some("");
    page::set_root_attribute("data-arriving", value);
}
