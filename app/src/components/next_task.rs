//! Drawing in two tasks instead of one, while the page is still arriving: a tap is answered between them.

use crate::platform::arrival::Arrival;
use crate::platform::clock;
use crate::state::client::use_client;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Draws what stands below the first screen: at once where the person comes from another page, whose place
/// on it the browser may be about to restore; in a task of its own on arrival.
pub fn below_first_screen(draw: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    if use_client().offline.has_begun() {
        return draw();
    }
    let is_due = RwSignal::new(false);
    spawn_local(async move {
        let _arrival = Arrival::begin();
        clock::wait(0).await;
        // The person may have gone elsewhere meanwhile.
        is_due.try_set(true);
    });
    (move || is_due.get().then(&draw)).into_any()
}
