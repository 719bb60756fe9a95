//! What keeps a letter from going out: each open blank with the way to it, or that nothing is written yet.

use crate::components::field_place::{FieldPlace, field_facts};
use crate::i18n::{Key, format, text};
use crate::state::client::use_client;
use crate::state::jump::{Jump, utf16_range};
use crate::state::letter::LetterEditor;
use approdo_domain::letter::{ExportObstacle, LetterPlace, OpenBlank};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

/// How many signs before a blank are shown with it.
const SIGNS_BEFORE: usize = 40;

/// Returns what keeps a letter here, following it.
pub fn obstacle_of(editor: LetterEditor) -> Memo<Option<ExportObstacle>> {
    let keystrokes = editor.keystrokes();
    Memo::new(move |_| {
        keystrokes.track();
        untrack(|| editor.letter()).export_obstacle()
    })
}

/// Draws what keeps a letter here.
pub fn obstacle_notice(editor: LetterEditor, obstacle: &ExportObstacle) -> AnyView {
    let content = match obstacle {
        ExportObstacle::OpenBlanks(blanks) => {
            let rows: Vec<AnyView> = blanks.iter().map(|blank| row(editor, blank)).collect();
            view! {
                <p class="notice-title">{text(Key::LetterSendBlanks)}</p>
                <ul class="entry-list" role="list">
                    {rows}
                </ul>
            }
            .into_any()
        }
        ExportObstacle::NothingWritten => view! {
            <p class="notice-title">{text(Key::LetterDraftNothing)}</p>
            <a
                href=format!("/letters/{}/guided", editor.id())
                class="button button-primary"
                data-action="open-guided"
            >
                {text(Key::LetterSendBegin)}
            </a>
        }
        .into_any(),
    };
    view! {
        <div class="notice" data-kind="warning" data-export-obstacle="">
            {content}
        </div>
    }
    .into_any()
}

/// One blank: where it is, the words before it, and the way there.
fn row(editor: LetterEditor, blank: &OpenBlank) -> AnyView {
    let (place, range) = (blank.place, blank.range.clone());
    let name = text(field_facts(place).label);
    let shown = editor.shown(place);
    let words = words_before(&shown, range.start);
    let label = format(Key::LetterSendGoNamed, &[("part", &name)]);
    let navigate = use_navigate();
    let go = move |_| {
        use_client().jumps.ask(Jump {
            selected: Some(utf16_range(&shown, &range)),
            ..place.way()
        });
        navigate(&LetterPlace::editor_address(editor), Default::default());
    };
    view! {
        <li>
            <p>
                <strong>{name}</strong>
                {format!(": {words}")}
            </p>
            <button
                type="button"
                class="button button-secondary"
                data-action="go-to-field"
                aria-label=label
                on:click=go
            >
                {text(Key::LetterSendGo)}
            </button>
        </li>
    }
    .into_any()
}

/// Returns the end of the line up to a blank, with the blank.
fn words_before(shown: &str, blank: usize) -> String {
    let before = shown.get(..blank).unwrap_or_default();
    let line = before
        .lines()
        .next_back()
        .filter(|_| !before.ends_with('\n'));
    let line = line.unwrap_or_default();
    let signs = line.chars().count();
    let end: String = line
        .chars()
        .skip(signs.saturating_sub(SIGNS_BEFORE))
        .collect();
    // A word that was cut in two says nothing.
    let end = match signs > SIGNS_BEFORE {
        true => end.split_once(' ').map_or("", |(_, rest)| rest),
        false => end.as_str(),
    };
    format!("{end}…")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blank_is_shown_with_the_words_before_it() {
        let text = "Buongiorno.\nLe scrivo da … per il lavoro.";
        let blank = text.find('…').unwrap();
        assert_eq!(words_before(text, blank), "Le scrivo da …");
        assert_eq!(words_before("…", 0), "…");
        let long = format!("{} parola …", "lunghissima ".repeat(9));
        let blank = long.find('…').unwrap();
        let shown = words_before(&long, blank);
        assert!(shown.ends_with("lunghissima  parola …"), "{shown}");
        assert!(shown.chars().count() <= SIGNS_BEFORE + 1);
    }
}
