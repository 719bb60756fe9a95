//! The pictures of the guided way: one stroke each, for who reads little. They are never read aloud.

use leptos::prelude::*;

/// Head and shoulders.
pub const PERSON: &str = "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8M4 20a8 8 0 0 1 16 0";
/// A receiver.
pub const PHONE: &str =
    "M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a1 1 0 0 1-1 1A16 16 0 0 1 4 5a1 1 0 0 1 1-1";
/// A house.
pub const HOUSE: &str = "M4 11l8-7 8 7M6 10v10h12V10M10 20v-6h4v6";
/// A lens.
pub const LENS: &str = "M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14M16 16l4 4";
/// A case.
pub const CASE: &str = "M4 8h16v11H4zM9 8V5h6v3M4 13h16";
/// A heart.
pub const HEART: &str = "M12 20s-7-4.5-7-10a4 4 0 0 1 7-2.5A4 4 0 0 1 19 10c0 5.5-7 10-7 10";
/// A graduate's cap.
pub const CAP: &str = "M2 9l10-5 10 5-10 5zM6 11v5c3 3 9 3 12 0v-5M22 9v6";
/// A badge with ribbons.
pub const BADGE: &str = "M12 14a5 5 0 1 0 0-10 5 5 0 0 0 0 10M9 13l-2 7 5-2.5 5 2.5-2-7";
/// Two people talking.
pub const BUBBLES: &str = "M3 5h11v8H8l-4 3v-3H3zM17 9h4v8h-1v3l-4-3h-5v-1";
/// A car.
pub const CAR: &str = "M4 16v-4l2-5h12l2 5v4zM7 16v3M17 16v3M4 12h16";
/// A clock.
pub const CLOCK: &str = "M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16M12 8v4l3 2";
/// A star.
pub const STAR: &str = "M12 4l2.4 5 5.6.8-4 3.9.9 5.5-4.9-2.6-4.9 2.6.9-5.5-4-3.9 5.6-.8z";
/// A pencil.
pub const PENCIL: &str = "M4 20l1-5L16 4l4 4L9 19z";
/// A page.
pub const PAGE: &str = "M6 3h9l4 4v14H6zM14 3v5h5M9 12h6M9 16h6";
/// A flag at the end of a way.
pub const FLAG: &str = "M6 21V4h12l-3 4 3 4H6";
/// A loudspeaker.
pub const SPEAKER: &str = "M4 10v4h3l5 4V6L7 10zM16 9a4 4 0 0 1 0 6M18.5 6.5a8 8 0 0 1 0 11";
/// A square.
pub const STOP: &str = "M7 7h10v10H7z";

/// Draws a picture.
pub fn picture(path: &'static str) -> AnyView {
    view! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
            <path d=path></path>
        </svg>
    }
    .into_any()
}
