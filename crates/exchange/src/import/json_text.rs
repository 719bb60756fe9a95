//! From text to JSON values, never deeper or more than a CV could need.

use crate::import::ImportError;
use crate::limits::{DEEPEST_NESTING, MOST_VALUES};
use serde_json::Value;

/// Reads a text as JSON.
///
/// # Errors
/// The text is no JSON, or nested too deep, or has too many values.
pub(crate) fn parse(text: &str) -> Result<Value, ImportError> {
    measure(text)?;
    serde_json::from_str(text).map_err(|error| ImportError::Malformed { line: error.line() })
}

/// Counts values and nesting before anything is built from them.
fn measure(text: &str) -> Result<(), ImportError> {
    let (mut depth, mut values) = (0_usize, 0_usize);
    let (mut quoted, mut escaped) = (false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            _ if quoted => {}
            b'{' | b'[' => {
                depth += 1;
                values += 1;
            }
            b'}' | b']' => depth = depth.saturating_sub(1),
            b',' => values += 1,
            _ => {}
        }
        if depth > DEEPEST_NESTING {
            let limit = DEEPEST_NESTING;
            return Err(ImportError::TooDeep { limit });
        }
        if values > MOST_VALUES {
            let limit = MOST_VALUES;
            return Err(ImportError::TooMany { limit });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn harmful_json_is_refused_before_it_is_built() {
        let deep = "[".repeat(100_000);
        assert_eq!(parse(&deep), Err(ImportError::TooDeep { limit: 64 }));
        let many = format!("[{}1]", "1,".repeat(300_000));
        assert_eq!(parse(&many), Err(ImportError::TooMany { limit: 200_000 }));
        assert_eq!(parse("{\n\"a\":"), Err(ImportError::Malformed { line: 2 }));
    }

    #[test]
    fn brackets_in_texts_do_not_count() {
        let text = format!("\"{}\\\"{}\"", "[".repeat(1_000), ",".repeat(300_000));
        assert!(parse(&text).is_ok());
    }
}
