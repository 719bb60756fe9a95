//! A server for the target of requests: the whole program on a free port, with two accounts. The first
//! is the one that the requests come from; the other's things must stay its own.

use crate::NOW_MS;
use crate::server_request::{Answer, Call, route};
use approdo_document::AccountId;
use approdo_server::assets::Assets;
use approdo_server::clock::Clock;
use approdo_server::serve::{Options, Server, start};
use approdo_server::settings::Settings;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, LazyLock, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tempfile::TempDir;
use tokio::runtime::Runtime;

/// How long the server may take for an answer.
const PATIENCE: Duration = Duration::from_secs(10);
/// Between two inputs: longer than wrong codes are counted.
const PAUSE_MS: u64 = 10 * 60 * 1_000;
/// What the other account calls its device: nobody else may read it.
const OTHER_DEVICE_NAME: &str = "Telefono segreto";
/// Headers by which a request would say that it goes on, or that no answer is wanted yet.
const LEFT_OUT: [&str; 6] = [
    "connection",
    "content-length",
    "expect",
    "host",
    "transfer-encoding",
    "upgrade",
];

/// A local profile with its session.
struct Visitor {
    profile: String,
    token: String,
    account: String,
}

pub(crate) struct Place {
    address: SocketAddr,
    clock: Arc<MovedClock>,
    requests: u32,
    own: Visitor,
    other: Visitor,
    /// Words that requests may hold, and what stands for them.
    given_out: Vec<(&'static str, String)>,
    /// Kept for their drop.
    _kept: (Server, TempDir, Runtime),
}

struct MovedClock(AtomicU64);

impl Clock for MovedClock {
    fn now_ms(&self) -> u64 {
        self.0.load(Ordering::SeqCst)
    }
}

static PLACE: LazyLock<Mutex<Place>> = LazyLock::new(|| Mutex::new(Place::open()));

/// The one server of this process.
pub(crate) fn place() -> MutexGuard<'static, Place> {
    PLACE.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Place {
    fn open() -> Self {
        let clock = Arc::new(MovedClock(AtomicU64::new(NOW_MS)));
        let kept = run(clock.clone()).unwrap_or_else(|problem| panic!("no server: {problem}"));
        let visitor = |digit: &str| Visitor {
            profile: digit.repeat(32),
            token: String::new(),
            account: String::new(),
        };
        let mut place = Self {
            address: kept.0.address(),
            clock,
            requests: 0,
            own: visitor("1"),
            other: visitor("2"),
            given_out: Vec::new(),
            _kept: kept,
        };
        place.other = place.signed_in("2", OTHER_DEVICE_NAME);
        place.own = place.signed_in("1", "Chrome su Android");
        place
    }

    /// Makes ready for one input: a session, a code that waits for a device, a recovery code.
    pub(crate) fn begin(&mut self) {
        self.clock.0.fetch_add(PAUSE_MS, Ordering::SeqCst);
        if self.ask("GET", "/api/v1/session").text("account").as_ref() != Some(&self.own.account) {
            self.own = self.signed_in("1", "Chrome su Android");
        }
        let link = self.ask("POST", "/api/v1/links");
        let recovery = self.ask("POST", "/api/v1/recovery-code");
        let text = |answer: &Answer, name| answer.text(name).unwrap_or_default();
        self.given_out = vec![
            ("{link}", text(&link, "link")),
            ("{code}", text(&link, "code")),
            ("{recovery}", text(&recovery, "code")),
            ("{profile}", self.own.profile.clone()),
            ("{token}", self.own.token.clone()),
        ];
    }

    /// Keeps what a device that entered the right code was given.
    pub(crate) fn note(&mut self, answer: &Answer) {
        let claim = answer.text("claim").map(|claim| ("{claim}", claim));
        self.given_out.extend(claim);
    }

    /// The account that the requests come from.
    pub(crate) fn account(&self) -> AccountId {
        let account = self.own.account.parse();
        account.unwrap_or_else(|_| panic!("the server named no account"))
    }

    /// What must not stand in any answer.
    pub(crate) fn secrets(&self) -> [&str; 3] {
        [&self.other.account, &self.other.token, OTHER_DEVICE_NAME]
    }

    /// The other account is still signed in on its device, and on no further one.
    pub(crate) fn check_other_account(&mut self) {
        let cookie = cookie_of(&self.other);
        let answer = self.exchange("GET", "/api/v1/devices", &cookie, b"");
        let devices: serde_json::Value = serde_json::from_slice(&answer.body).unwrap_or_default();
        let names = devices.as_array().into_iter().flatten();
        let names: Vec<&str> = names.filter_map(|device| device["name"].as_str()).collect();
        assert_eq!(names, [OTHER_DEVICE_NAME], "{}", answer.head);
    }

    /// Sends a request, and returns what the server said to it.
    pub(crate) fn send(&mut self, call: &Call) -> Answer {
        let (method, path) = route(call);
        let path = [path.as_bytes(), &call.tail].concat();
        let mut headers = match call.is_signed_in {
            true => cookie_of(&self.own),
            false => Vec::new(),
        };
        for (name, value) in &call.headers {
            if is_sendable(name) {
                headers.extend(one_line(name));
                headers.extend(b": ");
                headers.extend(one_line(&self.filled(value)));
                headers.extend(b"\r\n");
            }
        }
        let path = one_line(&self.filled(&path));
        let body = self.filled(&call.body);
        self.exchange_bytes(method, &path, &headers, &body)
    }

    fn ask(&mut self, method: &str, path: &str) -> Answer {
        let cookie = cookie_of(&self.own);
        self.exchange(method, path, &cookie, b"")
    }

    fn signed_in(&mut self, digit: &str, device_name: &str) -> Visitor {
        let profile = digit.repeat(32);
        let body = format!(r#"{{"profile":"{profile}","device_name":"{device_name}"}}"#);
        let json = b"content-type: application/json\r\n";
        let answer = self.exchange("POST", "/api/v1/accounts", json, body.as_bytes());
        let token = answer
            .head
            .split_once(&format!("approdo_{profile}="))
            .and_then(|(_, rest)| rest.split_once(';'));
        Visitor {
            token: token.unwrap_or_default().0.to_owned(),
            account: answer.text("account").unwrap_or_default(),
            profile,
        }
    }

    fn exchange(&mut self, method: &str, path: &str, headers: &[u8], body: &[u8]) -> Answer {
        self.exchange_bytes(method, path.as_bytes(), headers, body)
    }

    fn exchange_bytes(&mut self, method: &str, path: &[u8], head: &[u8], body: &[u8]) -> Answer {
        // Another address each time, or the limits for one address would answer for the server.
        self.requests = self.requests.wrapping_add(1);
        let [a, b, c, d] = self.requests.to_be_bytes();
        let from = format!("X-Forwarded-For: {a}.{b}.{c}.{d}\r\n");
        let about = format!(
            "Host: approdo.example\r\nConnection: close\r\nContent-Length: {}\r\n",
            body.len()
        );
        let request = [
            format!("{method} ").as_bytes(),
            path,
            b" HTTP/1.1\r\n",
            about.as_bytes(),
            head,
            from.as_bytes(),
            b"\r\n",
            body,
        ]
        .concat();
        let answer = ask_server(self.address, &request);
        answer.unwrap_or_else(|problem| panic!("no answer: {problem}"))
    }

    /// Puts what the server gave out in the place of the words that stand for it.
    fn filled(&self, bytes: &[u8]) -> Vec<u8> {
        let mut filled = bytes.to_vec();
        for (word, given) in &self.given_out {
            let mut start = 0;
            while let Some(at) = position(&filled[start..], word.as_bytes()) {
                let at = start + at;
                filled.splice(at..at + word.len(), given.bytes());
                start = at + given.len();
            }
        }
        filled
    }
}

/// Starts the server on a runtime of its own.
fn run(clock: Arc<MovedClock>) -> Result<(Server, TempDir, Runtime), Box<dyn std::error::Error>> {
    let mut builder = tokio::runtime::Builder::new_multi_thread();
    let runtime = builder.worker_threads(1).enable_all().build()?;
    let folder = tempfile::tempdir()?;
    let settings = Settings {
        behind_proxy: true,
        ..Settings::new(([127, 0, 0, 1], 0).into(), folder.path().to_owned())
    };
    let options = Options {
        settings,
        clock,
        client: Assets::new(Vec::new()).into(),
    };
    let server = runtime.block_on(start(options))?;
    Ok((server, folder, runtime))
}

/// Sends a request and reads the answer to its end; of a stream of events only the head.
fn ask_server(address: SocketAddr, request: &[u8]) -> std::io::Result<Answer> {
    let mut connection = TcpStream::connect(address)?;
    connection.set_nodelay(true)?;
    connection.set_read_timeout(Some(PATIENCE))?;
    connection.write_all(request)?;
    let mut reader = BufReader::new(connection);
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") && reader.read_until(b'\n', &mut head)? > 0 {}
    let head = String::from_utf8_lossy(&head).into_owned();
    let mut body = Vec::new();
    if !head.contains("content-type: text/event-stream") {
        reader.read_to_end(&mut body)?;
    }
    let status = head.split(' ').nth(1).and_then(|code| code.parse().ok());
    Ok(Answer {
        status: status.unwrap_or(0),
        head,
        body,
    })
}

fn cookie_of(visitor: &Visitor) -> Vec<u8> {
    let Visitor { profile, token, .. } = visitor;
    format!("approdo-profile: {profile}\r\ncookie: approdo_{profile}={token}\r\n").into_bytes()
}

fn is_sendable(name: &[u8]) -> bool {
    let name = String::from_utf8_lossy(name).to_ascii_lowercase();
    !LEFT_OUT.iter().any(|other| name.trim().starts_with(other))
}

/// The bytes without line breaks: what comes after one would be another part of the request.
fn one_line(bytes: &[u8]) -> Vec<u8> {
    let bytes = bytes.iter().copied();
    bytes
        .filter(|byte| !matches!(byte, b'\r' | b'\n'))
        .collect()
}

fn position(bytes: &[u8], word: &[u8]) -> Option<usize> {
    bytes.windows(word.len()).position(|part| part == word)
}
