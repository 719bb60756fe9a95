//! The timed mock interview: which questions, the clock, what is kept of it in the practice. Recordings, which stay on
//! the device, are in `recordings`, what is measured on them in `measures`.

mod documents;
mod kept_recordings;
mod measures;
mod plan;
mod recordings;
mod run;
mod session;
mod settings;
mod taking;

pub use documents::{MockHome, begin_mock, delete_mock, mocks};
pub use kept_recordings::{forget_expired, recordings, remove, sizes, sound};
pub use measures::{Measures, words_per_minute};
pub use plan::{LENGTHS, MockChoice, plan};
pub use recordings::{Recording, RecordingFacts, expires_ms, of_mock};
pub use run::{Bell, Ending, Run};
pub use session::Session;
pub use settings::{Age, AnswerWay, KEPT_DAYS, RATES, Settings, choose_keep_days, keep_days};
pub use taking::{Taking, Trouble, storing};
