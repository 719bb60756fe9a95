//! The check of one CV while it is on screen: what it finds, what was put off, and what else may be done
//! with a finding. The rules are in `approdo_domain::check`, the dictionary is asked in `spelling`.

use super::client::use_client;
use super::cv_editor::CvEditor;
use super::offline::Readiness;
use super::own_words;
use super::preview::Preview;
use super::spelling::Spelling;
use crate::i18n::{CvLanguage, Language};
use crate::platform::clock;
use approdo_domain::check::{
    CheckContext, CheckFinding, TextLanguage, Weight, check_cv, score, sort_by_weight, spelling,
    with_word_replaced,
};
use approdo_domain::{Cv, PartialDate};
use leptos::prelude::*;
use std::collections::BTreeSet;
use std::time::Duration;

/// Typing goes first; the check follows when it pauses for so long.
const PAUSE: Duration = Duration::from_millis(150);

/// A check on screen.
#[derive(Debug, Clone, Copy)]
pub struct CvCheck {
    editor: CvEditor,
    /// What is to be looked at, the weightiest first.
    pub open: RwSignal<Vec<CheckFinding>>,
    /// What was put off, and is found still.
    pub put_off: RwSignal<Vec<CheckFinding>>,
    /// What the person said is right.
    pub own_words: RwSignal<BTreeSet<String>>,
    /// The dictionary.
    pub spelling: Spelling,
    /// How many pages there are, and how small their print, where they are laid out.
    laid_out: Option<Memo<(usize, Option<u16>)>>,
    timer: StoredValue<Option<TimeoutHandle>>,
}

impl CvCheck {
    /// Follows a CV as long as the caller's scope lives.
    pub fn follow(editor: CvEditor) -> Self {
        let check = Self {
            editor,
            open: RwSignal::new(Vec::new()),
            put_off: RwSignal::new(Vec::new()),
            own_words: RwSignal::new(own_words::all()),
            spelling: Spelling::new(),
            laid_out: lays_out().then(|| pages_and_size(editor)),
            timer: StoredValue::new(None),
        };
        check.look();
        let keystrokes = editor.keystrokes();
        Effect::new(move |looked_before: Option<()>| {
            keystrokes.track();
            check.spelling.heard.track();
            if let Some(laid_out) = check.laid_out {
                laid_out.track();
            }
            if looked_before.is_some() {
                check.look_soon();
            }
        });
        on_cleanup(move || check.stop_timer());
        check
    }

    /// Leaves a finding for later, on every device of this CV.
    pub fn put_off(self, finding: &CheckFinding) {
        self.editor.put_off(finding.key(), true);
        self.look();
    }

    /// Takes a finding up again.
    pub fn take_up(self, finding: &CheckFinding) {
        self.editor.put_off(finding.key(), false);
        self.look();
    }

    /// Writes a suggestion in the place of the words found: an edit like any other.
    pub fn replace(self, finding: &CheckFinding, suggestion: &str) {
        if let Some(word) = self.word_of(finding) {
            let text = self.editor.shown(finding.place);
            let replaced = with_word_replaced(&text, &word, suggestion);
            self.editor.write_step(finding.place, &replaced);
        }
        self.look();
    }

    /// Returns the words that a finding is about, as they stand in the text.
    pub fn word_of(self, finding: &CheckFinding) -> Option<String> {
        let text = self.editor.shown(finding.place);
        text.get(finding.range.clone()?).map(str::to_owned)
    }

    /// Takes note that the words found are right, on this device.
    pub fn accept_word(self, word: &str) {
        self.own_words.set(own_words::add(word));
        self.look();
    }

    /// Forgets that a word is right.
    pub fn forget_word(self, word: &str) {
        self.own_words.set(own_words::remove(word));
        self.look();
    }

    fn look_soon(self) {
        self.stop_timer();
        let handle = set_timeout_with_handle(move || self.look(), PAUSE).ok();
        self.timer.try_set_value(handle);
    }

    fn stop_timer(self) {
        let handle = self.timer.try_update_value(Option::take).flatten();
        if let Some(handle) = handle {
            handle.clear();
        }
    }

    fn look(self) {
        let cv = self.editor.cv();
        let context = self.context(&cv);
        self.spelling.ask(&cv, context.language);
        let mut findings = check_cv(&cv, &context);
        let answers = self.spelling.answers(context.language);
        let known = self.own_words.get_untracked();
        findings.extend(spelling(&cv, &answers, &known));
        sort_by_weight(&mut findings);
        let (put_off, open) = findings
            .into_iter()
            .partition(|finding| self.editor.is_put_off(finding.key()));
        show(self.open, open);
        show(self.put_off, put_off);
    }

    fn context(self, cv: &Cv) -> CheckContext {
        let laid_out = self.laid_out.map(|laid_out| laid_out.get_untracked());
        let laid_out = laid_out.filter(|(pages, _)| *pages > 0);
        CheckContext {
            today: today(),
            language: text_language(cv),
            pages: laid_out.map(|(pages, _)| pages),
            print_size: laid_out.and_then(|(_, size)| size).map(u32::from),
        }
    }
}

/// Shows findings, unless they are there already: nothing is drawn again for nothing. The screen may be
/// gone.
fn show(signal: RwSignal<Vec<CheckFinding>>, findings: Vec<CheckFinding>) {
    if signal.try_with_untracked(|present| *present != findings) == Some(true) {
        signal.set(findings);
    }
}

/// Tells whether the pages are laid out for their number: not where that would first fetch a megabyte.
fn lays_out() -> bool {
    use_client().offline.readiness.get_untracked() == Readiness::Ready
}

fn pages_and_size(editor: CvEditor) -> Memo<(usize, Option<u16>)> {
    let preview = Preview::follow(editor);
    Memo::new(move |_| (preview.pages.with(Vec::len), preview.text_size.get()))
}

/// Returns today, where this device is.
fn today() -> PartialDate {
    let (year, month, day) = clock::today();
    PartialDate {
        year,
        month: Some(month),
        day: Some(day),
    }
}

/// Returns the language in which a CV is written.
fn text_language(cv: &Cv) -> TextLanguage {
    match CvLanguage::of_tag(&cv.look.language).of_interface() {
        Some(Language::Italian) => TextLanguage::Italian,
        Some(Language::English) => TextLanguage::English,
        None => TextLanguage::Other,
    }
}

/// How good a CV is, in words: a by-product of what was found.
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
    pub fn of(open: &[CheckFinding], put_off: &[CheckFinding]) -> Self {
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
    use approdo_domain::check::CheckRule;

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
        assert_eq!(Standing::of(&[], &[]), Standing::Ready);
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
