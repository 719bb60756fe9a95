//! The catalogue and the places, fetched when a field first wants them and kept for the page's life.

use super::{language_codes, official};
use crate::i18n::{CvLanguage, Language};
use crate::platform::{intl, reference_files};
use crate::state::client::use_client;
use crate::state::cv_editor::CvEditor;
use crate::state::offline::Readiness;
use approdo_catalog::{Catalog, NameList, Places};
use approdo_domain::{CvPlace, PageLookField};
use futures::FutureExt;
use futures::future::{LocalBoxFuture, Shared};
use leptos::prelude::GetUntracked;
use leptos::task::spawn_local;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

/// Words that nothing begins with, of both lengths at which slips are looked for.
const WITH_SLIPS: &str = "xqzwk xqzwkjvyx";

type Arriving<T> = Shared<LocalBoxFuture<'static, Option<Rc<T>>>>;

/// What is offered in one language.
struct InLanguage<T, L = Language> {
    language: L,
    data: T,
}

/// The catalogue with what is made of it.
pub struct Occupations {
    /// The catalogue.
    pub catalog: Catalog,
    /// What its occupations can do, each skill once.
    pub skills: NameList,
}

thread_local! {
    static OCCUPATIONS: RefCell<Option<InLanguage<Arriving<Occupations>>>> = const { RefCell::new(None) };
    static PLACES: RefCell<Option<Arriving<Places>>> = const { RefCell::new(None) };
    static LANGUAGES: RefCell<Option<InLanguage<Rc<NameList>, CvLanguage>>> = const { RefCell::new(None) };
}

/// Returns the language a CV is written in, which need not be that of the interface.
pub fn language_of(editor: CvEditor) -> CvLanguage {
    CvLanguage::of_tag(&editor.shown(CvPlace::Look(PageLookField::Language)))
}

/// Returns occupations, certificates and skills in a language; none if the catalogue is not written in it,
/// if they are neither on this device nor to be had, or if the person saves data. The next call tries again.
pub async fn occupations(language: CvLanguage) -> Option<Rc<Occupations>> {
    let language = language.of_interface()?;
    let known = OCCUPATIONS.with_borrow(|known| {
        let known = known.as_ref().filter(|known| known.language == language);
        known.map(|known| known.data.clone())
    });
    let arriving = match known {
        Some(arriving) => arriving,
        None if saves_data() => return None,
        None => {
            let data = fetch_occupations(language).boxed_local().shared();
            let kept = InLanguage {
                language,
                data: data.clone(),
            };
            OCCUPATIONS.set(Some(kept));
            data
        }
    };
    let arrived = arriving.await;
    if arrived.is_none() {
        OCCUPATIONS.set(None);
    }
    arrived
}

/// Returns municipalities and countries; none as above.
pub async fn places() -> Option<Rc<Places>> {
    let arriving = match PLACES.with_borrow(Clone::clone) {
        Some(arriving) => arriving,
        None if saves_data() => return None,
        None => {
            let data = fetch_places().boxed_local().shared();
            PLACES.set(Some(data.clone()));
            data
        }
    };
    let arrived = arriving.await;
    if arrived.is_none() {
        PLACES.set(None);
    }
    arrived
}

/// Returns the names of languages as the browser knows them.
pub fn languages(language: CvLanguage) -> Rc<NameList> {
    LANGUAGES.with_borrow_mut(|known| match known {
        Some(known) if known.language == language => known.data.clone(),
        _ => {
            let names = intl::language_names(language.tag(), &language_codes::CODES);
            let data = Rc::new(NameList::new(names));
            *known = Some(InLanguage {
                language,
                data: data.clone(),
            });
            data
        }
    })
}

/// Whoever saves data is asked before anything more is fetched, and has not agreed yet.
fn saves_data() -> bool {
    let readiness = use_client().offline.readiness.get_untracked();
    matches!(readiness, Readiness::Ask(_))
}

async fn fetch_occupations(language: Language) -> Option<Rc<Occupations>> {
    let bytes = reference_files::load(language.tag()).await?;
    let own = Catalog::from_bytes(&bytes).ok()?;
    let catalog = match official::kept(language).await {
        Some(official) => own.with_official(official),
        None => own,
    };
    spawn_local(renew_official(language));
    let skills = NameList::new(skills_of(&catalog));
    // The first slip costs most, since tables are made for it: nobody has pressed a key yet.
    let _ = catalog.search(WITH_SLIPS, 1);
    Some(Rc::new(Occupations { catalog, skills }))
}

/// Has the catalogue read again by who next asks for it, if the server has something else to offer.
async fn renew_official(language: Language) {
    if official::renew(language).await {
        OCCUPATIONS.with_borrow_mut(|known| {
            *known = known.take().filter(|known| known.language != language);
        });
    }
}

async fn fetch_places() -> Option<Rc<Places>> {
    let bytes = reference_files::load("places").await?;
    let places = Places::from_bytes(&bytes).ok()?;
    let _ = places.search_municipalities(WITH_SLIPS, 1);
    Some(Rc::new(places))
}

/// All skills of the catalogue, in its order, each once.
fn skills_of(catalog: &Catalog) -> Vec<String> {
    let mut known = BTreeSet::new();
    let occupations = catalog.occupations().iter();
    occupations
        .flat_map(|occupation| &occupation.phrases.skills)
        .filter(|skill| known.insert(skill.to_lowercase()))
        .cloned()
        .collect()
}
