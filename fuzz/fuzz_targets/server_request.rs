//! Looks for bytes that break the promise of `server_request`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| approdo_fuzz_targets::check("server_request", bytes));
