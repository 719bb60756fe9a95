//! The other formats as a WebAssembly module for a worker: bytes in, bytes out. Requests and answers are
//! the types of `approdo-outgoing` and `approdo-exchange`, written with postcard. Loading the module and
//! passing messages are the static loader's part.

use approdo_exchange::import::ImportRequest;
use approdo_exchange::letter::{LetterDocxRequest, LetterImportRequest};
use approdo_outgoing::FileRequest;
use std::fmt::Display;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

/// Writes a CV in another format: a `FileRequest` in, the file out.
///
/// # Errors
/// A text for the log: the request cannot be read, or the file could not be put together.
#[wasm_bindgen]
pub fn write_file(request: &[u8]) -> Result<Vec<u8>, JsValue> {
    let request: FileRequest = postcard::from_bytes(request).map_err(unreadable)?;
    request.carry_out().map_err(message)
}

/// Reads a file that may hold a CV: an `ImportRequest` in, a `Result<Imported, ImportError>` out.
///
/// # Errors
/// A text for the log: the request cannot be read.
#[wasm_bindgen]
pub fn read_file(request: &[u8]) -> Result<Vec<u8>, JsValue> {
    let request: ImportRequest = postcard::from_bytes(request).map_err(unreadable)?;
    postcard::to_stdvec(&request.carry_out()).map_err(message)
}

/// Writes a letter as DOCX: a `LetterDocxRequest` in, the file out.
///
/// # Errors
/// A text for the log: the request cannot be read, or the file could not be put together.
#[wasm_bindgen]
pub fn write_letter(request: &[u8]) -> Result<Vec<u8>, JsValue> {
    let request: LetterDocxRequest = postcard::from_bytes(request).map_err(unreadable)?;
    request.carry_out().map_err(message)
}

/// Reads a file that may hold a letter: a `LetterImportRequest` in, a
/// `Result<ImportedLetter, LetterImportError>` out.
///
/// # Errors
/// A text for the log: the request cannot be read.
#[wasm_bindgen]
pub fn read_letter(request: &[u8]) -> Result<Vec<u8>, JsValue> {
    let request: LetterImportRequest = postcard::from_bytes(request).map_err(unreadable)?;
    postcard::to_stdvec(&request.carry_out()).map_err(message)
}

fn unreadable(error: postcard::Error) -> JsValue {
    message(format_args!(
        "the request cannot be read ({error}); load page and worker of one version"
    ))
}

fn message(error: impl Display) -> JsValue {
    JsValue::from_str(&error.to_string())
}
