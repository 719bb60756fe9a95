//! The account that linking leads to: made the first time, taken over from a link or a recovery code,
//! never a second one on a device. Linking itself is in `linking_driver`.

use super::linking::LinkProblem;
use super::linking_driver::Linking;
use crate::i18n::{Key, format, text};
use crate::platform::accounts;
use crate::platform::device_name;
use crate::platform::json::CallError;
use approdo_document::AccountId;
use approdo_store_indexeddb::IndexedDbStore;
use approdo_sync::store::DeviceStore;
use std::rc::Rc;

impl Linking {
    pub(super) async fn recover_account(self, code: &str) -> Result<(), LinkProblem> {
        let account = accounts::recover(code, &own_name()).await;
        self.take_account(account.map_err(problem_of)?).await
    }

    /// A device that works for an account already does not take another one.
    pub(super) async fn refuse_if_linked(self) -> Result<(), LinkProblem> {
        self.store()?;
        if self.account().await.is_none() {
            return Ok(());
        }
        match accounts::session().await {
            Ok(_) => Err(LinkProblem::LinkedElsewhere),
            Err(CallError::NotSignedIn) => Ok(()),
            Err(error) => Err(problem_of(error)),
        }
    }

    pub(super) async fn ensure_account(self) -> Result<(), LinkProblem> {
        self.store()?;
        if self.account().await.is_some() {
            return Ok(());
        }
        let account = accounts::make_account(&own_name()).await;
        self.take_account(account.map_err(problem_of)?).await
    }

    pub(super) async fn take_account(self, account: AccountId) -> Result<(), LinkProblem> {
        let store = self.store()?;
        match store.bind_account(account).await {
            Ok(true) => {
                self.sync.linked();
                Ok(())
            }
            Ok(false) => Err(LinkProblem::LinkedElsewhere),
            Err(_) => Err(LinkProblem::Server),
        }
    }

    fn store(self) -> Result<Rc<IndexedDbStore>, LinkProblem> {
        self.workspace.store().ok_or(LinkProblem::NoStorage)
    }

    pub(super) async fn account(self) -> Option<AccountId> {
        self.workspace.account().await
    }
}

/// Returns how this device calls itself, such as "Chrome su Android".
pub(super) fn own_name() -> String {
    let name = device_name::read();
    match (name.browser, name.system) {
        (Some(browser), Some(system)) => format(
            Key::DevicesName,
            &[("browser", browser), ("system", system)],
        ),
        (Some(name), None) | (None, Some(name)) => name.to_owned(),
        (None, None) => text(Key::DevicesNameUnknown),
    }
}

/// Returns what a failed call means for linking.
pub(super) fn problem_of(error: CallError) -> LinkProblem {
    match error {
        CallError::Unreachable | CallError::NotApprodo => LinkProblem::Offline,
        CallError::NotSignedIn => LinkProblem::SignedOut,
        CallError::OtherAccount => LinkProblem::LinkedElsewhere,
        CallError::WrongCode | CallError::NotFound => LinkProblem::WrongCode,
        CallError::TooMany { .. } => LinkProblem::TooMany,
        CallError::LinkNotReady => LinkProblem::Expired,
        CallError::Refused(_) | CallError::ServerFault => LinkProblem::Server,
    }
}
