//! Recording answers while a mock interview runs: microphone, pieces stored as they come, words where they are wanted, what
//! is told when something does not work. What was recorded before stays and plays.

use super::kept_recordings::open_store;
use super::measures::{Measures, SAMPLE_MS, measure};
use super::recordings::RecordingFacts;
use crate::platform::microphone::{Microphone, Refusal, SoundPiece, SoundRecorder};
use crate::platform::recognition::Recognition;
use approdo_store_indexeddb::{RecordingStore, StoreError};
use futures::StreamExt;
use futures::channel::mpsc;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::RefCell;
use std::rc::Rc;

/// What is shorter holds no answer: somebody went on at once. In milliseconds.
const SHORTEST_MS: u32 = 1_500;

thread_local! {
    static STORING: RefCell<Option<ArcRwSignal<usize>>> = const { RefCell::new(None) };
}

/// Returns how many answers are still being stored, for as long as the client is open.
pub fn storing() -> ArcRwSignal<usize> {
    STORING.with_borrow_mut(|known| known.get_or_insert_with(ArcRwSignal::default).clone())
}

/// Why an answer is not recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// The microphone.
    Microphone(Refusal),
    /// There is no room left on the device.
    Full,
    /// The browser keeps no recordings.
    NotKept,
}

impl From<StoreError> for Trouble {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Quota => Self::Full,
            _ => Self::NotKept,
        }
    }
}

/// What the person wants of the answer being recorded, and the recorder once it runs.
#[derive(Default)]
struct Take {
    recorder: Option<SoundRecorder>,
    recognition: Option<Recognition>,
    paused: bool,
    stopped: bool,
}

/// Recording: the microphone, the store, the answer that is being recorded.
#[derive(Clone, Copy)]
pub struct Taking {
    tools: StoredValue<Option<Rc<(Microphone, RecordingStore)>>, LocalStorage>,
    present: StoredValue<Option<Rc<RefCell<Take>>>, LocalStorage>,
    /// The language whose words are recognised; none unless the person said so for this interview.
    pub words_in: StoredValue<Option<&'static str>>,
    /// Whether an answer is being recorded.
    pub is_recording: RwSignal<bool>,
    /// Why none is.
    pub trouble: RwSignal<Option<Trouble>>,
}

impl Taking {
    /// Begins with the microphone off.
    pub fn new() -> Self {
        Self {
            tools: StoredValue::new_local(None),
            present: StoredValue::new_local(None),
            words_in: StoredValue::new(None),
            is_recording: RwSignal::new(false),
            trouble: RwSignal::new(None),
        }
    }

    /// Turns the microphone on; answers whether answers can be recorded.
    pub async fn prepare(self) -> bool {
        self.trouble.set(None);
        let trouble = match open_store().await {
            Err(error) => error.into(),
            Ok(store) => match Microphone::open().await {
                Err(refusal) => Trouble::Microphone(refusal),
                Ok(microphone) => {
                    self.tools.set_value(Some(Rc::new((microphone, store))));
                    return true;
                }
            },
        };
        // In vain once the page was left.
        let _ = self.trouble.try_set(Some(trouble));
        false
    }

    /// Records from now on. Without [`Taking::prepare`] nothing happens.
    pub fn begin(self, facts: impl FnOnce(&str) -> RecordingFacts) {
        let Some(tools) = self.tools.get_value() else {
            return;
        };
        if self.trouble.get_untracked().is_some() {
            return;
        }
        let take = Rc::<RefCell<Take>>::default();
        self.present.set_value(Some(take.clone()));
        self.is_recording.set(true);
        let storing = storing();
        storing.update(|count| *count += 1);
        let facts = facts(tools.0.media_type());
        let words_in = self.words_in.get_value();
        spawn_local(async move {
            let outcome = record(&tools, &take, facts, words_in).await;
            // The signals may be gone with the page: what was recorded is stored all the same.
            storing.update(|count| *count -= 1);
            if let Err(trouble) = outcome {
                self.is_recording.try_set(false);
                self.trouble.try_set(Some(trouble));
            }
        });
    }

    /// Waits or goes on.
    pub fn pause(self, paused: bool) {
        self.with_present(|take| {
            take.paused = paused;
            match &take.recorder {
                Some(recorder) if paused => recorder.pause(),
                Some(recorder) => recorder.resume(),
                None => {}
            }
            if let Some(recognition) = &take.recognition {
                recognition.pause(paused);
            }
        });
    }

    /// Ends the recording of the present answer.
    pub fn stop(self) {
        self.with_present(|take| {
            take.stopped = true;
            if let Some(recorder) = &take.recorder {
                recorder.stop();
            }
            if let Some(recognition) = &take.recognition {
                recognition.pause(true);
            }
        });
        self.present.try_set_value(None);
        let _ = self.is_recording.try_set(false);
    }

    /// Turns the microphone off, once what it gave is stored.
    pub fn finish(self) {
        self.stop();
        self.tools.try_set_value(None);
    }

    fn with_present(self, act: impl FnOnce(&mut Take)) {
        if let Some(Some(take)) = self.present.try_get_value() {
            act(&mut take.borrow_mut());
        }
    }
}

impl Default for Taking {
    fn default() -> Self {
        Self::new()
    }
}

/// Records one answer from its begin to its end.
async fn record(
    tools: &(Microphone, RecordingStore),
    take: &RefCell<Take>,
    mut facts: RecordingFacts,
    words_in: Option<&str>,
) -> Result<(), Trouble> {
    let (microphone, store) = tools;
    let (sender, pieces) = mpsc::unbounded::<SoundPiece>();
    let sender = RefCell::new(Some(sender));
    let hand_over = move |piece| match piece {
        // Nobody takes them any more only after a failure that was told.
        Some(piece) => drop(sender.borrow().as_ref().map(|to| to.unbounded_send(piece))),
        None => drop(sender.take()),
    };
    let number = store.begin(&facts.to_bytes()).await?;
    {
        let mut take = take.borrow_mut();
        let recorder = (!take.stopped).then(|| microphone.record(SAMPLE_MS, hand_over));
        match recorder {
            None => {}
            Some(None) => return Err(Trouble::Microphone(Refusal::NotPossible)),
            Some(Some(recorder)) => {
                take.recognition = words_in.and_then(Recognition::begin);
                if take.paused {
                    recorder.pause();
                    take.recognition.iter().for_each(|words| words.pause(true));
                }
                take.recorder = Some(recorder);
            }
        }
    }
    let (count, stored) = store_pieces(store, number, pieces).await;
    let (recorder, recognition) = {
        let mut take = take.borrow_mut();
        (take.recorder.take(), take.recognition.take())
    };
    if let (Err(_), Some(recorder)) = (&stored, &recorder) {
        recorder.stop();
    }
    if let Some(recognition) = recognition {
        facts.words = recognition.finish().await;
    }
    facts.measures = recorder.map(|recorder| measure(&recorder.levels()));
    let is_nothing = |measures: Measures| (1..SHORTEST_MS).contains(&measures.length_ms);
    if count == 0 || facts.measures.is_some_and(is_nothing) {
        store.remove(&[number]).await?;
    } else {
        store.describe(number, &facts.to_bytes()).await?;
    }
    stored
}

/// Stores pieces until there are no more, or one cannot be stored; answers how many were.
async fn store_pieces(
    store: &RecordingStore,
    number: u32,
    mut pieces: mpsc::UnboundedReceiver<SoundPiece>,
) -> (u32, Result<(), Trouble>) {
    let mut count = 0;
    while let Some(piece) = pieces.next().await {
        if let Some(bytes) = piece.bytes().await {
            if let Err(error) = store.add_piece(number, count, bytes).await {
                return (count, Err(error.into()));
            }
            count += 1;
        }
    }
    (count, Ok(()))
}
