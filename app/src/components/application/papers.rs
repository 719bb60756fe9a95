//! Choosing CV and letter of an application, and the way to what was sent.

use super::words::paper_words;
use crate::components::letter::words::letter_name;
use crate::i18n::{Key, format, moment, text};
use crate::pages::with_editor::cv_name;
use crate::state::application::{ApplicationEditor, Paper};
use crate::state::client::use_client;
use crate::state::letter::letters;
use leptos::prelude::*;

/// Draws the choice of a paper: those on this device that are not in the bin, and the one that is chosen.
pub fn paper_choice(
    id: String,
    paper: Paper,
    chosen: Signal<String>,
    choose: impl Fn(String) + 'static,
) -> AnyView {
    let options = move || {
        let chosen = chosen.get();
        let mut options = offered(paper, &chosen);
        if !chosen.is_empty() && options.iter().all(|(id, _)| *id != chosen) {
            options.push((chosen.clone(), text(Key::ApplicationPaperElsewhere)));
        }
        options.push((String::new(), text(no_paper(paper))));
        let options = options.into_iter().map(|(id, words)| {
            let selected = id == chosen;
            view! {
                <option value=id selected=selected>
                    {words}
                </option>
            }
        });
        options.collect::<Vec<_>>()
    };
    view! {
        <div class="field">
            <label for=id.clone()>{text(paper_words(paper))}</label>
            <select id=id on:change=move |event| choose(event_target_value(&event))>
                {options}
            </select>
        </div>
    }
    .into_any()
}

fn no_paper(paper: Paper) -> Key {
    match paper {
        Paper::Cv => Key::ApplicationFieldNoCv,
        Paper::Letter => Key::ApplicationFieldNoLetter,
    }
}

/// The papers that can be chosen: their identities and names.
fn offered(paper: Paper, chosen: &str) -> Vec<(String, String)> {
    let workspace = use_client().workspace;
    match paper {
        Paper::Cv => {
            let cvs = workspace.summaries.get().into_iter();
            cvs.filter(|cv| !cv.removed || cv.id.to_string() == chosen)
                .map(|cv| (cv.id.to_string(), cv_name(&cv.title, &cv.full_name)))
                .collect()
        }
        Paper::Letter => {
            let letters = letters(workspace);
            let in_bin = letters.removed.into_iter();
            let in_bin = in_bin.filter(|letter| letter.id.to_string() == chosen);
            letters
                .kept
                .into_iter()
                .chain(in_bin)
                .map(|letter| {
                    let name = letter_name(&letter.title, &letter.company, &letter.role);
                    (letter.id.to_string(), name)
                })
                .collect()
        }
    }
}

/// Returns what a paper that an application names is called, as far as it is on this device.
pub fn paper_name(paper: Paper, id: &str) -> String {
    let mut offered = offered(paper, id).into_iter();
    match offered.find(|(known, _)| known == id) {
        Some((_, name)) => name,
        None if id.is_empty() => text(no_paper(paper)),
        None => text(Key::ApplicationPaperElsewhere),
    }
}

/// Draws the way to what was sent, if something was.
pub fn sent_line(editor: ApplicationEditor, paper: Paper) -> AnyView {
    let revision = editor.revision();
    let sent = Memo::new(move |_| {
        revision.track();
        untrack(|| editor.sent_paper(paper))
    });
    let drawn = move || {
        let sent = sent.get();
        sent.is_known().then(|| {
            let when = sent.version.map(|version| moment(version.last_ms));
            let written = when.map(|when| format(Key::ApplicationSentWritten, &[("when", &when)]));
            view! {
                <p data-sent=paper.code()>
                    <a
                        href=format!("/applications/{}/sent/{}", editor.id(), paper.code())
                        class="text-link"
                        data-action="open-sent"
                    >
                        {text(open_words(paper))}
                    </a>
                    {written.map(|written| view! { <span class="field-hint">{written}</span> })}
                </p>
            }
        })
    };
    drawn.into_any()
}

fn open_words(paper: Paper) -> Key {
    match paper {
        Paper::Cv => Key::ApplicationOpenSentCv,
        Paper::Letter => Key::ApplicationOpenSentLetter,
    }
}
