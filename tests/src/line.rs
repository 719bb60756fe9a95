//! The line between browsers and the server: it can hold answers back, break off in the middle of one,
//! and it counts what passes. Nothing is known here of what is said over it.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::Result;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// How the line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// Everything passes.
    Open,
    /// Requests pass, answers wait.
    AnswersHeld,
    /// Nothing passes, and no connection stands.
    Broken,
}

/// A line from one port to another; dropped, it breaks.
#[derive(Debug)]
pub struct Line {
    shared: Arc<Shared>,
    task: JoinHandle<()>,
}

#[derive(Debug)]
struct Shared {
    state: watch::Sender<State>,
    /// How many bytes of answers may still pass before the line breaks.
    left: AtomicU64,
    passed: AtomicU64,
    /// Bytes of requests that have passed.
    sent: AtomicU64,
    requests: Mutex<Vec<String>>,
}

impl Line {
    /// Lays an open line between two ports of this machine.
    ///
    /// # Errors
    /// When the first port is taken.
    pub async fn lay(from: u16, to: u16) -> Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", from)).await?;
        let shared = Arc::new(Shared {
            state: watch::Sender::new(State::Open),
            left: AtomicU64::new(u64::MAX),
            passed: AtomicU64::new(0),
            sent: AtomicU64::new(0),
            requests: Mutex::default(),
        });
        let task = tokio::spawn(accept(listener, to, Arc::clone(&shared)));
        Ok(Self { shared, task })
    }

    /// Lets everything pass.
    pub fn open(&self) {
        self.shared.left.store(u64::MAX, Ordering::SeqCst);
        self.shared.state.send_replace(State::Open);
    }

    /// Lets requests reach the server, and keeps its answers back.
    pub fn hold_answers(&self) {
        self.shared.state.send_replace(State::AnswersHeld);
    }

    /// Breaks the line after so many more bytes of answers.
    pub fn break_after(&self, bytes: u64) {
        self.shared.left.store(bytes, Ordering::SeqCst);
    }

    /// Tells whether the line broke.
    pub fn is_broken(&self) -> bool {
        *self.shared.state.borrow() == State::Broken
    }

    /// Returns the bytes of all answers that passed, headers included.
    pub fn bytes_passed(&self) -> u64 {
        self.shared.passed.load(Ordering::SeqCst)
    }

    /// Returns how many bytes have passed so far, requests and answers together.
    pub fn bytes_both_ways(&self) -> u64 {
        self.bytes_passed() + self.shared.sent.load(Ordering::SeqCst)
    }

    /// Returns, and forgets, what was asked for since the last call: method and path of each request.
    pub fn take_requests(&self) -> Vec<String> {
        std::mem::take(&mut *self.shared.requests())
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        self.shared.state.send_replace(State::Broken);
        self.task.abort();
    }
}

impl Shared {
    fn requests(&self) -> std::sync::MutexGuard<'_, Vec<String>> {
        self.requests.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes note of the request that begins here, if one does.
    fn note(&self, sent: &[u8]) {
        let line = sent.split(|byte| *byte == b'\r').next().unwrap_or_default();
        let line = String::from_utf8_lossy(line);
        if let Some(request) = line.strip_suffix(" HTTP/1.1") {
            self.requests().push(request.to_owned());
        }
    }

    /// Takes so many bytes of an answer off what may pass; answers how many do.
    fn let_pass(&self, bytes: usize) -> usize {
        let wanted = bytes as u64;
        let before = self
            .left
            .fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| {
                Some(left.saturating_sub(wanted))
            })
            .unwrap_or_default();
        let passes = before.min(wanted);
        self.passed.fetch_add(passes, Ordering::SeqCst);
        if passes < wanted {
            self.state.send_replace(State::Broken);
        }
        usize::try_from(passes).unwrap_or(bytes)
    }

    async fn until_broken(&self) {
        // It fails only when the line is gone, which is as good as broken.
        let _ = (self.state.subscribe())
            .wait_for(|state| *state == State::Broken)
            .await;
    }

    async fn until_answers_pass(&self) {
        let _ = (self.state.subscribe())
            .wait_for(|state| *state != State::AnswersHeld)
            .await;
    }
}

async fn accept(listener: TcpListener, to: u16, shared: Arc<Shared>) {
    while let Ok((browser, _)) = listener.accept().await {
        if *shared.state.borrow() == State::Broken {
            continue; // Dropped at once.
        }
        let shared = Arc::clone(&shared);
        tokio::spawn(async move {
            let Ok(server) = TcpStream::connect(("127.0.0.1", to)).await else {
                return;
            };
            let (from_browser, to_browser) = browser.into_split();
            let (from_server, to_server) = server.into_split();
            tokio::select! {
                () = pass_requests(from_browser, to_server, &shared) => {}
                () = pass_answers(from_server, to_browser, &shared) => {}
                () = shared.until_broken() => {}
            }
        });
    }
}

async fn pass_requests(mut from: OwnedReadHalf, mut to: OwnedWriteHalf, shared: &Shared) {
    let mut buffer = vec![0; 16 * 1024];
    while let Ok(length @ 1..) = from.read(&mut buffer).await {
        shared.note(&buffer[..length]);
        shared.sent.fetch_add(length as u64, Ordering::SeqCst);
        if to.write_all(&buffer[..length]).await.is_err() {
            return;
        }
    }
}

async fn pass_answers(mut from: OwnedReadHalf, mut to: OwnedWriteHalf, shared: &Shared) {
    let mut buffer = vec![0; 16 * 1024];
    while let Ok(length @ 1..) = from.read(&mut buffer).await {
        shared.until_answers_pass().await;
        let passes = shared.let_pass(length);
        if to.write_all(&buffer[..passes]).await.is_err() || passes < length {
            return;
        }
    }
}
