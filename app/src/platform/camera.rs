//! The camera that looks away from the person: its picture on screen, and its colours to read codes in.
//! Nothing is recorded or kept.

use super::picture::drawn_colours;
use js_sys::JSON;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    CanvasRenderingContext2d, HtmlVideoElement, MediaStream, MediaStreamConstraints,
    MediaStreamTrack,
};

/// What is asked of the browser: a camera and nothing else.
const WANTED: &str =
    r#"{"video":{"facingMode":"environment","width":{"ideal":1280}},"audio":false}"#;

/// A camera that is on; dropped, it is off.
pub struct Camera {
    stream: MediaStream,
    video: HtmlVideoElement,
}

impl Camera {
    /// Turns the camera on and shows its picture; none if there is none, or the person does not allow it.
    pub async fn open(video: HtmlVideoElement) -> Option<Self> {
        let wanted: MediaStreamConstraints = JSON::parse(WANTED).ok()?.unchecked_into();
        // Only pages that came over a secure connection have cameras.
        let devices = web_sys::window()?.navigator().media_devices().ok()?;
        if devices.is_undefined() {
            return None;
        }
        let asked = devices.get_user_media_with_constraints(&wanted).ok()?;
        let stream: MediaStream = JsFuture::from(asked).await.ok()?.dyn_into().ok()?;
        let camera = Self { stream, video };
        camera.video.set_src_object(Some(&camera.stream));
        let playing = camera.video.play().ok()?;
        JsFuture::from(playing).await.ok()?;
        Some(camera)
    }

    /// Returns what the camera sees now, its longest side no longer than that many pixels: width, height, and
    /// four bytes for each pixel.
    pub fn look(&self, longest_side: f64) -> Option<((u32, u32), Vec<u8>)> {
        let (width, height) = (self.video.video_width(), self.video.video_height());
        let longest = f64::from(width.max(height));
        if longest == 0.0 {
            return None;
        }
        let scale = (longest_side / longest).min(1.0);
        let shown = |side: u32| (f64::from(side) * scale) as u32;
        let size = (shown(width), shown(height));
        let colours = drawn_colours(size, |context: &CanvasRenderingContext2d| {
            context
                .draw_image_with_html_video_element_and_dw_and_dh(
                    &self.video,
                    0.0,
                    0.0,
                    size.0.into(),
                    size.1.into(),
                )
                .ok()
        });
        Some((size, colours?))
    }
}

impl Drop for Camera {
    fn drop(&mut self) {
        for track in self.stream.get_tracks() {
            let track: Result<MediaStreamTrack, JsValue> = track.dyn_into();
            if let Ok(track) = track {
                track.stop();
            }
        }
        self.video.set_src_object(None);
    }
}
