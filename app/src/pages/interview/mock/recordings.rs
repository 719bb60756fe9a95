//! The recordings of this device: all of them, how much room they take, for how long they stay.

use crate::components::confirmed_button::ConfirmedButton;
use crate::components::interview::frame::{interview_frame, way_back};
use crate::components::interview::recording::{SizedRecording, delete, recording_row};
use crate::i18n::{Key, format, plural, size, text};
use crate::platform::arrival::Arrival;
use crate::state::practice::mock::{
    KEPT_DAYS, choose_keep_days, keep_days, recordings, sizes, storing,
};
use approdo_store_indexeddb::StoreError;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What is known of the recordings.
#[derive(Debug, Clone, PartialEq)]
enum Shown {
    Loading,
    Failed,
    All(Vec<SizedRecording>),
}

/// Draws the recordings of this device.
pub fn recordings_page() -> AnyView {
    let shown = RwSignal::new(Shown::Loading);
    let changed = RwSignal::new(0);
    let storing = storing();
    Effect::new(move |_| {
        changed.track();
        storing.track();
        let arrival = Arrival::begin();
        spawn_local(async move {
            let _arrival = arrival;
            let read = with_sizes().await;
            // The person may have gone elsewhere meanwhile.
            shown.try_set(read.map_or(Shown::Failed, Shown::All));
        });
    });
    let list = move || match shown.get() {
        Shown::Loading => ().into_any(),
        Shown::Failed => {
            view! { <p class="notice" data-kind="error">{text(Key::MockRecordingsNotRead)}</p> }
                .into_any()
        }
        Shown::All(all) => rows(all, changed),
    };
    interview_frame(
        text(Key::MockRecordings),
        view! {
            <p>{text(Key::MockRecordingsWhere)}</p>
            {days(changed)}
            <div class="stack" data-recordings="">
                {list}
            </div>
            {way_back("/interview/mock", Key::MockTitle)}
        }
        .into_any(),
    )
}

async fn with_sizes() -> Result<Vec<SizedRecording>, StoreError> {
    let all = recordings().await?;
    let sizes = sizes(&all).await?;
    Ok(all.into_iter().zip(sizes).collect())
}

fn rows(all: Vec<SizedRecording>, changed: RwSignal<u32>) -> AnyView {
    if all.is_empty() {
        return view! { <p role="status" data-no-recordings="">{text(Key::MockRecordingsNone)}</p> }
            .into_any();
    }
    let count = plural(Key::MockRecordingsCount, all.len());
    let size = size(all.iter().map(|(_, bytes)| bytes).sum());
    let words = format(
        Key::MockRecordingsSize,
        &[("count", &count), ("size", &size)],
    );
    let numbers: Vec<u32> = all.iter().map(|(recording, _)| recording.number).collect();
    let rows = all.into_iter().map(|recording| {
        view! {
            <div class="card stack">
                <h2>{recording.0.facts.ask.clone()}</h2>
                {recording_row(recording, changed)}
            </div>
        }
    });
    let rows: Vec<_> = rows.collect();
    let button = ConfirmedButton {
        action: "delete-recordings",
        about: String::new(),
        words: Key::MockDeleteAll,
        label: None,
        sure: Key::MockDeleteConfirm,
    };
    view! {
        <p role="status" data-recordings-count=rows.len()>
            {words}
        </p>
        {rows}
        {button.draw(move || delete(numbers.clone(), Key::MockRecordingsDeleted, changed))}
    }
    .into_any()
}

/// For how many days they stay: what is chosen holds for all.
fn days(changed: RwSignal<u32>) -> AnyView {
    let kept = keep_days();
    let options = KEPT_DAYS.map(|days| {
        let words = plural(Key::MockDays, usize::from(days));
        view! {
            <option value=days.to_string() selected=days == kept>
                {words}
            </option>
        }
    });
    let choose = move |event| {
        if let Ok(days) = event_target_value(&event).parse() {
            choose_keep_days(days);
            changed.update(|count| *count += 1);
        }
    };
    view! {
        <div class="field">
            <label for="recordings-days">{text(Key::MockRecordingsKeep)}</label>
            <select id="recordings-days" on:change=choose>
                {Vec::from(options)}
            </select>
        </div>
    }
    .into_any()
}
