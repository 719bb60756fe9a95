//! How much of a foreign file is read: files may be made to harm whoever opens them.

/// Longest text file that is read, in bytes; a long CV has some 50,000, a photo inside it more.
pub const LARGEST_TEXT_FILE_BYTES: usize = 8 * 1024 * 1024;

/// How deep objects, lists and elements may be nested.
#[cfg(feature = "files")]
pub(crate) const DEEPEST_NESTING: usize = 64;

/// How many values or elements a file may have.
#[cfg(feature = "files")]
pub(crate) const MOST_VALUES: usize = 200_000;

/// Longest text that is taken into one field, in characters; the rest is reported.
pub const MOST_CHARACTERS: usize = 60_000;

/// How many entries are taken into one list; the rest is reported.
pub const MOST_ENTRIES: usize = 1_000;

/// How many things a report lists; the rest is counted.
#[cfg(feature = "files")]
pub(crate) const MOST_REPORTED: usize = 200;

/// Longest value that a report quotes, in characters.
#[cfg(feature = "files")]
pub(crate) const LONGEST_QUOTE: usize = 80;

/// Longest path that a report gives, in characters.
#[cfg(feature = "files")]
pub(crate) const LONGEST_PATH: usize = 300;

/// Longest PDF that is read, in bytes.
pub const LARGEST_PDF_BYTES: usize = 32 * 1024 * 1024;

/// How much all that is packed in a PDF may unpack to, in bytes.
#[cfg(feature = "files")]
pub(crate) const LARGEST_UNPACKED_BYTES: u64 = 128 * 1024 * 1024;

/// How many files in a PDF are looked at.
#[cfg(feature = "files")]
pub(crate) const MOST_ATTACHMENTS: usize = 32;

/// How many lines a letter may have; a page has some 50.
#[cfg(feature = "files")]
pub(crate) const MOST_LETTER_LINES: usize = 2_000;

/// Longest line of a letter that a report quotes, in characters: its file is not kept beside the letter.
#[cfg(feature = "files")]
pub(crate) const LONGEST_LINE_LEFT: usize = 2_000;
