//! What sets are called, and their questions in their order.

use super::row_action::row_action;
use crate::components::icon::Icon;
use crate::i18n::{Key, format, plural, text};
use crate::platform::focus;
use crate::state::practice::{PracticeEditor, SetLine, moved, set_lines, with_or_without};
use approdo_catalog::Questions;
use approdo_domain::ItemId;
use approdo_domain::practice::{
    PracticePlace, PreparedSet, PreparedSetField, SetQuestion, questions_text,
};
use leptos::prelude::*;
use std::sync::Arc;

/// A set on screen.
#[derive(Debug, Clone, Copy)]
pub struct SetShown {
    /// The practice it stands in.
    pub editor: PracticeEditor,
    /// Which it is.
    pub set: ItemId,
    /// What stands in it; none once it is deleted.
    pub present: Memo<Option<PreparedSet>>,
}

impl SetShown {
    /// Returns what stands in it now.
    pub fn now(self) -> PreparedSet {
        let present = self.present.get_untracked();
        present.unwrap_or_else(|| PreparedSet::empty(self.set))
    }

    /// Writes a text of the set, as a step of its own for undo.
    pub fn write(self, field: PreparedSetField, text: &str) {
        self.editor
            .write_step(PracticePlace::Set(self.set, field), text);
    }

    /// Writes its questions.
    pub fn write_questions(self, questions: &[SetQuestion]) {
        self.write(PreparedSetField::Questions, &questions_text(questions));
    }
}

/// Returns what a set is called.
pub fn set_name(set: &PreparedSet) -> String {
    match set.name.trim() {
        "" => text(Key::SetsUntitled),
        name => name.to_owned(),
    }
}

/// Draws the questions of a set, each leading to where it is practised; `changing` offers to move them and to take them
/// out.
pub fn set_questions(shown: SetShown, questions: Arc<Questions>, changing: bool) -> AnyView {
    let lines = Memo::new(move |_| {
        let set = shown.present.get();
        set.map(|set| set_lines(&set, &questions))
            .unwrap_or_default()
    });
    let unknown =
        move || lines.with(|lines| lines.iter().filter(|line| line.asked.is_none()).count());
    view! {
        <p role="status" data-set-questions=move || lines.with(Vec::len).to_string()>
            {move || match lines.with(Vec::len) {
                0 => text(Key::SetQuestionsNone),
                count => plural(Key::SetQuestionCount, count),
            }}
        </p>
        <ol class=if changing { "card-list" } else { "choice-list" }>
            {move || {
                let lines = lines.get().into_iter();
                lines.filter_map(|line| drawn(shown, line, changing)).collect::<Vec<_>>()
            }}
        </ol>
        {move || (unknown() > 0).then(|| view! { <p>{plural(Key::SetUnknown, unknown())}</p> })}
    }
    .into_any()
}

fn drawn(shown: SetShown, line: SetLine, changing: bool) -> Option<AnyView> {
    let asked = line.asked?;
    let ask = asked.ask.clone();
    let content = match changing {
        true => view! {
            <p>{ask.clone()}</p>
            {changes(shown, line.question, asked.item, &ask)}
        }
        .into_any(),
        false => {
            let address = format!("/interview/questions/{}", asked.word());
            view! {
                <a href=address>
                    <span>{ask}</span>
                </a>
            }
            .into_any()
        }
    };
    let class = changing.then_some("card");
    Some(
        view! {
            <li class=class data-set-question=asked.word()>
                {content}
            </li>
        }
        .into_any(),
    )
}

fn changes(shown: SetShown, question: SetQuestion, item: ItemId, ask: &str) -> AnyView {
    let named = |key| format(key, &[("name", ask)]);
    let (up, down, out) = (question.clone(), question.clone(), question);
    let shift = move |question: &SetQuestion, up: bool, name: &str| {
        if let Some(questions) = moved(&shown.now(), question, up) {
            shown.write_questions(&questions);
            focus::focus_soon(format!("{name}-{item}"));
        }
    };
    let take_out = move || {
        shown.write_questions(&with_or_without(&shown.now(), &out));
        focus::focus_soon("page-title".to_owned());
    };
    view! {
        <div class="entry-actions">
            {row_action("move-up", Icon::Up, item, named(Key::ActionMoveUpNamed), move || shift(&up, true, "move-up"))}
            {row_action("move-down", Icon::Down, item, named(Key::ActionMoveDownNamed), move || shift(&down, false, "move-down"))}
            {row_action("delete", Icon::Delete, item, named(Key::ActionDeleteNamed), take_out)}
        </div>
    }
    .into_any()
}
