//! Looks for bytes that break the promise of `stored_record`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| approdo_fuzz_targets::check("stored_record", bytes));
