//! A minute of calm: one sentence after the other, shown, and read aloud if one wants; a circle that breathes along,
//! unless the person prefers that nothing moves.

use crate::components::button::Button;
use crate::components::interview::frame::{interview_frame, way_back};
use crate::components::interview::loading::when_there;
use crate::i18n::{self, Key, text};
use crate::platform::speech::{self, Utterance};
use crate::state::practice::{CalmMoment, checklists, moment_at};
use approdo_catalog::{CalmMinute, CalmStep, Checklists};
use leptos::prelude::*;
use std::sync::Arc;
use std::time::Duration;

/// The minute under way.
#[derive(Clone, Copy)]
struct Minute {
    /// How many seconds have passed; none before it begins.
    second: RwSignal<Option<u32>>,
    ticking: StoredValue<Option<IntervalHandle>>,
    speaking: StoredValue<Option<Utterance>, LocalStorage>,
    aloud: RwSignal<bool>,
}

/// Draws the minute.
pub fn calm_page() -> AnyView {
    when_there(checklists, page)
}

fn page(lists: Arc<Checklists>) -> AnyView {
    let calm = lists.calm.clone();
    let minute = Minute {
        second: RwSignal::new(None),
        ticking: StoredValue::new(None),
        speaking: StoredValue::new_local(None),
        aloud: RwSignal::new(false),
    };
    on_cleanup(move || minute.stop());
    let steps = calm.steps.clone();
    let moment = Memo::new(move |_| moment_at(&steps, minute.second.get()?));
    let step = Memo::new(move |_| moment.get().map(|moment: CalmMoment| moment.step));
    follow_step(minute, step, calm.steps.clone());
    interview_frame(
        calm.title.clone(),
        view! {
            <p>{calm.before.clone()}</p>
            <p>{calm.stop.clone()}</p>
            {reading(minute)}
            {screen(minute, &calm, step, moment)}
            {way_back("/interview", Key::InterviewTitle)}
        }
        .into_any(),
    )
}

impl Minute {
    fn begin(self) {
        self.stop();
        self.second.set(Some(0));
        let tick = move || {
            // In vain once the page was left.
            let _ = self.second.try_update(|second| {
                if let Some(second) = second {
                    *second += 1;
                }
            });
        };
        self.ticking
            .set_value(set_interval_with_handle(tick, Duration::from_secs(1)).ok());
    }

    /// Stops counting and reading; what is on screen stays.
    fn stop(self) {
        let ticking = self.ticking.try_update_value(Option::take).flatten();
        if let Some(ticking) = ticking {
            ticking.clear();
        }
        let _ = self.speaking.try_update_value(Option::take);
        speech::stop();
    }
}

/// Reads each sentence when its turn comes, and stops counting after the last.
fn follow_step(minute: Minute, step: Memo<Option<usize>>, steps: Vec<CalmStep>) {
    Effect::new(move |_| {
        let present = step.get();
        if minute.second.get_untracked().is_none() {
            return;
        }
        let Some(words) = present.and_then(|step| steps.get(step)) else {
            minute.stop();
            return;
        };
        if minute.aloud.get_untracked() {
            let language = i18n::language().tag();
            let utterance = speech::speak(&words.words, language, || {});
            minute.speaking.set_value(utterance);
        }
    });
}

fn reading(minute: Minute) -> Option<AnyView> {
    speech::has_voice(i18n::language().tag()).then(|| {
        view! {
            <label class="checkbox-row">
                <input
                    type="checkbox"
                    id="calm-aloud"
                    prop:checked=move || minute.aloud.get()
                    on:change=move |event| minute.aloud.set(event_target_checked(&event))
                />
                <span>{text(Key::InterviewCalmAloud)}</span>
            </label>
        }
        .into_any()
    })
}

fn screen(
    minute: Minute,
    calm: &CalmMinute,
    step: Memo<Option<usize>>,
    moment: Memo<Option<CalmMoment>>,
) -> AnyView {
    let steps = Arc::new(calm.steps.clone());
    let named = steps.clone();
    let name = move || {
        step.get()
            .and_then(|step| Some(named.get(step)?.id.clone()))
    };
    let words = move || match (minute.second.get().is_some(), step.get()) {
        (true, Some(step)) => steps.get(step).map(|step| step.words.clone()),
        (true, None) => Some(text(Key::InterviewCalmDone)),
        (false, _) => None,
    };
    let left = move || moment.get().map(|moment| moment.left.to_string());
    let is_running = Memo::new(move |_| step.get().is_some());
    let button = move || match is_running.get() {
        false => {
            Button::primary("begin-calm", Key::InterviewCalmBegin).draw(move || minute.begin())
        }
        true => Button::secondary("stop-calm", Key::InterviewCalmStop).draw(move || {
            minute.stop();
            minute.second.set(None);
        }),
    };
    view! {
        <div class="calm stack" data-calm=name>
            <div class="calm-circle" aria-hidden="true">
                {left}
            </div>
            <p class="guided-told" role="status" aria-live="polite" data-calm-words="">
                {words}
            </p>
        </div>
        {button}
    }
    .into_any()
}
