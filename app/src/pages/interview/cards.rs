//! Flash cards: a question to answer aloud, then what a good answer has, then whether one knew it.

use super::question::points;
use crate::components::button::Button;
use crate::components::guided::read_aloud::ReadAloud;
use crate::components::interview::filters::filters;
use crate::components::interview::frame::{interview_frame, way_back};
use crate::components::interview::loading::when_there;
use crate::i18n::{Key, format, plural, text};
use crate::platform::{focus, random};
use crate::state::client::use_client;
use crate::state::practice::{
    AskedQuestion, Deck, asked, practices, questions, remembered, say_sureness, select,
};
use approdo_catalog::Questions;
use approdo_domain::practice::Sureness;
use leptos::prelude::*;
use std::sync::Arc;

/// A round under way.
#[derive(Debug, Clone, PartialEq)]
struct Round {
    cards: Arc<Vec<AskedQuestion>>,
    deck: Deck,
}

/// Draws the cards.
pub fn cards_page() -> AnyView {
    when_there(questions, page)
}

fn page(questions: Arc<Questions>) -> AnyView {
    let round = RwSignal::new(None::<Round>);
    let revealed = RwSignal::new(false);
    let content = move || match round.get() {
        None => begin(&questions, round),
        Some(Round { cards, deck }) => match deck.card().and_then(|card| cards.get(card)) {
            Some(question) => card(&questions, question, &deck, (round, revealed)),
            None => end(&deck, round),
        },
    };
    interview_frame(
        text(Key::InterviewCards),
        view! {
            <div class="stack" data-cards="">
                {content}
            </div>
            {way_back("/interview", Key::InterviewTitle)}
        }
        .into_any(),
    )
}

fn drawn_number() -> u64 {
    u64::from_be_bytes(random::bytes())
}

fn begin(questions: &Arc<Questions>, round: RwSignal<Option<Round>>) -> AnyView {
    let workspace = use_client().workspace;
    let selection = remembered();
    let of_catalog = questions.clone();
    let chosen = Memo::new(move |_| {
        let all = practices(workspace);
        select(asked(&of_catalog, &all), &all, &selection.get())
    });
    let count = move || plural(Key::InterviewQuestionCount, chosen.with(Vec::len));
    let start = move |_| {
        let cards = Arc::new(chosen.get_untracked());
        if cards.is_empty() {
            return;
        }
        let deck = Deck::shuffled(cards.len(), drawn_number());
        round.set(Some(Round { cards, deck }));
        focus::focus_soon("card-question".to_owned());
    };
    view! {
        <p>{text(Key::InterviewCardsIntro)}</p>
        {filters(questions)}
        <p role="status">{count}</p>
        <button
            type="button"
            class="button button-primary"
            data-action="start-cards"
            disabled=move || chosen.with(Vec::is_empty)
            on:click=start
        >
            {text(Key::InterviewCardsStart)}
        </button>
    }
    .into_any()
}

fn card(
    questions: &Arc<Questions>,
    question: &AskedQuestion,
    deck: &Deck,
    (round, revealed): (RwSignal<Option<Round>>, RwSignal<bool>),
) -> AnyView {
    revealed.set(false);
    let (number, count) = deck.progress();
    let progress = format(
        Key::InterviewCardsProgress,
        &[
            ("number", &number.to_string()),
            ("count", &count.to_string()),
        ],
    );
    let text_of = question.id.as_deref().and_then(|id| questions.question(id));
    let good = text_of.map(|text| text.good.clone()).unwrap_or_default();
    let asked = question.clone();
    let put_away = move |known: bool| {
        let sure = if known {
            Sureness::Sure
        } else {
            Sureness::NotYet
        };
        let workspace = use_client().workspace;
        let all = untrack(|| practices(workspace));
        say_sureness(workspace, &all, &asked, sure);
        round.update(|round| {
            if let Some(round) = round {
                round.deck.put_away(known);
            }
        });
        focus::focus_soon("card-question".to_owned());
    };
    let (not_yet, known) = (put_away.clone(), put_away);
    let reveal = move || {
        revealed.set(true);
        focus::focus_soon("card-points".to_owned());
    };
    let back = move || match revealed.get() {
        false => Button::primary("reveal-card", Key::InterviewCardsReveal).draw(reveal),
        true => {
            let (not_yet, known) = (not_yet.clone(), known.clone());
            let advice = match good.is_empty() {
                true => view! { <p>{text(Key::InterviewStarHint)}</p> }.into_any(),
                false => points(&good),
            };
            view! {
                <h2 id="card-points" tabindex="-1">
                    {text(Key::InterviewGood)}
                </h2>
                {advice}
                <div class="button-row">
                    {Button::primary("card-known", Key::InterviewCardsKnown)
                        .draw(move || known(true))}
                    {Button::secondary("card-not-yet", Key::InterviewCardsNotYet)
                        .draw(move || not_yet(false))}
                </div>
            }
            .into_any()
        }
    };
    view! {
        <p class="card-meta">{progress}</p>
        <div class="card stack" data-card=question.word()>
            <p class="guided-told" id="card-question" tabindex="-1">
                {question.ask.clone()}
            </p>
            <ReadAloud words=question.ask.clone() />
            {back}
        </div>
    }
    .into_any()
}

fn end(deck: &Deck, round: RwSignal<Option<Round>>) -> AnyView {
    let to_repeat = deck.to_repeat();
    let told = match to_repeat {
        0 => text(Key::InterviewCardsAllKnown),
        count => plural(Key::InterviewCardsToRepeat, count),
    };
    let again = deck.repeated(drawn_number());
    let repeat = move || {
        let again = again.clone();
        round.update(|round| {
            if let Some(round) = round {
                round.deck = again;
            }
        });
        focus::focus_soon("card-question".to_owned());
    };
    view! {
        <p class="guided-told" id="card-question" tabindex="-1" data-cards-end="">
            {told}
        </p>
        <div class="button-row">
            {(to_repeat > 0)
                .then(|| Button::primary("repeat-cards", Key::InterviewCardsRepeat).draw(repeat))}
            {Button::secondary("new-cards", Key::InterviewCardsNew)
                .draw(move || round.set(None))}
        </div>
    }
    .into_any()
}
