//! The frame around every request and answer: what it is, which version, whole or not.
//!
//! Layout: `APDO`, protocol version (one byte), CRC-32 of version and payload (big-endian), payload
//! (postcard). A captive portal's page or a truncated answer is told from ours here. These first
//! nine bytes stay as they are in every version, so that any two versions can tell each other apart;
//! how a version grows is in `docs/formats.md`.

use crc::{CRC_32_ISO_HDLC, Crc};
use serde::Serialize;
use serde::de::DeserializeOwned;
use thiserror::Error;

/// The version this code writes, and the newest it reads. Servers read each from version 1 on for
/// ever, and answer in the version asked.
pub const PROTOCOL_VERSION: u8 = 1;

/// The header of a server's refusals that names the newest version it reads, as a decimal number.
pub const PROTOCOL_HEADER: &str = "approdo-protocol";

/// The media type of framed requests and answers.
pub const MEDIA_TYPE: &str = "application/vnd.approdo.sync";

const MAGIC: &[u8; 4] = b"APDO";
const HEADER_LENGTH: usize = MAGIC.len() + 1 + 4;

/// One table of one kilobyte. Faster ways have sixteen, which would go into every first visit.
static CRC: Crc<u32> = Crc::<u32>::new(&CRC_32_ISO_HDLC);

/// Why bytes are not a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum FrameError {
    /// Something else answered, for example the sign-in page of a public Wi-Fi.
    #[error("this is not an Approdo message; check the connection, it may ask you to sign in")]
    NotApprodo,
    /// The other side speaks another version.
    #[error("the other side speaks version {0} of the protocol; update the older of the two")]
    OtherVersion(u8),
    /// Bytes are missing or changed.
    #[error("the message is damaged or cut short; send it again")]
    Damaged,
}

/// Returns the CRC-32 of bytes (ISO/HDLC, as in zip files), for frames and for files.
pub fn checksum(bytes: &[u8]) -> u32 {
    CRC.checksum(bytes)
}

/// Wraps a message.
pub fn encode<T: Serialize>(message: &T) -> Vec<u8> {
    // Serialising our plain structs into memory has no way to fail.
    wrap(&postcard::to_allocvec(message).unwrap_or_default())
}

/// Puts a payload into a frame.
pub fn wrap(payload: &[u8]) -> Vec<u8> {
    let mut frame = Vec::with_capacity(HEADER_LENGTH + payload.len());
    frame.extend_from_slice(MAGIC);
    frame.push(PROTOCOL_VERSION);
    frame.extend_from_slice(&frame_checksum(PROTOCOL_VERSION, payload).to_be_bytes());
    frame.extend_from_slice(payload);
    frame
}

/// Unwraps a message. What a newer writer of the same version appended to it is skipped.
///
/// # Errors
/// Why the bytes are no message of the wanted type.
pub fn decode<T: DeserializeOwned>(frame: &[u8]) -> Result<T, FrameError> {
    let rest = frame.strip_prefix(MAGIC).ok_or(FrameError::NotApprodo)?;
    let (&version, rest) = rest.split_first().ok_or(FrameError::Damaged)?;
    let (expected, payload) = rest.split_first_chunk::<4>().ok_or(FrameError::Damaged)?;
    // First of all: a version that damage made up must not send anybody to look for an update.
    if frame_checksum(version, payload) != u32::from_be_bytes(*expected) {
        return Err(FrameError::Damaged);
    }
    if version != PROTOCOL_VERSION {
        return Err(FrameError::OtherVersion(version));
    }
    postcard::from_bytes(payload).map_err(|_| FrameError::Damaged)
}

fn frame_checksum(version: u8, payload: &[u8]) -> u32 {
    let mut digest = CRC.digest();
    digest.update(&[version]);
    digest.update(payload);
    digest.finalize()
}
