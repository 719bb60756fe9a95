//! The render crate as a WebAssembly module for a worker: bytes in, bytes out. Requests and
//! answers are the types of `approdo-render`, written with postcard. Loading the module, fetching
//! fonts and passing messages are the static loader's part.

use approdo_outgoing::copies;
use approdo_render::{FontSet, LetterPdfRequest, PdfRequest, Renderer};
use serde::{Deserialize, Serialize};
use std::cell::RefCell;
use std::fmt::Display;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

thread_local! {
    static RENDERER: RefCell<Renderer> = RefCell::new(Renderer::new(FontSet::new()));
}

/// Adds the font of one .ttf file. "Titillium Web" is the page's typeface; the other families
/// serve for the characters it lacks.
///
/// # Errors
/// A text for the log: the bytes are not a usable font.
#[wasm_bindgen]
pub fn add_font(bytes: Vec<u8>) -> Result<(), JsValue> {
    with_renderer(|renderer| renderer.add_font(bytes).map_err(message))
}

/// Draws a CV for the screen: a `RenderRequest` in, a `Preview` out.
///
/// # Errors
/// A text for the log: the request cannot be read, or there is no font.
#[wasm_bindgen]
pub fn preview(request: &[u8]) -> Result<Vec<u8>, JsValue> {
    let request = read(request)?;
    with_renderer(|renderer| write(&renderer.preview(&request).map_err(message)?))
}

/// Writes a CV as PDF, with copies of it inside that can be read again: a `PdfRequest` in, a `Pdf` out.
///
/// # Errors
/// A text for the log: the request cannot be read, there is no font, or the PDF would not be
/// accessible.
#[wasm_bindgen]
pub fn pdf(request: &[u8]) -> Result<Vec<u8>, JsValue> {
    let PdfRequest {
        pages,
        made_seconds,
    } = read(request)?;
    with_renderer(|renderer| {
        let pdf = renderer.pdf_with(&pages, &copies(&pages), made_seconds);
        // A PDF without copies is worth more to a person than none.
        let pdf = pdf.or_else(|_| renderer.pdf(&pages));
        write(&pdf.map_err(message)?)
    })
}

/// Draws a letter for the screen: a `LetterRequest` in, a `Preview` out.
///
/// # Errors
/// A text for the log: the request cannot be read, or there is no font.
#[wasm_bindgen]
pub fn letter_preview(request: &[u8]) -> Result<Vec<u8>, JsValue> {
    let request = read(request)?;
    with_renderer(|renderer| write(&renderer.letter_preview(&request).map_err(message)?))
}

/// Writes a letter as PDF, with the CV behind it if that is asked for, and then with copies of the CV inside:
/// a `LetterPdfRequest` in, a `Pdf` out.
///
/// # Errors
/// A text for the log: the request cannot be read, there is no font, or the PDF would not be
/// accessible.
#[wasm_bindgen]
pub fn letter_pdf(request: &[u8]) -> Result<Vec<u8>, JsValue> {
    let LetterPdfRequest {
        letter,
        cv,
        made_seconds,
    } = read(request)?;
    with_renderer(|renderer| {
        let Some(cv) = cv else {
            return write(&renderer.letter_pdf(&letter).map_err(message)?);
        };
        let pdf = renderer.letter_and_cv_pdf(&letter, &cv, &copies(&cv), made_seconds);
        // A PDF without copies is worth more to a person than none.
        let pdf = pdf.or_else(|_| renderer.letter_and_cv_pdf(&letter, &cv, &[], made_seconds));
        write(&pdf.map_err(message)?)
    })
}

/// Writes a feedback sheet as PDF, filled or to be filled by hand: a `SheetRequest` in, a `Pdf` out.
///
/// # Errors
/// A text for the log: the request cannot be read, there is no font, or the PDF would not be
/// accessible.
#[wasm_bindgen]
pub fn sheet_pdf(request: &[u8]) -> Result<Vec<u8>, JsValue> {
    let request = read(request)?;
    with_renderer(|renderer| write(&renderer.sheet_pdf(&request).map_err(message)?))
}

/// Names the groups of fonts that might show what the last pages could not show, with spaces
/// between: `cyrillic`, `greek`, `arabic`, `hebrew`, `other`. Some may have been added before.
///
/// # Errors
/// A text for the log: the module is busy.
#[wasm_bindgen]
pub fn lacking_fonts() -> Result<String, JsValue> {
    with_renderer(|renderer| {
        let groups = renderer.lacking_fonts().iter();
        Ok(groups
            .map(|group| group.name())
            .collect::<Vec<_>>()
            .join(" "))
    })
}

fn with_renderer<T>(
    action: impl FnOnce(&mut Renderer) -> Result<T, JsValue>,
) -> Result<T, JsValue> {
    RENDERER.with(|renderer| {
        let mut renderer = renderer
            .try_borrow_mut()
            .map_err(|_| JsValue::from_str("the renderer is busy; wait for its answer"))?;
        action(&mut renderer)
    })
}

fn read<'bytes, T: Deserialize<'bytes>>(request: &'bytes [u8]) -> Result<T, JsValue> {
    postcard::from_bytes(request).map_err(|error| {
        JsValue::from_str(&format!(
            "the render request cannot be read ({error}); load page and worker of one version"
        ))
    })
}

fn write(answer: &impl Serialize) -> Result<Vec<u8>, JsValue> {
    postcard::to_stdvec(answer).map_err(message)
}

fn message(error: impl Display) -> JsValue {
    JsValue::from_str(&error.to_string())
}
