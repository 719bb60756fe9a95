//! What tests of several crates share: a clock that stands still, chance that repeats, a realistic
//! CV, and a simulated world of devices, a server and a bad network. Nothing here is in a product.

pub mod chance;
pub mod clock;
pub mod cv;
pub mod simulation;
