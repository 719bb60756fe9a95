//! What is counted for the operator: how many, how long, how much. Never who: no label holds an
//! address, an account, a code or a document. Where it is given out stands in `monitoring`.

use crate::problem::Refused;
use axum::extract::MatchedPath;
use axum::http::{Method, Response};
use prometheus_client::encoding::{EncodeLabelSet, text};
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::metrics::info::Info;
use prometheus_client::registry::{Registry, Unit};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;

/// What stands for the route of the client's files and of unknown addresses.
const FILES: &str = "(files)";
/// Bounds of the durations that are told apart, in seconds.
const DURATIONS: [f64; 8] = [0.001, 0.005, 0.02, 0.1, 0.5, 1.0, 5.0, 30.0];

/// Which request it was. Every field has few values, whatever is sent.
#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct RequestLabels {
    method: &'static str,
    route: String,
    status: u16,
}

/// Which route it was.
#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct RouteLabels {
    route: String,
}

/// Why a request was refused: the name of its problem.
#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct RefusalLabels {
    reason: &'static str,
}

type Durations = Family<RouteLabels, Histogram, fn() -> Histogram>;

/// All that is counted since the server started.
#[derive(Debug)]
pub struct Metrics {
    registry: Registry,
    requests: Family<RequestLabels, Counter>,
    durations: Durations,
    refusals: Family<RefusalLabels, Counter>,
    operations: Counter,
    pokes: Counter,
    streams: Gauge,
    connections: Gauge,
    database_bytes: Gauge,
    most_connections: usize,
    places: Arc<Semaphore>,
}

/// What is looked up when somebody asks for the figures.
#[derive(Debug, Clone, Copy)]
pub struct Present {
    /// Open event streams.
    pub streams: usize,
    /// Bytes of the database's files.
    pub database_bytes: u64,
}

impl Metrics {
    /// Makes the counters; `places` are the connections that may still be opened.
    pub fn new(most_connections: usize, places: Arc<Semaphore>) -> Self {
        let mut metrics = Self {
            registry: Registry::with_prefix("approdo"),
            requests: Family::default(),
            durations: Family::new_with_constructor(|| Histogram::new(DURATIONS)),
            refusals: Family::default(),
            operations: Counter::default(),
            pokes: Counter::default(),
            streams: Gauge::default(),
            connections: Gauge::default(),
            database_bytes: Gauge::default(),
            most_connections,
            places,
        };
        metrics.register();
        metrics
    }

    fn register(&mut self) {
        let registry = &mut self.registry;
        let version = Info::new([("version", env!("CARGO_PKG_VERSION"))]);
        registry.register("build", "This program", version);
        let help = "Requests answered, by route and status";
        registry.register("http_requests", help, self.requests.clone());
        let help = "Time from a request's headers to those of its answer";
        let durations = self.durations.clone();
        registry.register_with_unit("http_request_duration", help, Unit::Seconds, durations);
        let help = "Requests refused, by the name of the problem";
        registry.register("refusals", help, self.refusals.clone());
        let help = "Operations stored that were not there before";
        registry.register("operations_stored", help, self.operations.clone());
        let help = "Accounts told that there is something new";
        registry.register("pokes", help, self.pokes.clone());
        let help = "Event streams open now";
        registry.register("event_streams", help, self.streams.clone());
        let help = "Connections open now";
        registry.register("connections", help, self.connections.clone());
        let help = "Size of the database with its log";
        let size = self.database_bytes.clone();
        registry.register_with_unit("database_size", help, Unit::Bytes, size);
    }

    /// Counts an answer, and the refusal if it is one.
    pub fn count_answer<B>(
        &self,
        method: &Method,
        route: Option<&MatchedPath>,
        answer: &Response<B>,
        duration: Duration,
    ) {
        let route = route.map_or(FILES, MatchedPath::as_str).to_owned();
        self.requests
            .get_or_create(&RequestLabels {
                method: name_of(method),
                route: route.clone(),
                status: answer.status().as_u16(),
            })
            .inc();
        self.durations
            .get_or_create(&RouteLabels { route })
            .observe(duration.as_secs_f64());
        if let Some(&Refused(reason)) = answer.extensions().get() {
            self.refusals.get_or_create(&RefusalLabels { reason }).inc();
        }
    }

    /// Counts what one exchange stored, and whom it concerns.
    pub fn count_exchange(&self, stored: usize, concerned: usize) {
        self.operations
            .inc_by(u64::try_from(stored).unwrap_or(u64::MAX));
        self.pokes
            .inc_by(u64::try_from(concerned).unwrap_or(u64::MAX));
    }

    /// Writes all figures in the text format of OpenMetrics.
    ///
    /// # Errors
    /// When the format refuses a name or a value.
    pub fn write(&self, present: Present) -> Result<String, std::fmt::Error> {
        let free = self.places.available_permits();
        let connections = self.most_connections.saturating_sub(free);
        let gauge = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        self.streams.set(gauge(present.streams));
        self.connections.set(gauge(connections));
        self.database_bytes
            .set(i64::try_from(present.database_bytes).unwrap_or(i64::MAX));
        let mut page = String::new();
        text::encode(&mut page, &self.registry)?;
        Ok(page)
    }
}

/// A request may name any method; those that no route takes count as one.
fn name_of(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::DELETE => "DELETE",
        _ => "other",
    }
}
