//! The clock of the device, and waiting.

use gloo_timers::callback::Timeout;
use gloo_timers::future::TimeoutFuture;

/// Returns the time as the device believes it, in milliseconds since 1970.
pub fn now_ms() -> u64 {
    js_sys::Date::now() as u64
}

/// Returns how many minutes more the clocks of this device show than those of UTC, at a moment in
/// milliseconds since 1970.
pub fn offset_minutes(at_ms: u64) -> i32 {
    let date = js_sys::Date::new(&(at_ms as f64).into());
    // No number for a moment beyond all dates; as an integer that is zero.
    -(date.get_timezone_offset() as i32)
}

/// Returns year, month and day where the device is.
pub fn today() -> (u16, u8, u8) {
    let now = js_sys::Date::new_0();
    let year = u16::try_from(now.get_full_year()).unwrap_or(u16::MAX);
    let part = |number: u32| u8::try_from(number).unwrap_or(1);
    (year, part(now.get_month() + 1), part(now.get_date()))
}

/// Waits for some milliseconds.
pub async fn wait(milliseconds: u32) {
    TimeoutFuture::new(milliseconds).await;
}

/// Something that is to happen later; dropped, it does not.
#[derive(Debug)]
pub struct Timer {
    _timeout: Timeout,
}

/// Does something after some milliseconds.
pub fn after(milliseconds: u32, action: impl FnOnce() + 'static) -> Timer {
    Timer {
        _timeout: Timeout::new(milliseconds, action),
    }
}
