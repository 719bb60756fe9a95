//! The guided way of a letter: one question a screen, then the draft, phrase by phrase.

use crate::components::button::Button;
use crate::components::choice_field::ChoiceField;
use crate::components::field::TextField;
use crate::components::guided::{ReadAloud, picture};
use crate::components::icon::Icon;
use crate::components::letter::drafted::Drafted;
use crate::components::letter::phrase_card::phrase_card;
use crate::components::letter::words::step_words;
use crate::components::page_frame::{PageFrame, PageTitle};
use crate::i18n::{Key, format, text};
use crate::state::client::use_client;
use crate::state::letter::{LetterEditor, LetterStep, LetterWay};
use approdo_domain::letter::{
    AddresseeField, ExportObstacle, Letter, LetterField, LetterPlace, WantedField,
};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use std::rc::Rc;

type Navigate = Rc<dyn Fn(&str)>;

/// A person at one step.
#[derive(Clone, Copy)]
struct Walk {
    editor: LetterEditor,
    step: LetterStep,
    drafted: Drafted,
    /// The letter as it was when the step came on screen.
    before: StoredValue<Letter>,
    navigate: StoredValue<Navigate, LocalStorage>,
}

/// Draws the step of that word; the first question for others.
pub fn guided_page(editor: LetterEditor, code: &str) -> AnyView {
    let letter = untrack(|| editor.letter());
    let way = LetterWay::of(letter.letter_form());
    let step = way.found(code);
    let is_draft = step == LetterStep::Draft;
    let go = use_navigate();
    let navigate: Navigate = Rc::new(move |address| go(address, Default::default()));
    let walk = Walk {
        editor,
        step,
        drafted: Drafted::fetch(editor, move |drafting| {
            if is_draft {
                drafting.fill();
            }
        }),
        before: StoredValue::new(letter.clone()),
        navigate: StoredValue::new_local(navigate),
    };
    Effect::new(move |_| use_client().offline.begin());
    let title = text(step_words(step).0);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        walk.leave_for(walk.way().next(step));
    };
    view! {
        <PageFrame title=title class="guided">
            {top(walk, &way)}
            <form
                class="guided-question"
                novalidate
                data-question=step.code()
                on:submit=submit
            >
                {heading(step)}
                <div class="guided-answer">{answer(walk, &letter)}</div>
                {bar(walk, &way)}
            </form>
        </PageFrame>
    }
    .into_any()
}

impl Walk {
    fn way(self) -> LetterWay {
        LetterWay::of(untrack(|| self.editor.letter()).letter_form())
    }

    /// Shows another step; phrases of the draft follow the answer first.
    fn leave_for(self, step: Option<LetterStep>) {
        let Some(step) = step else { return };
        self.editor.commit();
        if let Some(drafting) = untrack(|| self.drafted.get()) {
            self.before.with_value(|before| drafting.follow(before));
        }
        let address = format!("/letters/{}/guided/{}", self.editor.id(), step.code());
        self.navigate.with_value(|navigate| navigate(&address));
    }
}

/// How far one is, and the way to the same letter in the editor.
fn top(walk: Walk, way: &LetterWay) -> AnyView {
    let (number, total) = way.progress(walk.step);
    let [number, total] = [number.to_string(), total.to_string()];
    let words = format(
        Key::GuidedProgress,
        &[("number", &number), ("total", &total)],
    );
    view! {
        <div class="guided-top">
            <p id="guided-progress">{words}</p>
            <progress
                class="progress"
                max=total
                value=number
                aria-labelledby="guided-progress"
            ></progress>
            <a
                href=format!("/letters/{}", walk.editor.id())
                class="text-link"
                data-action="open-editor"
            >
                {text(Key::GuidedToEditor)}
            </a>
        </div>
    }
    .into_any()
}

fn heading(step: LetterStep) -> AnyView {
    let (title, hint) = step_words(step);
    let (title, hint) = (text(title), text(hint));
    let aloud = format!("{title} {hint}");
    let shape = match step {
        LetterStep::Draft => picture::PAGE,
        LetterStep::Question(LetterPlace::Addressee(_)) => picture::HOUSE,
        LetterStep::Question(LetterPlace::Wanted(WantedField::Role)) => picture::CASE,
        LetterStep::Question(LetterPlace::Wanted(_)) => picture::LENS,
        LetterStep::Question(_) => picture::PENCIL,
    };
    view! {
        <div class="guided-heading">
            <span class="guided-picture">{picture::picture(shape)}</span>
            <PageTitle words=title />
        </div>
        <div class="guided-help">
            <p>{hint}</p>
            <ReadAloud words=aloud />
        </div>
    }
    .into_any()
}

fn answer(walk: Walk, letter: &Letter) -> AnyView {
    let editor = walk.editor;
    match walk.step {
        LetterStep::Draft => draft(walk, letter),
        LetterStep::Question(place @ LetterPlace::Addressee(_)) => {
            let person = LetterPlace::Addressee(AddresseeField::Person);
            let form = LetterPlace::Addressee(AddresseeField::Form);
            let name = editor.text(person).text;
            let is_named = Memo::new(move |_| name.with(|name| !name.trim().is_empty()));
            view! {
                <TextField editor place />
                <TextField editor place=person />
                {move || is_named.get().then(|| view! { <ChoiceField editor place=form /> })}
            }
            .into_any()
        }
        LetterStep::Question(place @ LetterPlace::Wanted(WantedField::Source)) => view! {
            <TextField editor place />
            <TextField editor place=LetterPlace::Wanted(WantedField::Reference) />
        }
        .into_any(),
        LetterStep::Question(place) => view! { <TextField editor place /> }.into_any(),
    }
}

/// The phrases of the draft, and what is still missing.
fn draft(walk: Walk, letter: &Letter) -> AnyView {
    let (editor, drafted, form) = (walk.editor, walk.drafted, letter.letter_form());
    let fields = LetterField::COMPOSED.into_iter();
    let cards: Vec<AnyView> = fields
        .filter(|field| form.has(LetterPlace::Text(*field)))
        .map(|field| phrase_card(editor, drafted, field))
        .collect();
    let status = Memo::new(move |_| {
        editor.keystrokes().track();
        let letter = untrack(|| editor.letter());
        text(match letter.export_obstacle() {
            Some(ExportObstacle::OpenBlanks(_)) => Key::LetterDraftOpenBlanks,
            Some(ExportObstacle::NothingWritten) => Key::LetterDraftNothing,
            None => Key::LetterDraftComplete,
        })
    });
    view! {
        {move || drafted.not_loaded(|drafting| drafting.fill())}
        <ul class="entry-list" role="list" data-draft="">
            {cards}
        </ul>
        <p role="status" data-draft-status="">
            {status}
        </p>
        <p>
            <a
                href=format!("/letters/{}", editor.id())
                class="text-link"
                data-action="change-all"
            >
                {text(Key::LetterDraftChangeAll)}
            </a>
        </p>
    }
    .into_any()
}

/// The ways back and on, where a thumb reaches them.
fn bar(walk: Walk, way: &LetterWay) -> AnyView {
    let back = way.back(walk.step).map(|step| {
        Button::secondary("guided-back", Key::GuidedBack)
            .with_icon(Icon::Back)
            .draw(move || walk.leave_for(Some(step)))
    });
    let on = match way.next(walk.step) {
        Some(_) => view! {
            <button
                type="submit"
                class="button button-primary"
                id="guided-next"
                data-action="guided-next"
            >
                {text(Key::GuidedNext)}
            </button>
        }
        .into_any(),
        None => {
            let check = format!("/letters/{}/check", walk.editor.id());
            view! {
                <a href=check class="button button-primary" data-action="open-check">
                    {text(Key::LetterCheckTitle)}
                </a>
            }
            .into_any()
        }
    };
    view! { <div class="guided-bar">{back} {on}</div> }.into_any()
}
