//! Ports for programs that must be told theirs: each is for one holder alone, across all test processes
//! of the machine, and none is one that the system gives to others meanwhile.

use std::fs::{File, OpenOptions};
use std::net::TcpListener;
use std::ops::RangeInclusive;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

/// Where Linux says which ports it gives to who asks for any.
const GIVEN_BY_SYSTEM: &str = "/proc/sys/net/ipv4/ip_local_port_range";

/// The lowest port looked at: below are those of well-known services.
const LOWEST: u16 = 10_000;

/// How many ports are enough for many tests side by side.
const ENOUGH: u16 = 1_000;

/// A port of 127.0.0.1 that no other test takes while this lives.
#[derive(Debug)]
pub struct ReservedPort {
    number: u16,
    /// Its lock is the reservation; it ends with this process at the latest.
    _lock: File,
}

impl ReservedPort {
    /// Reserves a port that is free.
    ///
    /// # Errors
    /// When all are taken, or the folder of the reservations cannot be written.
    pub fn take() -> Result<Self> {
        let folder = folder()?;
        let given = std::fs::read_to_string(GIVEN_BY_SYSTEM).unwrap_or_default();
        let range = outside(given_by_system(&given));
        let first = uuid::Uuid::new_v4().as_u128() % range.len() as u128;
        let first = usize::try_from(first).unwrap_or_default();
        // Begun anywhere, so that a port is not used again right after its last holder.
        for number in all_from(range.clone(), first) {
            let lock = OpenOptions::new()
                .create(true)
                .truncate(false)
                .write(true)
                .open(folder.join(number.to_string()))
                .context("a reservation of a port cannot be written")?;
            if lock.try_lock().is_ok() && is_free(number) {
                return Ok(Self {
                    number,
                    _lock: lock,
                });
            }
        }
        bail!("no port from {} to {} is free", range.start(), range.end())
    }

    /// Returns its number.
    pub fn number(&self) -> u16 {
        self.number
    }
}

/// Goes through a range once, from a place in its middle.
fn all_from(range: RangeInclusive<u16>, first: usize) -> impl Iterator<Item = u16> {
    let length = range.len();
    range.cycle().skip(first).take(length)
}

/// Makes the folder of the reservations: one for each user, whose files others may not open.
fn folder() -> Result<PathBuf> {
    let user = nix::unistd::getuid();
    let folder = std::env::temp_dir().join(format!("approdo-test-ports-{user}"));
    std::fs::create_dir_all(&folder)
        .with_context(|| format!("{} cannot be made", folder.display()))?;
    Ok(folder)
}

/// Reads the first and the last port that the system gives by itself; as Linux does unless told
/// otherwise, when it does not say.
fn given_by_system(text: &str) -> (u16, u16) {
    let mut numbers = text.split_whitespace().map(str::parse);
    match (numbers.next(), numbers.next()) {
        (Some(Ok(first)), Some(Ok(last))) => (first, last),
        _ => (32_768, 60_999),
    }
}

/// Returns the ports before those that the system gives, or after them where there are few before.
fn outside((first, last): (u16, u16)) -> RangeInclusive<u16> {
    if first.saturating_sub(LOWEST) >= ENOUGH {
        LOWEST..=first - 1
    } else if u16::MAX - last >= ENOUGH {
        last + 1..=u16::MAX
    } else {
        LOWEST..=u16::MAX
    }
}

fn is_free(number: u16) -> bool {
    TcpListener::bind(("127.0.0.1", number)).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ports_are_not_those_that_the_system_gives_to_others() {
        assert_eq!(outside(given_by_system("32768\t60999\n")), 10_000..=32_767);
        assert_eq!(outside(given_by_system("1024 60999")), 61_000..=65_535);
        assert_eq!(outside(given_by_system("1024 65535")), 10_000..=65_535);
        assert_eq!(outside(given_by_system("")), 10_000..=32_767);
    }

    #[test]
    fn a_reserved_port_is_given_to_nobody_else() {
        let ports: Vec<ReservedPort> = (0..50).map(|_| ReservedPort::take().unwrap()).collect();
        let numbers: std::collections::BTreeSet<u16> =
            ports.iter().map(ReservedPort::number).collect();
        assert_eq!(numbers.len(), ports.len());
    }

    #[test]
    fn every_port_of_the_range_is_looked_at_once() {
        let seen: Vec<u16> = all_from(10..=14, 3).collect();
        assert_eq!(seen, [13, 14, 10, 11, 12]);
    }
}
