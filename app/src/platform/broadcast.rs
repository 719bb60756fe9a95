//! Small messages between the tabs of one profile. They only hint: what counts is in the store.

use super::listener::Listener;
use js_sys::Uint8Array;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::marker::PhantomData;
use wasm_bindgen::JsCast;
use web_sys::{BroadcastChannel, MessageEvent};

/// A channel for messages of one type; dropped, it is closed.
pub struct Channel<M> {
    channel: Option<BroadcastChannel>,
    _listener: Option<Listener>,
    message: PhantomData<M>,
}

impl<M: Serialize + DeserializeOwned> Channel<M> {
    /// Joins the channel of this name. Messages of another version of the app are passed over.
    pub fn join(name: &str, on_message: impl Fn(M) + 'static) -> Self {
        let channel = BroadcastChannel::new(name).ok();
        let listener = channel.as_ref().map(|channel| {
            Listener::new(channel, "message", move |event| {
                let data = event.unchecked_into::<MessageEvent>().data();
                let bytes = data.dyn_into::<Uint8Array>().map(|bytes| bytes.to_vec());
                if let Some(message) = bytes.ok().and_then(|bytes| read(&bytes)) {
                    on_message(message);
                }
            })
        });
        Self {
            channel,
            _listener: listener,
            message: PhantomData,
        }
    }

    /// Sends a message to the other tabs.
    pub fn send(&self, message: &M) {
        let Some(channel) = &self.channel else {
            return;
        };
        if let Ok(bytes) = postcard::to_allocvec(message) {
            // A tab that hears nothing sees the change when it reads the store again.
            let _ = channel.post_message(&Uint8Array::from(bytes.as_slice()));
        }
    }
}

impl<M> Drop for Channel<M> {
    fn drop(&mut self) {
        if let Some(channel) = &self.channel {
            channel.close();
        }
    }
}

fn read<M: DeserializeOwned>(bytes: &[u8]) -> Option<M> {
    match postcard::take_from_bytes(bytes) {
        Ok((message, [])) => Some(message),
        _ => None,
    }
}
