//! Italian municipalities (ISTAT, CC BY 4.0) and the countries of the world, found as one types.
//! How they lie in a file is in `places_content`.

use serde::{Deserialize, Serialize};

use crate::packed::PackedError;
use crate::places_content::PlacesContent;
use crate::search::{Index, Name, place_reading};

/// How much a name counts that is not the Italian one.
const OTHER_NAME_WEIGHT: f32 = 0.97;
/// How much a municipality counts that is not the capital of its province.
const SMALL_PLACE_WEIGHT: f32 = 0.92;
/// How much a country counts that is no more.
const PAST_COUNTRY_WEIGHT: f32 = 0.9;

/// An Italian municipality of today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Municipality {
    /// Name in Italian.
    pub name: String,
    /// Name in the other official language of the place.
    pub other_name: Option<String>,
    /// Number of its province among [`Places::provinces`].
    pub province: usize,
    /// ISTAT's code; six digits when it is written.
    pub istat: u32,
    /// Cadastral code, as it stands in a tax code: "D150".
    pub cadastral: String,
    /// Whether it is the capital of its province.
    pub is_capital: bool,
}

impl Municipality {
    /// Returns ISTAT's code as it is written.
    pub fn istat_code(&self) -> String {
        format!("{:06}", self.istat)
    }
}

/// An Italian province or metropolitan city.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Province {
    /// The two letters on number plates: "CR".
    pub code: String,
    /// Its name.
    pub name: String,
    /// The region it lies in.
    pub region: String,
}

/// A country, of today or past.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Country {
    /// Cadastral code, as it stands in the tax code of who was born there: "Z330".
    pub cadastral: String,
    /// Name in Italian.
    pub name: String,
    /// Names by which it is found too.
    pub other_names: Vec<String>,
    /// Whether it exists today.
    pub exists: bool,
}

/// Where somebody was born, by the cadastral code of a tax code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlaceOfBirth<'a> {
    /// In Italy.
    Municipality(&'a Municipality),
    /// Abroad.
    Country(&'a Country),
}

/// Municipalities and countries that can be searched.
pub struct Places {
    provinces: Vec<Province>,
    municipalities: Vec<Municipality>,
    countries: Vec<Country>,
    municipality_index: Index,
    country_index: Index,
}

impl Places {
    /// Reads a compact file and prepares it to be searched.
    ///
    /// # Errors
    ///
    /// Says what is wrong with the file.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, PackedError> {
        let content = PlacesContent::from_bytes(bytes)?;
        let municipalities = content.municipalities()?;
        let municipality_index = Index::new(municipality_names(&municipalities), place_reading);
        let country_index = Index::new(country_names(&content.countries), place_reading);
        Ok(Self {
            provinces: content.provinces,
            municipalities,
            countries: content.countries,
            municipality_index,
            country_index,
        })
    }

    /// Returns all provinces, in the order of their codes.
    pub fn provinces(&self) -> &[Province] {
        &self.provinces
    }

    /// Returns the province of a municipality.
    pub fn province(&self, municipality: &Municipality) -> Option<&Province> {
        self.provinces.get(municipality.province)
    }

    /// Returns how many municipalities there are.
    pub fn municipality_count(&self) -> usize {
        self.municipalities.len()
    }

    /// Finds municipalities by what is typed so far, the best first; at most `limit`.
    pub fn search_municipalities(&self, query: &str, limit: usize) -> Vec<&Municipality> {
        let hits = self.municipality_index.search(query, limit);
        hits.into_iter()
            .filter_map(|hit| self.municipalities.get(hit.entry))
            .collect()
    }

    /// Finds countries by what is typed so far, the best first; at most `limit`.
    pub fn search_countries(&self, query: &str, limit: usize) -> Vec<&Country> {
        let hits = self.country_index.search(query, limit);
        hits.into_iter()
            .filter_map(|hit| self.countries.get(hit.entry))
            .collect()
    }

    /// Finds the municipality of today or the country that has a cadastral code.
    pub fn by_cadastral_code(&self, code: &str) -> Option<PlaceOfBirth<'_>> {
        let code = code.to_uppercase();
        let municipality = self
            .municipalities
            .iter()
            .find(|place| place.cadastral == code);
        let country = || {
            self.countries
                .iter()
                .find(|country| country.cadastral == code)
        };
        municipality
            .map(PlaceOfBirth::Municipality)
            .or_else(|| country().map(PlaceOfBirth::Country))
    }
}

fn municipality_names(places: &[Municipality]) -> impl Iterator<Item = Name<'_>> {
    places.iter().enumerate().flat_map(|(entry, place)| {
        let weight = if place.is_capital {
            1.0
        } else {
            SMALL_PLACE_WEIGHT
        };
        let name = Name {
            entry,
            number: 0,
            text: &place.name,
            weight,
        };
        let other = place.other_name.as_deref().map(|text| Name {
            entry,
            number: 1,
            text,
            weight: weight * OTHER_NAME_WEIGHT,
        });
        std::iter::once(name).chain(other)
    })
}

fn country_names(countries: &[Country]) -> impl Iterator<Item = Name<'_>> {
    countries.iter().enumerate().flat_map(|(entry, country)| {
        let weight = if country.exists {
            1.0
        } else {
            PAST_COUNTRY_WEIGHT
        };
        let names = std::iter::once(&country.name).chain(&country.other_names);
        names.enumerate().map(move |(number, text)| Name {
            entry,
            number,
            text,
            weight,
        })
    })
}
