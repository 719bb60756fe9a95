//! Who listens for pokes: one channel for each account with an open stream, nothing else.

use crate::store::{AccountRow, DeviceRow};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::broadcast;

/// Most streams one account may have open at a time.
const MOST_STREAMS: usize = 32;
/// Signals a slow stream may leave unread; after that it only learns that there was something.
const BACKLOG: usize = 8;

/// What a stream is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signal {
    /// Something new can be read; not for the device that stored it.
    Stored {
        /// The device that stored it.
        by: DeviceRow,
    },
    /// A device's session was withdrawn.
    Withdrawn(DeviceRow),
}

type Channels = HashMap<AccountRow, broadcast::Sender<Signal>>;

/// All open streams.
#[derive(Debug, Clone, Default)]
pub struct Pokes {
    channels: Arc<Mutex<Channels>>,
}

/// One open stream; its place is given back when it is dropped.
#[derive(Debug)]
pub struct Listening {
    pokes: Pokes,
    account: AccountRow,
    receiver: broadcast::Receiver<Signal>,
}

impl Pokes {
    /// Opens a stream; none if the account has too many.
    pub fn listen(&self, account: AccountRow) -> Option<Listening> {
        let mut channels = self.channels();
        let channel = channels
            .entry(account)
            .or_insert_with(|| broadcast::channel(BACKLOG).0);
        (channel.receiver_count() < MOST_STREAMS).then(|| Listening {
            pokes: self.clone(),
            account,
            receiver: channel.subscribe(),
        })
    }

    /// Tells all streams of an account.
    pub fn signal(&self, account: AccountRow, signal: Signal) {
        if let Some(channel) = self.channels().get(&account) {
            // No receiver left is no fault: the stream has just ended.
            let _ = channel.send(signal);
        }
    }

    /// Counts the open streams of all accounts.
    pub fn open_streams(&self) -> usize {
        let channels = self.channels();
        channels
            .values()
            .map(broadcast::Sender::receiver_count)
            .sum()
    }

    fn channels(&self) -> MutexGuard<'_, Channels> {
        self.channels.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Listening {
    /// Waits until there is something new for `device`; false once its session is withdrawn.
    pub async fn next(&mut self, device: DeviceRow) -> bool {
        loop {
            match self.receiver.recv().await {
                Ok(Signal::Stored { by }) if by == device => {}
                Ok(Signal::Stored { .. }) | Err(broadcast::error::RecvError::Lagged(_)) => {
                    return true;
                }
                Ok(Signal::Withdrawn(withdrawn)) if withdrawn == device => return false,
                Ok(Signal::Withdrawn(_)) => {}
                Err(broadcast::error::RecvError::Closed) => return false,
            }
        }
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        let mut channels = self.pokes.channels();
        let is_last = channels
            .get(&self.account)
            .is_some_and(|channel| channel.receiver_count() <= 1);
        if is_last {
            channels.remove(&self.account);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ACCOUNT: AccountRow = AccountRow(1);

    #[tokio::test]
    async fn a_device_hears_of_others_work_and_not_of_its_own() {
        let pokes = Pokes::default();
        let mut phone = pokes.listen(ACCOUNT).unwrap();
        pokes.signal(ACCOUNT, Signal::Stored { by: DeviceRow(1) });
        pokes.signal(ACCOUNT, Signal::Withdrawn(DeviceRow(2)));
        pokes.signal(ACCOUNT, Signal::Stored { by: DeviceRow(2) });
        assert!(phone.next(DeviceRow(1)).await);
        assert!(phone.receiver.is_empty());
    }

    #[tokio::test]
    async fn nothing_is_kept_for_an_account_without_streams() {
        let pokes = Pokes::default();
        let first = pokes.listen(ACCOUNT).unwrap();
        let second = pokes.listen(ACCOUNT).unwrap();
        drop(first);
        assert_eq!(pokes.channels().len(), 1);
        drop(second);
        assert!(pokes.channels().is_empty());
    }
}
