//! What a record of an operation holds, to and from the shape that lies in the database.
//!
//! What never changes is in the body, see `record_body`. What changes while the operation makes its
//! way to the server stands beside it, as do the keys of the indexes.

use crate::cipher::Sealed;
use crate::javascript::RawRecord;
use crate::record_body::{RecordBody, delivery_number, delivery_of_number};
use approdo_document::{DocumentId, OperationHash, OperationId, WriterId};
use approdo_sync::store::{Delivery, Origin, StoredOperation};
use js_sys::{Array, Object, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

/// The version of the record this code writes, and the newest it reads.
const RECORD_VERSION: u32 = 1;

/// Where a record waits for something. Most records are in no queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Queue {
    /// To be offered to the server.
    Waiting = 1,
    /// The person's own, refused by the server.
    Refused = 2,
    /// Due to be offered, but damaged: it must not hold up the others.
    Damaged = 3,
}

impl Queue {
    /// Returns the queue's key in the index.
    pub fn key(self) -> JsValue {
        JsValue::from_f64(f64::from(self as u8))
    }

    fn of(delivery: Delivery, mine: bool) -> Option<Self> {
        match delivery {
            Delivery::Pending | Delivery::Offered => Some(Self::Waiting),
            Delivery::Refused(_) if mine => Some(Self::Refused),
            Delivery::Refused(_) | Delivery::Acknowledged => None,
        }
    }
}

/// Tells whether a newer version of the app wrote the record: it is neither read nor written here.
pub fn is_newer(record: &RawRecord) -> bool {
    record.version().as_f64() > Some(f64::from(RECORD_VERSION))
}

/// Makes a record of version 0 one of version 1; answers whether it was one.
pub fn close_format_0(record: &RawRecord) -> bool {
    let is_of_format_0 = record.version().as_f64() == Some(0.0);
    if is_of_format_0 {
        record.set_version(&JsValue::from_f64(1.0));
    }
    is_of_format_0
}

/// Writes an operation's id as the key of its index.
pub fn id_key(id: OperationId) -> JsValue {
    let mut bytes = [0; 24];
    bytes[..16].copy_from_slice(&id.writer.0);
    bytes[16..].copy_from_slice(&id.counter.to_be_bytes());
    JsValue::from_str(&hex::encode(bytes))
}

/// Writes a document's id as the key of its index.
pub fn document_key(document: DocumentId) -> JsValue {
    JsValue::from_str(&hex::encode(document.0))
}

/// Reads the id of a record's operation back from the key of its index.
pub fn id(record: &RawRecord) -> Option<OperationId> {
    let mut bytes = [0; 24];
    hex::decode_to_slice(record.id().as_string()?, &mut bytes).ok()?;
    let (writer, counter) = bytes.split_first_chunk::<16>()?;
    Some(OperationId {
        writer: WriterId(*writer),
        counter: u64::from_be_bytes(counter.try_into().ok()?),
    })
}

/// Reads a document's id back from the key of its index.
pub fn document_of_key(key: &JsValue) -> Option<DocumentId> {
    let mut bytes = [0; 16];
    hex::decode_to_slice(key.as_string()?, &mut bytes).ok()?;
    Some(DocumentId(bytes))
}

/// Makes the record of an operation. The database gives it its place in the order.
pub fn write(stored: &StoredOperation) -> RawRecord {
    let record: RawRecord = Object::new().unchecked_into();
    let body = RecordBody {
        operation: stored.operation.clone(),
        origin: stored.origin,
        device: stored.device.clone(),
    };
    record.set_document(&document_key(stored.operation.document));
    record.set_id(&id_key(stored.operation.id));
    record.set_hash(&hash_key(stored.operation.hash()));
    let bases: Array = stored.operation.base.iter().copied().map(id_key).collect();
    record.set_bases(&bases);
    record.set_self_contained(&JsValue::from_bool(stored.operation.self_contained));
    let mine = stored.origin == Origin::Mine;
    record.set_mine(&JsValue::from_bool(mine));
    set_delivery(&record, stored.delivery);
    record.set_built_upon(&JsValue::from_bool(stored.built_upon));
    set_number(&record, stored.number);
    set_body(&record, &body.seal());
    record
}

/// Reads a record; none if it is damaged or sealed with a key this device does not have.
pub fn read(record: &RawRecord) -> Option<StoredOperation> {
    let body = RecordBody::open(body(record)?)?;
    Some(StoredOperation {
        operation: body.operation,
        delivery: delivery(record)?,
        origin: body.origin,
        built_upon: built_upon(record),
        number: number(record),
        device: body.device,
    })
}

/// Tells whether a record holds these very bytes.
pub fn holds(record: &RawRecord, hash: OperationHash) -> bool {
    record.hash() == hash_key(hash)
}

/// Returns where a record's operation stands.
pub fn delivery(record: &RawRecord) -> Option<Delivery> {
    delivery_of_number(record.delivery().as_f64()? as u32)
}

/// Sets where a record's operation stands, and with it the queue it is in.
pub fn set_delivery(record: &RawRecord, delivery: Delivery) {
    record.set_delivery(&JsValue::from_f64(f64::from(delivery_number(delivery))));
    let queue = Queue::of(delivery, record.mine().is_truthy());
    record.set_queue(&queue.map_or(JsValue::UNDEFINED, Queue::key));
}

/// Takes a damaged record out of the way of those that wait behind it.
pub fn set_aside(record: &RawRecord) {
    record.set_queue(&Queue::Damaged.key());
}

/// Tells whether a later operation builds on the record's.
pub fn built_upon(record: &RawRecord) -> bool {
    record.built_upon().is_truthy()
}

/// Notes that a later operation builds on the record's.
pub fn set_built_upon(record: &RawRecord) {
    record.set_built_upon(&JsValue::TRUE);
}

/// Tells whether the record's operation cannot be read without its bases.
pub fn needs_bases(record: &RawRecord) -> bool {
    !record.self_contained().is_truthy()
}

/// Returns the number of the record's operation in its space.
pub fn number(record: &RawRecord) -> Option<u64> {
    // Numbers stay far below 2^53, up to which these are exact.
    record.number().as_f64().map(|number| number as u64)
}

/// Sets the number of the record's operation in its space.
pub fn set_number(record: &RawRecord, number: Option<u64>) {
    let number = number.map_or(JsValue::UNDEFINED, |number| {
        JsValue::from_f64(number as f64)
    });
    record.set_number(&number);
}

/// Puts a sealed body into any record.
pub fn set_body(record: &RawRecord, sealed: &Sealed) {
    record.set_version(&JsValue::from_f64(f64::from(RECORD_VERSION)));
    record.set_key_id(&JsValue::from_f64(f64::from(sealed.key_id)));
    let nonce = sealed.nonce.as_deref();
    record.set_nonce(&nonce.map_or(JsValue::NULL, |nonce| Uint8Array::from(nonce).into()));
    record.set_body(&Uint8Array::from(sealed.body.as_slice()).into());
}

/// Takes the sealed body out of any record; none if its fields are not what they should be.
pub fn body(record: &RawRecord) -> Option<Sealed> {
    (record.version().as_f64()? == f64::from(RECORD_VERSION)).then_some(())?;
    let nonce = record.nonce();
    Some(Sealed {
        key_id: record.key_id().as_f64()? as u32,
        nonce: nonce.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec),
        body: record.body().dyn_ref::<Uint8Array>()?.to_vec(),
    })
}

fn hash_key(hash: OperationHash) -> JsValue {
    JsValue::from_str(&hex::encode(hash.0))
}
