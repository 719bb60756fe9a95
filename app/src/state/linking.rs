//! Linking devices as a state machine without I/O: what is on screen, and what an answer of the
//! server leads to. Asking the server is in `linking_driver`.

/// How far linking another device has come, on the device that has the CVs.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Offering {
    /// Nothing was started.
    #[default]
    Idle,
    /// The code is being made.
    Preparing,
    /// The code is shown and waits for the other device.
    Open(OpenLink),
    /// The other device typed the code: the person compares the words.
    Claimed {
        /// The link's name on the server.
        link: String,
        /// The word both screens show.
        matching_word: String,
        /// What the other device calls itself.
        device_name: String,
    },
    /// The other device is linked.
    Done,
    /// It did not work.
    Failed(LinkProblem),
}

/// A code that waits for the other device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenLink {
    /// The link's name on the server.
    pub link: String,
    /// What the other device has to type.
    pub code: String,
    /// When it ends, in milliseconds since 1970.
    pub expires_at_ms: u64,
}

/// How far entering a code has come, on the device that wants the CVs.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Joining {
    /// Nothing was typed.
    #[default]
    Idle,
    /// The code is being looked at.
    Sending,
    /// The other device has to confirm.
    Waiting {
        /// The secret that proves that this device claimed the link.
        claim: String,
        /// The word both screens show.
        matching_word: String,
    },
    /// This device is linked.
    Done,
    /// It did not work.
    Failed(LinkProblem),
}

/// Why linking did not work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkProblem {
    /// There is no network, or the server does not answer.
    Offline,
    /// The code is wrong, or was used.
    WrongCode,
    /// The code or the claim is too old.
    Expired,
    /// The person on the other device said no.
    Rejected,
    /// Too many attempts.
    TooMany,
    /// This browser's work belongs to another account.
    LinkedElsewhere,
    /// The session ended.
    SignedOut,
    /// The server failed.
    Server,
    /// This browser keeps nothing that could be linked.
    NoStorage,
}

/// What the server says of a link, to the device that made it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkNews {
    /// Nobody typed the code yet.
    Open,
    /// A device typed it.
    Claimed {
        /// The word both screens show.
        matching_word: String,
        /// What the other device calls itself.
        device_name: String,
    },
    /// It was confirmed.
    Confirmed,
    /// It ended.
    Expired,
}

impl Offering {
    /// Returns the next state after the server said how a link is doing.
    pub fn after(self, news: LinkNews) -> Offering {
        match (self, news) {
            (
                Self::Open(OpenLink { link, .. }) | Self::Claimed { link, .. },
                LinkNews::Claimed {
                    matching_word,
                    device_name,
                },
            ) => Self::Claimed {
                link,
                matching_word,
                device_name,
            },
            (Self::Open(_) | Self::Claimed { .. }, LinkNews::Confirmed) => Self::Done,
            (Self::Open(_) | Self::Claimed { .. }, LinkNews::Expired) => {
                Self::Failed(LinkProblem::Expired)
            }
            (state, _) => state,
        }
    }

    /// Returns the link that is open or claimed, if one is.
    pub fn link(&self) -> Option<&str> {
        match self {
            Self::Open(OpenLink { link, .. }) | Self::Claimed { link, .. } => Some(link),
            _ => None,
        }
    }

    /// Returns the next state when time passes: a code that is too old is no longer shown.
    pub fn at(self, now_ms: u64) -> Offering {
        match self {
            Self::Open(open) if now_ms >= open.expires_at_ms => Self::Failed(LinkProblem::Expired),
            state => state,
        }
    }
}

impl OpenLink {
    /// Returns the time left as minutes and seconds, such as `4:09`.
    pub fn time_left(&self, now_ms: u64) -> String {
        let seconds = self.expires_at_ms.saturating_sub(now_ms).div_ceil(1_000);
        format!("{}:{:02}", seconds / 60, seconds % 60)
    }

    /// Returns the address that the QR code holds.
    pub fn address(&self, origin: &str) -> String {
        format!("{origin}/devices?codice={}", self.code)
    }
}

/// Letters and digits of a code, as the server reads them: without spaces, hyphens and case.
pub fn normalised_code(typed: &str) -> String {
    typed
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|character| character.to_ascii_uppercase())
        .collect()
}

/// Writes a code in groups of four, as people read it.
pub fn grouped_code(code: &str) -> String {
    let letters: Vec<char> = normalised_code(code).chars().collect();
    let groups: Vec<String> = letters
        .chunks(4)
        .map(|group| group.iter().collect())
        .collect();
    groups.join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn open() -> OpenLink {
        OpenLink {
            link: "l1".to_owned(),
            code: "K7PM4XQD".to_owned(),
            expires_at_ms: 300_000,
        }
    }

    #[test]
    fn a_code_counts_down_and_ends() {
        assert_eq!(open().time_left(0), "5:00");
        assert_eq!(open().time_left(299_100), "0:01");
        assert_eq!(
            Offering::Open(open()).at(300_000),
            Offering::Failed(LinkProblem::Expired)
        );
    }

    #[test]
    fn a_claim_shows_the_word_and_a_confirmation_ends_it() {
        let claimed = Offering::Open(open()).after(LinkNews::Claimed {
            matching_word: "gabbiano".to_owned(),
            device_name: "Chrome su Android".to_owned(),
        });
        assert_eq!(claimed.link(), Some("l1"));
        assert_eq!(claimed.after(LinkNews::Confirmed), Offering::Done);
    }

    #[test]
    fn late_news_changes_nothing_after_the_end() {
        let failed = Offering::Failed(LinkProblem::Rejected);
        assert_eq!(failed.clone().after(LinkNews::Confirmed), failed);
    }

    #[test]
    fn codes_are_read_as_people_type_them() {
        assert_eq!(normalised_code(" k7pm-4xqd "), "K7PM4XQD");
        assert_eq!(grouped_code("k7pm4xqd"), "K7PM-4XQD");
    }
}
