//! Order and names of the headings, and which are not printed.

use super::field::{FlagField, TextField};
use super::icon::{Icon, icon};
use super::part::Part;
use crate::i18n::{Key, format, text};
use crate::platform::focus;
use crate::state::client::use_client;
use crate::state::cv_editor::CvEditor;
use approdo_domain::{CvPlace, Heading, HeadingField, Section};
use leptos::prelude::*;

/// Draws the headings in the order in which they are printed, each to be moved, renamed or left out.
pub fn arrangement(editor: CvEditor) -> AnyView {
    let revision = editor.revision();
    let headings = Memo::new(move |_| {
        revision.track();
        editor.cv().arrangement()
    });
    view! {
        <p class="field-hint">{text(Key::SectionArrangementHint)}</p>
        <ol class="entry-list">
            <For
                each=move || headings.get()
                key=|heading| *heading
                children=move |heading| row(editor, headings, heading)
            />
        </ol>
    }
    .into_any()
}

fn row(editor: CvEditor, headings: Memo<Vec<Heading>>, heading: Heading) -> AnyView {
    let name = heading_name(editor, heading);
    let fields = match heading {
        Heading::Own(item) => {
            let place = CvPlace::EntryHidden(Section::OwnSections, item);
            view! { <FlagField editor place /> }.into_any()
        }
        _ => view! {
            <TextField
                editor
                place=CvPlace::Heading(heading, HeadingField::Name)
                name=name
            />
            <FlagField
                editor
                place=CvPlace::Heading(heading, HeadingField::Hidden)
                name=name
            />
        }
        .into_any(),
    };
    view! {
        <li class="entry" data-heading=heading_word(heading)>
            <div class="entry-heading">
                <h3>{move || name.get()}</h3>
                <div class="entry-actions">
                    {mover(editor, headings, heading, name, true)}
                    {mover(editor, headings, heading, name, false)}
                </div>
            </div>
            <div class="entry-body">
                <details class="more">
                    <summary>{text(Key::SectionRenameOrHide)}</summary>
                    <div class="stack">{fields}</div>
                </details>
            </div>
        </li>
    }
    .into_any()
}

fn mover(
    editor: CvEditor,
    headings: Memo<Vec<Heading>>,
    heading: Heading,
    name: Memo<String>,
    up: bool,
) -> AnyView {
    let place = move || {
        headings.with(|all| {
            let index = all.iter().position(|other| *other == heading);
            (index.unwrap_or(0), all.len())
        })
    };
    let at_edge = Memo::new(move |_| {
        let (index, count) = place();
        if up { index == 0 } else { index + 1 >= count }
    });
    let (word, shape, label) = if up {
        ("move-up", Icon::Up, Key::ActionMoveUpNamed)
    } else {
        ("move-down", Icon::Down, Key::ActionMoveDownNamed)
    };
    let id = move |word: &str| format!("{word}-heading-{}", heading_word(heading));
    let shift = move |_| {
        let (index, count) = untrack(place);
        let to = if up {
            index.saturating_sub(1)
        } else {
            index + 1
        };
        editor.move_heading(heading, to);
        // A button that has gone off cannot keep the focus.
        let stays = if up { to > 0 } else { to + 1 < count };
        let other = if up { "move-down" } else { "move-up" };
        focus::focus_soon(id(if stays { word } else { other }));
        let (position, total) = ((to + 1).to_string(), count.to_string());
        let name = name.get_untracked();
        let values = [
            ("name", name.as_str()),
            ("position", &position),
            ("total", &total),
        ];
        use_client()
            .toasts
            .announce(format(Key::EntryMoved, &values));
    };
    view! {
        <button
            type="button"
            class="button button-icon"
            id=id(word)
            data-action=word
            aria-label=move || name.with(|name| format(label, &[("name", name)]))
            disabled=move || at_edge.get()
            on:click=shift
        >
            {icon(shape)}
        </button>
    }
    .into_any()
}

fn heading_word(heading: Heading) -> String {
    match heading {
        Heading::Own(item) => item.to_string(),
        _ => Part::with_heading(heading).word().to_owned(),
    }
}

/// The usual name of a heading, or the title of an own section.
fn heading_name(editor: CvEditor, heading: Heading) -> Memo<String> {
    let title = match heading {
        Heading::Own(item) => {
            let place = CvPlace::OwnSection(item, approdo_domain::OwnSectionField::Title);
            Some(editor.text(place).text)
        }
        _ => None,
    };
    Memo::new(move |_| match &title {
        Some(title) => match title.get().trim() {
            "" => text(Key::EntryNewOwnSection),
            title => title.to_owned(),
        },
        None => Part::with_heading(heading).title(),
    })
}
