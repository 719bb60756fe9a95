//! A tab of a newer version of the app on the same store: this version cannot read what it writes.

use super::device::Device;
use crate::chance::Chance;
use approdo_document::{
    Body, Content, DocumentId, KeyId, Operation, OperationId, Path, RegisterKey, SpaceId, Stamp,
    cv_paths,
};
use approdo_domain::CvPlace;
use approdo_sync::store::{DeviceStore, EditOutcome, LocalEdit};
use futures::executor::block_on;
use std::collections::BTreeSet;

/// A kind of value that no version has yet.
const KIND_TO_COME: u8 = 200;

/// Writes a value of a kind to come, at a known place or at one to come; answers what was saved.
pub(super) fn write(chance: &mut Chance, device: &mut Device, id: DocumentId) -> Option<Operation> {
    let path = if chance.percent(50) {
        cv_paths::path(CvPlace::Profile)
    } else {
        Path(vec![0x7f, *chance.one_of(&[1, 2, 3])])
    };
    let register = RegisterKey::derive(id, &path.0);
    let operation = Operation {
        space: SpaceId::of_document(id),
        document: id,
        register,
        id: OperationId {
            writer: chance.writer(),
            counter: 1,
        },
        base: current(device, id, register),
        self_contained: true,
        blobs: Vec::new(),
        key: KeyId::default(),
        stamp: Stamp {
            millis: device.now_ms(),
            logical: 0,
        },
        extensions: vec![1, 2, 3],
        body: Body {
            path,
            content: Content::Unknown {
                kind: KIND_TO_COME,
                bytes: chance.number().to_be_bytes().to_vec(),
            },
        }
        .encode(),
    };
    let edit = LocalEdit {
        operations: vec![operation.clone()],
        folds: Vec::new(),
    };
    let outcome = block_on(device.store().record_edit(&edit));
    if outcome != Ok(EditOutcome::Saved) {
        return None;
    }
    device.refresh(id);
    device.noted(std::iter::once(operation.id));
    Some(operation)
}

/// Returns the operations at a place that no other replaces, as far as the device knows.
fn current(device: &Device, id: DocumentId, register: RegisterKey) -> Vec<OperationId> {
    let stored = block_on(device.store().stored(id)).unwrap_or_default();
    let here = stored
        .iter()
        .map(|stored| &stored.operation)
        .filter(|operation| operation.register == register);
    let replaced: BTreeSet<OperationId> = here
        .clone()
        .flat_map(|operation| operation.base.iter().copied())
        .collect();
    let heads: BTreeSet<OperationId> = here
        .map(|operation| operation.id)
        .filter(|id| !replaced.contains(id))
        .collect();
    heads.into_iter().collect()
}
