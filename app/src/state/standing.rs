//! How far a document has come, judged by what the check says of it.

use approdo_domain::check::{CheckFinding, Weight, score};

/// How good a document is, in words: a by-product of what was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Nothing is left to say.
    Ready,
    /// Little is left.
    Nearly,
    /// The most of it is there.
    Good,
    /// It is being written.
    Begun,
}

impl Standing {
    /// Judges by what is left to look at, and by what was put off. Something that makes a CV fail keeps it
    /// from being ready or nearly so, for later or not.
    pub fn of<P>(open: &[CheckFinding<P>], put_off: &[CheckFinding<P>]) -> Self {
        let mut all = open.iter().chain(put_off);
        let fails = all.any(|finding| finding.rule.weight() == Weight::Important);
        match score(open) {
            _ if open.is_empty() && !fails => Self::Ready,
            85.. if !fails => Self::Nearly,
            70.. => Self::Good,
            _ => Self::Begun,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use approdo_domain::check::{CheckContext, CheckRule, TextLanguage, check_cv};
    use approdo_domain::{Cv, CvPlace, PartialDate};

    fn findings(cv: &Cv) -> Vec<CheckFinding> {
        let context = CheckContext {
            today: PartialDate {
                year: 2026,
                month: Some(11),
                day: Some(22),
            },
            language: TextLanguage::Italian,
            pages: None,
            print_size: None,
        };
        check_cv(cv, &context)
    }

    #[test]
    fn an_empty_cv_is_begun_and_one_without_findings_is_ready() {
        let empty = findings(&Cv::default());
        assert_eq!(Standing::of(&empty, &[]), Standing::Begun);
        assert_eq!(Standing::of::<CvPlace>(&[], &[]), Standing::Ready);
    }

    #[test]
    fn what_makes_a_cv_fail_keeps_it_from_being_nearly_ready() {
        let mut one = findings(&Cv::default());
        one.retain(|finding| finding.rule == CheckRule::MissingContact);
        assert_eq!(Standing::of(&one, &[]), Standing::Good);
        assert_eq!(Standing::of(&[], &one), Standing::Good, "put off, not done");
        let mut one = findings(&Cv::default());
        one.retain(|finding| finding.rule == CheckRule::CvTooShort);
        assert_eq!(Standing::of(&one, &[]), Standing::Nearly);
        assert_eq!(Standing::of(&[], &one), Standing::Ready);
    }
}
