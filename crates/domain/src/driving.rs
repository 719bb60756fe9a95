//! Driving licence categories as Italian law names them.

use serde::{Deserialize, Serialize};

/// A category of driving licence or professional qualification (D.Lgs. 285/1992, art. 116; CQC by
/// D.Lgs. 286/2005; ADR by the European agreement of that name).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum DrivingCategory {
    /// Mopeds.
    Am,
    /// Light motorcycles.
    A1,
    /// Motorcycles up to 35 kW.
    A2,
    /// All motorcycles.
    A,
    /// Quadricycles.
    B1,
    /// Cars.
    B,
    /// Cars with a heavy trailer.
    Be,
    /// Lorries up to 7.5 t.
    C1,
    /// Lorries up to 7.5 t with a trailer.
    C1e,
    /// Lorries.
    C,
    /// Lorries with a trailer.
    Ce,
    /// Small buses.
    D1,
    /// Small buses with a trailer.
    D1e,
    /// Buses.
    D,
    /// Buses with a trailer.
    De,
    /// Professional qualification for goods.
    CqcGoods,
    /// Professional qualification for passengers.
    CqcPassengers,
    /// Dangerous goods.
    Adr,
}

impl DrivingCategory {
    /// Every category, in the order people expect to read them.
    pub const ALL: [DrivingCategory; 18] = [
        Self::Am,
        Self::A1,
        Self::A2,
        Self::A,
        Self::B1,
        Self::B,
        Self::Be,
        Self::C1,
        Self::C1e,
        Self::C,
        Self::Ce,
        Self::D1,
        Self::D1e,
        Self::D,
        Self::De,
        Self::CqcGoods,
        Self::CqcPassengers,
        Self::Adr,
    ];

    /// Returns the short name printed on a licence; the same in every language.
    pub fn code(self) -> &'static str {
        match self {
            Self::Am => "AM",
            Self::A1 => "A1",
            Self::A2 => "A2",
            Self::A => "A",
            Self::B1 => "B1",
            Self::B => "B",
            Self::Be => "BE",
            Self::C1 => "C1",
            Self::C1e => "C1E",
            Self::C => "C",
            Self::Ce => "CE",
            Self::D1 => "D1",
            Self::D1e => "D1E",
            Self::D => "D",
            Self::De => "DE",
            Self::CqcGoods => "CQC-M",
            Self::CqcPassengers => "CQC-P",
            Self::Adr => "ADR",
        }
    }
}
