//! What a mock interview says: kinds, ways to answer, times, what does not work, the points of the self-check.

use crate::i18n::{Key, format, plural, text};
use crate::platform::microphone::Refusal;
use crate::state::practice::mock::{Age, AnswerWay, Trouble};
use approdo_domain::practice::{MockInterview, MockInterviewField, MockKind, SelfCheckLevel};

/// Returns the name of a kind of mock interview, and what it means.
pub fn mock_kind_words(kind: MockKind) -> (Key, Key) {
    match kind {
        MockKind::General => (Key::MockKindGeneral, Key::MockKindGeneralHint),
        MockKind::Occupation => (Key::MockKindOccupation, Key::MockKindOccupationHint),
        MockKind::Unsure => (Key::MockKindUnsure, Key::MockKindUnsureHint),
    }
}

/// Returns the name of a way to answer, and what it means.
pub fn way_words(way: AnswerWay) -> (Key, Key) {
    match way {
        AnswerWay::Speak => (Key::MockWaySpeak, Key::MockWaySpeakHint),
        AnswerWay::Record => (Key::MockWayRecord, Key::MockWayRecordHint),
        AnswerWay::Write => (Key::MockWayWrite, Key::MockWayWriteHint),
    }
}

/// Returns who says that recording is allowed, in words.
pub fn age_words(age: Age) -> Key {
    match age {
        Age::Adult => Key::MockAgeAdult,
        Age::ParentAgrees => Key::MockAgeParentAgrees,
    }
}

/// Returns what does not work, and how to go on.
pub fn trouble_words(trouble: Trouble) -> Key {
    match trouble {
        Trouble::Microphone(Refusal::NotAllowed) => Key::MockTroubleNotAllowed,
        Trouble::Microphone(Refusal::NoMicrophone) => Key::MockTroubleNoMicrophone,
        Trouble::Microphone(Refusal::NotPossible) => Key::MockTroubleNotPossible,
        Trouble::Full => Key::MockTroubleFull,
        Trouble::NotKept => Key::MockTroubleNotKept,
    }
}

/// Returns a time as on a clock, such as `1:05`.
pub fn clock_words(milliseconds: u64) -> String {
    let seconds = milliseconds.div_ceil(1_000);
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// Returns a time that is left, in words that change seldom: each is read aloud.
pub fn left_words(milliseconds: u64) -> String {
    match milliseconds {
        0 => text(Key::MockTimeUp),
        1..=30_000 => text(Key::MockHalfMinuteLeft),
        _ => {
            let minutes = milliseconds.div_ceil(60_000);
            plural(
                Key::MockMinutesLeft,
                usize::try_from(minutes).unwrap_or_default(),
            )
        }
    }
}

/// Returns a length, in words.
pub fn length_words(seconds: u64) -> String {
    let (minutes, rest) = (seconds / 60, seconds % 60);
    let number = |number: u64| usize::try_from(number).unwrap_or_default();
    let seconds = plural(Key::MockSeconds, number(rest));
    match (minutes, rest) {
        (0, _) => seconds,
        (_, 0) => plural(Key::InterviewMinutes, number(minutes)),
        _ => {
            let minutes = plural(Key::InterviewMinutes, number(minutes));
            format(
                Key::MockMinutesAndSeconds,
                &[("minutes", &minutes), ("seconds", &seconds)],
            )
        }
    }
}

/// Returns what a mock interview is called: its kind and length.
pub fn mock_name(mock: &MockInterview) -> String {
    let kind = text(mock_kind_words(mock.mock_kind()).0);
    let minutes = mock.minutes.trim().parse().unwrap_or_default();
    let minutes = plural(Key::InterviewMinutes, minutes);
    format!("{kind} · {minutes}")
}

/// Returns the name of a point of the self-check for tests and browsers.
pub fn point_name(point: MockInterviewField) -> &'static str {
    match point {
        MockInterviewField::Examples => "examples",
        MockInterviewField::OwnPart => "own-part",
        MockInterviewField::Length => "length",
        MockInterviewField::Voice => "voice",
        MockInterviewField::Ending => "ending",
        _ => "to-the-point",
    }
}

/// Returns what a point of the self-check is about.
pub fn point_words(point: MockInterviewField) -> Key {
    match point {
        MockInterviewField::Examples => Key::MockCheckExamples,
        MockInterviewField::OwnPart => Key::MockCheckOwnPart,
        MockInterviewField::Length => Key::MockCheckLength,
        MockInterviewField::Voice => Key::MockCheckVoice,
        MockInterviewField::Ending => Key::MockCheckEnding,
        _ => Key::MockCheckToThePoint,
    }
}

/// Returns what a level looks like at a point: what somebody else could see or hear.
pub fn level_words(point: MockInterviewField, level: SelfCheckLevel) -> Key {
    use SelfCheckLevel::{NotYet, Partly, Yes};
    match (point, level) {
        (MockInterviewField::Examples, NotYet) => Key::MockCheckExamplesNotYet,
        (MockInterviewField::Examples, Partly) => Key::MockCheckExamplesPartly,
        (MockInterviewField::Examples, Yes) => Key::MockCheckExamplesYes,
        (MockInterviewField::OwnPart, NotYet) => Key::MockCheckOwnPartNotYet,
        (MockInterviewField::OwnPart, Partly) => Key::MockCheckOwnPartPartly,
        (MockInterviewField::OwnPart, Yes) => Key::MockCheckOwnPartYes,
        (MockInterviewField::Length, NotYet) => Key::MockCheckLengthNotYet,
        (MockInterviewField::Length, Partly) => Key::MockCheckLengthPartly,
        (MockInterviewField::Length, Yes) => Key::MockCheckLengthYes,
        (MockInterviewField::Voice, NotYet) => Key::MockCheckVoiceNotYet,
        (MockInterviewField::Voice, Partly) => Key::MockCheckVoicePartly,
        (MockInterviewField::Voice, Yes) => Key::MockCheckVoiceYes,
        (MockInterviewField::Ending, NotYet) => Key::MockCheckEndingNotYet,
        (MockInterviewField::Ending, Partly) => Key::MockCheckEndingPartly,
        (MockInterviewField::Ending, Yes) => Key::MockCheckEndingYes,
        (_, NotYet) => Key::MockCheckToThePointNotYet,
        (_, Partly) => Key::MockCheckToThePointPartly,
        (_, Yes) => Key::MockCheckToThePointYes,
    }
}
