//! What is said when linking did not work: what happened and what to do.

use crate::i18n::{Key, text};
use crate::state::linking::LinkProblem;
use leptos::prelude::*;

/// Draws a problem, if there is one.
pub fn problem_notice(problem: Option<LinkProblem>) -> Option<AnyView> {
    let problem = problem?;
    Some(
        view! {
            <p class="notice" data-kind="error" role="alert" data-problem=problem_word(problem)>
                {text(problem_key(problem))}
            </p>
        }
        .into_any(),
    )
}

fn problem_key(problem: LinkProblem) -> Key {
    match problem {
        LinkProblem::Offline => Key::DevicesErrorOffline,
        LinkProblem::WrongCode => Key::DevicesErrorWrongCode,
        LinkProblem::Expired => Key::DevicesErrorExpired,
        LinkProblem::Rejected => Key::DevicesErrorRejected,
        LinkProblem::TooMany => Key::DevicesErrorTooMany,
        LinkProblem::LinkedElsewhere => Key::DevicesErrorLinkedElsewhere,
        LinkProblem::SignedOut => Key::DevicesErrorSignedOut,
        LinkProblem::Server => Key::DevicesErrorServer,
        LinkProblem::NoStorage => Key::StorageMemory,
    }
}

fn problem_word(problem: LinkProblem) -> &'static str {
    match problem {
        LinkProblem::Offline => "offline",
        LinkProblem::WrongCode => "wrong-code",
        LinkProblem::Expired => "expired",
        LinkProblem::Rejected => "rejected",
        LinkProblem::TooMany => "too-many",
        LinkProblem::LinkedElsewhere => "linked-elsewhere",
        LinkProblem::SignedOut => "signed-out",
        LinkProblem::Server => "server",
        LinkProblem::NoStorage => "no-storage",
    }
}
