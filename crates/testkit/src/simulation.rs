//! A simulated world: devices with tabs, one server, a bad network between them, all from one seed.
//!
//! Requests are on their way while people go on typing; they get lost, doubled, overtaken, cut
//! short. `world` says what happens, `checks` what must hold once all is quiet again.

mod checks;
mod device;
mod network;
mod typing;
mod world;

pub use device::{Device, Tab};
pub use network::{Network, Partition, Weather};
pub use world::{ANNA, BRUNO, World};

/// Runs the world of a seed for so many steps, lets it come to rest, and checks it.
///
/// # Errors
/// What does not hold, and how to run the same world again.
pub fn run(seed: u64, steps: usize) -> Result<(), String> {
    let mut world = World::new(seed);
    let outcome = world
        .live(steps)
        .and_then(|()| world.come_to_rest())
        .and_then(|()| world.check());
    outcome.map_err(|reason| {
        format!("{reason}\nto replay: APPRODO_SEED={seed} cargo test -p approdo-testkit --test simulation")
    })
}
