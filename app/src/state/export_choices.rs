//! Which sensitive fields the person chose to let out of which CV. Chosen for what is made now: it is
//! kept nowhere, and a page loaded anew begins with none.

use approdo_document::DocumentId;
use approdo_domain::{Cv, ExportChoice, SensitiveField};
use leptos::prelude::*;
use std::collections::HashMap;

/// The choices, by CV.
#[derive(Debug, Clone, Copy)]
pub struct ExportChoices(RwSignal<HashMap<DocumentId, ExportChoice>>);

impl ExportChoices {
    /// Begins with nothing chosen.
    pub fn new() -> Self {
        Self(RwSignal::new(HashMap::new()))
    }

    /// Returns what is chosen for a CV.
    pub fn of(self, id: DocumentId) -> ExportChoice {
        self.0
            .with(|choices| choices.get(&id).copied().unwrap_or_default())
    }

    /// Chooses a field of a CV, or leaves it out.
    pub fn choose(self, id: DocumentId, field: SensitiveField, chosen: bool) {
        self.0
            .update(|choices| choices.entry(id).or_default().choose(field, chosen));
    }
}

impl Default for ExportChoices {
    fn default() -> Self {
        Self::new()
    }
}

/// Returns the fields about which there is something to choose.
pub fn offered(cv: &Cv) -> Vec<SensitiveField> {
    SensitiveField::ALL
        .into_iter()
        .filter(|field| field.is_written(cv))
        .collect()
}

/// Returns the fields that are written and do not go out.
pub fn left_out(cv: &Cv, choice: ExportChoice) -> Vec<SensitiveField> {
    let mut fields = offered(cv);
    fields.retain(|field| !choice.contains(*field));
    fields
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_chosen_for_one_cv_goes_out_of_no_other() {
        let choices = ExportChoices::new();
        let (mine, other) = (DocumentId([1; 16]), DocumentId([2; 16]));
        choices.choose(mine, SensitiveField::BirthDate, true);
        assert!(choices.of(mine).birth_date);
        assert_eq!(choices.of(other), ExportChoice::default());
        choices.choose(mine, SensitiveField::BirthDate, false);
        assert_eq!(choices.of(mine), ExportChoice::default());
    }

    #[test]
    fn only_what_is_written_is_offered() {
        let mut cv = Cv::default();
        assert_eq!(offered(&cv), vec![]);
        cv.personal.protected_category = true;
        cv.personal.address = "Via Po 1".to_owned();
        let expected = [
            SensitiveField::FullAddress,
            SensitiveField::ProtectedCategory,
        ];
        assert_eq!(offered(&cv), expected);
        assert_eq!(left_out(&cv, ExportChoice::default()), expected);
        let mut choice = ExportChoice::default();
        choice.choose(SensitiveField::FullAddress, true);
        assert_eq!(left_out(&cv, choice), [SensitiveField::ProtectedCategory]);
    }
}
