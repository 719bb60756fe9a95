//! What a backup file is called.

/// Returns the name of a backup made at a time in milliseconds since 1970, such as
/// `approdo-backup-2026-11-22.approdo`.
pub fn backup_name(now_ms: u64) -> String {
    let (year, month, day) = civil_date(now_ms / 86_400_000);
    format!("approdo-backup-{year:04}-{month:02}-{day:02}.approdo")
}

/// Turns days since 1970 into a Gregorian date (UTC): counts years from March, so that leap days
/// come last.
fn civil_date(days: u64) -> (u64, u64, u64) {
    let days = days + 719_468;
    let (era, day_of_era) = (days / 146_097, days % 146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = (month_from_march + 2) % 12 + 1;
    let year = era * 400 + year_of_era + u64::from(month <= 2);
    (year, month, day)
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
