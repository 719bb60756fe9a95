//! Looks for bytes that break the promise of `sheet`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| approdo_fuzz_targets::check("sheet", bytes));
