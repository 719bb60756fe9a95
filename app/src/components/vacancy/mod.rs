//! Pieces of the screens on a vacancy's text. What a text says is decided in `state::vacancy`.

pub mod asked;
pub mod fact;
pub mod forbidden;
pub mod links;
pub mod prepare;
pub mod quote;
pub mod reasons;
pub mod requirement_card;
