//! One open connection: begins transactions and notices when the browser closes it.

use crate::error::StoreError;
use crate::javascript::{Database, Options};
use crate::transaction::Transaction;
use js_sys::{Array, Object};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbDatabase, IdbVersionChangeEvent};

/// What a transaction may do, and when it counts as done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Reads.
    Read,
    /// Writes what the browser or the server could give again.
    Write,
    /// Writes what only this device has: done when it is on the disk, not merely handed over.
    WriteStrictly,
}

/// An open connection.
pub struct Connection {
    database: IdbDatabase,
    closed: Rc<Cell<bool>>,
    _on_close: Closure<dyn FnMut()>,
    _on_version_change: Closure<dyn FnMut(IdbVersionChangeEvent)>,
}

impl Connection {
    /// Takes over a database just opened. When another tab wants to upgrade it, `on_outdated` is told
    /// so and closes the store in its own time; without it, and for a deletion, it is closed at once.
    pub fn new(database: IdbDatabase, on_outdated: Option<Rc<dyn Fn()>>) -> Self {
        let closed = Rc::new(Cell::new(false));
        let on_close = Closure::new({
            let closed = closed.clone();
            move || closed.set(true)
        });
        let on_version_change = Closure::new({
            let (closed, database) = (closed.clone(), database.clone());
            move |event: IdbVersionChangeEvent| match &on_outdated {
                Some(tell) if event.new_version().is_some() => tell(),
                _ => {
                    closed.set(true);
                    database.close();
                }
            }
        });
        database.set_onclose(Some(on_close.as_ref().unchecked_ref()));
        database.set_onversionchange(Some(on_version_change.as_ref().unchecked_ref()));
        Self {
            database,
            closed,
            _on_close: on_close,
            _on_version_change: on_version_change,
        }
    }

    /// Tells whether the browser has closed the connection.
    pub fn is_closed(&self) -> bool {
        self.closed.get()
    }

    /// Closes the connection once its transactions have ended.
    pub fn close(&self) {
        self.closed.set(true);
        self.database.close();
    }

    /// Closes the connection without a note of it, as the browser does.
    #[cfg(feature = "conformance")]
    pub fn close_raw(&self) {
        self.database.close();
    }

    /// Begins a transaction over some object stores.
    pub fn begin(&self, stores: &[&str], access: Access) -> Result<Transaction, StoreError> {
        let names: Array = stores.iter().copied().map(JsValue::from_str).collect();
        let options: Options = Object::new().unchecked_into();
        options.set_durability(match access {
            Access::Read => "default",
            Access::Write => "relaxed",
            Access::WriteStrictly => "strict",
        });
        let mode = match access {
            Access::Read => "readonly",
            Access::Write | Access::WriteStrictly => "readwrite",
        };
        let database: &Database = self.database.unchecked_ref();
        database
            .transaction(&names, mode, &options)
            .map(Transaction::new)
            .map_err(|thrown| StoreError::from_thrown(&thrown))
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.database.set_onclose(None);
        self.database.set_onversionchange(None);
        self.database.close();
    }
}
