//! Where somebody was born, as their tax code says: shown beside the code to its owner, so that a slip
//! is noticed. It goes nowhere else.

use approdo_catalog::{PlaceOfBirth, Places};
use approdo_domain::{tax_code_error, tax_code_place};

/// Returns the place of birth in a sound tax code, with its province; none for codes of municipalities
/// that are no more.
pub fn of_tax_code(places: &Places, code: &str) -> Option<String> {
    if tax_code_error(code).is_some() {
        return None;
    }
    let cadastral = tax_code_place(code)?;
    Some(match places.by_cadastral_code(&cadastral)? {
        PlaceOfBirth::Country(country) => country.name.clone(),
        PlaceOfBirth::Municipality(municipality) => match places.province(municipality) {
            Some(province) => format!("{} ({})", municipality.name, province.code),
            None => municipality.name.clone(),
        },
    })
}
