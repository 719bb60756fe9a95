//! Looks for bytes that break the promise of `brought_file`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| approdo_fuzz_targets::check("brought_file", bytes));
