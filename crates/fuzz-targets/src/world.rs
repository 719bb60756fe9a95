//! A small world for the targets of sync: a server with the work of two accounts, and a device of one
//! of them, which has synced once, read what was shared with it, and written on since.

use crate::{ACCOUNT, DOCUMENT, NOW_MS, OTHER_ACCOUNT, OTHER_DOCUMENT};
use approdo_document::{Author, Document, DocumentId, Operation, SpaceId, WriterId, cv_paths};
use approdo_domain::{CvPlace, ExperienceField, ItemId, Section};
use approdo_sync::batch::Batch;
use approdo_sync::exchange::exchange_once;
use approdo_sync::frame;
use approdo_sync::memory::{MemoryDeviceStore, MemoryServerStore, ServerSnapshot};
use approdo_sync::store::{DeviceStore, LocalEdit, ServerStore};
use approdo_sync::transport::{Transport, TransportError};
use approdo_sync::wire::{SyncRequest, SyncResponse};
use futures::executor::block_on;
use std::sync::{LazyLock, Mutex, PoisonError};

/// The document that the other account shares.
pub(crate) const SHARED_DOCUMENT: DocumentId = DocumentId([0xd2; 16]);

const ENTRY: ItemId = ItemId(0xe1);

/// What the device's person wrote: it must never be lost.
pub(crate) const WRITTEN: [(CvPlace, &str); 4] = [
    (CvPlace::Title, "Magazzino"),
    (
        CvPlace::Profile,
        "Puntuale, abituata ai turni; cerco un posto stabile vicino a casa.",
    ),
    (
        CvPlace::Experience(ENTRY, ExperienceField::Employer),
        "Il Melograno",
    ),
    (
        CvPlace::Experience(ENTRY, ExperienceField::Description),
        "Inventario mensile.",
    ),
];

pub(crate) struct World {
    pub(crate) server: MemoryServerStore,
    pub(crate) device: MemoryDeviceStore,
    /// The server before the device first synced.
    pub(crate) early: ServerSnapshot,
    /// The payloads of all requests and answers so far.
    pub(crate) said: Vec<(Vec<u8>, Vec<u8>)>,
}

static WORLD: LazyLock<World> = LazyLock::new(World::begin);

/// A server of its own, as the device left it.
pub(crate) fn server() -> MemoryServerStore {
    let server = MemoryServerStore::new(SEED);
    server.restore(&WORLD.server.snapshot());
    server
}

/// A device of its own, with work waiting.
pub(crate) fn device() -> MemoryDeviceStore {
    WORLD.device.clone_profile()
}

const SEED: u64 = 7;

impl World {
    pub(crate) fn begin() -> World {
        let server = MemoryServerStore::new(SEED);
        for (number, id) in [(0x0b, OTHER_DOCUMENT), (0x0c, SHARED_DOCUMENT)] {
            let operations = written_by(number, id);
            let request = SyncRequest {
                account: OTHER_ACCOUNT,
                ..request_with(&operations)
            };
            let _ = block_on(server.exchange(OTHER_ACCOUNT, &request));
        }
        server.grant(SpaceId::of_document(SHARED_DOCUMENT), ACCOUNT);
        let mut world = World {
            early: server.snapshot(),
            server,
            device: MemoryDeviceStore::new(),
            said: Vec::new(),
        };
        block_on(world.live());
        world
    }

    async fn live(&mut self) {
        let _ = self.device.bind_account(ACCOUNT).await;
        let mut document = Document::new(DOCUMENT, SpaceId::of_document(DOCUMENT));
        let mut author = Author::new(WriterId([0xa0; 16]));
        let list = cv_paths::list(Section::Experience);
        let added = author.add_item(&document, &list, ENTRY, 0, NOW_MS);
        self.record(&mut document, &added).await;
        self.write(
            &mut document,
            &mut author,
            CvPlace::Profile,
            "Puntuale, abituata ai turni.",
        )
        .await;
        self.exchange().await;
        self.exchange().await;
        document.mark_offered(
            document
                .operations()
                .map(|operation| operation.id)
                .collect::<Vec<_>>(),
        );
        for (place, text) in WRITTEN {
            self.write(&mut document, &mut author, place, text).await;
        }
    }

    async fn write(
        &self,
        document: &mut Document,
        author: &mut Author,
        place: CvPlace,
        text: &str,
    ) {
        if let Some(change) = author.set_text(document, &cv_paths::path(place), text, NOW_MS) {
            self.record(document, &change).await;
        }
    }

    async fn record(&self, document: &mut Document, change: &approdo_document::Change) {
        document.apply(change);
        let _ = self.device.record_edit(&LocalEdit::from(change)).await;
    }

    /// Lets the device exchange once with the server, and notes what both said.
    pub(crate) async fn exchange(&mut self) {
        let transport = Noted {
            server: self.server.clone(),
            said: Mutex::default(),
        };
        let mut author = Author::new(WriterId(
            [0x50 + u8::try_from(self.said.len()).unwrap_or(0); 16],
        ));
        let _ = exchange_once(&self.device, &transport, 100, NOW_MS, &mut author).await;
        self.said.extend(
            transport
                .said
                .into_inner()
                .unwrap_or_else(PoisonError::into_inner),
        );
    }
}

fn written_by(number: u8, id: DocumentId) -> Vec<Operation> {
    let mut document = Document::new(id, SpaceId::of_document(id));
    let mut author = Author::new(WriterId([number; 16]));
    for (place, text) in [
        (CvPlace::Title, "Segreto"),
        (CvPlace::Profile, "Solo per me."),
    ] {
        if let Some(change) = author.set_text(&document, &cv_paths::path(place), text, NOW_MS) {
            document.apply(&change);
        }
    }
    document.operations().cloned().collect()
}

/// What a device of the account might offer first.
pub(crate) fn written() -> Vec<Operation> {
    written_by(0x0d, DOCUMENT)
}

/// A request of the account without a cursor.
pub(crate) fn request_with(pushed: &[Operation]) -> SyncRequest {
    SyncRequest {
        account: ACCOUNT,
        cursor: None,
        pushed: Batch::pack(pushed),
        returned: Batch::default(),
        returned_proofs: Vec::new(),
        page: 1_000,
    }
}

/// The way to a server in this process; notes the payloads.
struct Noted {
    server: MemoryServerStore,
    said: Mutex<Vec<(Vec<u8>, Vec<u8>)>>,
}

impl Transport for Noted {
    async fn exchange(&self, request: Vec<u8>) -> Result<Vec<u8>, TransportError> {
        let read: SyncRequest = frame::decode(&request).map_err(|_| TransportError::Rejected)?;
        let answer: Result<SyncResponse, _> = self.server.exchange(ACCOUNT, &read).await;
        let answer = answer.map_err(|_| TransportError::Rejected)?;
        let payloads = (postcard_of(&read), postcard_of(&answer));
        self.said
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(payloads);
        Ok(frame::encode(&answer))
    }
}

pub(crate) fn postcard_of(value: &impl serde::Serialize) -> Vec<u8> {
    postcard::to_allocvec(value).unwrap_or_default()
}
