//! Municipalities and countries as they lie in a file: in columns, which compress well.

use serde::{Deserialize, Serialize};

use crate::packed::{PackedError, pack, unpack};
use crate::{Country, Municipality, Province};

/// What the file of places begins with.
const MARK: [u8; 4] = *b"APPL";
/// Numbers under one letter of the cadastral codes: D000 to D999.
const NUMBERS_PER_LETTER: u16 = 1000;

/// Municipalities and countries, as they lie in a file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlacesContent {
    /// The provinces, in the order of their codes.
    pub provinces: Vec<Province>,
    /// The countries.
    pub countries: Vec<Country>,
    /// Names of the municipalities, one a line, in the order of ISTAT's codes.
    names: String,
    /// Names in another language, by the number of the municipality.
    other_names: Vec<(u16, String)>,
    /// Steps from one ISTAT code to the next.
    istat_steps: Vec<u32>,
    /// Cadastral codes: letter times 1000 plus number.
    cadastral: Vec<u16>,
    /// Number of the province of each municipality.
    province: Vec<u8>,
    /// Numbers of the capitals of provinces.
    capitals: Vec<u16>,
}

impl PlacesContent {
    /// Begins a file with no municipalities yet.
    pub fn new(provinces: Vec<Province>, countries: Vec<Country>) -> Self {
        Self {
            provinces,
            countries,
            ..Self::default()
        }
    }

    /// Reads a compact file.
    pub(crate) fn from_bytes(bytes: &[u8]) -> Result<Self, PackedError> {
        unpack(MARK, bytes)
    }

    /// Returns the compact file.
    ///
    /// # Errors
    ///
    /// None is known; see [`PackedError`].
    pub fn to_bytes(&self) -> Result<Vec<u8>, PackedError> {
        pack(MARK, self)
    }

    /// Adds a municipality; they come in the order of ISTAT's codes. Says whether its codes could be kept.
    #[must_use]
    pub fn push(&mut self, place: &Municipality) -> bool {
        let last: u32 = self.istat_steps.iter().sum();
        let (Some(step), Some(cadastral), Ok(province), Ok(number)) = (
            place.istat.checked_sub(last),
            cadastral_number(&place.cadastral),
            u8::try_from(place.province),
            u16::try_from(self.istat_steps.len()),
        ) else {
            return false;
        };
        if number > 0 {
            self.names.push('\n');
        }
        self.names.push_str(&place.name);
        if let Some(name) = &place.other_name {
            self.other_names.push((number, name.clone()));
        }
        if place.is_capital {
            self.capitals.push(number);
        }
        self.istat_steps.push(step);
        self.cadastral.push(cadastral);
        self.province.push(province);
        true
    }

    /// Returns the municipalities.
    pub(crate) fn municipalities(&self) -> Result<Vec<Municipality>, PackedError> {
        let columns = self.istat_steps.iter().zip(&self.cadastral);
        let mut istat = 0_u32;
        let mut places = Vec::with_capacity(self.province.len());
        for ((name, (&step, &cadastral)), &province) in
            self.names.lines().zip(columns).zip(&self.province)
        {
            istat = istat.checked_add(step).ok_or(PackedError::Damaged)?;
            places.push(Municipality {
                name: name.to_owned(),
                other_name: None,
                province: usize::from(province),
                istat,
                cadastral: cadastral_code(cadastral).ok_or(PackedError::Damaged)?,
                is_capital: false,
            });
        }
        for (number, name) in &self.other_names {
            let place = places.get_mut(usize::from(*number));
            place.ok_or(PackedError::Damaged)?.other_name = Some(name.clone());
        }
        for number in &self.capitals {
            let place = places.get_mut(usize::from(*number));
            place.ok_or(PackedError::Damaged)?.is_capital = true;
        }
        Ok(places)
    }
}

/// A letter and three digits as a number.
fn cadastral_number(code: &str) -> Option<u16> {
    let (letter, digits) = code.split_at_checked(1)?;
    let letter = letter.bytes().next().filter(u8::is_ascii_uppercase)?;
    let is_number = digits.len() == 3 && digits.bytes().all(|digit| digit.is_ascii_digit());
    let number: u16 = digits.parse().ok().filter(|_| is_number)?;
    Some(u16::from(letter - b'A') * NUMBERS_PER_LETTER + number)
}

fn cadastral_code(number: u16) -> Option<String> {
    let letter = u8::try_from(number / NUMBERS_PER_LETTER).ok()?;
    let letter = char::from(b'A'.checked_add(letter)?);
    let is_letter = letter.is_ascii_uppercase();
    is_letter.then(|| format!("{letter}{:03}", number % NUMBERS_PER_LETTER))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cadastral_codes_become_numbers_and_back() {
        for code in ["A001", "D150", "M999", "Z330"] {
            let number = cadastral_number(code).unwrap();
            assert_eq!(cadastral_code(number).as_deref(), Some(code));
        }
        for wrong in ["", "D15", "d150", "D+12", "DD50", "ÀB12"] {
            assert_eq!(cadastral_number(wrong), None, "{wrong}");
        }
        assert_eq!(cadastral_code(u16::MAX), None);
    }
}
