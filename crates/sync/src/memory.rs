//! Stores in memory: the measure for all others, the fallback of a browser without IndexedDB, and
//! what the simulations run on. Nothing here survives the process, and nothing here is random.

mod device;
mod server;

pub use device::{DeviceStoreFull, MemoryDeviceStore};
pub use server::{MemoryServerStore, ServerSnapshot};
