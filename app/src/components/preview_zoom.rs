//! How large the pages are shown: buttons, keys, two fingers, two taps.

use super::preview_links::Destination;
use crate::i18n::{Key, format, text};
use crate::platform::zoomed::{Point, ZoomGesture, ZoomGestures, show_in_size};
use crate::state::zoom::{Pinch, Zoom};
use leptos::ev::{KeyboardEvent, MouseEvent, PointerEvent};
use leptos::prelude::*;

/// The id of what the pages stand in.
const FRAME: &str = "preview-frame";

/// The size in which pages are shown.
#[derive(Clone, Copy)]
struct Size(RwSignal<Zoom>);

impl Size {
    /// Shows the pages in another size; the point of the screen stays where it is.
    fn set(self, zoom: Zoom, point: Option<Point>) {
        if self.0.get_untracked() != zoom {
            show_in_size(FRAME, zoom.percent(), point);
            self.0.set(zoom);
        }
    }

    fn now(self) -> Zoom {
        self.0.get_untracked()
    }
}

/// The pages in the size that the person wants.
#[component]
pub fn PreviewZoom(
    /// Where taps on the pages lead; two taps are for the size.
    destination: Destination,
    /// The pages.
    children: Children,
) -> impl IntoView {
    let size = Size(RwSignal::new(Zoom::default()));
    listen(size);
    let on_key = move |event: KeyboardEvent| {
        let plain = !event.ctrl_key() && !event.meta_key() && !event.alt_key();
        if let Some(zoom) = size.now().after_key(&event.key()).filter(|_| plain) {
            event.prevent_default();
            size.set(zoom, None);
        }
    };
    let on_double = move |event: MouseEvent| {
        if destination.by_finger.get_untracked() {
            let point = (f64::from(event.client_x()), f64::from(event.client_y()));
            size.set(size.now().toggled(), Some(point));
        }
    };
    let on_down = move |event: PointerEvent| {
        destination.by_finger.set(event.pointer_type() == "touch");
    };
    view! {
        <div class="preview-zoom" on:keydown=on_key>
            {buttons(size)}
            <div class="preview-frame" id=FRAME on:dblclick=on_double on:pointerdown=on_down>
                <div class="preview-sheets">{children()}</div>
            </div>
        </div>
    }
    .into_any()
}

fn buttons(size: Size) -> AnyView {
    let zoom = size.0;
    let percent = move || {
        let percent = zoom.get().percent().to_string();
        format(Key::PreviewZoomPercent, &[("percent", &percent)])
    };
    view! {
        <div class="preview-tools" role="group" aria-label=text(Key::PreviewZoom)>
            <button
                type="button"
                class="button button-icon"
                data-action="zoom-out"
                aria-label=text(Key::PreviewZoomOut)
                disabled=move || zoom.get().is_least()
                on:click=move |_| size.set(size.now().smaller(), None)
            >
                <span aria-hidden="true">"−"</span>
            </button>
            <output class="preview-percent" data-zoom=move || zoom.get().percent()>
                {percent}
            </output>
            <button
                type="button"
                class="button button-icon"
                data-action="zoom-in"
                aria-label=text(Key::PreviewZoomIn)
                disabled=move || zoom.get().is_greatest()
                on:click=move |_| size.set(size.now().larger(), None)
            >
                <span aria-hidden="true">"+"</span>
            </button>
        </div>
    }
    .into_any()
}

/// Follows two fingers and the wheel for as long as the pages are shown.
fn listen(size: Size) {
    let gestures = StoredValue::new_local(None::<ZoomGestures>);
    let pinch = StoredValue::new(None::<Pinch>);
    Effect::new(move |_| {
        let listening = ZoomGestures::over(FRAME, move |gesture| match gesture {
            ZoomGesture::Began(distance) => {
                pinch.set_value(Some(Pinch::begin(distance, size.now())));
            }
            ZoomGesture::Moved(distance, middle) => {
                if let Some(pinch) = pinch.get_value() {
                    size.set(pinch.at(distance), Some(middle));
                }
            }
            ZoomGesture::Turned(factor, point) => {
                size.set(size.now().times(factor), Some(point));
            }
        });
        gestures.set_value(listening);
    });
    on_cleanup(move || gestures.dispose());
}
