//! A CV on its way out. What its pages are made of ([`approdo_render::RenderRequest`]) also says all that
//! the other formats need: what goes out of the CV, and the words in the CV's language. From it come the
//! files of those formats, and the copies that its PDF carries inside.
//!
//! Only joins `approdo-render` and `approdo-exchange`: how pages look and how formats are written is there.

#[cfg(feature = "copies")]
mod copies;
#[cfg(feature = "copies")]
mod labels;
mod request;

#[cfg(feature = "copies")]
pub use copies::copies;
#[cfg(feature = "copies")]
pub use labels::labels;
pub use request::FileRequest;
