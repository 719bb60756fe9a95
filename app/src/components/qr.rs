//! A QR code as one path: dark squares on white, with the quiet border that readers need.

use crate::i18n::{Key, text};
use leptos::prelude::*;
use qrcodegen::{QrCode, QrCodeEcc};
use std::fmt::Write as _;

/// The white border, in squares (ISO/IEC 18004).
const BORDER: i32 = 4;

/// Draws a QR code, with words for who does not see it; nothing if the text is too long for one.
pub fn qr(content: &str, label: Key) -> Option<AnyView> {
    let code = QrCode::encode_text(content, QrCodeEcc::Medium).ok()?;
    let side = code.size() + 2 * BORDER;
    let path = path(&code);
    Some(
        view! {
            <div class="qr">
                <svg viewBox=format!("0 0 {side} {side}") role="img" aria-label=text(label)>
                    <path d=path></path>
                </svg>
            </div>
        }
        .into_any(),
    )
}

fn path(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        for x in 0..code.size() {
            if code.get_module(x, y) {
                // Writing into a string has no way to fail.
                let _ = write!(path, "M{} {}h1v1h-1z", x + BORDER, y + BORDER);
            }
        }
    }
    path
}
