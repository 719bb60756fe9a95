//! ESCO's occupations, if who runs the server imported them: kept on this device, and asked for at most
//! once a day. How they are searched beside Approdo's own is in `approdo-catalog`.

use crate::i18n::Language;
use crate::platform::official_catalog::{self, Answer};
use crate::platform::{clock, connection, local_storage};
use approdo_catalog::CatalogContent;

const DAY_MS: u64 = 86_400_000;

/// What an answer of the server asks for.
#[derive(Debug, PartialEq, Eq)]
enum Renewal {
    /// This is to be kept from now on.
    Keep(Vec<u8>),
    /// Nothing is imported any more.
    Forget,
    /// What is here is right.
    Nothing,
}

/// Returns the occupations that are kept for a language; none if there are none, or if a version of
/// Approdo wrote them that this one does not read.
pub async fn kept(language: Language) -> Option<CatalogContent> {
    let bytes = official_catalog::kept(language.tag()).await?;
    CatalogContent::from_bytes(&bytes).ok()
}

/// Asks the server whether there is something else to keep, unless it was asked today; answers whether
/// there was.
pub async fn renew(language: Language) -> bool {
    let tag = language.tag();
    let asked = format!("approdo.official.{tag}");
    let today = (clock::now_ms() / DAY_MS).to_string();
    if !connection::is_online() || local_storage::get(&asked).as_ref() == Some(&today) {
        return false;
    }
    let Some(answer) = official_catalog::ask(tag).await else {
        return false;
    };
    let kept = official_catalog::kept(tag).await;
    let Some(renewal) = renewal(answer, kept.as_deref()) else {
        return false;
    };
    local_storage::set(&asked, &today);
    match renewal {
        Renewal::Keep(bytes) => official_catalog::keep(tag, &bytes).await,
        Renewal::Forget => official_catalog::forget(tag).await,
        Renewal::Nothing => return false,
    }
    true
}

/// Decides what to do; none if that was no answer of ours, but that of a captive portal, a fault, or a
/// file that this version does not read.
fn renewal(answer: Answer, kept: Option<&[u8]>) -> Option<Renewal> {
    match answer.status {
        204 if kept.is_some() => Some(Renewal::Forget),
        204 => Some(Renewal::Nothing),
        200 if kept == Some(&answer.bytes) => Some(Renewal::Nothing),
        200 => {
            CatalogContent::from_bytes(&answer.bytes).ok()?;
            Some(Renewal::Keep(answer.bytes))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn imported(sector: &str) -> Vec<u8> {
        let content = CatalogContent {
            language: approdo_catalog::Language::Italian,
            sectors: vec![sector.to_owned()],
            occupations: Vec::new(),
            certificates: Vec::new(),
        };
        content.to_bytes().unwrap_or_default()
    }

    fn decided(status: u16, bytes: Vec<u8>, kept: Option<&[u8]>) -> Option<Renewal> {
        renewal(Answer { status, bytes }, kept)
    }

    #[test]
    fn what_was_imported_is_kept_and_a_newer_import_takes_its_place() {
        let (first, second) = (imported("Edilizia"), imported("Cucina"));
        let keep = |bytes: &[u8]| Some(Renewal::Keep(bytes.to_vec()));
        assert_eq!(decided(200, first.clone(), None), keep(&first));
        assert_eq!(decided(200, second.clone(), Some(&first)), keep(&second));
    }

    #[test]
    fn what_is_kept_already_is_not_kept_again() {
        let bytes = imported("Edilizia");
        let renewal = decided(200, bytes.clone(), Some(&bytes));
        assert_eq!(renewal, Some(Renewal::Nothing));
    }

    #[test]
    fn without_an_import_nothing_is_kept() {
        let bytes = imported("Edilizia");
        assert_eq!(decided(204, Vec::new(), None), Some(Renewal::Nothing));
        assert_eq!(
            decided(204, Vec::new(), Some(&bytes)),
            Some(Renewal::Forget)
        );
    }

    #[rstest]
    #[case::captive_portal(200, b"<html>Log in</html>".to_vec())]
    #[case::cut_short(200, imported("Edilizia")[..8].to_vec())]
    #[case::fault(500, Vec::new())]
    #[case::older_server(404, Vec::new())]
    fn what_is_no_answer_leaves_what_is_kept(#[case] status: u16, #[case] bytes: Vec<u8>) {
        assert_eq!(decided(status, bytes, Some(&imported("Cucina"))), None);
    }
}
