//! Looks for bytes that break the promise of `sync_request`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| approdo_fuzz_targets::check("sync_request", bytes));
