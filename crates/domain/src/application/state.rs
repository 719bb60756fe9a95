//! How far an application is, which moves are allowed from there, and what each needs.

use crate::FieldValue;
use crate::application::{Application, ApplicationPlace, DatesField, HowField};
use crate::choices::choices;
use thiserror::Error;

choices! {
    /// How far an application is.
    ApplicationState {
        /// It is being prepared.
        ToSend = "to-send",
        /// It went out.
        Sent = "sent",
        /// The company answered.
        Answered = "answered",
        /// There is, or was, an interview.
        Interview = "interview",
        /// The company offers the job.
        Offer = "offer",
        /// The company said no.
        No = "no",
        /// The person does not want it any more.
        Withdrawn = "withdrawn",
    }
}

choices! {
    /// How an application goes out.
    Channel {
        /// By e-mail.
        Email = "email",
        /// On a website.
        Website = "website",
        /// By hand.
        InPerson = "in-person",
        /// By telephone, or a message on it.
        Phone = "phone",
        /// Through an agency or a job centre.
        Agency = "agency",
        /// By post.
        Post = "post",
    }
}

/// Why an application does not move.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum MoveError {
    /// From where it is there is no way there.
    #[error("an application cannot go from `{}` to `{}`; choose another step", .from.code(), .to.code())]
    NotAllowed {
        /// Where it is.
        from: ApplicationState,
        /// Where it was to go.
        to: ApplicationState,
    },
    /// Something is not written yet.
    #[error("something is missing for this step; fill it in first")]
    Missing(Vec<ApplicationPlace>),
}

impl ApplicationState {
    /// Returns where it may go from here, the likeliest first. Going back mends a slip, or follows a company
    /// that thinks again.
    pub fn moves(self) -> &'static [ApplicationState] {
        use ApplicationState::{Answered, Interview, No, Offer, Sent, ToSend, Withdrawn};
        match self {
            ToSend => &[Sent, Withdrawn],
            Sent => &[Answered, Interview, Offer, No, Withdrawn, ToSend],
            Answered => &[Interview, Offer, No, Withdrawn, Sent],
            Interview => &[Offer, No, Withdrawn, Answered, Sent],
            Offer => &[Withdrawn, No, Interview],
            No => &[Answered, Interview, Offer, Sent],
            Withdrawn => &[ToSend, Sent, Answered, Interview],
        }
    }

    /// Returns what has to be written before it may go here.
    pub fn needs(self) -> &'static [ApplicationPlace] {
        const SENT_ON: ApplicationPlace = ApplicationPlace::Date(DatesField::Sent);
        match self {
            Self::ToSend | Self::Withdrawn => &[],
            Self::Sent => &[SENT_ON, ApplicationPlace::How(HowField::Channel)],
            Self::Answered => &[SENT_ON, ApplicationPlace::Date(DatesField::Answered)],
            Self::Interview => &[ApplicationPlace::Date(DatesField::Interview)],
            Self::Offer => &[ApplicationPlace::Date(DatesField::Offer)],
            Self::No => &[ApplicationPlace::Date(DatesField::No)],
        }
    }

    /// Tells whether nothing more is expected of the company.
    pub fn is_over(self) -> bool {
        matches!(self, Self::No | Self::Withdrawn)
    }
}

impl Application {
    /// Returns how far it is; to be sent if nothing was said, or nothing that is known here.
    pub fn application_state(&self) -> ApplicationState {
        ApplicationState::from_code(&self.state).unwrap_or(ApplicationState::ToSend)
    }

    /// Returns what is missing before it may go there.
    pub fn missing_for(&self, to: ApplicationState) -> Vec<ApplicationPlace> {
        let is_missing = |place: &ApplicationPlace| match (*place, self.value(*place)) {
            // A date that nobody can read is none for the figures.
            (ApplicationPlace::Date(_), FieldValue::Text(text)) => {
                text.parse::<crate::PartialDate>().is_err()
            }
            (_, value) => !value.is_given(),
        };
        to.needs().iter().copied().filter(is_missing).collect()
    }

    /// Moves it on, or back.
    ///
    /// # Errors
    /// Says that there is no such move, or what has to be written first; nothing changes then.
    pub fn move_to(&mut self, to: ApplicationState) -> Result<(), MoveError> {
        let from = self.application_state();
        if !from.moves().contains(&to) {
            return Err(MoveError::NotAllowed { from, to });
        }
        let missing = self.missing_for(to);
        if !missing.is_empty() {
            return Err(MoveError::Missing(missing));
        }
        to.code().clone_into(&mut self.state);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_application_goes_out_once_day_and_channel_are_known() {
        let mut application = Application::default();
        let missing = application.move_to(ApplicationState::Sent).unwrap_err();
        let sent = ApplicationPlace::Date(DatesField::Sent);
        let channel = ApplicationPlace::How(HowField::Channel);
        assert_eq!(missing, MoveError::Missing(vec![sent, channel]));
        application.set_text(sent, "22/11/2026");
        application.set_text(channel, Channel::Email.code());
        assert_eq!(application.move_to(ApplicationState::Sent), Ok(()));
        assert_eq!(application.application_state(), ApplicationState::Sent);
    }

    #[test]
    fn a_date_that_nobody_can_read_is_missing() {
        let mut application = Application::default();
        let interview = ApplicationPlace::Date(DatesField::Interview);
        application.set_text(interview, "presto");
        let missing = application.missing_for(ApplicationState::Interview);
        assert_eq!(missing, [interview]);
    }

    #[test]
    fn what_was_never_sent_has_no_interview() {
        let mut application = Application::default();
        let refused = application.move_to(ApplicationState::Interview);
        assert!(matches!(refused, Err(MoveError::NotAllowed { .. })));
        assert_eq!(application, Application::default());
    }

    #[test]
    fn nobody_is_stuck_and_nothing_moves_to_where_it_is() {
        for state in ApplicationState::ALL {
            assert!(!state.moves().is_empty(), "{state:?}");
            assert!(!state.moves().contains(&state), "{state:?}");
        }
    }

    #[test]
    fn from_the_beginning_every_state_can_be_reached() {
        let mut reached = vec![ApplicationState::ToSend];
        let mut at = 0;
        while let Some(state) = reached.get(at).copied() {
            for next in state.moves() {
                if !reached.contains(next) {
                    reached.push(*next);
                }
            }
            at += 1;
        }
        assert_eq!(reached.len(), ApplicationState::ALL.len());
    }
}
