//! The check of one document while it is on screen: what it finds, what was put off, and what else may be
//! done with a finding. The rules are in `approdo_domain::check`, the dictionary is asked in `spelling`; how a
//! letter is looked at is in `letter::check`.

use super::client::use_client;
use super::cv_editor::CvEditor;
use super::editor::{DocumentPlace, Editor};
use super::offline::Readiness;
use super::own_words;
use super::preview::{Preview, PreviewedPlace};
use super::spelling::Spelling;
use crate::i18n::{CvLanguage, Language};
use crate::state::day::today;
use approdo_domain::check::{
    CheckContext, CheckFinding, TextLanguage, check_cv, sort_by_weight, spelling,
    with_word_replaced, words_to_spell,
};
use approdo_domain::{Cv, CvPlace};
use leptos::prelude::*;
use std::collections::BTreeSet;
use std::time::Duration;

/// Typing goes first; the check follows when it pauses for so long.
const PAUSE: Duration = Duration::from_millis(150);

/// How many pages there are, and how small their print.
pub type LaidOut = Memo<(usize, Option<u16>)>;

/// A kind of document that can be checked.
pub trait CheckedPlace: DocumentPlace {
    /// Looks at a document as it is on screen: the weightiest finding first.
    fn look_at(check: Check<Self>) -> Vec<CheckFinding<Self>>;

    /// Returns the dictionary, where words are looked up.
    fn dictionary() -> Option<Spelling> {
        None
    }

    /// Follows the pages, where they are laid out.
    fn pages(_editor: Editor<Self>) -> Option<LaidOut> {
        None
    }
}

/// A check on screen.
#[derive(Debug)]
pub struct Check<P: CheckedPlace> {
    /// The document.
    pub editor: Editor<P>,
    /// What is to be looked at, the weightiest first.
    pub open: RwSignal<Vec<CheckFinding<P>>>,
    /// What was put off, and is found still.
    pub put_off: RwSignal<Vec<CheckFinding<P>>>,
    /// What the person said is right.
    pub own_words: RwSignal<BTreeSet<String>>,
    /// The dictionary, where words are looked up.
    pub spelling: Option<Spelling>,
    laid_out: Option<LaidOut>,
    timer: StoredValue<Option<TimeoutHandle>>,
}

/// The check of a CV.
pub type CvCheck = Check<CvPlace>;

impl<P: CheckedPlace> Clone for Check<P> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<P: CheckedPlace> Copy for Check<P> {}

impl<P: CheckedPlace> Check<P> {
    /// Follows a document as long as the caller's scope lives.
    pub fn follow(editor: Editor<P>) -> Self {
        let check = Self {
            editor,
            open: RwSignal::new(Vec::new()),
            put_off: RwSignal::new(Vec::new()),
            own_words: RwSignal::new(own_words::all()),
            spelling: P::dictionary(),
            laid_out: P::pages(editor),
            timer: StoredValue::new(None),
        };
        check.look();
        let keystrokes = editor.keystrokes();
        Effect::new(move |looked_before: Option<()>| {
            keystrokes.track();
            if let Some(spelling) = check.spelling {
                spelling.heard.track();
            }
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

    /// Leaves a finding for later, on every device of this document.
    pub fn put_off(self, finding: &CheckFinding<P>) {
        self.editor.put_off(finding.key(), true);
        self.look();
    }

    /// Takes a finding up again.
    pub fn take_up(self, finding: &CheckFinding<P>) {
        self.editor.put_off(finding.key(), false);
        self.look();
    }

    /// Writes a suggestion in the place of the words found: an edit like any other.
    pub fn replace(self, finding: &CheckFinding<P>, suggestion: &str) {
        if let Some(word) = self.word_of(finding) {
            let text = self.editor.shown(finding.place);
            let replaced = with_word_replaced(&text, &word, suggestion);
            self.editor.write_step(finding.place, &replaced);
        }
        self.look();
    }

    /// Returns the words that a finding is about, as they stand in the text.
    pub fn word_of(self, finding: &CheckFinding<P>) -> Option<String> {
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

    /// Returns what the rules need to know beside the document.
    pub(super) fn context(self, language: TextLanguage) -> CheckContext {
        let laid_out = self.laid_out.map(|laid_out| laid_out.get_untracked());
        let laid_out = laid_out.filter(|(pages, _)| *pages > 0);
        CheckContext {
            today: today(),
            language,
            pages: laid_out.map(|(pages, _)| pages),
            print_size: laid_out.and_then(|(_, size)| size).map(u32::from),
        }
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
        let findings = P::look_at(self);
        let (put_off, open) = findings
            .into_iter()
            .partition(|finding| self.editor.is_put_off(finding.key()));
        show(self.open, open);
        show(self.put_off, put_off);
    }
}

impl CheckedPlace for CvPlace {
    fn look_at(check: CvCheck) -> Vec<CheckFinding> {
        let cv = check.editor.cv();
        let context = check.context(text_language(&cv));
        let mut findings = check_cv(&cv, &context);
        if let Some(dictionary) = check.spelling {
            dictionary.ask(context.language, || words_to_spell(&cv));
            let answers = dictionary.answers(context.language);
            let known = check.own_words.get_untracked();
            findings.extend(spelling(&cv, &answers, &known));
            sort_by_weight(&mut findings);
        }
        findings
    }

    fn dictionary() -> Option<Spelling> {
        Some(Spelling::new())
    }

    fn pages(editor: CvEditor) -> Option<LaidOut> {
        laid_out(editor)
    }
}

/// Shows findings, unless they are there already: nothing is drawn again for nothing. The screen may be
/// gone.
fn show<P: CheckedPlace>(signal: RwSignal<Vec<CheckFinding<P>>>, findings: Vec<CheckFinding<P>>) {
    if signal.try_with_untracked(|present| *present != findings) == Some(true) {
        signal.set(findings);
    }
}

/// Follows how many pages there are, laid out for their number: not where that would first fetch a megabyte.
pub fn laid_out<P: PreviewedPlace>(editor: Editor<P>) -> Option<LaidOut> {
    let is_here = use_client().offline.readiness.get_untracked() == Readiness::Ready;
    is_here.then(|| {
        let preview = Preview::follow(editor);
        Memo::new(move |_| (preview.pages.with(Vec::len), preview.text_size.get()))
    })
}

/// Returns the language in which a CV is written.
fn text_language(cv: &Cv) -> TextLanguage {
    match CvLanguage::of_tag(&cv.look.language).of_interface() {
        Some(Language::Italian) => TextLanguage::Italian,
        Some(Language::English) => TextLanguage::English,
        None => TextLanguage::Other,
    }
}
