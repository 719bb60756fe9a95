//! Reads the lists in `content/codes` that become files of their own: places and economic activities.

use super::Fault;
use crate::{Country, EconomicActivity, Municipality, PlacesContent, Province};

/// The lists of places, as text.
#[derive(Debug, Clone, Copy)]
pub struct PlaceTables<'a> {
    /// `municipalities.tsv`.
    pub municipalities: &'a str,
    /// `provinces.tsv`.
    pub provinces: &'a str,
    /// `countries.tsv`.
    pub countries: &'a str,
}

impl PlaceTables<'_> {
    /// Reads the lists.
    ///
    /// # Errors
    ///
    /// Says which line is not as `build.py` writes it.
    pub fn read(&self) -> Result<PlacesContent, Fault> {
        let mut content = PlacesContent::new(
            rows("provinces.tsv", self.provinces, province)?,
            rows("countries.tsv", self.countries, country)?,
        );
        let codes: Vec<String> = content
            .provinces
            .iter()
            .map(|province| province.code.clone())
            .collect();
        let read = |row: [&str; 6]| municipality(row, &codes);
        for place in rows("municipalities.tsv", self.municipalities, read)? {
            if !content.push(&place) {
                return Err(unreadable("municipalities.tsv", &place.name));
            }
        }
        Ok(content)
    }
}

/// Reads `ateco-2025.tsv`.
///
/// # Errors
///
/// Says which line is not as `build.py` writes it.
pub fn economic_activities(table: &str) -> Result<Vec<EconomicActivity>, Fault> {
    rows("ateco-2025.tsv", table, |[code, title, section]| {
        Some(EconomicActivity {
            code: code.to_owned(),
            title: title.to_owned(),
            section: non_empty(section),
        })
    })
}

fn province([code, name, region]: [&str; 3]) -> Option<Province> {
    Some(Province {
        code: code.to_owned(),
        name: name.to_owned(),
        region: region.to_owned(),
    })
}

fn country([cadastral, name, others, exists]: [&str; 4]) -> Option<Country> {
    let others = others.split("; ").filter(|other| !other.is_empty());
    Some(Country {
        cadastral: cadastral.to_owned(),
        name: name.to_owned(),
        other_names: others.map(str::to_owned).collect(),
        exists: exists == "1",
    })
}

fn municipality(
    [istat, name, other_name, province, cadastral, capital]: [&str; 6],
    provinces: &[String],
) -> Option<Municipality> {
    Some(Municipality {
        name: name.to_owned(),
        other_name: non_empty(other_name),
        province: provinces.iter().position(|code| code == province)?,
        istat: istat.parse().ok()?,
        cadastral: cadastral.to_owned(),
        is_capital: capital == "1",
    })
}

/// Reads the lines of a table that are no remarks.
fn rows<T, const COLUMNS: usize>(
    file: &str,
    table: &str,
    read: impl Fn([&str; COLUMNS]) -> Option<T>,
) -> Result<Vec<T>, Fault> {
    let lines = table.lines().filter(|line| !line.starts_with('#'));
    lines
        .map(|line| {
            let columns: Vec<&str> = line.split('\t').collect();
            let row = columns.try_into().ok().and_then(&read);
            row.ok_or_else(|| unreadable(file, line))
        })
        .collect()
}

fn unreadable(file: &str, line: &str) -> Fault {
    let message = format!("`{line}` is not as build.py writes it; run build.py again");
    Fault::new(file, "", message)
}

fn non_empty(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}
