//! A mock interview under way on screen: the clock that ticks, the bell, the voice, the recording, and what is kept.

use super::documents::{MockHome, keep_taken};
use super::recordings::RecordingFacts;
use super::run::{Bell, Ending, Run};
use super::settings::{AnswerWay, Settings};
use super::taking::Taking;
use crate::i18n;
use crate::platform::bell::Bell as BellSound;
use crate::platform::clock;
use crate::platform::speech::{self, Utterance};
use crate::state::practice::questions::AskedQuestion;
use crate::state::workspace::Workspace;
use leptos::prelude::*;
use std::sync::Arc;
use std::time::Duration;

/// How often the clock on screen is looked at.
const TICK: Duration = Duration::from_millis(500);

/// How long reading a question aloud takes at most: slow voices need a fifth of a second for a sign.
fn longest_reading(question: &str) -> Duration {
    let signs = u32::try_from(question.chars().count()).unwrap_or(u32::MAX);
    Duration::from_secs(3) + Duration::from_millis(200).saturating_mul(signs)
}

/// A mock interview under way.
#[derive(Clone, Copy)]
pub struct Session {
    workspace: Workspace,
    /// Where it is kept.
    pub home: MockHome,
    questions: StoredValue<Arc<Vec<AskedQuestion>>>,
    settings: StoredValue<Settings>,
    /// The clock.
    pub run: RwSignal<Run>,
    /// The time on screen, in milliseconds since 1970.
    pub now_ms: RwSignal<u64>,
    /// The bell that rang last for this question.
    pub rung: RwSignal<Option<Bell>>,
    /// Recording.
    pub taking: Taking,
    ticking: StoredValue<Option<IntervalHandle>>,
    bell: StoredValue<Option<BellSound>, LocalStorage>,
    speaking: StoredValue<Option<Utterance>, LocalStorage>,
    /// The question whose answer was recorded last, or is being.
    recorded: StoredValue<Option<usize>>,
}

impl Session {
    /// Begins with the first question. The bell was made while the press was under way that began it.
    pub fn begin(
        workspace: Workspace,
        home: MockHome,
        questions: Vec<AskedQuestion>,
        minutes: u16,
        (settings, bell, taking): (Settings, Option<BellSound>, Taking),
    ) -> Self {
        let now_ms = clock::now_ms();
        let each: Vec<u8> = questions.iter().map(|question| question.minutes).collect();
        let session = Self {
            workspace,
            home,
            questions: StoredValue::new(Arc::new(questions)),
            settings: StoredValue::new(settings),
            run: RwSignal::new(Run::begin(&each, minutes, now_ms)),
            now_ms: RwSignal::new(now_ms),
            rung: RwSignal::new(None),
            taking,
            ticking: StoredValue::new(None),
            bell: StoredValue::new_local(bell),
            speaking: StoredValue::new_local(None),
            recorded: StoredValue::new(None),
        };
        let ticking = set_interval_with_handle(move || session.tick(), TICK);
        session.ticking.set_value(ticking.ok());
        session.ask();
        session
    }

    /// Returns the question of a number.
    pub fn question(self, number: usize) -> Option<AskedQuestion> {
        self.questions.with_value(|all| all.get(number).cloned())
    }

    /// Returns how answers are given.
    pub fn way(self) -> AnswerWay {
        self.settings.with_value(|settings| settings.way)
    }

    /// Stops or goes on.
    pub fn pause(self, paused: bool) {
        let now_ms = clock::now_ms();
        self.run.update(|run| match paused {
            true => run.pause(now_ms),
            false => run.resume(now_ms),
        });
        self.now_ms.set(now_ms);
        self.taking.pause(paused);
        if paused {
            speech::stop();
        }
    }

    /// Goes on to the next question; answers whether there is one.
    pub fn next(self, ending: Ending) -> bool {
        self.taking.stop();
        let number = self.run.with_untracked(Run::question);
        let now_ms = clock::now_ms();
        self.now_ms.set(now_ms);
        self.rung.set(None);
        self.run.update(|run| run.next(ending, now_ms));
        self.keep(number);
        let goes_on = self.run.with_untracked(Run::question).is_some();
        match goes_on {
            true => self.ask(),
            false => self.leave(),
        }
        goes_on
    }

    /// Ends at the present question.
    pub fn end(self) {
        self.taking.stop();
        let number = self.run.with_untracked(Run::question);
        let now_ms = clock::now_ms();
        self.run
            .update(|run| run.end(Some(Ending::Answered), now_ms));
        self.keep(number);
        self.leave();
    }

    /// Stops all that goes on by itself; the page is being left.
    pub fn leave(self) {
        if let Some(Some(ticking)) = self.ticking.try_update_value(Option::take) {
            ticking.clear();
        }
        let _ = self.speaking.try_update_value(Option::take);
        speech::stop();
        self.taking.finish();
    }

    /// Reads the present question aloud, if the person wants so, and then begins to record the answer.
    fn ask(self) {
        let Some(number) = self.run.with_untracked(Run::question) else {
            return;
        };
        let Some(question) = self.question(number) else {
            return;
        };
        let record = move || self.record(number);
        let is_wanted = self.settings.with_value(|settings| settings.aloud);
        let tag = i18n::language().tag();
        let utterance = is_wanted.then(|| speech::speak(&question.ask, tag, record));
        match utterance.flatten() {
            Some(utterance) => {
                self.speaking.set_value(Some(utterance));
                // Some browsers never tell that they have finished.
                set_timeout(record, longest_reading(&question.ask));
            }
            None => record(),
        }
    }

    /// Begins to record the answer to a question, once, and only while that is the present one.
    fn record(self, number: usize) {
        let is_present = self.run.try_with_untracked(Run::question) == Some(Some(number));
        if !is_present || self.recorded.get_value() == Some(number) {
            return;
        }
        let question = self.question(number);
        let question = question.filter(|_| self.way() == AnswerWay::Record);
        let Some(question) = question else { return };
        self.recorded.set_value(Some(number));
        let mock = self.home.1;
        self.taking.begin(move |media_type| RecordingFacts {
            mock,
            question: question.item,
            ask: question.ask,
            begun_ms: clock::now_ms(),
            media_type: media_type.to_owned(),
            measures: None,
            words: String::new(),
        });
        if self.run.with_untracked(Run::is_paused) {
            self.taking.pause(true);
        }
    }

    fn keep(self, number: Option<usize>) {
        let taken = self.run.with_untracked(|run| {
            let taken = run.taken().get(number?).copied();
            Some((number?, taken?))
        });
        if let Some((number, taken)) = taken
            && let Some(question) = self.question(number)
        {
            keep_taken(self.workspace, self.home, question.item, taken);
        }
    }

    fn tick(self) {
        let now_ms = clock::now_ms();
        // In vain once the page was left.
        let _ = self.now_ms.try_set(now_ms);
        let rung = self.run.try_update_untracked(|run| run.bell(now_ms));
        if let Some(Some(rung)) = rung {
            self.rung.set(Some(rung));
            self.bell.with_value(|bell| {
                if let Some(bell) = bell {
                    bell.ring();
                }
            });
        }
    }
}
