//! How large the pages are shown: buttons, keys, two fingers, two taps.

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
    /// Whether a finger touched last: two taps of it are for the size.
    by_finger: RwSignal<bool>,
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
        if by_finger.get_untracked() {
            let point = (f64::from(event.client_x()), f64::from(event.client_y()));
            size.set(size.now().toggled(), Some(point));
        }
    };
    let on_down = move |event: PointerEvent| {
        by_finger.set(event.pointer_type() == "touch");
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
    let is_least = Memo::new(move |_| zoom.get().is_least());
    let is_greatest = Memo::new(move |_| zoom.get().is_greatest());
    view! {
        <div class="preview-tools" role="group" aria-label=text(Key::PreviewZoom)>
            {zoom_button("zoom-out", Key::PreviewZoomOut, "−", is_least, move || size.set(size.now().smaller(), None))}
            <output class="preview-percent" data-zoom=move || zoom.get().percent()>
                {percent}
            </output>
            {zoom_button("zoom-in", Key::PreviewZoomIn, "+", is_greatest, move || size.set(size.now().larger(), None))}
        </div>
    }
    .into_any()
}

fn zoom_button(
    action: &'static str,
    words: Key,
    sign: &'static str,
    is_off: Memo<bool>,
    act: impl Fn() + 'static,
) -> AnyView {
    view! {
        <button
            type="button"
            class="button button-icon"
            data-action=action
            aria-label=text(words)
            disabled=move || is_off.get()
            on:click=move |_| act()
        >
            <span aria-hidden="true">{sign}</span>
        </button>
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
