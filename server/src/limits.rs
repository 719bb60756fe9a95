//! The limits that keep a server answering, whatever it is sent. Tests make them small.

use std::time::Duration;

/// How much of everything, and how long.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Connections open at a time; an event stream is one.
    pub connections: usize,
    /// How long a client may take for a request's headers, and leave a connection idle.
    pub headers_time: Duration,
    /// Header lines of a request.
    pub headers: usize,
    /// Bytes of a request's headers.
    pub header_bytes: usize,
    /// How long a whole body may take.
    pub body_time: Duration,
    /// How long sending an answer may stand still because nobody takes it.
    pub answer_time: Duration,
    /// Bytes of bodies in memory at a time, of all requests together.
    pub body_bytes: usize,
    /// Exchanges in work at a time.
    pub exchanges: usize,
    /// How long a request waits for its turn, or for memory, before it is asked to come back.
    pub turn_time: Duration,
    /// How long a request waits for the database before it is asked to come back.
    pub database_time: Duration,
    /// How long requests in work may go on after the server was told to stop.
    pub farewell_time: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 10_000,
            headers_time: Duration::from_secs(15),
            headers: 100,
            header_bytes: 32 * 1024,
            body_time: Duration::from_secs(30),
            answer_time: Duration::from_secs(60),
            body_bytes: 32 * 1024 * 1024,
            exchanges: 64,
            turn_time: Duration::from_secs(5),
            database_time: Duration::from_secs(5),
            farewell_time: Duration::from_secs(10),
        }
    }
}
