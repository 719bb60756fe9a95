//! The stores in memory pass the suites that all stores pass.

use approdo_sync::conformance::{
    assert_all_pass, blob_store, device_store, operation_log, server_store,
};
use approdo_sync::memory::{MemoryDeviceStore, MemoryServerStore};
use futures::executor::block_on;

#[test]
fn the_device_store_in_memory_conforms() {
    let make = async || MemoryDeviceStore::new();
    assert_all_pass(&block_on(operation_log(make)));
    assert_all_pass(&block_on(device_store(make)));
    assert_all_pass(&block_on(blob_store(make)));
}

#[test]
fn the_server_store_in_memory_conforms() {
    let make = async || MemoryServerStore::new(1);
    assert_all_pass(&block_on(operation_log(make)));
    assert_all_pass(&block_on(server_store(make)));
}
