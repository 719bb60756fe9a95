//! A list of entries: add, move by buttons or by dragging, delete with a way back. The focus follows
//! what the person did, so that keyboards and screen readers stay where they were.

use super::entry_fields::{entry_fields, entry_title, first_field, more_fields};
use super::field_facts::field_id;
use super::icon::{Icon, icon};
use super::on_demand::when_there;
use crate::i18n::{Key, format, text};
use crate::platform::focus;
use crate::state::client::use_client;
use crate::state::cv_editor::CvEditor;
use approdo_document::ItemView;
use approdo_domain::{ItemId, Section};
use leptos::prelude::*;

/// The entries of one section, and the button that adds one.
#[component]
pub fn EntryList(
    /// The CV.
    editor: CvEditor,
    /// Which list.
    section: Section,
) -> impl IntoView {
    let items = editor.items(section);
    let add = move |_| {
        let item = editor.add_entry(section);
        focus::focus_soon(field_id(first_field(section, item)));
    };
    let (label, action) = add_words(section);
    view! {
        <ol class="entry-list">
            <For
                each=move || items.get()
                key=|item| (item.id, item.returned)
                children=move |item| entry(editor, section, item)
            />
        </ol>
        <button type="button" class="add-entry" id=add_id(section) data-action=action on:click=add>
            {icon(Icon::Add)}
            {text(label)}
        </button>
        {when_there(move |tools| (tools.beside_list)(editor, section))}
    }
    .into_any()
}

fn entry(editor: CvEditor, section: Section, item: ItemView) -> AnyView {
    let title = entry_title(editor, section, item.id);
    let id = item.id;
    // The buttons do the same until the handle is there; its place is kept.
    let handle = view! {
        <span class="drag-place">
            {when_there(move |tools| (tools.drag_handle)(editor, section, id))}
        </span>
    }
    .into_any();
    let actions = actions(editor, section, item.id, title);
    let returned = item.returned.then(|| {
        view! { <p class="notice" data-kind="info">{text(Key::EntryReturned)}</p> }
    });
    let fields = entry_fields(editor, section, item.id);
    let more = more_fields(editor, section, item.id);
    // A skill is one line: a heading above it would only repeat it.
    let content = if section == Section::Skills {
        view! {
            <div class="entry-heading">{handle} {fields} {actions}</div>
            {returned}
            <div class="entry-body">{more}</div>
        }
        .into_any()
    } else {
        view! {
            <div class="entry-heading">
                {handle}
                <h3>{move || title.get()}</h3>
                {actions}
            </div>
            {returned}
            <div class="entry-body">{fields} {more}</div>
        }
        .into_any()
    };
    view! { <li class="entry" data-entry=item.id.to_string()>{content}</li> }.into_any()
}

fn actions(editor: CvEditor, section: Section, item: ItemId, title: Memo<String>) -> AnyView {
    let items = editor.items(section);
    let place = Memo::new(move |_| {
        items.with(|items| {
            let index = items.iter().position(|view| view.id == item);
            (index.unwrap_or(0), items.len())
        })
    });
    let up_disabled = Memo::new(move |_| place.get().0 == 0);
    let down_disabled = Memo::new(move |_| place.get().0 + 1 >= place.get().1);
    let named = move |key| move || title.with(|title| format(key, &[("name", title)]));
    let shift = move |up: bool| {
        let (index, count) = place.get_untracked();
        let to = if up {
            index.saturating_sub(1)
        } else {
            index + 1
        };
        editor.move_entry(section, item, to);
        let at_edge = if up { to == 0 } else { to + 1 >= count };
        let word = if up != at_edge {
            "move-up"
        } else {
            "move-down"
        };
        focus::focus_soon(format!("{word}-{item}"));
        announce_move(&title.get_untracked(), to + 1, count);
    };
    view! {
        <div class="entry-actions">
            {action("move-up", item, Icon::Up, named(Key::ActionMoveUpNamed), up_disabled, move || shift(true))}
            {action("move-down", item, Icon::Down, named(Key::ActionMoveDownNamed), down_disabled, move || shift(false))}
            {action(
                "delete",
                item,
                Icon::Delete,
                named(Key::ActionDeleteNamed),
                Memo::new(|_| false),
                move || delete(editor, section, item, &title.get_untracked()),
            )}
        </div>
    }
    .into_any()
}

fn action(
    word: &'static str,
    item: ItemId,
    shape: Icon,
    label: impl Fn() -> String + Send + Sync + 'static,
    disabled: Memo<bool>,
    act: impl Fn() + 'static,
) -> AnyView {
    view! {
        <button
            type="button"
            class="button button-icon"
            id=format!("{word}-{item}")
            data-action=word
            aria-label=label
            disabled=move || disabled.get()
            on:click=move |_| act()
        >
            {icon(shape)}
        </button>
    }
    .into_any()
}

/// Has screen readers say where an entry stands now.
pub fn announce_move(name: &str, position: usize, total: usize) {
    let (position, total) = (position.to_string(), total.to_string());
    let values = [("name", name), ("position", &position), ("total", &total)];
    use_client()
        .toasts
        .announce(format(Key::EntryMoved, &values));
}

/// Deletes an entry, offers to bring it back, and puts the focus on the one that follows.
fn delete(editor: CvEditor, section: Section, item: ItemId, name: &str) {
    let items = editor.items(section).get_untracked();
    let index = items.iter().position(|view| view.id == item).unwrap_or(0);
    let neighbour = items
        .get(index + 1)
        .or_else(|| items.get(index.checked_sub(1)?));
    let next = neighbour.map_or_else(
        || add_id(section).to_owned(),
        |view| field_id(first_field(section, view.id)),
    );
    editor.delete_entry(section, item);
    focus::focus_soon(next);
    let restore = move || {
        editor.restore_entry(section, item);
        focus::focus_soon(field_id(first_field(section, item)));
    };
    use_client()
        .toasts
        .offer_undo(format(Key::EntryDeleted, &[("name", name)]), restore);
}

fn add_id(section: Section) -> &'static str {
    add_words(section).1
}

fn add_words(section: Section) -> (Key, &'static str) {
    match section {
        Section::Phones => (Key::ActionAddPhone, "add-phone"),
        Section::Experience => (Key::ActionAddExperience, "add-experience"),
        Section::Education => (Key::ActionAddEducation, "add-education"),
        Section::Languages => (Key::ActionAddLanguage, "add-language"),
        Section::Skills => (Key::ActionAddSkill, "add-skill"),
        Section::Certificates => (Key::ActionAddCertificate, "add-certificate"),
        Section::Publications => (Key::ActionAddPublication, "add-publication"),
        Section::References => (Key::ActionAddReference, "add-reference"),
        Section::OwnSections => (Key::ActionAddOwnSection, "add-own-section"),
    }
}
