//! A device that speaks to the server with the real client engine.

use super::{START_MS, TestServer};
use approdo_document::{AccountId, Author, Document, DocumentId, Path, SpaceId, WriterId};
use approdo_server::client::HttpTransport;
use approdo_sync::exchange::{ExchangeError, ExchangeReport, exchange_once};
use approdo_sync::memory::MemoryDeviceStore;
use approdo_sync::store::{DeviceStore, LocalEdit, OperationLog};
use reqwest::{Client, Method, Response, StatusCode};
use serde_json::{Value, json};

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
