//! How record bodies are sealed. For now they are not: the identity cipher.
//!
//! A real cipher awaits the browser's, which ends a running transaction; that is why bodies are
//! sealed before one begins and opened after it ended, and why what changes in a stored record
//! stands outside its body.

/// Names the key of the identity cipher.
pub const IDENTITY: u32 = 0;

/// A body as it is stored.
pub struct Sealed {
    /// The key it is sealed with.
    pub key_id: u32,
    /// The bytes that make this sealing unlike any other; none for the identity cipher.
    pub nonce: Option<Vec<u8>>,
    /// The body.
    pub body: Vec<u8>,
}

/// Seals a body.
pub fn seal(plain: Vec<u8>) -> Sealed {
    Sealed {
        key_id: IDENTITY,
        nonce: None,
        body: plain,
    }
}

/// Opens a body; none if this device does not have the key.
pub fn open(sealed: Sealed) -> Option<Vec<u8>> {
    (sealed.key_id == IDENTITY).then_some(sealed.body)
}
