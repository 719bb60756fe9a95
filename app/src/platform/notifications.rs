//! Notifications of the system, as far as the browser and the person allow them. They go through the service worker,
//! which hears a tap on them even when the page has gone (`notificationclick` in `public/sw.js`).

use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = Notification)]
    type SystemNotification;

    #[wasm_bindgen(catch, static_method_of = SystemNotification, js_class = "Notification", getter)]
    fn permission() -> Result<String, JsValue>;

    #[wasm_bindgen(catch, static_method_of = SystemNotification, js_class = "Notification", js_name = requestPermission)]
    fn request_permission() -> Result<Promise, JsValue>;

    /// A registered service worker, as far as it shows notifications.
    type Registration;

    #[wasm_bindgen(catch, method, js_name = showNotification)]
    fn show_notification(
        this: &Registration,
        title: &str,
        options: &Object,
    ) -> Result<Promise, JsValue>;
}

/// Whether notifications may be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Permission {
    /// This browser has none, or none for pages like this.
    NotPossible,
    /// Nobody was asked yet.
    Unasked,
    /// The person allowed them.
    Granted,
    /// The person, or whoever set the browser up, refused them.
    Refused,
}

/// Returns whether notifications may be shown now.
pub fn permission() -> Permission {
    let has_worker = web_sys::window().is_some_and(|window| {
        let navigator = window.navigator();
        Reflect::has(&navigator, &"serviceWorker".into()).unwrap_or(false)
    });
    let is_known = Reflect::has(&js_sys::global(), &"Notification".into()).unwrap_or(false);
    if !has_worker || !is_known {
        return Permission::NotPossible;
    }
    match SystemNotification::permission().as_deref() {
        Ok("granted") => Permission::Granted,
        Ok("denied") => Permission::Refused,
        Ok(_) => Permission::Unasked,
        Err(_) => Permission::NotPossible,
    }
}

/// Has the browser ask the person; only a tap may lead here.
pub async fn ask() -> Permission {
    if let Ok(asked) = SystemNotification::request_permission() {
        // Whatever it answers, the permission is read anew.
        let _ = JsFuture::from(asked).await;
    }
    permission()
}

/// Shows a notification that leads to an address of this site; one of the same tag takes the place of the one before.
pub async fn show(title: &str, tag: &str, address: &str) -> bool {
    let Some(container) = web_sys::window().map(|window| window.navigator().service_worker())
    else {
        return false;
    };
    let Ok(ready) = container.ready() else {
        return false;
    };
    let Ok(registration) = JsFuture::from(ready).await else {
        return false;
    };
    let registration: Registration = registration.unchecked_into();
    let (options, data) = (Object::new(), Object::new());
    let fields = [
        (&data, "address", address.into()),
        (&options, "tag", tag.into()),
        (&options, "data", data.clone().into()),
    ];
    for (object, name, value) in fields {
        // Setting a field of a fresh object has no way to fail.
        let _ = Reflect::set(object, &name.into(), &value);
    }
    match registration.show_notification(title, &options) {
        Ok(shown) => JsFuture::from(shown).await.is_ok(),
        Err(_) => false,
    }
}
