//! A simulated world: devices with tabs, one server, a bad network between them, all from one seed.
//!
//! Requests are on their way while people go on typing; they get lost, doubled, overtaken, cut
//! short. `world` says who is there, `trouble` what happens, `checks` what must hold once all is
//! quiet again, `broken` which mistakes the checks are known to catch.

mod broken;
mod checks;
mod device;
mod line;
mod many;
mod network;
mod newer_version;
mod server;
mod store;
mod trace;
mod trouble;
mod typing;
mod world;

pub use broken::Broken;
pub use device::{Device, Tab};
pub use many::{Report, run_many};
pub use network::{Network, Partition, Weather};
pub use server::SimulatedServer;
pub use store::SimulatedStore;
pub use world::{ANNA, BRUNO, World};

/// How much happens in one world.
pub const STEPS: usize = 400;

/// Runs the world of a seed, lets it come to rest, and checks it.
///
/// # Errors
/// What does not hold, and how to run the same world again.
pub fn run(seed: u64) -> Result<(), String> {
    run_broken(seed, None)
}

/// Runs the world of a seed in which devices or server have a mistake.
///
/// # Errors
/// What does not hold, and how to run the same world again.
pub fn run_broken(seed: u64, broken: Option<Broken>) -> Result<(), String> {
    let (_, outcome) = run_traced(seed, broken);
    outcome.map_err(|reason| {
        format!("{reason}\nto replay: APPRODO_SEED={seed} cargo test -p approdo-testkit --test simulation")
    })
}

/// Runs a world as [`run_broken`] does, and returns with its end all that happened in it.
pub fn run_traced(seed: u64, broken: Option<Broken>) -> (Vec<String>, Result<(), String>) {
    let mut world = World::broken(seed, broken);
    let outcome = world
        .live(STEPS)
        .and_then(|()| world.come_to_rest())
        .and_then(|()| world.check());
    world.note_end();
    (world.trace.lines(), outcome)
}
