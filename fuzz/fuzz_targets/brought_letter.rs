//! Looks for bytes that break the promise of `brought_letter`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| approdo_fuzz_targets::check("brought_letter", bytes));
