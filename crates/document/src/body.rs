//! What an operation says: a path, a kind and a value, as bytes and back.
//!
//! Layout: length of the path (varint), path, kind (one byte), value (the rest). A kind this
//! version does not know reads as `Content::Unknown` and is never rewritten. The value of a kind
//! never grows or changes: what says more takes a new kind (`docs/formats.md`).

use crate::ids::OperationId;
use crate::path::Path;
use crate::text_patch::TextPatch;
use serde::de::DeserializeOwned;
use thiserror::Error;

const TEXT: u8 = 1;
const FLAG: u8 = 2;
const ORDER: u8 = 3;
const PATCH: u8 = 4;
const DELETED: u8 = 5;

/// The value an operation gives its register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// A whole text.
    Text(String),
    /// A yes or no; at a deletion register `false` says "not deleted after all".
    Flag(bool),
    /// A place among siblings: the bytes of a fractional index.
    Order(Vec<u8>),
    /// A change to the text of the operation's one base.
    Patch(TextPatch),
    /// The item is deleted; lists the heads seen in its whole subtree.
    Deleted(Vec<OperationId>),
    /// Something a newer version wrote.
    Unknown {
        /// Its kind.
        kind: u8,
        /// Its bytes.
        bytes: Vec<u8>,
    },
}

/// A decoded body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Body {
    /// The place edited.
    pub path: Path,
    /// The value given to it.
    pub content: Content,
}

/// Why a body cannot be read. The operation is kept and passed on all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum BodyError {
    /// The bytes end too early or hold no valid value of their kind.
    #[error("the edit's bytes are damaged; it is kept, but not shown")]
    Damaged,
    /// The body is sealed with a key this device does not have.
    #[error("the edit is sealed with a key this device does not have; it is kept, but not shown")]
    Sealed,
}

impl Content {
    /// Tells whether the value can be read without the operation's base.
    pub fn is_self_contained(&self) -> bool {
        !matches!(self, Content::Patch(_) | Content::Unknown { .. })
    }
}

impl Body {
    /// Writes the body as bytes.
    pub fn encode(&self) -> Vec<u8> {
        // None of these values has a way to fail when written into memory.
        let mut bytes = postcard::to_allocvec(&self.path).unwrap_or_default();
        match &self.content {
            Content::Text(text) => {
                bytes.push(TEXT);
                bytes.extend_from_slice(text.as_bytes());
            }
            Content::Flag(flag) => bytes.extend_from_slice(&[FLAG, u8::from(*flag)]),
            Content::Order(order) => {
                bytes.push(ORDER);
                bytes.extend_from_slice(order);
            }
            Content::Patch(patch) => {
                bytes.push(PATCH);
                bytes.extend(postcard::to_allocvec(patch).unwrap_or_default());
            }
            Content::Deleted(seen) => {
                bytes.push(DELETED);
                bytes.extend(postcard::to_allocvec(seen).unwrap_or_default());
            }
            Content::Unknown { kind, bytes: value } => {
                bytes.push(*kind);
                bytes.extend_from_slice(value);
            }
        }
        bytes
    }

    /// Reads a body.
    ///
    /// # Errors
    /// [`BodyError::Damaged`] if the bytes are none.
    pub fn decode(bytes: &[u8]) -> Result<Body, BodyError> {
        let (path, rest) =
            postcard::take_from_bytes::<Path>(bytes).map_err(|_| BodyError::Damaged)?;
        let (&kind, value) = rest.split_first().ok_or(BodyError::Damaged)?;
        let content = match kind {
            TEXT => {
                Content::Text(String::from_utf8(value.to_vec()).map_err(|_| BodyError::Damaged)?)
            }
            FLAG => match value {
                [0] => Content::Flag(false),
                [1] => Content::Flag(true),
                _ => return Err(BodyError::Damaged),
            },
            ORDER => Content::Order(value.to_vec()),
            PATCH => Content::Patch(whole(value)?),
            DELETED => Content::Deleted(whole(value)?),
            _ => Content::Unknown {
                kind,
                bytes: value.to_vec(),
            },
        };
        Ok(Body { path, content })
    }
}

/// Reads a value that takes all of the bytes, so that every device reads the same or nothing.
fn whole<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, BodyError> {
    match postcard::take_from_bytes(bytes) {
        Ok((value, [])) => Ok(value),
        _ => Err(BodyError::Damaged),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::WriterId;
    use proptest::prelude::*;

    fn any_content() -> impl Strategy<Value = Content> {
        let id = (any::<[u8; 16]>(), any::<u64>()).prop_map(|(writer, counter)| OperationId {
            writer: WriterId(writer),
            counter,
        });
        prop_oneof![
            ".{0,40}".prop_map(Content::Text),
            any::<bool>().prop_map(Content::Flag),
            any::<Vec<u8>>().prop_map(Content::Order),
            (".{0,20}", ".{0,20}")
                .prop_map(|(old, new)| Content::Patch(TextPatch::between(&old, &new))),
            proptest::collection::vec(id, 0..4).prop_map(Content::Deleted),
            (6u8.., any::<Vec<u8>>()).prop_map(|(kind, bytes)| Content::Unknown { kind, bytes }),
        ]
    }

    proptest! {
        #[test]
        fn every_body_reads_back_as_written(path: Vec<u8>, content in any_content()) {
            let body = Body { path: Path(path), content };
            prop_assert_eq!(Body::decode(&body.encode()), Ok(body));
        }

        #[test]
        fn any_bytes_are_read_or_refused_without_panic(bytes: Vec<u8>) {
            let _ = Body::decode(&bytes);
        }
    }

    #[test]
    fn bytes_after_a_whole_value_are_damage() {
        let content = Content::Patch(TextPatch::between("uno", "due"));
        let path = Path(vec![0x03]);
        let mut bytes = Body { path, content }.encode();
        bytes.push(0);
        assert_eq!(Body::decode(&bytes), Err(BodyError::Damaged));
    }
}
