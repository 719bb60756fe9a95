//! Moving an application on: at once where everything needed is known, else after asking. What was there
//! before is handed back, so that a move can be taken back.

use crate::state::day::day_text;
use crate::state::intent::Intent;
use crate::state::signals::Changed;
use crate::state::workspace::Workspace;
use approdo_document::{DocumentId, application_paths, project_application};
use approdo_domain::application::{
    Application, ApplicationPlace, ApplicationState, DatesField, HowField, MoveError,
};
use approdo_domain::{FieldValue, PartialDate};

/// Texts and where they stand.
pub type Texts = Vec<(ApplicationPlace, String)>;

/// How an application moves to a state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Plan {
    /// With these texts, nothing being open.
    AtOnce(Texts),
    /// Once these places are filled in.
    Ask(Vec<ApplicationPlace>),
}

/// Returns how an application moves to a state: a day on which something happens to be told is today. Only an
/// interview may be on any day, and what goes out is looked at before.
///
/// # Errors
/// There is no way from where it is.
pub fn plan(
    application: &Application,
    to: ApplicationState,
    today: PartialDate,
) -> Result<Plan, MoveError> {
    let from = application.application_state();
    if !from.moves().contains(&to) {
        return Err(MoveError::NotAllowed { from, to });
    }
    if to == ApplicationState::Sent && from == ApplicationState::ToSend {
        let channel = ApplicationPlace::How(HowField::Channel);
        return Ok(Plan::Ask(vec![
            ApplicationPlace::Date(DatesField::Sent),
            channel,
        ]));
    }
    let told_today = happens_when_told(to);
    let missing = application.missing_for(to);
    let (now, open): (Vec<_>, Vec<_>) = missing
        .into_iter()
        .partition(|place| told_today == Some(*place));
    if !open.is_empty() {
        return Ok(Plan::Ask(application.missing_for(to)));
    }
    let mut texts: Texts = now
        .into_iter()
        .map(|place| (place, day_text(today)))
        .collect();
    texts.push((ApplicationPlace::State, to.code().to_owned()));
    Ok(Plan::AtOnce(texts))
}

/// Returns an application as the questions before a move begin: a day that is likely today says so.
pub fn proposed(
    mut application: Application,
    to: ApplicationState,
    today: PartialDate,
) -> Application {
    let missing = application.missing_for(to);
    if let Some(place) = happens_when_told(to).filter(|place| missing.contains(place)) {
        application.set_text(place, &day_text(today));
    }
    application
}

/// The date that is likely the day on which the person says so.
fn happens_when_told(to: ApplicationState) -> Option<ApplicationPlace> {
    let field = match to {
        ApplicationState::Sent => DatesField::Sent,
        ApplicationState::Answered => DatesField::Answered,
        ApplicationState::Offer => DatesField::Offer,
        ApplicationState::No => DatesField::No,
        ApplicationState::ToSend | ApplicationState::Interview | ApplicationState::Withdrawn => {
            return None;
        }
    };
    Some(ApplicationPlace::Date(field))
}

/// Returns what is to be written so that one application becomes the other.
pub fn differences(before: &Application, after: &Application) -> Texts {
    let places = ApplicationPlace::all().into_iter();
    let changed = places.filter(|place| before.value(*place) != after.value(*place));
    changed
        .map(|place| (place, text_at(after, place)))
        .collect()
}

/// Writes texts of an application in one step, and returns what stood there before.
pub fn write(workspace: Workspace, id: DocumentId, texts: &Texts) -> Texts {
    let before = workspace.read(id, |open, _| project_application(open.document()));
    let places = texts.iter();
    let replaced = places.map(|(place, _)| (*place, text_at(&before, *place)));
    let intents = texts.iter().map(|(place, text)| Intent::Choose {
        path: application_paths::path(*place),
        text: text.clone(),
    });
    let intent = Intent::Together(intents.collect());
    workspace.change(id, |open, author, now_ms| {
        open.carry_out(intent, author, now_ms)
            .then_some(Changed::Anything)
    });
    replaced.collect()
}

fn text_at(application: &Application, place: ApplicationPlace) -> String {
    match application.value(place) {
        FieldValue::Text(text) => text.to_owned(),
        FieldValue::Flag(_) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ApplicationState::{Answered, Interview, No, Sent, ToSend, Withdrawn};

    const SENT_ON: ApplicationPlace = ApplicationPlace::Date(DatesField::Sent);
    const CHANNEL: ApplicationPlace = ApplicationPlace::How(HowField::Channel);
    const INTERVIEW_ON: ApplicationPlace = ApplicationPlace::Date(DatesField::Interview);

    fn day() -> PartialDate {
        PartialDate::new(2026, Some(11), Some(22)).unwrap()
    }

    fn sent() -> Application {
        let mut application = Application::default();
        application.set_text(ApplicationPlace::State, Sent.code());
        application.set_text(SENT_ON, "20/11/2026");
        application
    }

    #[test]
    fn what_goes_out_is_looked_at_before() {
        let asked = plan(&Application::default(), Sent, day());
        assert_eq!(asked, Ok(Plan::Ask(vec![SENT_ON, CHANNEL])));
        let proposed = proposed(Application::default(), Sent, day());
        assert_eq!(proposed.missing_for(Sent), [CHANNEL]);
        assert_eq!(proposed.dates.sent.0, day_text(day()));
    }

    #[test]
    fn an_answer_is_of_today_and_a_date_that_is_written_stays() {
        let plan_of = |application: &Application, to| plan(application, to, day());
        let answered_on = ApplicationPlace::Date(DatesField::Answered);
        let state = |state: ApplicationState| (ApplicationPlace::State, state.code().to_owned());
        let texts = vec![(answered_on, day_text(day())), state(Answered)];
        assert_eq!(plan_of(&sent(), Answered), Ok(Plan::AtOnce(texts)));
        let mut known = sent();
        known.set_text(ApplicationPlace::Date(DatesField::No), "21/11/2026");
        assert_eq!(plan_of(&known, No), Ok(Plan::AtOnce(vec![state(No)])));
        let withdrawn = Plan::AtOnce(vec![state(Withdrawn)]);
        assert_eq!(plan_of(&Application::default(), Withdrawn), Ok(withdrawn));
    }

    #[test]
    fn the_day_of_an_interview_is_asked_and_never_guessed() {
        assert_eq!(
            plan(&sent(), Interview, day()),
            Ok(Plan::Ask(vec![INTERVIEW_ON]))
        );
        let proposed = proposed(sent(), Interview, day());
        assert_eq!(proposed.missing_for(Interview), [INTERVIEW_ON]);
    }

    #[test]
    fn there_is_no_way_to_where_it_is_or_past_sending() {
        for to in [ToSend, Interview] {
            let refused = plan(&Application::default(), to, day());
            assert!(matches!(refused, Err(MoveError::NotAllowed { .. })));
        }
    }

    #[test]
    fn a_day_reads_back_as_it_was_written() {
        assert_eq!(day_text(day()), "22/11/2026");
        assert_eq!(day_text(day()).parse(), Ok(day()));
    }

    #[test]
    fn only_what_differs_is_written() {
        let mut after = sent();
        after.set_text(INTERVIEW_ON, "1/12/2026");
        let texts = differences(&sent(), &after);
        assert_eq!(texts, [(INTERVIEW_ON, "1/12/2026".to_owned())]);
    }
}
