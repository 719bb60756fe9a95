//! The compact files of reference data, as bytes. What is in them is not known here.

use super::translations::{approdo, field};
use gloo_net::http::RequestBuilder;

/// Fetches a file by the name that the page gave it; none if there is no network and no copy of it.
pub async fn load(name: &str) -> Option<Vec<u8>> {
    let addresses = field(&field(&approdo(), "assets"), "catalog");
    let address = field(&addresses, name).as_string()?;
    let response = RequestBuilder::new(&address)
        .build()
        .ok()?
        .send()
        .await
        .ok()?;
    let bytes = response.ok().then_some(response.binary())?;
    bytes.await.ok()
}
