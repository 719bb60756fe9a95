//! Content codings (RFC 9110, section 8.4): which a client takes, and packing answers.

use axum::http::{HeaderMap, header};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write as _;

/// Answers below this size are not worth the work: they fit into one packet.
const SMALLEST_PACKED_BYTES: usize = 1_024;

/// Tells whether a client takes a coding.
pub fn accepts(headers: &HeaderMap, coding: &str) -> bool {
    headers
        .get_all(header::ACCEPT_ENCODING)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|offer| {
            let (name, weight) = offer.split_once(';').unwrap_or((offer, ""));
            let weight = weight.trim().strip_prefix("q=").unwrap_or("1");
            name.trim().eq_ignore_ascii_case(coding)
                && weight.parse::<f32>().is_ok_and(|weight| weight > 0.0)
        })
}

/// Packs an answer by gzip; none if that does not pay.
pub fn gzip(bytes: &[u8]) -> Option<Vec<u8>> {
    if bytes.len() < SMALLEST_PACKED_BYTES {
        return None;
    }
    let mut encoder = GzEncoder::new(Vec::with_capacity(bytes.len() / 2), Compression::fast());
    encoder.write_all(bytes).ok()?;
    let packed = encoder.finish().ok()?;
    (packed.len() < bytes.len()).then_some(packed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_gets_smaller_is_packed() {
        assert_eq!(gzip(b"short"), None);
        assert!(gzip(&[7; 5_000]).unwrap().len() < 100);
        let noise: Vec<u8> = (0..5_000_u32)
            .map(|number| number.wrapping_mul(2_654_435_761).to_be_bytes()[0])
            .collect();
        assert!(gzip(&noise).is_none_or(|packed| packed.len() < noise.len()));
    }
}
