//! What is to be done today, above the list of applications, and whether this device reminds of it.

use super::words::{application_name, due_words};
use crate::components::button::Button;
use crate::i18n::{Key, text};
use crate::platform::focus;
use crate::platform::notifications::{self, Permission};
use crate::state::application::{Applications, DueStep, Reminding, due_steps, watch};
use crate::state::day::today;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What keeps the focus when a button of the reminders goes.
const REMINDERS: &str = "reminders";

/// Draws the steps that are due; nothing while there are none.
pub fn due_list(lists: Memo<Applications>) -> AnyView {
    let due = Memo::new(move |_| lists.with(|lists| due_steps(&lists.kept, today())));
    let drawn = move || {
        let due = due.get();
        (!due.is_empty()).then(|| {
            let lines: Vec<AnyView> = due.into_iter().map(line).collect();
            view! {
                <section class="notice" data-kind="warning" data-due-steps="">
                    <h2 class="notice-title">{text(Key::RemindersDue)}</h2>
                    <ul>{lines}</ul>
                </section>
            }
        })
    };
    drawn.into_any()
}

fn line(step: DueStep) -> AnyView {
    let what = step.application.next_step.what.trim().to_owned();
    view! {
        <li>
            <a href=format!("/applications/{}", step.id) class="text-link">
                {application_name(&step.application)}
            </a>
            <br />
            {(!what.is_empty()).then(|| format!("{what} "))}
            <strong>{due_words(step.due)}</strong>
        </li>
    }
    .into_any()
}

/// Draws whether this device reminds, and the ways to change that.
pub fn reminders() -> AnyView {
    watch();
    let chosen = RwSignal::new(Reminding::chosen());
    let permission = RwSignal::new(notifications::permission());
    let choose = move |reminding: Reminding| {
        reminding.choose();
        chosen.set(reminding);
    };
    let is_on = Memo::new(move |_| chosen.get() != Reminding::Off);
    let drawn = move || match (permission.get(), is_on.get()) {
        (Permission::NotPossible, _) => hint(Key::RemindersNotPossible),
        (Permission::Refused, _) => hint(Key::RemindersRefused),
        (Permission::Granted, true) => on(chosen, choose),
        _ => off(permission, choose),
    };
    let state = move || match (chosen.get(), permission.get()) {
        (_, Permission::NotPossible) => "not-possible",
        (_, Permission::Refused) => "refused",
        (Reminding::Discreet, Permission::Granted) => "discreet",
        (Reminding::Named, Permission::Granted) => "named",
        _ => "off",
    };
    view! {
        <details class="card more" data-reminders=state>
            <summary id=REMINDERS>{text(Key::RemindersTitle)}</summary>
            <div class="stack">{drawn}</div>
        </details>
    }
    .into_any()
}

fn hint(words: Key) -> AnyView {
    view! { <p>{text(words)}</p> }.into_any()
}

fn off(permission: RwSignal<Permission>, choose: impl Fn(Reminding) + Copy + 'static) -> AnyView {
    let begin = move || {
        focus::focus_soon(REMINDERS.to_owned());
        spawn_local(async move {
            let answer = notifications::ask().await;
            if answer == Permission::Granted {
                choose(Reminding::Discreet);
            }
            permission.try_set(answer);
        });
    };
    view! {
        <p>{text(Key::RemindersExplain)}</p>
        <div class="card-actions">
            {Button::secondary("begin-reminders", Key::RemindersBegin).draw(begin)}
        </div>
    }
    .into_any()
}

fn on(chosen: RwSignal<Reminding>, choose: impl Fn(Reminding) + Copy + 'static) -> AnyView {
    let name = move |event| match event_target_checked(&event) {
        true => choose(Reminding::Named),
        false => choose(Reminding::Discreet),
    };
    let end = move || {
        focus::focus_soon(REMINDERS.to_owned());
        choose(Reminding::Off);
    };
    view! {
        <p>{text(Key::RemindersOn)}</p>
        <label class="checkbox-row">
            <input
                type="checkbox"
                id="reminders-named"
                prop:checked=move || chosen.get() == Reminding::Named
                on:change=name
            />
            <span>{text(Key::RemindersWithNames)}</span>
        </label>
        <div class="card-actions">
            {Button::secondary("end-reminders", Key::RemindersEnd).draw(end)}
        </div>
    }
    .into_any()
}
