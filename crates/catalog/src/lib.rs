//! Reference data that a CV draws on: occupations with phrases to adapt, certificates, municipalities
//! and sectors, found as one types.
//!
//! The texts are in `content`, whose README says how they are written. This crate knows no browser, no
//! clock and no network: files come in as bytes.
