//! Before a mock interview: how long, which questions, how one answers, what is heard; and those that were held before.

use super::before::before;
use super::recognition_field::{recognised_language, recognition_field};
use super::run::run;
use crate::components::button::Button;
use crate::components::interview::filters::{occupation, propose_occupation};
use crate::components::interview::frame::way_back;
use crate::components::interview::loading::when_there;
use crate::components::interview::mock_words::{
    age_words, mock_kind_words, trouble_words, way_words,
};
use crate::components::interview::option_cards::{OptionCard, option_cards};
use crate::components::interview::voice_fields::voice_fields;
use crate::components::page_frame::{PageFrame, PageTitle};
use crate::i18n::{Key, plural, text};
use crate::platform::bell::Bell;
use crate::platform::{focus, random};
use crate::state::client::use_client;
use crate::state::practice::mock::{
    Age, AnswerWay, LENGTHS, MockChoice, Session, Settings, Taking, begin_mock, plan,
};
use crate::state::practice::{AskedQuestion, asked, practices, questions, remembered};
use approdo_catalog::Questions;
use approdo_domain::practice::MockKind;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// The codes of the lengths that are offered.
const LENGTH_CODES: [&str; 3] = ["5", "10", "20"];

/// The code of not being recorded after all.
const WITHOUT: &str = "without";

/// What is being chosen.
#[derive(Clone, Copy)]
struct Setup {
    kind: RwSignal<MockKind>,
    minutes: RwSignal<u16>,
    settings: RwSignal<Settings>,
    taking: Taking,
    /// Whether words are recognised: asked anew each time, and kept nowhere.
    recognises: RwSignal<bool>,
    /// Why it does not begin.
    refused: RwSignal<Option<Key>>,
    session: RwSignal<Option<Session>>,
}

/// Draws what is chosen, then the interview.
pub fn setup_page() -> AnyView {
    when_there(questions, page)
}

fn page(questions: Arc<Questions>) -> AnyView {
    let setup = Setup {
        kind: RwSignal::new(MockKind::General),
        minutes: RwSignal::new(10),
        settings: RwSignal::new(Settings::kept()),
        taking: Taking::new(),
        recognises: RwSignal::new(false),
        refused: RwSignal::new(None),
        session: RwSignal::new(None),
    };
    on_cleanup(move || match setup.session.try_get_untracked() {
        Some(Some(session)) => session.leave(),
        _ => setup.taking.finish(),
    });
    propose_occupation(&questions, remembered());
    // What is chosen here goes when the interview begins; the interview belongs to the page.
    let owner = Owner::current();
    let drawn = move || match setup.session.get() {
        Some(session) => run(session),
        None => choices(setup, &questions, owner.clone()),
    };
    drawn.into_any()
}

fn choices(setup: Setup, questions: &Arc<Questions>, owner: Option<Owner>) -> AnyView {
    let for_begin = questions.clone();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if let Some(owner) = owner.clone() {
            begin(setup, &for_begin, owner);
        }
    };
    let of_occupation = questions.clone();
    let occupation = move || {
        let is_wanted = setup.kind.get() == MockKind::Occupation;
        is_wanted.then(|| of_the_job(&of_occupation))
    };
    view! {
        <PageFrame title=text(Key::MockTitle) class="guided">
            <PageTitle words=text(Key::MockTitle) />
            <form class="guided-question" on:submit=submit data-mock-setup="">
                <p>{text(Key::MockIntro)}</p>
                {lengths(setup.minutes)} {kinds(setup.kind)} {occupation} {ways(setup.settings)}
                {move || recording(setup.settings, setup.recognises)} {voice_fields(setup.settings)} {before()}
                {way_back("/interview", Key::InterviewTitle)} {move || obstacle(setup)}
                <div class="guided-bar">
                    <button type="submit" class="button button-primary" data-action="begin-mock">
                        {text(Key::MockBegin)}
                    </button>
                </div>
            </form>
        </PageFrame>
    }
    .into_any()
}

/// Begins, or says why not: who is to be recorded is asked for the microphone first.
fn begin(setup: Setup, questions: &Questions, owner: Owner) {
    let settings = setup.settings.get_untracked();
    settings.keep();
    if !settings.is_complete() {
        setup.refused.set(Some(Key::MockAgeMissing));
        return focus::focus_soon("mock-obstacle".to_owned());
    }
    let choice = MockChoice {
        kind: setup.kind.get_untracked(),
        occupation: remembered().with_untracked(|chosen| chosen.occupation.clone()),
        stage: remembered().with_untracked(|chosen| chosen.stage),
        minutes: setup.minutes.get_untracked(),
    };
    let workspace = use_client().workspace;
    let all = untrack(|| practices(workspace));
    let number = u64::from_be_bytes(random::bytes());
    let planned = plan(&asked(questions, &all), &all, &choice, number);
    if planned.is_empty() {
        setup.refused.set(Some(Key::MockNothingToAsk));
        return focus::focus_soon("mock-obstacle".to_owned());
    }
    setup.refused.set(None);
    // Browsers let only a press make sound.
    let bell = settings.bell.then(Bell::new).flatten();
    let start = move || owner.with(|| start(setup, &choice, planned, settings, bell));
    if setup.settings.with_untracked(|settings| settings.way) != AnswerWay::Record {
        return start();
    }
    let words_in = setup.recognises.get_untracked();
    let words_in = words_in.then(recognised_language);
    setup.taking.words_in.set_value(words_in);
    spawn_local(async move {
        match setup.taking.prepare().await {
            true => start(),
            false => focus::focus_soon("mock-obstacle".to_owned()),
        }
    });
}

fn start(
    setup: Setup,
    choice: &MockChoice,
    planned: Vec<AskedQuestion>,
    settings: Settings,
    bell: Option<Bell>,
) {
    let workspace = use_client().workspace;
    let home = begin_mock(workspace, choice, &planned);
    let heard = (settings, bell, setup.taking);
    let session = Session::begin(workspace, home, planned, choice.minutes, heard);
    setup.session.set(Some(session));
    focus::focus_soon("page-title".to_owned());
}

/// The choice of the job, and what comes of it if none is chosen.
fn of_the_job(questions: &Arc<Questions>) -> AnyView {
    let selection = remembered();
    let is_missing = move || selection.with(|chosen| chosen.occupation.is_empty());
    let hint = move || {
        let hint = text(Key::MockChooseOccupation);
        is_missing().then(|| view! { <p class="field-hint">{hint}</p> })
    };
    view! {
        {occupation(questions, remembered())}
        {hint}
    }
    .into_any()
}

fn lengths(minutes: RwSignal<u16>) -> AnyView {
    let cards = LENGTHS.into_iter().zip(LENGTH_CODES);
    let cards = cards.map(|(minutes, code)| OptionCard {
        code,
        words: plural(Key::InterviewMinutes, usize::from(minutes)),
        hint: None,
    });
    let is_chosen = move |code: &str| code.parse() == Ok(minutes.get());
    let choose = move |code: &str| {
        if let Ok(chosen) = code.parse() {
            minutes.set(chosen);
        }
    };
    let legend = text(Key::MockLength);
    option_cards("mock-minutes", legend, cards.collect(), is_chosen, choose)
}

fn kinds(kind: RwSignal<MockKind>) -> AnyView {
    let cards = MockKind::ALL.map(|kind| {
        let (words, hint) = mock_kind_words(kind);
        OptionCard {
            code: kind.code(),
            words: text(words),
            hint: Some(text(hint)),
        }
    });
    let is_chosen = move |code: &str| kind.get().code() == code;
    let choose = move |code: &str| {
        if let Some(chosen) = MockKind::from_code(code) {
            kind.set(chosen);
        }
    };
    let legend = text(Key::MockKind);
    option_cards("mock-kind", legend, cards.to_vec(), is_chosen, choose)
}

fn ways(settings: RwSignal<Settings>) -> AnyView {
    let cards = AnswerWay::ALL.map(|way| {
        let (words, hint) = way_words(way);
        OptionCard {
            code: way.code(),
            words: text(words),
            hint: Some(text(hint)),
        }
    });
    let is_chosen = move |code: &str| settings.with(|settings| settings.way.code() == code);
    let choose =
        move |code: &str| settings.update(|settings| settings.way = AnswerWay::of_code(code));
    let legend = text(Key::MockWay);
    option_cards("mock-way", legend, cards.to_vec(), is_chosen, choose)
}

/// Says where a recording stays before the first one, and asks who decides.
fn recording(settings: RwSignal<Settings>, recognises: RwSignal<bool>) -> Option<AnyView> {
    let is_wanted = Memo::new(move |_| settings.with(|settings| settings.way == AnswerWay::Record));
    is_wanted.get().then(|| {
        let card = |code, words| OptionCard {
            code,
            words: text(words),
            hint: None,
        };
        let mut cards = Age::ALL
            .map(|age| card(age.code(), age_words(age)))
            .to_vec();
        cards.push(card(WITHOUT, Key::MockAgeWithout));
        let is_chosen = move |code: &str| {
            settings.with(|settings| settings.age.is_some_and(|age| age.code() == code))
        };
        let choose = move |code: &str| {
            settings.update(|settings| match code {
                WITHOUT => settings.way = AnswerWay::Speak,
                code => settings.age = Age::of_code(code),
            });
        };
        let legend = text(Key::MockAge);
        view! {
            <div class="notice" data-recording-explained="">
                <p>{text(Key::MockRecordWhere)}</p>
                <p>{text(Key::MockRecordMinor)}</p>
            </div>
            {option_cards("mock-age", legend, cards, is_chosen, choose)}
            {recognition_field(recognises)}
        }
        .into_any()
    })
}

/// Says why the interview does not begin, and how to go on.
fn obstacle(setup: Setup) -> Option<AnyView> {
    let refused = setup.refused.get();
    let trouble = setup.taking.trouble.get();
    let words = refused.or_else(|| trouble.map(trouble_words))?;
    let way_on = (refused.is_none()).then(|| {
        Button::secondary("without-recording", Key::MockWithoutRecording).draw(move || {
            setup.taking.trouble.set(None);
            setup
                .settings
                .update(|settings| settings.way = AnswerWay::Speak);
        })
    });
    Some(
        view! {
            <div class="notice" data-kind="warning" role="alert" id="mock-obstacle" tabindex="-1" data-obstacle="">
                <p>{text(words)}</p>
                {way_on}
            </div>
        }
        .into_any(),
    )
}
