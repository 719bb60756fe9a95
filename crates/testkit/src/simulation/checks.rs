//! What must hold in the simulated world once all is quiet.

use super::world::{ANNA, World};
use approdo_document::{AccountId, Document, Operation, OperationId, project_cv};
use approdo_sync::batch::Batch;
use approdo_sync::store::{Delivery, DeviceStore};
use approdo_sync::wire::SyncRequest;
use futures::executor::block_on;
use std::collections::{BTreeMap, BTreeSet};

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
        self.check_typed_is_readable()?;
        self.check_kinds_to_come_are_kept()?;
        self.check_server_has_each_once()?;
        self.check_new_device_reads_all()?;
        self.check_authors()
    }

    fn check_nothing_waits(&self) -> Result<(), String> {
        for (index, device) in self.devices.iter().enumerate() {
            let waiting = device.waiting();
            let stored = block_on(device.store().stored(self.closed));
            // What cannot be sent stays in sight, and holds up nothing.
            let not_allowed = stored.map_or(0, |stored| stored.len());
            if waiting.waiting > 0 || waiting.refused != not_allowed {
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
        let documents: Vec<_> = self
            .devices
            .iter()
            .flat_map(|device| [self.document, self.closed].map(|id| device.document(id)))
            .flatten()
            .collect();
        for typed in &self.record.0 {
            let here = documents.iter().filter(|one| one.id() == typed.document);
            let is_readable = here.into_iter().any(|document| {
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

    /// What a newer version wrote is everywhere as it was written, maybe under another id. Compaction
    /// may take it from the server when something else replaces it.
    fn check_kinds_to_come_are_kept(&self) -> Result<(), String> {
        let on_server = self.server.all_operations();
        for written in &self.to_come {
            let is_same = |operation: &Operation| {
                operation.body == written.body && operation.extensions == written.extensions
            };
            let have_it: Vec<bool> = self
                .devices
                .iter()
                .map(|device| block_on(device.store().stored(self.document)).unwrap_or_default())
                .map(|stored| stored.iter().any(|stored| is_same(&stored.operation)))
                .collect();
            let is_kept = if on_server.iter().any(is_same) {
                have_it.iter().all(|has_it| *has_it)
            } else {
                self.was_compacted && have_it.contains(&true)
            };
            if !is_kept {
                let id = written.id;
                return Err(format!("{id}, of a newer version, is lost: {have_it:?}"));
            }
        }
        Ok(())
    }

    /// What is current can also be read by a device that knows nothing but what the server has.
    fn check_new_device_reads_all(&self) -> Result<(), String> {
        let here = self.replica(0)?;
        let mut fresh = Document::new(self.document, here.space());
        for operation in self.server.all_operations() {
            fresh.ingest(operation);
        }
        for typed in &self.record.0 {
            let versions = here.versions(&typed.path).into_iter();
            let on_server = versions.filter(|version| fresh.contains(version.operation));
            let read = fresh.versions(&typed.path);
            for version in on_server {
                if !read.contains(&version) {
                    let (id, text) = (version.operation, version.text);
                    return Err(format!("a new device cannot read {id}: {text:?}"));
                }
            }
        }
        Ok(())
    }

    /// No operation is there twice under two names, unless two copies of a running device each made it.
    fn check_server_has_each_once(&self) -> Result<(), String> {
        let made: BTreeSet<OperationId> = self
            .devices
            .iter()
            .flat_map(|device| device.made().iter().copied())
            .collect();
        let mut seen = BTreeMap::new();
        for operation in self.server.all_operations() {
            let id = operation.id;
            let mut nameless = operation;
            nameless.id.counter = 0;
            match seen.insert(nameless.hash(), id) {
                Some(other) if !made.contains(&id) || !made.contains(&other) => {
                    return Err(format!("{id} is on the server twice"));
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Everything is under the name of the person on whose device it was written.
    fn check_authors(&self) -> Result<(), String> {
        let authors = self.authors()?;
        for (index, device) in self.devices.iter().enumerate() {
            for id in device.made() {
                let author = authors.get(id).copied();
                if author.is_some() && author != device.account() {
                    return Err(format!("{id} of device {index} is another's: {author:?}"));
                }
            }
        }
        Ok(())
    }

    /// Reads from the server who wrote what of the CV.
    fn authors(&self) -> Result<BTreeMap<OperationId, AccountId>, String> {
        let mut authors = BTreeMap::new();
        let mut request = SyncRequest {
            account: ANNA,
            cursor: None,
            pushed: Batch::default(),
            returned: Batch::default(),
            returned_proofs: Vec::new(),
            page: 1_000,
        };
        loop {
            let answer = self.server.exchange(ANNA, &request);
            let answer = answer.map_err(|error| error.to_string())?;
            let delivered = answer
                .delivered
                .unpack()
                .map_err(|error| error.to_string())?;
            for (operation, note) in delivered.iter().zip(&answer.delivered_notes) {
                authors.insert(operation.id, note.author);
            }
            if !answer.more {
                return Ok(authors);
            }
            request.cursor = answer.cursor;
        }
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
