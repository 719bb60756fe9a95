//! Limits on guessing and on making accounts, for each address from which requests come.
//!
//! Wrong codes are counted here by hand: published limiters count every attempt, and in a hall
//! where a hundred people share one address the right ones must not be held up.

use governor::clock::{Clock as _, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use std::collections::HashMap;
use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::{Mutex, PoisonError};

/// Wrong codes allowed from one address within [`WINDOW_MS`].
const MOST_WRONG: u32 = 10;
/// Wrong codes allowed from everywhere together within [`WINDOW_MS`].
const MOST_WRONG_ANYWHERE: u32 = 1_000;
const WINDOW_MS: u64 = 5 * 60 * 1_000;
/// Addresses remembered before those whose window is over are forgotten.
const MANY_ADDRESSES: usize = 10_000;

/// Counts wrong codes.
#[derive(Debug, Default)]
pub struct WrongCodes {
    counts: Mutex<Counts>,
}

#[derive(Debug, Default)]
struct Counts {
    anywhere: Window,
    by_address: HashMap<IpAddr, Window>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Window {
    ends_at_ms: u64,
    wrong: u32,
}

impl Window {
    /// Counts one; answers in how many seconds more are allowed, if this is one too many.
    fn count(&mut self, most: u32, now_ms: u64) -> Result<(), u64> {
        if now_ms >= self.ends_at_ms {
            *self = Window {
                ends_at_ms: now_ms.saturating_add(WINDOW_MS),
                wrong: 0,
            };
        }
        if self.wrong >= most {
            return Err((self.ends_at_ms - now_ms).div_ceil(1_000));
        }
        self.wrong += 1;
        Ok(())
    }
}

impl WrongCodes {
    /// Counts an attempt as wrong before it is looked at, so that many at once do not slip through.
    ///
    /// # Errors
    /// In how many seconds to come back, if there were too many.
    pub fn begin(&self, from: IpAddr, now_ms: u64) -> Result<(), u64> {
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        if counts.by_address.len() >= MANY_ADDRESSES {
            counts
                .by_address
                .retain(|_, window| window.ends_at_ms > now_ms);
        }
        let window = counts.by_address.entry(network_of(from)).or_default();
        window.count(MOST_WRONG, now_ms)?;
        counts.anywhere.count(MOST_WRONG_ANYWHERE, now_ms)
    }

    /// Takes the count back: the code was right.
    pub fn forgive(&self, from: IpAddr) {
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        counts.anywhere.wrong = counts.anywhere.wrong.saturating_sub(1);
        if let Some(window) = counts.by_address.get_mut(&network_of(from)) {
            window.wrong = window.wrong.saturating_sub(1);
        }
    }
}

/// Limits how many accounts one address may make: a hall of hundreds passes, a flood does not.
#[derive(Debug)]
pub struct NewAccounts {
    limiter: DefaultKeyedRateLimiter<IpAddr>,
}

impl Default for NewAccounts {
    fn default() -> Self {
        const AT_ONCE: NonZeroU32 = NonZeroU32::new(300).unwrap();
        const A_MINUTE: NonZeroU32 = NonZeroU32::new(30).unwrap();
        Self {
            limiter: RateLimiter::keyed(Quota::per_minute(A_MINUTE).allow_burst(AT_ONCE)),
        }
    }
}

impl NewAccounts {
    /// Counts a new account.
    ///
    /// # Errors
    /// In how many seconds to come back, if there were too many.
    pub fn begin(&self, from: IpAddr) -> Result<(), u64> {
        if self.limiter.len() >= MANY_ADDRESSES {
            self.limiter.retain_recent();
        }
        self.limiter
            .check_key(&network_of(from))
            .map_err(|refusal| {
                refusal
                    .wait_time_from(DefaultClock::default().now())
                    .as_secs()
                    + 1
            })
    }
}

/// An IPv6 subscriber has a whole /64 to send from; it counts as one address.
fn network_of(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V4(address) => IpAddr::V4(address),
        IpAddr::V6(address) => IpAddr::V6((address.to_bits() >> 64 << 64).into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::{Ipv4Addr, Ipv6Addr};

    const HALL: IpAddr = IpAddr::V4(Ipv4Addr::new(192, 0, 2, 1));

    #[test]
    fn the_eleventh_wrong_code_waits_and_passes_when_the_time_is_over() {
        let wrong_codes = WrongCodes::default();
        for _ in 0..MOST_WRONG {
            assert_eq!(wrong_codes.begin(HALL, 1_000), Ok(()));
        }
        assert_eq!(wrong_codes.begin(HALL, 61_000), Err(240));
        assert_eq!(wrong_codes.begin(HALL, 1_000 + WINDOW_MS), Ok(()));
    }

    #[test]
    fn right_codes_from_a_full_hall_are_never_held_up() {
        let wrong_codes = WrongCodes::default();
        for _ in 0..200 {
            assert_eq!(wrong_codes.begin(HALL, 1_000), Ok(()));
            wrong_codes.forgive(HALL);
        }
    }

    #[test]
    fn changing_the_address_within_one_ipv6_network_does_not_help_a_guesser() {
        let wrong_codes = WrongCodes::default();
        let address = |last| IpAddr::V6(Ipv6Addr::new(0x2001, 0xdb8, 0, 1, 0, 0, 0, last));
        for last in 0..10 {
            assert_eq!(wrong_codes.begin(address(last), 1_000), Ok(()));
        }
        assert!(wrong_codes.begin(address(10), 1_000).is_err());
    }
}
