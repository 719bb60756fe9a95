//! The clock of a mock interview: which question, how long it has taken, pauses, bells, the end. Pure: the time comes in
//! as milliseconds, so that a page that slept knows how long.

/// How a question ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// It was answered.
    Answered,
    /// It was passed over.
    Skipped,
}

/// What a bell says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bell {
    /// The time of the question is up.
    Question,
    /// The whole time is up.
    Whole,
}

/// What became of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Taken {
    /// How long it took, in milliseconds, pauses left out.
    pub milliseconds: u64,
    /// How it ended; none while it was not reached.
    pub ending: Option<Ending>,
}

/// A mock interview under way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    allowed_ms: Vec<u64>,
    whole_ms: u64,
    taken: Vec<Taken>,
    position: usize,
    /// Since when the clock runs; none in a pause.
    running_since: Option<u64>,
    rung_question: bool,
    rung_whole: bool,
}

const MINUTE_MS: u64 = 60_000;

impl Run {
    /// Begins with the first question. Each has its minutes, and so has the whole.
    pub fn begin(minutes: &[u8], whole_minutes: u16, now_ms: u64) -> Self {
        Self {
            allowed_ms: minutes
                .iter()
                .map(|minutes| u64::from(*minutes) * MINUTE_MS)
                .collect(),
            whole_ms: u64::from(whole_minutes) * MINUTE_MS,
            taken: vec![Taken::default(); minutes.len()],
            position: 0,
            running_since: Some(now_ms),
            rung_question: false,
            rung_whole: false,
        }
    }

    /// Returns the number of the question being asked, counted from zero; none at the end.
    pub fn question(&self) -> Option<usize> {
        (self.position < self.taken.len()).then_some(self.position)
    }

    /// Returns how many questions there are.
    pub fn count(&self) -> usize {
        self.taken.len()
    }

    /// Tells whether the clock stands.
    pub fn is_paused(&self) -> bool {
        self.running_since.is_none()
    }

    /// Returns what became of each question.
    pub fn taken(&self) -> &[Taken] {
        &self.taken
    }

    /// Stops the clock.
    pub fn pause(&mut self, now_ms: u64) {
        self.count_until(now_ms);
        self.running_since = None;
    }

    /// Lets the clock go on.
    pub fn resume(&mut self, now_ms: u64) {
        if self.running_since.is_none() {
            self.running_since = Some(now_ms);
        }
    }

    /// Goes on to the next question, or to the end. A pause ends.
    pub fn next(&mut self, ending: Ending, now_ms: u64) {
        self.count_until(now_ms);
        if let Some(taken) = self.taken.get_mut(self.position) {
            taken.ending = Some(ending);
            self.position += 1;
        }
        self.running_since = Some(now_ms);
        self.rung_question = false;
    }

    /// Ends before the last question: the present one was answered if `ending` says so.
    pub fn end(&mut self, ending: Option<Ending>, now_ms: u64) {
        self.count_until(now_ms);
        if let Some(taken) = self.taken.get_mut(self.position) {
            taken.ending = ending;
        }
        self.position = self.taken.len();
        self.running_since = None;
    }

    /// Returns how long the present question still has, in milliseconds; zero once its time is up.
    pub fn left_of_question(&self, now_ms: u64) -> u64 {
        let allowed = self.allowed_ms.get(self.position).copied();
        let taken = self.taken.get(self.position).copied().unwrap_or_default();
        let present = taken.milliseconds.saturating_add(self.uncounted(now_ms));
        allowed.unwrap_or_default().saturating_sub(present)
    }

    /// Returns how long the whole still has, in milliseconds; zero once the time is up.
    pub fn left_of_whole(&self, now_ms: u64) -> u64 {
        let counted = self.taken.iter().map(|taken| taken.milliseconds);
        let counted = counted.fold(self.uncounted(now_ms), u64::saturating_add);
        self.whole_ms.saturating_sub(counted)
    }

    /// Returns the bell that is to ring now. Each rings once: for a question, and for the whole.
    pub fn bell(&mut self, now_ms: u64) -> Option<Bell> {
        self.question()?;
        if !self.rung_whole && self.left_of_whole(now_ms) == 0 {
            self.rung_whole = true;
            self.rung_question = true;
            return Some(Bell::Whole);
        }
        if !self.rung_question && self.left_of_question(now_ms) == 0 {
            self.rung_question = true;
            return Some(Bell::Question);
        }
        None
    }

    /// Clocks of devices can be set back: then no time has passed.
    fn uncounted(&self, now_ms: u64) -> u64 {
        self.running_since
            .map_or(0, |since| now_ms.saturating_sub(since))
    }

    fn count_until(&mut self, now_ms: u64) {
        let passed = self.uncounted(now_ms);
        if let Some(taken) = self.taken.get_mut(self.position) {
            taken.milliseconds = taken.milliseconds.saturating_add(passed);
        }
        self.running_since = self.running_since.map(|_| now_ms);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const BEGUN: u64 = 1_000_000;

    fn at(seconds: u64) -> u64 {
        BEGUN + seconds * 1_000
    }

    fn seconds(run: &Run) -> Vec<u64> {
        let taken = run.taken().iter();
        taken.map(|taken| taken.milliseconds / 1_000).collect()
    }

    #[test]
    fn each_question_takes_what_passes_and_pauses_take_nothing() {
        let mut run = Run::begin(&[2, 1, 2], 5, BEGUN);
        run.pause(at(30));
        assert!(run.is_paused());
        assert_eq!(run.left_of_question(at(500)), 90_000);
        run.resume(at(600));
        run.next(Ending::Answered, at(610));
        run.next(Ending::Skipped, at(615));
        assert_eq!(run.question(), Some(2));
        assert_eq!(run.left_of_whole(at(615)), 255_000);
        run.end(None, at(620));
        assert_eq!((run.question(), seconds(&run)), (None, vec![40, 5, 5]));
        let endings: Vec<_> = run.taken().iter().map(|taken| taken.ending).collect();
        assert_eq!(
            endings,
            [Some(Ending::Answered), Some(Ending::Skipped), None]
        );
    }

    #[test]
    fn going_on_in_a_pause_lets_the_clock_run_again() {
        let mut run = Run::begin(&[1, 1], 5, BEGUN);
        run.pause(at(10));
        run.next(Ending::Answered, at(100));
        assert!(!run.is_paused());
        run.next(Ending::Answered, at(110));
        assert_eq!(seconds(&run), [10, 10]);
    }

    #[test]
    fn a_bell_rings_once_for_each_question_and_once_for_the_whole() {
        let mut run = Run::begin(&[1, 1, 5], 3, BEGUN);
        assert_eq!(run.bell(at(59)), None);
        assert_eq!(run.bell(at(60)), Some(Bell::Question));
        assert_eq!(run.bell(at(61)), None);
        run.next(Ending::Answered, at(70));
        assert_eq!(run.bell(at(129)), None);
        assert_eq!(run.bell(at(130)), Some(Bell::Question));
        run.next(Ending::Answered, at(130));
        // The page slept meanwhile: one bell, and what it says is that all is over.
        assert_eq!(run.bell(at(900)), Some(Bell::Whole));
        assert_eq!(run.bell(at(901)), None);
        run.next(Ending::Answered, at(902));
        assert_eq!(run.bell(at(2_000)), None, "nothing rings after the end");
    }

    #[test]
    fn a_clock_that_is_set_back_takes_no_time_away() {
        let mut run = Run::begin(&[2], 5, at(100));
        run.pause(at(50));
        assert_eq!(seconds(&run), [0]);
        run.resume(at(50));
        run.pause(at(60));
        assert_eq!(seconds(&run), [10]);
    }

    proptest! {
        #[test]
        fn all_time_but_pauses_is_counted_whatever_one_presses(
            presses in prop::collection::vec((0_u8..4, 0_u64..100_000), 0..40),
        ) {
            let mut run = Run::begin(&[1; 50], 20, BEGUN);
            let (mut now, mut expected) = (BEGUN, 0);
            for (press, passed) in presses {
                if !run.is_paused() {
                    expected += passed;
                }
                now += passed;
                match press {
                    0 => run.pause(now),
                    1 => run.resume(now),
                    2 => run.next(Ending::Answered, now),
                    _ => run.next(Ending::Skipped, now),
                }
            }
            run.pause(now);
            let counted: u64 = run.taken().iter().map(|taken| taken.milliseconds).sum();
            prop_assert_eq!(counted, expected);
            prop_assert_eq!(run.left_of_whole(now), (20 * MINUTE_MS).saturating_sub(expected));
        }
    }
}
