//! The questions that fit what is chosen, by topic, with how sure one feels of each.

use crate::components::interview::filters::filters;
use crate::components::interview::frame::{interview_frame, way_back};
use crate::components::interview::loading::when_there;
use crate::components::interview::question_line::{belongs_to, question_line};
use crate::components::interview::words::topic_words;
use crate::i18n::{Key, plural, text};
use crate::state::client::use_client;
use crate::state::practice::{
    AskedQuestion, Home, Topic, asked, practices, questions, remembered, select,
};
use approdo_catalog::Questions;
use leptos::prelude::*;
use std::sync::Arc;

/// Draws the questions that fit what is chosen.
pub fn questions_page() -> AnyView {
    when_there(questions, page)
}

fn page(questions: Arc<Questions>) -> AnyView {
    let workspace = use_client().workspace;
    let practices = Memo::new(move |_| practices(workspace));
    let filters = filters(&questions);
    let selection = remembered();
    let (of_catalog, selected) = (questions.clone(), selection.clone());
    let chosen = Memo::new(move |_| {
        let selection = selected.get();
        practices.with(|all| select(asked(&of_catalog, all), all, &selection))
    });
    let count = move || plural(Key::InterviewQuestionCount, chosen.with(Vec::len));
    let groups = move || {
        let occupation = selection.with(|selection| selection.occupation.clone());
        practices.with(|all| chosen.with(|chosen| by_topic(chosen, all, &occupation, &questions)))
    };
    interview_frame(
        text(Key::InterviewQuestions),
        view! {
            {filters}
            <p role="status" data-question-count=move || chosen.with(Vec::len).to_string()>
                {count}
            </p>
            {groups}
            {way_back("/interview", Key::InterviewTitle)}
        }
        .into_any(),
    )
}

/// Draws the questions with a heading for each topic that comes, and for each other occupation.
fn by_topic(
    chosen: &[AskedQuestion],
    practices: &[Home],
    occupation: &str,
    questions: &Questions,
) -> Vec<AnyView> {
    let mut groups: Vec<(String, Vec<AnyView>)> = Vec::new();
    for question in chosen {
        let heading = match question.occupation.as_deref() == Some(occupation) {
            true => text(topic_words(Topic::Occupation)),
            false => belongs_to(question, questions),
        };
        let line = question_line(question, practices);
        match groups.iter_mut().find(|(known, _)| *known == heading) {
            Some((_, lines)) => lines.push(line),
            None => groups.push((heading, vec![line])),
        }
    }
    let drawn = groups.into_iter().map(|(heading, lines)| {
        view! {
            <section class="stack">
                <h2>{heading}</h2>
                <ul class="choice-list">{lines}</ul>
            </section>
        }
        .into_any()
    });
    drawn.collect()
}
