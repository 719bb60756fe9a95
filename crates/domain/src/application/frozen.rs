//! The name of a version that was sent: which document, and when. The version itself is not stored: it is
//! the document made of what had been written up to then (decision 0018), and the file that went out lies
//! beside it.

use std::fmt::{self, Display, Formatter};
use std::str::FromStr;
use thiserror::Error;

/// Signs of a document's identity: hexadecimal digits in five groups (RFC 9562).
const SIGNS: usize = 36;

/// Names a version of a document. As a text it is `DOCUMENT@MILLISECONDS`; parts that a newer version puts
/// behind a semicolon are passed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrozenVersion {
    /// The document, as `approdo-document` writes its identity.
    pub document: String,
    /// When the last thing in it was written, in milliseconds since 1970.
    pub last_ms: u64,
}

/// A text names no version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("this names no version of a document; attach the document again")]
pub struct NotAFrozenVersion;

impl Display for FrozenVersion {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}@{}", self.document, self.last_ms)
    }
}

impl FromStr for FrozenVersion {
    type Err = NotAFrozenVersion;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let known = text.split(';').next().unwrap_or_default();
        let (document, millis) = known.split_once('@').ok_or(NotAFrozenVersion)?;
        let is_sign =
            |sign: u8| sign == b'-' || sign.is_ascii_digit() || (b'a'..=b'f').contains(&sign);
        if document.len() != SIGNS || !document.bytes().all(is_sign) {
            return Err(NotAFrozenVersion);
        }
        let is_number = millis.bytes().all(|sign| sign.is_ascii_digit());
        let last_ms = millis.parse().ok().filter(|_| is_number);
        Ok(Self {
            document: document.to_owned(),
            last_ms: last_ms.ok_or(NotAFrozenVersion)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_version_is_named_as_ever() {
        let text = "07070707-0707-0707-0707-070707070707@1795305600000";
        let version: FrozenVersion = text.parse().unwrap();
        assert_eq!(version.last_ms, 1_795_305_600_000);
        assert_eq!(version.to_string(), text);
        assert_eq!(format!("{text};more").parse(), Ok(version));
    }

    proptest! {
        #[test]
        fn every_version_reads_back(document in "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", last_ms: u64) {
            let version = FrozenVersion { document, last_ms };
            prop_assert_eq!(version.to_string().parse(), Ok(version));
        }

        #[test]
        fn any_text_is_read_or_refused_without_panic(text in "[0-9a-f@;+ ]{0,50}") {
            let _ = text.parse::<FrozenVersion>();
        }
    }
}
