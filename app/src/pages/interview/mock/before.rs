//! The mock interviews that were held before, and the way to the recordings.

use crate::components::interview::mock_words::mock_name;
use crate::i18n::{self, Key, text};
use crate::state::client::use_client;
use crate::state::practice::mock::mocks;
use crate::state::practice::practices;
use leptos::prelude::*;

/// Lists the interviews that were held before, and leads to the recordings.
pub fn before() -> AnyView {
    let workspace = use_client().workspace;
    let held = Memo::new(move |_| mocks(&practices(workspace)));
    let list = move || {
        let held = held.get();
        if held.is_empty() {
            return ().into_any();
        }
        let rows = held.into_iter().map(|(home, mock)| {
            let address = format!("/interview/mock/{home}/{}", mock.id);
            view! {
                <li>
                    <a href=address data-mock=mock.id.to_string()>
                        <span>
                            {mock_name(&mock)}
                            <span class="choice-hint">{i18n::day(&mock.date.0)}</span>
                        </span>
                    </a>
                </li>
            }
        });
        let rows: Vec<_> = rows.collect();
        view! {
            <details class="card" data-action="before">
                <summary>{text(Key::MockBefore)}</summary>
                <ul class="choice-list">{rows}</ul>
            </details>
        }
        .into_any()
    };
    view! {
        {list}
        <p>
            <a href="/interview/mock/recordings" class="text-link" data-action="recordings">
                {text(Key::MockRecordings)}
            </a>
        </p>
    }
    .into_any()
}
