//! Opening a letter from a file: choose, see the parts that were recognised and what was not, make a letter of it.

use crate::components::button::Button;
use crate::components::icon::{Icon, icon};
use crate::components::letter::import_report::{import_report, refusal_words};
use crate::components::page_frame::{PageFrame, PageTitle};
use crate::i18n::{Key, text};
use crate::pages::with_editor::cv_name;
use crate::platform::focus;
use crate::state::client::use_client;
use crate::state::letter::importing::{self, Found, Opening, Refusal};
use crate::state::workspace::Phase;
use leptos::prelude::*;
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
    let is_busy = move || phase.get() != Phase::Ready || opening.with(|it| *it == Opening::Reading);
    let create = creation();
    view! {
        <PageFrame title=text(Key::LetterImportOpen)>
            <PageTitle words=text(Key::LetterImportOpen) />
            <p>{text(Key::LetterImportExplain)}</p>
            <p>
                <button
                    type="button"
                    class="button button-primary"
                    data-action="choose-file"
                    disabled=is_busy
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

/// Makes the letter and goes to its editor.
fn creation() -> impl Fn(&Found) + Clone + 'static {
    let navigate = use_navigate();
    move |found: &Found| {
        let id = importing::take_over(found);
        navigate(&format!("/letters/{id}"), Default::default());
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
    let taken = found.clone();
    let cv = importing::cv_beside().map(|cv| cv_name(&cv.title, &cv.full_name));
    view! {
        <section class="card stack" data-found="" tabindex="-1" id=OUTCOME>
            {import_report(found, cv)}
            <p>
                {Button::primary("create-letter", Key::LetterImportCreate)
                    .draw(move || create(&taken))}
            </p>
        </section>
    }
    .into_any()
}
