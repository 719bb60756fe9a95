//! The pages of the mock interview: what is chosen, the interview itself, how it went, and the recordings of this device.

mod before;
mod recognition_field;
mod recordings;
mod result;
mod run;
mod setup;

use crate::pages::missing::MissingPage;
use leptos::prelude::*;

/// Draws the page of the rest of an address.
pub fn mock_page(rest: &[&str]) -> AnyView {
    match rest {
        [] => setup::setup_page(),
        ["recordings"] => recordings::recordings_page(),
        [home, mock] => match (home.parse().ok(), mock.parse().ok()) {
            (Some(home), Some(mock)) => result::result_page((home, mock)),
            _ => view! { <MissingPage /> }.into_any(),
        },
        _ => view! { <MissingPage /> }.into_any(),
    }
}
