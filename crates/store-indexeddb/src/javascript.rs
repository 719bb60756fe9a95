//! The few JavaScript shapes that no library offers: a stored record by its fields, and a
//! transaction with the durability wanted.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::IdbTransaction;

#[wasm_bindgen]
extern "C" {
    /// A record as it lies in the database. Every field may be missing or of another type.
    #[wasm_bindgen(extends = js_sys::Object)]
    #[derive(Clone)]
    pub type RawRecord;

    #[wasm_bindgen(method, getter)]
    pub fn sequence(this: &RawRecord) -> JsValue;
    #[wasm_bindgen(method, getter)]
    pub fn document(this: &RawRecord) -> JsValue;
    #[wasm_bindgen(method, setter)]
    pub fn set_document(this: &RawRecord, value: &JsValue);
    #[wasm_bindgen(method, setter)]
    pub fn set_sequence(this: &RawRecord, value: &JsValue);
    #[wasm_bindgen(method, setter)]
    pub fn set_id(this: &RawRecord, value: &JsValue);
    #[wasm_bindgen(method, getter)]
    pub fn hash(this: &RawRecord) -> JsValue;
    #[wasm_bindgen(method, setter)]
    pub fn set_hash(this: &RawRecord, value: &JsValue);
    #[wasm_bindgen(method, setter)]
    pub fn set_bases(this: &RawRecord, value: &JsValue);
    #[wasm_bindgen(method, getter)]
    pub fn self_contained(this: &RawRecord) -> JsValue;
    #[wasm_bindgen(method, setter)]
    pub fn set_self_contained(this: &RawRecord, value: &JsValue);
    #[wasm_bindgen(method, getter)]
    pub fn id(this: &RawRecord) -> JsValue;
    #[wasm_bindgen(method, setter)]
    pub fn set_since(this: &RawRecord, value: &JsValue);
    #[wasm_bindgen(method, setter)]
    pub fn set_queue(this: &RawRecord, value: &JsValue);
    #[wasm_bindgen(method, getter)]
    pub fn delivery(this: &RawRecord) -> JsValue;
    #[wasm_bindgen(method, setter)]
    pub fn set_delivery(this: &RawRecord, value: &JsValue);
    #[wasm_bindgen(method, getter)]
    pub fn mine(this: &RawRecord) -> JsValue;
    #[wasm_bindgen(method, setter)]
    pub fn set_mine(this: &RawRecord, value: &JsValue);
    #[wasm_bindgen(method, getter)]
    pub fn built_upon(this: &RawRecord) -> JsValue;
    #[wasm_bindgen(method, setter)]
    pub fn set_built_upon(this: &RawRecord, value: &JsValue);
    #[wasm_bindgen(method, getter)]
    pub fn number(this: &RawRecord) -> JsValue;
    #[wasm_bindgen(method, setter)]
    pub fn set_number(this: &RawRecord, value: &JsValue);
    #[wasm_bindgen(method, getter)]
    pub fn version(this: &RawRecord) -> JsValue;
    #[wasm_bindgen(method, setter)]
    pub fn set_version(this: &RawRecord, value: &JsValue);
    #[wasm_bindgen(method, getter)]
    pub fn key_id(this: &RawRecord) -> JsValue;
    #[wasm_bindgen(method, setter)]
    pub fn set_key_id(this: &RawRecord, value: &JsValue);
    #[wasm_bindgen(method, getter)]
    pub fn nonce(this: &RawRecord) -> JsValue;
    #[wasm_bindgen(method, setter)]
    pub fn set_nonce(this: &RawRecord, value: &JsValue);
    #[wasm_bindgen(method, getter)]
    pub fn body(this: &RawRecord) -> JsValue;
    #[wasm_bindgen(method, setter)]
    pub fn set_body(this: &RawRecord, value: &JsValue);

    /// A connection, for the one method whose third argument the bindings lack.
    #[derive(Clone)]
    pub type Database;

    /// Begins a transaction. Browsers that do not know `options` ignore it.
    #[wasm_bindgen(method, catch)]
    pub fn transaction(
        this: &Database,
        stores: &JsValue,
        mode: &str,
        options: &JsValue,
    ) -> Result<IdbTransaction, JsValue>;

    /// A transaction, for the one method that the bindings warn of.
    pub type Committable;

    /// Commits what was asked of the transaction; nothing can be asked of it any more.
    #[wasm_bindgen(method, catch)]
    pub fn commit(this: &Committable) -> Result<(), JsValue>;

    /// How durable a transaction is to be.
    #[wasm_bindgen(extends = js_sys::Object)]
    pub type Options;

    #[wasm_bindgen(method, setter)]
    pub fn set_durability(this: &Options, value: &str);
}
