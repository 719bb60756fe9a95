//! What needs the phrases of letters, which may still be on their way: said while they come, and when they
//! do not.

use crate::components::button::Button;
use crate::i18n::{Key, text};
use crate::platform::arrival::Arrival;
use crate::state::letter::{Drafting, LetterEditor};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The phrases of a letter on their way, and then there.
#[derive(Debug, Clone, Copy)]
pub struct Drafted {
    editor: LetterEditor,
    /// None while they are on their way; then the phrases, or that they are not to be had.
    pub state: RwSignal<Option<Result<Drafting, ()>>, LocalStorage>,
}

impl Drafted {
    /// Has the phrases fetched; `there` is told once, when they are there.
    pub fn fetch(editor: LetterEditor, there: impl Fn(&Drafting) + 'static) -> Self {
        let drafted = Self {
            editor,
            state: RwSignal::new_local(None),
        };
        drafted.begin(there);
        drafted
    }

    /// Returns the phrases, once they are there, following them.
    pub fn get(self) -> Option<Drafting> {
        self.state.get()?.ok()
    }

    fn begin(self, there: impl Fn(&Drafting) + 'static) {
        let arrival = Arrival::begin();
        spawn_local(async move {
            let _arrival = arrival;
            let drafting = Drafting::of(self.editor).await;
            // The person may have gone elsewhere meanwhile.
            if self.state.try_with_untracked(|_| ()).is_none() {
                return;
            }
            if let Some(drafting) = &drafting {
                there(drafting);
            }
            self.state.set(Some(drafting.ok_or(())));
        });
    }

    /// Says that the phrases are not to be had, and tries again on the person's word.
    pub fn not_loaded(self, there: impl Fn(&Drafting) + Clone + 'static) -> Option<AnyView> {
        let is_missing = matches!(self.state.get(), Some(Err(())));
        is_missing.then(|| {
            let retry = move || {
                self.state.set(None);
                self.begin(there.clone());
            };
            view! {
                <div class="notice" data-kind="warning" role="alert" data-phrases-missing="">
                    <p>{text(Key::LetterDraftNotLoaded)}</p>
                    {Button::secondary("retry-phrases", Key::ActionRetry).draw(retry)}
                </div>
            }
            .into_any()
        })
    }
}
