//! Random bits from the browser's cryptographic source.

use js_sys::Math;

/// Draws random bytes.
pub fn bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    let drawn = web_sys::window()
        .and_then(|window| window.crypto().ok())
        .is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if !drawn {
        // Every browser that runs this module has the source; two writers with one name would still
        // be worse than weak bits.
        bytes.fill_with(|| (Math::random() * 256.0) as u8);
    }
    bytes
}

/// Draws a number from 0 up to, but not including, 1: for spreading retries in time.
pub fn fraction() -> f64 {
    Math::random()
}
