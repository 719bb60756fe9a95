//! Opening a CV from a file: choose, see what was found and what was not understood, make a CV of it.

use crate::components::icon::{Icon, icon};
use crate::components::import_report::{import_report, refusal_words};
use crate::components::page_frame::{PageFrame, PageTitle};
use crate::i18n::{Key, text};
use crate::platform::focus;
use crate::state::client::use_client;
use crate::state::importing::{self, Found, Opening, Refusal};
use crate::state::workspace::Phase;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

/// What has the focus when a file was read or refused.
const OUTCOME: &str = "import-outcome";

/// Draws the page.
pub fn import_page() -> AnyView {
    let opening = RwSignal::new(Opening::Nothing);
    let phase = use_client().workspace.phase;
    Effect::new(move |_| {
        let is_settled = opening.with(|it| matches!(it, Opening::Refused(_) | Opening::Read(_)));
        if is_settled {
            focus::focus_soon(OUTCOME.to_owned());
        }
    });
    let words = move || match opening.with(|it| *it == Opening::Nothing) {
        true => text(Key::ImportChoose),
        false => text(Key::ImportAgain),
    };
    let create = creation();
    view! {
        <PageFrame title=text(Key::ListImport)>
            <PageTitle words=text(Key::ListImport) />
            <p>{text(Key::ImportExplain)}</p>
            <p>
                <button
                    type="button"
                    class="button button-primary"
                    data-action="choose-file"
                    disabled=move || {
                        phase.get() != Phase::Ready || opening.with(|it| *it == Opening::Reading)
                    }
                    on:click=move |_| importing::choose(opening)
                >
                    {icon(Icon::Page)}
                    {words}
                </button>
            </p>
            <p role="status">{move || busy(&opening.read())}</p>
            {move || opening.with(|it| outcome(it, &create))}
        </PageFrame>
    }
    .into_any()
}

/// Makes the CV and goes to its editor.
fn creation() -> impl Fn(&Found) + Clone + 'static {
    let navigate = use_navigate();
    move |found: &Found| {
        let id = importing::take_over(found);
        navigate(&format!("/cv/{id}"), NavigateOptions::default());
    }
}

fn busy(opening: &Opening) -> String {
    match opening {
        Opening::Reading => text(Key::ImportBusy),
        _ => String::new(),
    }
}

fn outcome(opening: &Opening, create: &(impl Fn(&Found) + Clone + 'static)) -> Option<AnyView> {
    match opening {
        Opening::Nothing | Opening::Reading => None,
        Opening::Refused(refusal) => Some(refused(refusal)),
        Opening::Read(found) => Some(read(found, create.clone())),
    }
}

fn refused(refusal: &Refusal) -> AnyView {
    view! {
        <div class="notice" data-kind="error" data-refused="" role="alert" tabindex="-1" id=OUTCOME>
            <p>{refusal_words(refusal)}</p>
        </div>
    }
    .into_any()
}

fn read(found: &Found, create: impl Fn(&Found) + 'static) -> AnyView {
    let button = found.has_something().then(|| {
        let found = found.clone();
        view! {
            <p>
                <button
                    type="button"
                    class="button button-primary"
                    data-action="create-cv"
                    on:click=move |_| create(&found)
                >
                    {icon(Icon::Add)}
                    {text(Key::ImportCreate)}
                </button>
            </p>
        }
    });
    view! {
        <section class="card stack" data-found="" tabindex="-1" id=OUTCOME>
            {import_report(found)}
            {button}
        </section>
    }
    .into_any()
}
