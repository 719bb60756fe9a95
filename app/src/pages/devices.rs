//! The page on devices: use on another one, enter a code, the list, the recovery code.

use super::joining::joining;
use super::offering::offering;
use crate::components::page_frame::{PageFrame, PageTitle};
use crate::components::problem_text::problem_notice;
use crate::i18n::{Key, day, format, text};
use crate::platform::accounts::Device;
use crate::platform::{focus, page};
use crate::state::client::use_client;
use crate::state::linking::{Joining, grouped_code};
use crate::state::linking_driver::{Linking, use_linking};
use crate::state::workspace::Phase;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The dialog that asks before a device is withdrawn.
const WITHDRAW_DIALOG: &str = "withdraw-dialog";

/// Draws the page on devices.
pub fn devices_page() -> AnyView {
    let linking = use_linking();
    let phase = use_client().workspace.phase;
    Effect::new(move |_| {
        if phase.get() == Phase::Ready {
            linking.load_devices();
        }
    });
    view! {
        <PageFrame title=text(Key::DevicesTitle)>
            <PageTitle words=text(Key::DevicesTitle) />
            <p class="lead">{text(Key::DevicesExplain)}</p>
            {move || problem_notice(linking.problem.get())}
            {move || linking.devices.get().map(|devices| device_list(linking, devices))}
            // Before the store is open nothing can be bound to an account.
            {move || (phase.get() == Phase::Ready).then(|| cards(linking))}
        </PageFrame>
    }
    .into_any()
}

/// A device that is linked has no use for another device's code.
fn is_alone_or_joining(linking: Linking) -> bool {
    linking.devices.with(Option::is_none) || linking.joining.get() != Joining::Idle
}

fn cards(linking: Linking) -> AnyView {
    view! {
        {offering(linking)}
        {move || is_alone_or_joining(linking).then(|| joining(linking))}
        {recovery(linking)}
    }
    .into_any()
}

fn device_list(linking: Linking, devices: Vec<Device>) -> AnyView {
    let to_withdraw = RwSignal::new(None::<Device>);
    let rows: Vec<AnyView> = devices
        .into_iter()
        .map(|device| device_row(to_withdraw, device))
        .collect();
    view! {
        <section class="stack" data-devices="">
            <h2>{text(Key::DevicesListTitle)}</h2>
            <ul class="device-list">{rows}</ul>
            {withdraw_dialog(linking, to_withdraw)}
        </section>
    }
    .into_any()
}

fn device_row(to_withdraw: RwSignal<Option<Device>>, device: Device) -> AnyView {
    let name = device.name.clone();
    let label = format(Key::DevicesWithdrawNamed, &[("device", &name)]);
    let seen = format(
        Key::DevicesLastSeen,
        &[("when", &day(&device.last_seen_day))],
    );
    let is_this = device.this_device;
    let ask = move |_| {
        to_withdraw.set(Some(device.clone()));
        page::open_dialog(WITHDRAW_DIALOG);
    };
    view! {
        <li>
            <div>
                <strong>{name}</strong>
                {is_this
                    .then(|| view! { " " <span class="badge">{text(Key::DevicesThisDevice)}</span> })}
                <p class="device-meta">{seen}</p>
            </div>
            <button
                type="button"
                class="button button-secondary"
                data-action="withdraw-device"
                aria-label=label
                on:click=ask
            >
                {text(Key::DevicesWithdraw)}
            </button>
        </li>
    }
    .into_any()
}

fn withdraw_dialog(linking: Linking, to_withdraw: RwSignal<Option<Device>>) -> AnyView {
    let question = move || {
        let name = to_withdraw.with(|device| device.as_ref().map(|device| device.name.clone()));
        format(
            Key::DevicesWithdrawAsk,
            &[("device", &name.unwrap_or_default())],
        )
    };
    let withdraw = move |_| {
        page::close_dialog(WITHDRAW_DIALOG);
        if let Some(device) = to_withdraw.get_untracked() {
            linking.withdraw(device.device);
        }
        focus::focus_soon("page-title".to_owned());
    };
    view! {
        <dialog class="dialog" id=WITHDRAW_DIALOG aria-labelledby="withdraw-title">
            <h2 id="withdraw-title">{question}</h2>
            <p>{text(Key::DevicesWithdrawExplain)}</p>
            <div class="dialog-actions">
                <button
                    type="button"
                    class="button button-secondary"
                    data-action="cancel-dialog"
                    on:click=move |_| page::close_dialog(WITHDRAW_DIALOG)
                >
                    {text(Key::ActionCancel)}
                </button>
                <button
                    type="button"
                    class="button button-danger"
                    data-action="confirm-withdraw"
                    on:click=withdraw
                >
                    {text(Key::DevicesWithdraw)}
                </button>
            </div>
        </dialog>
    }
    .into_any()
}

fn recovery(linking: Linking) -> AnyView {
    view! {
        <section class="card stack" id="recovery" tabindex="-1" data-recovery="">
            <h2>{text(Key::DevicesRecovery)}</h2>
            {move || match linking.recovery_code.get() {
                Some(code) => recovery_code(&code),
                None => recovery_button(linking),
            }}
        </section>
        {move || {
            linking.devices.with(Option::is_none).then(|| recover_form(linking))
        }}
    }
    .into_any()
}

fn recovery_button(linking: Linking) -> AnyView {
    view! {
        <p>{text(Key::DevicesRecoveryExplain)}</p>
        <button
            type="button"
            class="button button-secondary"
            data-action="make-recovery-code"
            on:click=move |_| {
                linking.make_recovery_code();
                focus::focus_soon("recovery".to_owned());
            }
        >
            {text(Key::DevicesRecoveryButton)}
        </button>
    }
    .into_any()
}

fn recovery_code(code: &str) -> AnyView {
    let shown = grouped_code(code);
    let copied = shown.clone();
    let copy = move |_| {
        let (code, toasts) = (copied.clone(), use_client().toasts);
        spawn_local(async move {
            if page::copy(&code).await {
                toasts.show(text(Key::ActionCopied));
            }
        });
    };
    view! {
        <p role="status">{text(Key::DevicesRecoveryShown)}</p>
        <output class="link-code link-code-small" id="recovery-code">
            {shown}
        </output>
        <div class="button-row">
            <button type="button" class="button button-secondary" data-action="copy-recovery-code" on:click=copy>
                {text(Key::ActionCopy)}
            </button>
            <button
                type="button"
                class="button button-secondary"
                data-action="print-recovery-code"
                on:click=|_| page::print()
            >
                {text(Key::ActionPrint)}
            </button>
        </div>
    }
    .into_any()
}

fn recover_form(linking: Linking) -> AnyView {
    let typed = RwSignal::new(String::new());
    view! {
        <details class="card">
            <summary>{text(Key::DevicesRecover)}</summary>
            <form
                class="stack"
                on:submit=move |event| {
                    event.prevent_default();
                    linking.recover(&typed.get_untracked());
                }
            >
                <p>{text(Key::DevicesRecoverExplain)}</p>
                <div class="field">
                    <label for="recover-code">{text(Key::DevicesRecoverLabel)}</label>
                    <input
                        id="recover-code"
                        type="text"
                        autocomplete="off"
                        autocapitalize="characters"
                        spellcheck="false"
                        on:input=move |event| typed.set(event_target_value(&event))
                    />
                </div>
                <button type="submit" class="button button-primary" data-action="recover">
                    {text(Key::DevicesRecoverButton)}
                </button>
            </form>
        </details>
    }
    .into_any()
}
