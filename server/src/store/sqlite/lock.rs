//! One program at a time works on a data folder: two servers would not hear of each other's pokes,
//! and a restore under a running server would pull the database from under it.

use crate::store::OpenError;
use std::fs::{File, OpenOptions, TryLockError};
use std::path::Path;

/// The name of the file that is locked; it stays empty, and its presence means nothing.
const LOCK_FILE: &str = "approdo.lock";

/// The right to work on a data folder; the system takes it back when the program ends, however.
#[derive(Debug)]
pub struct DataLock(File);

impl DataLock {
    /// Takes the right.
    ///
    /// # Errors
    /// [`OpenError::InUse`] if another program has it, [`OpenError::NotWritable`] if the folder
    /// cannot be written.
    pub fn take(folder: &Path) -> Result<Self, OpenError> {
        let not_writable = |source| OpenError::NotWritable {
            path: folder.to_owned(),
            source,
        };
        let file = OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(false)
            .open(folder.join(LOCK_FILE))
            .map_err(not_writable)?;
        match file.try_lock() {
            Ok(()) => Ok(Self(file)),
            Err(TryLockError::WouldBlock) => Err(OpenError::InUse {
                path: folder.to_owned(),
            }),
            Err(TryLockError::Error(source)) => Err(not_writable(source)),
        }
    }

    /// Gives the right back.
    pub fn give_back(&self) {
        // It goes with the file's handle in any case.
        let _ = self.0.unlock();
    }
}
