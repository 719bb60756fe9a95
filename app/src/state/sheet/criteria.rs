//! The criteria in the person's language, fetched when a page first wants them and kept for the page's life.

use crate::i18n::{self, Language};
use crate::platform::reference_files;
use approdo_catalog::{Criteria, Criterion};
use approdo_domain::practice::criteria_of;
use approdo_domain::sheet::Sheet;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

thread_local! {
    static KNOWN: RefCell<BTreeMap<&'static str, Arc<Criteria>>> = const { RefCell::new(BTreeMap::new()) };
}

/// The criteria on their way to a page.
#[derive(Debug, Clone, Copy)]
pub struct SheetCriteria {
    /// The criteria; none while they are on their way.
    pub loaded: RwSignal<Option<Result<Arc<Criteria>, NotLoaded>>>,
}

/// The criteria are neither on this device nor to be had now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotLoaded;

impl SheetCriteria {
    /// Begins to fetch them.
    pub fn fetch() -> Self {
        let this = Self {
            loaded: RwSignal::new(None),
        };
        this.retry();
        this
    }

    /// Tries again.
    pub fn retry(self) {
        self.loaded.set(None);
        spawn_local(async move {
            let criteria = load().await.ok_or(NotLoaded);
            // The person may have gone elsewhere meanwhile.
            self.loaded.try_set(Some(criteria));
        });
    }
}

async fn load() -> Option<Arc<Criteria>> {
    let file = match i18n::language() {
        Language::English => "criteria-en",
        Language::Italian => "criteria-it",
    };
    if let Some(known) = KNOWN.with_borrow(|known| known.get(file).cloned()) {
        return Some(known);
    }
    let bytes = reference_files::load(file).await?;
    let criteria = Arc::new(Criteria::from_bytes(&bytes).ok()?);
    KNOWN.with_borrow_mut(|known| known.insert(file, criteria.clone()));
    Some(criteria)
}

/// Returns the criteria that an assessor looks at: those chosen for the sheet, and those of which something is said
/// already. If none that this version knows is chosen, all are looked at.
pub fn chosen_among(criteria: &Arc<Criteria>, sheet: &Sheet) -> Arc<Criteria> {
    let chosen = criteria_of(&sheet.criteria);
    let is_chosen = |criterion: &Criterion| {
        let id = criterion.criterion_id();
        id.is_some_and(|id| chosen.contains(&id))
    };
    if !criteria.criteria.iter().any(is_chosen) {
        return criteria.clone();
    }
    let is_said = |criterion: &Criterion| {
        let id = criterion.criterion_id();
        id.is_some_and(|id| sheet.points.contains_key(&id))
    };
    let kept = criteria
        .criteria
        .iter()
        .filter(|one| is_chosen(one) || is_said(one));
    Arc::new(Criteria {
        language: criteria.language,
        criteria: kept.cloned().collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use approdo_catalog::SheetPart;
    use approdo_domain::sheet::Point;

    fn criteria() -> Arc<Criteria> {
        let criterion = |id: &str| Criterion {
            id: id.to_owned(),
            part: SheetPart::Cv,
            name: id.to_owned(),
            levels: Default::default(),
            first_change: String::new(),
        };
        Arc::new(Criteria {
            language: approdo_catalog::Language::Italian,
            criteria: ["a", "b", "c"].map(criterion).to_vec(),
        })
    }

    fn looked_at(sheet: &Sheet) -> Vec<String> {
        let chosen = chosen_among(&criteria(), sheet);
        chosen.criteria.iter().map(|one| one.id.clone()).collect()
    }

    #[test]
    fn only_the_criteria_of_a_set_are_looked_at_and_what_was_said_never_vanishes() {
        let mut sheet = Sheet::default();
        assert_eq!(looked_at(&sheet), ["a", "b", "c"]);
        sheet.criteria = "c".to_owned();
        assert_eq!(looked_at(&sheet), ["c"]);
        let point = Point {
            level: "1".to_owned(),
            ..Point::default()
        };
        sheet.points.insert("a".parse().unwrap(), point);
        assert_eq!(looked_at(&sheet), ["a", "c"]);
        sheet.criteria = "of-next-year".to_owned();
        assert_eq!(looked_at(&sheet), ["a", "b", "c"], "better all than none");
    }
}
