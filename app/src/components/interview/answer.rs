//! One's own answer to a question: the STAR steps, what the CV offers for them, and how sure one feels.

use super::answer_versions::{earlier_wordings, steps_read};
use super::inspirations::inspiration_list;
use super::words::sureness_words;
use crate::components::button::Button;
use crate::components::field::TextField;
use crate::components::field_facts::field_id;
use crate::components::icon::Icon;
use crate::i18n::{Key, text};
use crate::platform::focus;
use crate::state::client::use_client;
use crate::state::practice::{
    AskedQuestion, Home, PracticeEditor, answers_elsewhere, begin_answer, home_of_answer,
    say_sureness, sureness,
};
use approdo_domain::practice::{Answer, AnswerField, PracticePlace, STAR, Sureness};
use leptos::prelude::*;

/// Draws the answer to a question.
pub fn answer(practices: Memo<Vec<Home>>, question: AskedQuestion) -> AnyView {
    let item = question.item;
    let home = Memo::new(move |_| practices.with(|all| home_of_answer(all, item)));
    let is_written = Memo::new(move |_| {
        practices.with(|all| {
            let mut answers = all.iter().filter_map(|(_, practice)| practice.answer(item));
            answers.any(|answer| answer.steps_written() > 0)
        })
    });
    // Once the fields are there they stay, also while they are emptied.
    let open = RwSignal::new(false);
    Effect::new(move |_| {
        if is_written.get() {
            open.set(true);
        }
    });
    let asked = question.clone();
    let begin = move || {
        practices.with_untracked(|all| begin_answer(use_client().workspace, all, &asked));
        open.set(true);
        let first = PracticePlace::Answer(item, AnswerField::Situation);
        focus::focus_soon(field_id(first));
    };
    let shown = move || match (open.get(), home.get()) {
        (true, Some(id)) => steps(PracticeEditor::new(use_client().workspace, id), &question),
        _ => Button::primary("write-answer", Key::InterviewWriteAnswer)
            .with_icon(Icon::Edit)
            .draw(begin.clone()),
    };
    view! {
        <section class="stack" data-answer="">
            <h2>{text(Key::InterviewYourAnswer)}</h2>
            {shown}
            {move || elsewhere(practices.with(|all| answers_elsewhere(all, item)))}
        </section>
    }
    .into_any()
}

fn steps(editor: PracticeEditor, question: &AskedQuestion) -> AnyView {
    let item = question.item;
    let fields = STAR.map(|step| {
        let place = PracticePlace::Answer(item, step);
        view! { <TextField editor place /> }
    });
    view! {
        <p class="field-hint">{text(Key::InterviewStarHint)}</p>
        {inspiration_list(editor, item)}
        {Vec::from(fields)}
        {earlier_wordings(editor, item)}
    }
    .into_any()
}

/// Answers to the same question that were written in another practice, before the devices knew of each other.
fn elsewhere(answers: Vec<Answer>) -> Vec<AnyView> {
    let drawn = answers.into_iter().map(|answer| {
        view! {
            <div class="card" data-answer-elsewhere="">
                <h3>{text(Key::InterviewAnswerElsewhere)}</h3>
                {steps_read(&answer)}
            </div>
        }
        .into_any()
    });
    drawn.collect()
}

/// Draws how sure one feels of the answer.
pub fn sureness_choice(practices: Memo<Vec<Home>>, question: AskedQuestion) -> AnyView {
    let item = question.item;
    let said = Memo::new(move |_| practices.with(|all| sureness(all, item)));
    let cards = Sureness::ALL.map(|sure| {
        let asked = question.clone();
        let say = move |_| {
            practices.with_untracked(|all| {
                say_sureness(use_client().workspace, all, &asked, sure);
            });
        };
        view! {
            <label class="choice-card">
                <input
                    type="radio"
                    name="sureness"
                    value=sure.code()
                    prop:checked=move || said.get() == Some(sure)
                    on:change=say
                />
                <span>{text(sureness_words(sure))}</span>
            </label>
        }
    });
    view! {
        <fieldset class="choice-list" data-sureness="">
            <legend class="field-label">{text(Key::InterviewSure)}</legend>
            {Vec::from(cards)}
        </fieldset>
    }
    .into_any()
}
