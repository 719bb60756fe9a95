//! Faults made on purpose, for the tests in real browsers. Only with the feature `conformance`.

use crate::connection::Access;
use crate::error::StoreError;
use crate::queries::Operations;
use crate::schema::{DATABASE_VERSION, OPERATIONS};
use crate::store::IndexedDbStore;
use approdo_document::OperationId;
use approdo_sync::conformance::Reopen;
use rexie::Rexie;
use wasm_bindgen::JsValue;

/// Closes the connection under the store, as browsers do to tabs in the background.
pub fn close_connection(store: &IndexedDbStore) {
    store.close_connection();
}

/// Makes the database one of a newer version of the app.
///
/// # Errors
/// Why the browser did not.
pub async fn upgrade_beyond(name: &str) -> Result<(), StoreError> {
    let newer = Rexie::builder(name).version(DATABASE_VERSION + 1);
    let database = newer.build().await;
    database
        .map(Rexie::close)
        .map_err(|error| StoreError::from_opening(&error))
}

/// Damages the record of an operation.
///
/// # Errors
/// Why the browser did not.
pub async fn damage(store: &IndexedDbStore, id: OperationId) -> Result<(), StoreError> {
    let damage = async |connection: &crate::connection::Connection| {
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
