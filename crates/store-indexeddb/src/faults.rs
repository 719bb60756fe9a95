//! Faults made on purpose, for the tests in real browsers. Only with the feature `conformance`.

use crate::connection::{Access, Connection};
use crate::error::StoreError;
use crate::migrations::CURRENT;
use crate::open::{factory, settled};
use crate::queries::Operations;
use crate::schema::OPERATIONS;
use crate::store::IndexedDbStore;
use approdo_document::OperationId;
use approdo_sync::conformance::Reopen;
use std::cell::Cell;
use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::Poll;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::IdbDatabase;

/// Closes the connection under the store, as browsers do to tabs in the background.
pub fn close_connection(store: &IndexedDbStore) {
    store.close_connection();
}

/// Makes the database one of a newer version of the app.
///
/// # Errors
/// Why the browser did not.
pub async fn upgrade_beyond(name: &str) -> Result<(), StoreError> {
    let request = factory()?
        .open_with_u32(name, CURRENT as u32 + 1)
        .map_err(|thrown| StoreError::from_thrown(&thrown))?;
    let database: IdbDatabase = settled(&request).await?.unchecked_into();
    database.close();
    Ok(())
}

thread_local! {
    static STEPS_LEFT: Cell<Option<usize>> = const { Cell::new(None) };
}

/// Has the next upgrade given up after so many of its steps, as if the tab were killed.
pub fn interrupt_upgrade_after(steps: usize) {
    STEPS_LEFT.set(Some(steps));
}

/// Carries out the steps of an upgrade, as far as they may go.
pub(crate) async fn interrupted(
    upgrade: impl Future<Output = Result<(), StoreError>>,
) -> Result<(), StoreError> {
    let Some(mut left) = STEPS_LEFT.take() else {
        return upgrade.await;
    };
    let mut upgrade = pin!(upgrade);
    poll_fn(|context| match upgrade.as_mut().poll(context) {
        Poll::Pending if left == 0 => Poll::Ready(Err(StoreError::Lost)),
        Poll::Pending => {
            left -= 1;
            Poll::Pending
        }
        ready => ready,
    })
    .await
}

/// Damages the record of an operation.
///
/// # Errors
/// Why the browser did not.
pub async fn damage(store: &IndexedDbStore, id: OperationId) -> Result<(), StoreError> {
    let damage = async |connection: &Connection| {
        let transaction = connection.begin(&[OPERATIONS], Access::Write)?;
        let log = Operations::of(&transaction)?;
        for record in log.find(&[id]).await?.iter().flatten() {
            record.set_body(&JsValue::from_str("damaged"));
            log.put(record)?;
        }
        transaction.finish().await
    };
    store.attempt(damage).await
}

impl Reopen for IndexedDbStore {
    #[expect(
        clippy::expect_used,
        reason = "the suites cannot go on without a store, and report the panic"
    )]
    async fn reopen(self) -> Self {
        self.close();
        let name = self.name().to_owned();
        Self::open(&name).await.expect("the database opens again")
    }
}
