//! One question: why it is asked, what a good answer has, examples, and one's own answer.

use crate::components::guided::read_aloud::ReadAloud;
use crate::components::interview::answer::{answer, sureness_choice};
use crate::components::interview::frame::{interview_frame, way_back};
use crate::components::interview::loading::when_there;
use crate::components::interview::question_line::belongs_to;
use crate::i18n::{Key, plural, text};
use crate::state::client::use_client;
use crate::state::practice::{AskedQuestion, asked, practices, questions, remembered, select};
use approdo_catalog::{Question, Questions};
use leptos::prelude::*;
use std::sync::Arc;

/// Draws the question of a word in the address.
pub fn question_page(word: &str) -> AnyView {
    let word = word.to_owned();
    when_there(questions, move |questions| page(&questions, &word))
}

fn page(questions: &Arc<Questions>, word: &str) -> AnyView {
    let workspace = use_client().workspace;
    let practices = Memo::new(move |_| practices(workspace));
    let known = untrack(|| practices.with(|all| asked(questions, all)));
    let Some(question) = known.iter().find(|one| one.word() == word).cloned() else {
        return missing();
    };
    let selection = remembered().get_untracked();
    let chosen = untrack(|| practices.with(|all| select(known, all, &selection)));
    let text_of = question.id.as_deref().and_then(|id| questions.question(id));
    let minutes = plural(Key::InterviewMinutes, usize::from(question.minutes));
    let about = format!("{} · {minutes}", belongs_to(&question, questions));
    let next = following(&chosen, &question);
    interview_frame(
        question.ask.clone(),
        view! {
            <div class="stack" data-question-page=question.word()>
                <p class="card-meta">{about}</p>
                <ReadAloud words=question.ask.clone() />
                {text_of.map(advice)}
                {answer(practices, question.clone())}
                {sureness_choice(practices, question.clone())}
                {next.map(next_link)}
            </div>
            {way_back("/interview/questions", Key::InterviewQuestions)}
        }
        .into_any(),
    )
}

fn missing() -> AnyView {
    let back = way_back("/interview/questions", Key::InterviewQuestions);
    interview_frame(text(Key::InterviewQuestionMissing), back)
}

/// The question after this one among those that are chosen; the first of them for one that is not.
fn following<'a>(
    chosen: &'a [AskedQuestion],
    question: &AskedQuestion,
) -> Option<&'a AskedQuestion> {
    let place = chosen.iter().position(|one| one.item == question.item);
    chosen.get(place.map_or(0, |place| place + 1))
}

fn next_link(next: &AskedQuestion) -> AnyView {
    let address = format!("/interview/questions/{}", next.word());
    view! {
        <p>
            <a href=address class="button button-secondary" data-action="next-question">
                {text(Key::InterviewNextQuestion)}
            </a>
        </p>
    }
    .into_any()
}

fn advice(question: &Question) -> AnyView {
    let example = |name: &'static str, words: Key, example: &Option<String>| {
        example.clone().map(|example| {
            view! {
                <details class="card" data-example=name>
                    <summary>{text(words)}</summary>
                    <p>{example}</p>
                </details>
            }
        })
    };
    let rights = question.rights.clone().map(|rights| {
        view! {
            <h2>{text(Key::InterviewRights)}</h2>
            <p>{rights}</p>
        }
    });
    view! {
        <h2>{text(Key::InterviewWhy)}</h2>
        <p>{question.why.clone()}</p>
        {rights}
        <h2>{text(Key::InterviewGood)}</h2>
        {points(&question.good)}
        <h2>{text(Key::InterviewAvoid)}</h2>
        {points(&question.avoid)}
        {example("strong", Key::InterviewStrong, &question.strong)}
        {example("weak", Key::InterviewWeak, &question.weak)}
    }
    .into_any()
}

/// Draws points one below the other.
pub fn points(points: &[String]) -> AnyView {
    let points = points.iter().map(|point| {
        view! { <li>{point.clone()}</li> }
    });
    let points: Vec<_> = points.collect();
    view! { <ul class="plain-points">{points}</ul> }.into_any()
}
