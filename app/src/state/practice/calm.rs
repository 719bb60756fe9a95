//! The calm minute: what is said at each second. Pure; counting the seconds is the page's part.

use approdo_catalog::CalmStep;

/// What is on screen at a second of the minute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CalmMoment {
    /// Which step, counted from zero.
    pub step: usize,
    /// How many seconds of the step are left, this one included.
    pub left: u32,
}

/// Returns what is on screen after so many seconds; none once the minute is over.
pub fn moment_at(steps: &[CalmStep], second: u32) -> Option<CalmMoment> {
    let mut end = 0;
    for (step, words) in steps.iter().enumerate() {
        end += u32::from(words.seconds);
        if second < end {
            let left = end - second;
            return Some(CalmMoment { step, left });
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn steps(seconds: &[u8]) -> Vec<CalmStep> {
        let steps = seconds.iter().map(|seconds| CalmStep {
            id: String::new(),
            words: String::new(),
            seconds: *seconds,
        });
        steps.collect()
    }

    #[test]
    fn each_step_stands_for_its_seconds_and_then_the_minute_is_over() {
        let steps = steps(&[2, 0, 3]);
        let at = |second| moment_at(&steps, second).map(|moment| (moment.step, moment.left));
        assert_eq!([at(0), at(1)], [Some((0, 2)), Some((0, 1))]);
        assert_eq!([at(2), at(4), at(5)], [Some((2, 3)), Some((2, 1)), None]);
        assert_eq!(moment_at(&[], 0), None);
    }
}
