//! What the server's tests share: a server on a free port with a folder and a clock of its own, and
//! devices that speak to it with the real client engine.

#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "each test file uses its part, and a test stops at what it did not expect"
)]

pub mod copies;
mod device;
pub mod program;

use approdo_document::{AccountId, DocumentId, Operation, SpaceId, WriterId};
use approdo_server::assets::{Asset, Assets};
use approdo_server::clock::Clock;
use approdo_server::limits::Limits;
use approdo_server::serve::{Options, Server, start};
use approdo_server::settings::Settings;
use approdo_sync::wire::SyncRequest;
use reqwest::Client;
use serde_json::{Value, json};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool};
use std::path::Path as FilePath;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use tempfile::TempDir;

pub use device::Device;

pub const START_MS: u64 = 1_795_000_000_000;

/// A clock that stands still until it is moved.
#[derive(Clone)]
pub struct ManualClock(Arc<AtomicU64>);

impl ManualClock {
    pub fn advance_seconds(&self, seconds: u64) {
        self.0.fetch_add(seconds * 1_000, Ordering::SeqCst);
    }
}

impl Clock for ManualClock {
    fn now_ms(&self) -> u64 {
        self.0.load(Ordering::SeqCst)
    }
}

/// A running server.
pub struct TestServer {
    pub server: Server,
    pub clock: ManualClock,
    pub folder: TempDir,
    pub client: Client,
}

impl TestServer {
    pub async fn start() -> Self {
        Self::start_in(tempfile::tempdir().unwrap(), Vec::new()).await
    }

    pub async fn start_with(assets: Vec<Asset>) -> Self {
        Self::start_in(tempfile::tempdir().unwrap(), assets).await
    }

    pub async fn start_in(folder: TempDir, assets: Vec<Asset>) -> Self {
        Self::start_as(folder, assets, Limits::default()).await
    }

    /// Starts a server with limits that a test reaches.
    pub async fn start_limited(limits: Limits) -> Self {
        Self::start_limited_with(limits, Vec::new()).await
    }

    pub async fn start_limited_with(limits: Limits, assets: Vec<Asset>) -> Self {
        Self::start_as(tempfile::tempdir().unwrap(), assets, limits).await
    }

    async fn start_as(folder: TempDir, assets: Vec<Asset>, limits: Limits) -> Self {
        let settings = Settings {
            limits,
            ..own_settings(&folder)
        };
        Self::start_with_settings(folder, assets, settings).await
    }

    /// Starts a server as it runs behind a proxy that speaks TLS.
    pub async fn start_behind_tls() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let settings = Settings {
            secure_cookies: true,
            behind_proxy: true,
            ..own_settings(&folder)
        };
        Self::start_with_settings(folder, Vec::new(), settings).await
    }

    async fn start_with_settings(folder: TempDir, assets: Vec<Asset>, settings: Settings) -> Self {
        let clock = ManualClock(Arc::new(AtomicU64::new(START_MS)));
        let options = Options {
            clock: Arc::new(clock.clone()),
            client: Assets::new(assets).into(),
            settings,
        };
        Self {
            server: start(options).await.unwrap(),
            clock,
            folder,
            client: Client::new(),
        }
    }

    /// Stops the server and starts it again on the same data.
    pub async fn restart(self) -> Self {
        let Self { server, folder, .. } = self;
        server.stop().await;
        Self::start_in(folder, Vec::new()).await
    }

    pub fn address(&self) -> String {
        format!("http://{}", self.server.address())
    }

    /// Returns a device that has no session yet.
    pub fn device(&self, name: u8) -> Device {
        Device::new(&self.client, &self.address(), name)
    }

    /// Returns a device with an account of its own.
    pub async fn linked(&self, name: u8) -> Device {
        let device = self.device(name);
        device.make_account().await;
        device
    }

    /// Links a second device to the account of the first.
    pub async fn link_to(&self, first: &Device, name: u8) -> Device {
        let second = self.device(name);
        self.link_existing(first, &second).await;
        second
    }

    /// Links a device, perhaps once more, to the account of the first.
    pub async fn link_existing(&self, first: &Device, second: &Device) {
        let link = first.post("/api/v1/links", json!({})).await.json().await;
        let link: Value = link.unwrap();
        let claim = second.claim(link["code"].as_str().unwrap()).await;
        let claim: Value = claim.json().await.unwrap();
        let path = format!("/api/v1/links/{}/confirm", link["link"].as_str().unwrap());
        assert_eq!(first.post(&path, json!({})).await.status(), 204);
        let taken = second.take(claim["claim"].as_str().unwrap()).await;
        assert_eq!(taken["state"], "confirmed");
        second.bind(&taken).await;
    }
}

/// Returns settings with free ports, figures included.
fn own_settings(folder: &TempDir) -> Settings {
    let free_port = ([127, 0, 0, 1], 0).into();
    Settings {
        metrics_listen: Some(free_port),
        ..Settings::new(free_port, folder.path().to_owned())
    }
}

/// A self-contained operation with a body of no meaning.
pub fn operation(writer: u8, counter: u64) -> Operation {
    let document = DocumentId([writer; 16]);
    Operation {
        space: SpaceId::of_document(document),
        document,
        register: approdo_document::RegisterKey([0; 8]),
        id: approdo_document::OperationId {
            writer: WriterId([writer; 16]),
            counter,
        },
        base: Vec::new(),
        self_contained: true,
        blobs: Vec::new(),
        key: approdo_document::KeyId(0),
        stamp: approdo_document::Stamp {
            millis: START_MS,
            logical: 0,
        },
        extensions: Vec::new(),
        body: format!("Ho lavorato in magazzino per {counter} anni").into_bytes(),
    }
}

/// A request that only pushes.
pub fn push_request(account: AccountId, operations: &[Operation]) -> SyncRequest {
    SyncRequest {
        account,
        cursor: None,
        pushed: approdo_sync::batch::Batch::pack(operations),
        returned: approdo_sync::batch::Batch::default(),
        returned_proofs: Vec::new(),
        page: 1,
    }
}

/// Copies the database out of a folder whose server is stopped.
pub fn copy_database(from: &FilePath, to: &FilePath) {
    for ending in ["-wal", "-shm"] {
        let _ = std::fs::remove_file(to.join(format!("approdo.sqlite{ending}")));
    }
    std::fs::copy(from.join("approdo.sqlite"), to.join("approdo.sqlite")).unwrap();
}

/// Opens the database of a data folder beside the program that works on it.
pub async fn database_in(folder: &FilePath) -> SqlitePool {
    let options = SqliteConnectOptions::new()
        .filename(folder.join("approdo.sqlite"))
        .journal_mode(SqliteJournalMode::Wal);
    SqlitePool::connect_with(options).await.unwrap()
}
