//! What Chromium really received over the network, request by request.

use std::collections::BTreeMap;

use anyhow::Result;
use serde_json::Value;

use crate::browser::Browser;

/// One request of a page.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Request {
    /// Its address.
    pub address: String,
    /// When it began, in milliseconds since 1970.
    pub began_ms: f64,
    /// Bytes on the wire: answer's headers and compressed body.
    pub bytes: u64,
    /// Whether the answer came without the network: from a cache or a service worker.
    pub without_network: bool,
}

/// The requests since the last reading, in the order in which they began.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct NetworkLog {
    /// The requests.
    pub requests: Vec<Request>,
}

impl NetworkLog {
    /// Reads, and so empties, the log of a browser launched with `network_log`.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn read(browser: &Browser) -> Result<Self> {
        let entries = browser.driver()?.get_log("performance").await?;
        let mut log = Collected::default();
        for entry in entries {
            let event: Value = serde_json::from_str(&entry.message)?;
            log.add(&event["message"]);
        }
        Ok(log.finish())
    }

    /// Returns the sum of all bytes on the wire.
    pub fn bytes(&self) -> u64 {
        self.over_network().map(|request| request.bytes).sum()
    }

    /// Returns the requests that used the network.
    pub fn over_network(&self) -> impl Iterator<Item = &Request> {
        self.requests
            .iter()
            .filter(|request| !request.without_network)
    }

    /// Returns the log as lines for people.
    pub fn table(&self) -> String {
        let lines: Vec<String> = self
            .requests
            .iter()
            .map(|request| format!("{:>9}  {}", request.bytes, request.address))
            .collect();
        lines.join("\n")
    }
}

/// Events by request, in the making.
#[derive(Debug, Default)]
struct Collected {
    order: Vec<String>,
    requests: BTreeMap<String, Request>,
}

impl Collected {
    fn add(&mut self, event: &Value) {
        let parameters = &event["params"];
        let Some(id) = parameters["requestId"].as_str() else {
            return;
        };
        match event["method"].as_str().unwrap_or_default() {
            "Network.requestWillBeSent" => {
                let address = parameters["request"]["url"].as_str().unwrap_or_default();
                // Data and blob addresses stand for bytes that are already here.
                if address.starts_with("http") && !self.requests.contains_key(id) {
                    self.order.push(id.to_owned());
                    self.requests.insert(
                        id.to_owned(),
                        Request {
                            address: address.to_owned(),
                            began_ms: parameters["wallTime"].as_f64().unwrap_or_default() * 1000.0,
                            ..Request::default()
                        },
                    );
                }
            }
            "Network.requestServedFromCache" => self.change(id, |request| {
                request.without_network = true;
            }),
            "Network.responseReceived" => {
                let response = &parameters["response"];
                let local = ["fromDiskCache", "fromServiceWorker", "fromPrefetchCache"]
                    .iter()
                    .any(|key| response[key].as_bool() == Some(true));
                // A preload that is used counts where it was fetched.
                self.change(id, |request| request.without_network |= local);
            }
            "Network.loadingFinished" => {
                let bytes = parameters["encodedDataLength"].as_f64().unwrap_or_default();
                // Bytes are whole numbers below 2^53.
                self.change(id, |request| {
                    request.bytes = format!("{bytes:.0}").parse().unwrap_or(0)
                });
            }
            _ => {}
        }
    }

    fn change(&mut self, id: &str, change: impl FnOnce(&mut Request)) {
        if let Some(request) = self.requests.get_mut(id) {
            change(request);
        }
    }

    fn finish(mut self) -> NetworkLog {
        let requests = self
            .order
            .iter()
            .filter_map(|id| self.requests.remove(id))
            .collect();
        NetworkLog { requests }
    }
}
