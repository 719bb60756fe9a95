//! The key of the server's receipts: a file of its own, so that a backup of the database does not
//! hold it, and a restored database does not bring back an older one.

use crate::secrets::random_bytes;
use crate::store::OpenError;
use approdo_sync::receipt::ReceiptKey;
use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::Path;

/// The name of the key within the data folder.
pub const KEY_FILE: &str = "receipt.key";

/// Reads the key, or draws one where there is none.
pub fn read_or_draw(folder: &Path) -> Result<ReceiptKey, OpenError> {
    let path = folder.join(KEY_FILE);
    let not_writable = |source| OpenError::NotWritable {
        path: folder.to_owned(),
        source,
    };
    match std::fs::read(&path) {
        Ok(bytes) => bytes
            .try_into()
            .map(ReceiptKey::new)
            .map_err(|_| OpenError::DamagedKey { path }),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let key = random_bytes()?;
            write_durably(&path, &key).map_err(not_writable)?;
            Ok(ReceiptKey::new(key))
        }
        Err(error) => Err(not_writable(error)),
    }
}

/// Tells whether the folder has a key.
pub fn is_there(folder: &Path) -> bool {
    folder.join(KEY_FILE).exists()
}

/// Writes the key for this user's eyes only. It gets its name when it is whole, so that a power
/// failure leaves the key or no key.
fn write_durably(path: &Path, key: &[u8; 32]) -> std::io::Result<()> {
    let unfinished = path.with_extension("new");
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    let mut file = options.open(&unfinished)?;
    file.write_all(key)?;
    file.sync_all()?;
    std::fs::rename(&unfinished, path)?;
    match path.parent() {
        Some(folder) => File::open(folder)?.sync_all(),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_stays_the_same_and_only_its_owner_may_read_it() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let first = read_or_draw(folder.path()).unwrap();
        assert_eq!(read_or_draw(folder.path()).unwrap(), first);
        let rights = std::fs::metadata(folder.path().join(KEY_FILE))
            .unwrap()
            .permissions();
        assert_eq!(rights.mode() & 0o777, 0o600);
    }

    #[test]
    fn a_damaged_key_is_not_replaced_in_silence() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(KEY_FILE), b"short").unwrap();
        assert!(matches!(
            read_or_draw(folder.path()),
            Err(OpenError::DamagedKey { .. })
        ));
    }
}
