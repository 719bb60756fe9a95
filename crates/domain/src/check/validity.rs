//! Certificates that are no longer valid, or soon will not be.

use super::days::last_day;
use super::{CheckContext, CheckFinding, CheckRule};
use crate::{CertificateField, Cv, CvPlace};

/// How long before its end a certificate is worth a word: courses must be found and booked.
const NOTICE_DAYS: i32 = 60;

pub(super) fn certificates(cv: &Cv, context: &CheckContext) -> Vec<CheckFinding> {
    let today = last_day(context.today);
    let named = cv
        .certificates
        .iter()
        .filter(|entry| !entry.name.trim().is_empty());
    named
        .filter_map(|entry| {
            let expires = entry.expires.parse().ok()?;
            let rule = match last_day(expires) - today {
                ..0 => CheckRule::CertificateExpired,
                0..=NOTICE_DAYS => CheckRule::CertificateExpiring,
                _ => return None,
            };
            let place = CvPlace::Certificate(entry.id, CertificateField::Expires);
            let finding = CheckFinding::new(rule, place, &expires.to_string());
            let finding = finding.with_text("name", entry.name.trim());
            Some(finding.with_date("date", expires))
        })
        .collect()
}
