//! Linking at work: asks the server, and follows what it says until the link is there or ended.

use super::client::use_client;
use super::linking::{Joining, LinkNews, LinkProblem, Offering, OpenLink, normalised_code};
use super::linking_account::{own_name, problem_of};
use super::sync_driver::SyncDriver;
use super::workspace::Workspace;
use crate::platform::accounts::{self, Device};
use crate::platform::clock;
use crate::platform::json::CallError;
use crate::platform::linking::{self as calls, ClaimState, LinkState};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How often the server is asked how a link is doing, in milliseconds.
const ASK_EVERY_MS: u32 = 1_500;

/// How long after a failure the server is asked again for the session, in milliseconds.
const RESUME_EVERY_MS: u32 = 5_000;

/// Linking at work.
#[derive(Debug, Clone, Copy)]
pub struct Linking {
    pub(super) workspace: Workspace,
    pub(super) sync: SyncDriver,
    /// How far offering a code has come.
    pub offering: RwSignal<Offering>,
    /// How far entering a code has come.
    pub joining: RwSignal<Joining>,
    /// The devices of the account, once known.
    pub devices: RwSignal<Option<Vec<Device>>>,
    /// A recovery code that was just made.
    pub recovery_code: RwSignal<Option<String>>,
    /// Why the last wish besides linking did not work.
    pub problem: RwSignal<Option<LinkProblem>>,
}

impl Linking {
    /// Begins with nothing started.
    pub fn new(workspace: Workspace, sync: SyncDriver) -> Self {
        Self {
            workspace,
            sync,
            offering: RwSignal::new(Offering::Idle),
            joining: RwSignal::new(Joining::Idle),
            devices: RwSignal::new(None),
            recovery_code: RwSignal::new(None),
            problem: RwSignal::new(None),
        }
    }

    /// Makes a code that another device can enter; the first time also an anonymous account.
    pub fn offer(self) {
        self.offering.set(Offering::Preparing);
        spawn_local(async move {
            match self.make_link().await {
                Ok(open) => {
                    let link = open.link.clone();
                    self.offering.set(Offering::Open(open));
                    self.follow_offer(link).await;
                }
                Err(problem) => self.offering.set(Offering::Failed(problem)),
            }
        });
    }

    /// Lets the other device in: the person saw the same word on both.
    pub fn confirm(self) {
        self.answer(true);
    }

    /// Turns the other device away, or gives up a code that nobody entered.
    pub fn reject(self) {
        self.answer(false);
    }

    /// Enters the code of another device.
    pub fn join(self, typed: &str) {
        let code = normalised_code(typed);
        self.joining.set(Joining::Sending);
        spawn_local(async move {
            let outcome = self.claim_and_wait(&code).await;
            self.joining.set(match outcome {
                Ok(()) => Joining::Done,
                Err(problem) => Joining::Failed(problem),
            });
            self.load_devices();
        });
    }

    /// Brings the CVs back with a recovery code.
    pub fn recover(self, typed: &str) {
        let code = normalised_code(typed);
        self.joining.set(Joining::Sending);
        spawn_local(async move {
            let outcome = match self.refuse_if_linked().await {
                Ok(()) => self.recover_account(&code).await,
                Err(problem) => Err(problem),
            };
            self.joining.set(match outcome {
                Ok(()) => Joining::Done,
                Err(problem) => Joining::Failed(problem),
            });
            self.load_devices();
        });
    }

    /// Goes on with the account whose session the browser still has, after it deleted the store; asks
    /// until the server answers, or the device is linked otherwise.
    pub fn resume(self) {
        spawn_local(async move {
            while self.account().await.is_none() {
                match accounts::session().await {
                    Ok(session) => {
                        // If this fails, the page of devices offers the other ways.
                        let _ = self.take_account(session.account).await;
                        return;
                    }
                    Err(CallError::NotSignedIn | CallError::OtherAccount) => return,
                    Err(_) => clock::wait(RESUME_EVERY_MS).await,
                }
            }
        });
    }

    /// Makes a recovery code; the one before ends.
    pub fn make_recovery_code(self) {
        spawn_local(async move {
            self.problem.set(None);
            let made = match self.ensure_account().await {
                Ok(()) => accounts::make_recovery_code().await.map_err(problem_of),
                Err(problem) => Err(problem),
            };
            match made {
                Ok(code) => self.recovery_code.set(Some(code)),
                Err(problem) => self.problem.set(Some(problem)),
            }
            self.load_devices();
        });
    }

    /// Reads the list of devices; without a network it stays as it is.
    pub fn load_devices(self) {
        spawn_local(async move {
            if self.account().await.is_none() {
                return;
            }
            match accounts::devices().await {
                Ok(devices) => {
                    self.problem.set(None);
                    self.devices.set(Some(devices));
                }
                Err(CallError::NotSignedIn) => {
                    self.devices.set(None);
                    self.problem.set(Some(LinkProblem::SignedOut));
                }
                Err(_) => {}
            }
        });
    }

    /// Ends the session of another device.
    pub fn withdraw(self, device: String) {
        spawn_local(async move {
            if let Err(error) = accounts::withdraw(&device).await {
                self.problem.set(Some(problem_of(error)));
            }
            // It may have been this one: then sync finds out, and says so.
            self.sync.nudge();
            self.load_devices();
        });
    }

    fn answer(self, is_right: bool) {
        let Some(link) = self
            .offering
            .with_untracked(|offering| offering.link().map(str::to_owned))
        else {
            return;
        };
        spawn_local(async move {
            let (answered, next) = if is_right {
                (calls::confirm(&link).await, Offering::Done)
            } else {
                (calls::reject(&link).await, Offering::Idle)
            };
            self.offering.set(match answered {
                Ok(()) => next,
                Err(_) if !is_right => Offering::Idle,
                Err(error) => Offering::Failed(problem_of(error)),
            });
            // The other device fetches its session a moment later.
            for _ in 0..3 {
                clock::wait(2 * ASK_EVERY_MS).await;
                self.load_devices();
            }
        });
    }

    async fn make_link(self) -> Result<OpenLink, LinkProblem> {
        self.ensure_account().await?;
        let link = calls::open().await.map_err(problem_of)?;
        Ok(OpenLink {
            link: link.link,
            code: link.code,
            expires_at_ms: clock::now_ms() + link.expires_in_seconds * 1_000,
        })
    }

    async fn follow_offer(self, link: String) {
        loop {
            clock::wait(ASK_EVERY_MS).await;
            let is_current = |offering: &Offering| offering.link() == Some(link.as_str());
            if !self.offering.with_untracked(is_current) {
                return;
            }
            let news = calls::state(&link).await;
            if !self.offering.with_untracked(is_current) {
                return;
            }
            let offering = self.offering.get_untracked().at(clock::now_ms());
            let next = match news {
                Ok(state) => offering.after(news_of(state)),
                Err(_) => offering,
            };
            if next != self.offering.get_untracked() {
                self.offering.set(next);
            }
        }
    }

    async fn claim_and_wait(self, code: &str) -> Result<(), LinkProblem> {
        self.refuse_if_linked().await?;
        let claim = calls::claim(code, &own_name()).await.map_err(problem_of)?;
        self.joining.set(Joining::Waiting {
            claim: claim.claim.clone(),
            matching_word: claim.matching_word,
        });
        loop {
            clock::wait(ASK_EVERY_MS).await;
            match calls::claim_state(&claim.claim).await {
                Ok(ClaimState::Confirmed(account)) => return self.take_account(account).await,
                Ok(ClaimState::Rejected) => return Err(LinkProblem::Rejected),
                Ok(ClaimState::Expired) => return Err(LinkProblem::Expired),
                Ok(ClaimState::Waiting) | Err(CallError::Unreachable) => {}
                Err(error) => return Err(problem_of(error)),
            }
        }
    }
}

fn news_of(state: LinkState) -> LinkNews {
    match state {
        LinkState::Open => LinkNews::Open,
        LinkState::Claimed {
            matching_word,
            device_name,
        } => LinkNews::Claimed {
            matching_word,
            device_name,
        },
        LinkState::Confirmed => LinkNews::Confirmed,
        LinkState::Expired => LinkNews::Expired,
    }
}

/// Returns linking, for components.
pub fn use_linking() -> Linking {
    use_client().linking
}
