//! What must hold in the simulated world once all is quiet.

use super::world::World;
use approdo_document::{Document, OperationId, project_cv};
use approdo_sync::store::{Delivery, DeviceStore};
use futures::executor::block_on;
use std::collections::BTreeSet;

impl World {
    /// Checks the world at rest.
    ///
    /// # Errors
    /// What does not hold.
    pub fn check(&self) -> Result<(), String> {
        self.check_nothing_waits()?;
        self.check_acknowledged_is_durable()?;
        self.check_replicas_converged()?;
        self.check_shown_is_stored()?;
        self.check_typed_is_readable()
    }

    fn check_nothing_waits(&self) -> Result<(), String> {
        for (index, device) in self.devices.iter().enumerate() {
            let waiting = device.waiting();
            if waiting.waiting + waiting.refused > 0 {
                return Err(format!("device {index} still has work: {waiting:?}"));
            }
        }
        Ok(())
    }

    /// Each acknowledged operation is on the server, also after restores.
    fn check_acknowledged_is_durable(&self) -> Result<(), String> {
        for (index, device) in self.devices.iter().enumerate() {
            let stored = block_on(device.store().stored(self.document))
                .map_err(|error| error.to_string())?;
            let lost = stored.iter().find(|stored| {
                stored.delivery == Delivery::Acknowledged && !self.server.has(stored.operation.id)
            });
            if let Some(lost) = lost {
                return Err(format!(
                    "device {index} believes {} is on the server",
                    lost.operation.id
                ));
            }
        }
        Ok(())
    }

    fn check_replicas_converged(&self) -> Result<(), String> {
        let first = self.replica(0)?;
        for index in 1..self.devices.len() {
            let other = self.replica(index)?;
            let (one, two) = (self.heads(&first), self.heads(&other));
            if one != two {
                let differing: Vec<String> = one
                    .symmetric_difference(&two)
                    .map(|id| self.whereabouts(*id))
                    .collect();
                return Err(format!(
                    "heads differ between devices 0 and {index}:\n{}",
                    differing.join("\n")
                ));
            }
            // A merged view may use a common ancestor that compaction has taken from some devices.
            if !self.was_compacted && project_cv(&first) != project_cv(&other) {
                return Err(format!("devices 0 and {index} show different CVs"));
            }
        }
        Ok(())
    }

    /// What the tabs show is what a fresh tab would show.
    fn check_shown_is_stored(&self) -> Result<(), String> {
        for (index, device) in self.devices.iter().enumerate() {
            let fresh = self.replica(index)?;
            for tab in 0..device.tabs() {
                let shown = device.shown(tab, self.document);
                if let Some(shown) = shown
                    .filter(|shown| device.tabs() == 1 && project_cv(shown) != project_cv(&fresh))
                {
                    return Err(format!(
                        "tab {tab} of device {index} shows an old picture: {:?}",
                        project_cv(shown).title
                    ));
                }
            }
        }
        Ok(())
    }

    /// Each text typed can be read somewhere: current, or as a former version.
    fn check_typed_is_readable(&self) -> Result<(), String> {
        let replicas: Result<Vec<_>, _> = (0..self.devices.len())
            .map(|index| self.replica(index))
            .collect();
        let replicas = replicas?;
        for typed in &self.record.0 {
            let is_readable = replicas.iter().any(|document| {
                let history = document.history(&typed.path);
                history.iter().any(|version| version.text == typed.text)
            });
            if !is_readable {
                return Err(format!(
                    "what device {} typed as {} is nowhere: {:?}",
                    typed.device, typed.operation, typed.text
                ));
            }
        }
        Ok(())
    }

    /// Returns the heads that the server still has: of what compaction dropped, a device may not have
    /// read by what it was replaced.
    fn heads(&self, document: &Document) -> BTreeSet<OperationId> {
        let on_server: BTreeSet<OperationId> = self
            .server
            .all_operations()
            .iter()
            .map(|operation| operation.id)
            .collect();
        document
            .heads()
            .filter(|head| on_server.contains(head))
            .collect()
    }

    /// Tells where an operation is, and what was built on it.
    fn whereabouts(&self, id: OperationId) -> String {
        let mut lines = vec![format!("{id}: on the server: {}", self.server.has(id))];
        for (index, device) in self.devices.iter().enumerate() {
            let stored = block_on(device.store().stored(self.document)).unwrap_or_default();
            let here = stored.iter().find(|stored| stored.operation.id == id);
            let standing = here.map(|here| (here.delivery, here.number, here.operation.hash()));
            let children: Vec<_> = stored
                .iter()
                .filter(|stored| stored.operation.base.contains(&id))
                .map(|stored| stored.operation.id)
                .collect();
            lines.push(format!(
                "  device {index}: {standing:?}, built on it: {children:?}"
            ));
        }
        lines.join("\n")
    }

    fn replica(&self, index: usize) -> Result<Document, String> {
        self.devices[index]
            .document(self.document)
            .ok_or_else(|| format!("device {index} has lost the document"))
    }
}
