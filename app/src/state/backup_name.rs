//! What a backup file is called.

use approdo_domain::civil_date;

/// Returns the name of a backup made at a time in milliseconds since 1970, such as
/// `approdo-backup-2026-11-22.approdo`.
pub fn backup_name(now_ms: u64) -> String {
    let (year, month, day) = civil_date(now_ms / 86_400_000);
    format!("approdo-backup-{year:04}-{month:02}-{day:02}.approdo")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_backup_is_named_by_its_day() {
        assert_eq!(backup_name(0), "approdo-backup-1970-01-01.approdo");
        assert_eq!(
            backup_name(951_782_400_000),
            "approdo-backup-2000-02-29.approdo"
        );
        assert_eq!(
            backup_name(1_795_305_600_000),
            "approdo-backup-2026-11-22.approdo"
        );
    }
}
