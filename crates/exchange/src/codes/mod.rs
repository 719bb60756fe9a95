//! Bytes from one phone to another without a network, as a row of QR codes that one shows and the other reads in any
//! order. What the bytes are is said by their kind: `sheet`, `set` and `shown_cv` pack and read them.
//!
//! `packed` makes bytes of rows, `frames` cuts them into the texts of codes, `collector` puts them together again.

mod collector;
mod frames;
mod kind;
mod packed;

pub use collector::{Collector, FrameError, Taken};
pub use frames::{LONGEST_FRAME, MOST_FRAMES, TooManyFrames, frames_of};
pub use kind::CodeKind;
pub use packed::{HandedError, LARGEST_HANDED_BYTES};
pub(crate) use packed::{Mark, Row, pack, unpack};
