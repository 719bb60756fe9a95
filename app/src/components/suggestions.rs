//! The list of suggestions under a field. The field stays an ordinary text field: what is typed is never
//! changed but by choosing, by keys or by a tap. What is offered is decided in `state/reference`.

use crate::i18n::{CvLanguage, Key, format, plural, text};
use crate::platform::arrival::Arrival;
use crate::platform::clock;
use crate::platform::combobox::{Act, Combobox};
use crate::state::client::use_client;
use crate::state::reference::finding::{Finder, Suggestion, SuggestionKind};
use crate::state::reference::pressing::Pressing;
use crate::state::reference::suggestion_list::SuggestionList;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How long after a key press is looked for what fits: the letter is on screen first.
const SEARCH_AFTER_MS: u32 = 20;
/// How long after the last key press screen readers say how many there are.
const SPEAK_AFTER_MS: u32 = 800;

/// How long after the field was left by a key the list goes.
const CLOSE_AFTER_MS: u32 = 50;

/// A field that is to have suggestions, of whatever document it is.
pub struct SuggestedField {
    /// The `id` of its input.
    pub id: String,
    /// What is offered.
    pub kind: SuggestionKind,
    /// Returns in which language.
    pub language: Box<dyn Fn() -> CvLanguage + Send + Sync>,
    /// Writes what was chosen.
    pub choose: Box<dyn Fn(&str) + Send + Sync>,
}

/// A field with suggestions.
#[derive(Clone, Copy)]
struct Suggesting {
    wanted: StoredValue<SuggestedField>,
    list: RwSignal<SuggestionList>,
    reference: StoredValue<Reference, LocalStorage>,
    field: StoredValue<Option<Combobox>, LocalStorage>,
    pending: StoredValue<Pending, LocalStorage>,
    pressing: StoredValue<Pressing>,
}

/// What is looked through.
enum Reference {
    /// Not asked for yet, or not to be had.
    Unasked,
    Coming,
    There(Finder),
}

/// What is still to happen.
#[derive(Default)]
struct Pending {
    /// The list is searched, or closed.
    _list: Option<clock::Timer>,
    /// Screen readers say how many there are.
    _spoken: Option<clock::Timer>,
    /// What was typed before the data were there.
    typed: Option<String>,
    /// A list may yet open.
    search: Option<Arrival>,
}

/// Draws the suggestions of a field, and makes a combobox of the field once it is on the page.
pub fn suggestions(field: SuggestedField) -> AnyView {
    let list_id = list_id(&field.id);
    let suggesting = Suggesting {
        wanted: StoredValue::new(field),
        list: RwSignal::new(SuggestionList::default()),
        reference: StoredValue::new_local(Reference::Unasked),
        field: StoredValue::new_local(None),
        pending: StoredValue::new_local(Pending::default()),
        pressing: StoredValue::new(Pressing::default()),
    };
    suggesting.attach();
    let shown = Memo::new(move |_| suggesting.list.with(|list| list.shown().to_vec()));
    view! {
            <ul
                class="suggestions"
                id=list_id
                role="listbox"
                aria-label=text(Key::SuggestionsLabel)
                hidden=move || !suggesting.list.with(SuggestionList::is_open)
                // The field keeps the focus, and a phone its keyboard.
                on:mousedown=|event| event.prevent_default()
            >
                {move || suggesting.options(shown.get())}
            </ul>
    }
    .into_any()
}

fn list_id(field: &str) -> String {
    format!("{field}-suggestions")
}

impl Suggesting {
    /// Returns the `id` of the field.
    fn id(self) -> String {
        self.wanted.with_value(|wanted| wanted.id.clone())
    }

    fn option_id(self, number: usize) -> String {
        format!("{}-suggestion-{number}", self.id())
    }

    fn attach(self) {
        self.follow_pointer();
        Effect::new(move |_| {
            let act = move |act| self.act(act);
            let field = Combobox::attach(&self.id(), &list_id(&self.id()), act);
            if field.as_ref().is_some_and(Combobox::has_focus) {
                self.prepare();
            }
            self.field.set_value(field);
        });
        Effect::new(move |_| {
            let (is_open, active) = self.list.with(|list| (list.is_open(), list.active()));
            let active_id = active.map(|number| self.option_id(number));
            self.field.with_value(|field| {
                if let Some(field) = field {
                    field.describe(is_open, active_id.as_deref());
                }
            });
        });
    }

    fn options(self, shown: Vec<Suggestion>) -> Vec<AnyView> {
        let shown = shown.into_iter().enumerate();
        shown
            .map(|(number, suggestion)| self.option(number, suggestion))
            .collect()
    }

    fn option(self, number: usize, suggestion: Suggestion) -> AnyView {
        let Suggestion { text, detail } = suggestion;
        let chosen = text.clone();
        let is_active = move || self.list.with(|list| list.active() == Some(number));
        view! {
            <li
                id=self.option_id(number)
                role="option"
                aria-selected=move || if is_active() { "true" } else { "false" }
                on:click=move |_| self.choose(&chosen)
            >
                <span>{text}</span>
                {detail.map(|detail| view! { <small>{detail}</small> })}
            </li>
        }
        .into_any()
    }

    fn act(self, act: Act) -> bool {
        let Some(is_open) = self.list.try_with_untracked(SuggestionList::is_open) else {
            return false;
        };
        match act {
            Act::Arrived => {
                self.prepare();
                return false;
            }
            Act::Typed(typed) => {
                self.search_soon(typed);
                return false;
            }
            Act::Left => {
                self.leave();
                return false;
            }
            Act::Down if is_open => self.list.update(SuggestionList::go_down),
            Act::Up if is_open => self.list.update(SuggestionList::go_up),
            Act::Down => self.field.with_value(|field| {
                if let Some(field) = field {
                    self.search_soon(field.text());
                }
            }),
            Act::Escape if is_open => self.close(),
            Act::Enter => {
                let active = self
                    .list
                    .with_untracked(|list| list.active_text().map(str::to_owned));
                return active.map(|text| self.choose(&text)).is_some();
            }
            Act::Up | Act::Escape => return false,
        }
        true
    }

    /// Has at hand what is looked through, before the first letter.
    fn prepare(self) {
        let is_unasked = self
            .reference
            .with_value(|reference| matches!(reference, Reference::Unasked));
        if !is_unasked {
            return;
        }
        self.reference.set_value(Reference::Coming);
        let (kind, language) = self
            .wanted
            .with_value(|wanted| (wanted.kind, (wanted.language)()));
        spawn_local(async move {
            let finder = kind.finder(language).await;
            let reference = finder.map_or(Reference::Unasked, Reference::There);
            // The person may have gone elsewhere meanwhile.
            let _ = self.reference.try_set_value(reference);
            let typed = self
                .pending
                .try_update_value(|pending| pending.typed.take());
            if let Some(Some(typed)) = typed {
                self.search(&typed);
            }
        });
    }

    fn search_soon(self, typed: String) {
        let search = clock::after(SEARCH_AFTER_MS, move || self.search(&typed));
        self.pending.set_value(Pending {
            _list: Some(search),
            search: Some(Arrival::begin()),
            ..Pending::default()
        });
    }

    fn search(self, typed: &str) {
        let found = self.reference.try_with_value(|reference| match reference {
            Reference::There(finder) => Ok(finder.find(typed)),
            Reference::Coming => Err(Some(typed.to_owned())),
            Reference::Unasked => Err(None),
        });
        match found {
            None => {} // The field has gone.
            Some(Ok(found)) => self.offer(typed, found),
            Some(Err(Some(typed))) => self
                .pending
                .update_value(|pending| pending.typed = Some(typed)),
            Some(Err(None)) => self.pending.set_value(Pending::default()),
        }
    }

    fn offer(self, typed: &str, found: Vec<Suggestion>) {
        self.list.update(|list| list.offer(typed, found));
        let search = self
            .pending
            .try_update_value(|pending| pending.search.take());
        let count = self.list.with_untracked(|list| list.shown().len());
        if count == 0 {
            return;
        }
        request_animation_frame(move || {
            self.reveal();
            drop(search);
        });
        let spoken = clock::after(SPEAK_AFTER_MS, move || {
            let words = plural(Key::SuggestionsCount, count);
            use_client().toasts.announce(words);
        });
        self.pending
            .update_value(|pending| pending._spoken = Some(spoken));
    }

    fn reveal(self) {
        let is_held = self
            .pressing
            .try_with_value(|pressing| pressing.is_elsewhere());
        if is_held != Some(false) {
            return;
        }
        let _ = self.field.try_with_value(|field| {
            if let Some(field) = field {
                field.reveal(&list_id(&self.id()));
            }
        });
    }

    fn close(self) {
        self.pending.set_value(Pending::default());
        self.list.update(SuggestionList::close);
    }

    /// Hears when a pointer is pressed and let go, wherever it is.
    fn follow_pointer(self) {
        let pressed = window_event_listener(leptos::ev::pointerdown, move |event| {
            let is_elsewhere = self.field.with_value(|field| {
                let field = field.as_ref();
                field.is_none_or(|field| !field.is_within(&event, &list_id(&self.id())))
            });
            self.pressing
                .update_value(|pressing| pressing.press(is_elsewhere));
            if is_elsewhere {
                self.pending.set_value(Pending::default());
            }
        });
        let lifted = window_event_listener(leptos::ev::pointerup, move |_| {
            self.let_go(Pressing::lift);
        });
        let given_up = window_event_listener(leptos::ev::pointercancel, move |_| {
            self.let_go(Pressing::give_up);
        });
        on_cleanup(move || {
            for listener in [pressed, lifted, given_up] {
                listener.remove();
            }
        });
    }

    fn let_go(self, ends: fn(&mut Pressing) -> bool) {
        if self.pressing.try_update_value(ends) == Some(true) {
            self.close_after(0);
        }
    }

    fn leave(self) {
        if self.pressing.try_update_value(Pressing::leave) == Some(true) {
            self.close_after(CLOSE_AFTER_MS);
        }
    }

    /// Closes a little later: a click must end where it began.
    fn close_after(self, milliseconds: u32) {
        let close = clock::after(milliseconds, move || {
            let _ = self.list.try_update(SuggestionList::close);
        });
        self.pending.set_value(Pending {
            _list: Some(close),
            ..Pending::default()
        });
    }

    fn choose(self, chosen: &str) {
        self.field.with_value(|field| {
            if let Some(field) = field {
                field.put(chosen);
            }
        });
        self.wanted.with_value(|wanted| (wanted.choose)(chosen));
        self.close();
        let words = format(Key::SuggestionsChosen, &[("name", chosen)]);
        use_client().toasts.announce(words);
    }
}
