//! What the server's tests share: a server on a free port with a folder and a clock of its own, and
//! devices that speak to it with the real client engine.

#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "each test file uses its part, and a test stops at what it did not expect"
)]

use approdo_document::{
    AccountId, Author, Document, DocumentId, Operation, Path, SpaceId, WriterId,
};
use approdo_server::assets::{Asset, Assets};
use approdo_server::client::HttpTransport;
use approdo_server::clock::Clock;
use approdo_server::serve::{Options, Server, start};
use approdo_sync::exchange::{ExchangeError, ExchangeReport, exchange_once};
use approdo_sync::memory::MemoryDeviceStore;
use approdo_sync::store::{DeviceStore, LocalEdit, OperationLog};
use approdo_sync::wire::SyncRequest;
use reqwest::{Client, Method, Response, StatusCode};
use serde_json::{Value, json};
use std::path::Path as FilePath;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use tempfile::TempDir;

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
        let clock = ManualClock(Arc::new(AtomicU64::new(START_MS)));
        let mut options = Options::new(([127, 0, 0, 1], 0).into(), folder.path().to_owned());
        options.clock = Arc::new(clock.clone());
        options.client = Assets::new(assets).into();
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
        let link = first.post("/api/v1/links", json!({})).await.json().await;
        let link: Value = link.unwrap();
        let claim = second.claim(link["code"].as_str().unwrap()).await;
        let claim: Value = claim.json().await.unwrap();
        let path = format!("/api/v1/links/{}/confirm", link["link"].as_str().unwrap());
        assert_eq!(first.post(&path, json!({})).await.status(), 204);
        let taken = second.take(claim["claim"].as_str().unwrap()).await;
        assert_eq!(taken["state"], "confirmed");
        second.bind(&taken).await;
        second
    }
}

/// One local profile of one browser, with its own store.
pub struct Device {
    pub transport: HttpTransport,
    pub store: MemoryDeviceStore,
    author: std::sync::Mutex<Author>,
}

impl Device {
    pub fn new(client: &Client, server: &str, name: u8) -> Self {
        let profile = hex::encode([name; 16]);
        Self {
            transport: HttpTransport::new(client.clone(), server, &profile),
            store: MemoryDeviceStore::new(),
            author: std::sync::Mutex::new(Author::new(WriterId([name; 16]))),
        }
    }

    /// The same browser, speaking to another address.
    pub fn moved_to(self, server: &TestServer) -> Self {
        let transport = HttpTransport::new(
            server.client.clone(),
            &server.address(),
            self.transport.profile(),
        );
        if let Some(cookie) = self.transport.cookie() {
            transport.set_cookie(cookie);
        }
        Self { transport, ..self }
    }

    pub async fn make_account(&self) -> AccountId {
        let body = json!({"profile": self.transport.profile(), "device_name": "Chrome su Android"});
        let answer = self.post("/api/v1/accounts", body).await;
        assert_eq!(answer.status(), StatusCode::OK);
        self.bind(&answer.json().await.unwrap()).await
    }

    pub async fn bind(&self, answer: &Value) -> AccountId {
        let account: AccountId = answer["account"].as_str().unwrap().parse().unwrap();
        assert!(self.store.bind_account(account).await.unwrap());
        account
    }

    pub async fn claim(&self, code: &str) -> Response {
        let profile = self.transport.profile();
        let body = json!({"code": code, "profile": profile, "device_name": "Firefox su Windows"});
        self.post("/api/v1/links/claim", body).await
    }

    pub async fn take(&self, claim: &str) -> Value {
        let body = json!({"claim": claim, "profile": self.transport.profile()});
        let answer = self.post("/api/v1/links/claims", body).await;
        answer.json().await.unwrap()
    }

    pub async fn get(&self, path: &str) -> Response {
        let request = self.transport.request(Method::GET, path);
        self.transport.send(request).await.unwrap()
    }

    pub async fn delete(&self, path: &str) -> Response {
        let request = self.transport.request(Method::DELETE, path);
        self.transport.send(request).await.unwrap()
    }

    pub async fn post(&self, path: &str, body: Value) -> Response {
        let request = self
            .transport
            .request(Method::POST, path)
            .header("content-type", "application/json")
            .body(body.to_string());
        self.transport.send(request).await.unwrap()
    }

    /// Writes a text in a document and stores the edit.
    pub async fn write(&self, document: DocumentId, path: &[u8], text: &str) {
        let mut state = self.document(document).await;
        let change = self
            .author
            .lock()
            .unwrap()
            .set_text(&state, &Path(path.to_vec()), text, START_MS)
            .unwrap();
        state.apply(&change);
        let edit = LocalEdit {
            operations: change.operations,
            folds: change.folds,
        };
        self.store.record_edit(&edit).await.unwrap();
    }

    pub async fn document(&self, id: DocumentId) -> Document {
        let mut document = Document::new(id, SpaceId::of_document(id));
        for operation in self.store.operations(id).await.unwrap() {
            document.ingest(operation);
        }
        document
    }

    pub async fn text(&self, document: DocumentId, path: &[u8]) -> String {
        let document = self.document(document).await;
        document.text(&Path(path.to_vec())).text
    }

    /// Exchanges until nothing is left over.
    pub async fn sync(&self) -> Vec<ExchangeReport> {
        let mut reports = Vec::new();
        loop {
            let report = self.exchange().await.unwrap();
            let is_done = !report.more && report.waiting.waiting == 0;
            reports.push(report);
            if is_done {
                return reports;
            }
            assert!(reports.len() < 50, "sync does not end");
        }
    }

    pub async fn exchange(
        &self,
    ) -> Result<ExchangeReport, ExchangeError<<MemoryDeviceStore as OperationLog>::Error>> {
        let mut author = self.author.lock().unwrap().clone();
        let result = exchange_once(&self.store, &self.transport, 100, START_MS, &mut author).await;
        *self.author.lock().unwrap() = author;
        result
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
