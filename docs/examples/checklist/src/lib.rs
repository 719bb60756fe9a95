//! The worked example of `docs/adding-a-feature.md`: things to tick before an interview, with one
//! module for each room of the house that a feature passes through. It is compiled and tested with
//! everything else, and shipped with nothing.

pub mod component;
pub mod domain;
pub mod editing;
pub mod paths;
pub mod projection;
