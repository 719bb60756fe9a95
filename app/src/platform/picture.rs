//! Pictures: decoding a file, drawing it, and writing what was drawn as JPEG. What part of a picture is
//! drawn is decided in `state`.

use super::files::object_address;
use futures::channel::oneshot;
use js_sys::Uint8Array;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{Clamped, JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
pub use web_sys::HtmlCanvasElement;
use web_sys::{Blob, CanvasRenderingContext2d, Element, HtmlImageElement, PointerEvent, Url};

#[wasm_bindgen]
extern "C" {
    /// A canvas as it can be read.
    type Drawn;

    #[wasm_bindgen(method, catch, js_name = getImageData)]
    fn image_data(
        this: &Drawn,
        left: f64,
        top: f64,
        width: f64,
        height: f64,
    ) -> Result<Colours, JsValue>;

    type Colours;

    #[wasm_bindgen(method, getter)]
    fn data(this: &Colours) -> Clamped<Vec<u8>>;
}

/// A decoded picture, upright as its camera noted.
pub struct Picture {
    element: HtmlImageElement,
    address: String,
}

impl Picture {
    /// Has the browser decode a file; none if it cannot.
    pub async fn decode(bytes: &[u8], media_type: &str) -> Option<Self> {
        let address = object_address(bytes, media_type)?;
        let element = HtmlImageElement::new().ok()?;
        let picture = Self { element, address };
        picture.element.set_src(&picture.address);
        JsFuture::from(picture.element.decode()).await.ok()?;
        (picture.element.natural_width() > 0).then_some(picture)
    }

    /// Returns width and height in pixels, as the picture stands upright.
    pub fn pixels(&self) -> (u32, u32) {
        let element = &self.element;
        (element.natural_width(), element.natural_height())
    }

    /// Draws the picture on a canvas by an affine map, on white.
    pub fn draw(&self, canvas: &HtmlCanvasElement, matrix: [f64; 6]) {
        self.try_draw(canvas, matrix);
    }

    fn try_draw(&self, canvas: &HtmlCanvasElement, matrix: [f64; 6]) -> Option<()> {
        let context = canvas.get_context("2d").ok()??;
        let context: CanvasRenderingContext2d = context.dyn_into().ok()?;
        context.set_transform(1.0, 0.0, 0.0, 1.0, 0.0, 0.0).ok()?;
        context.set_fill_style_str("#ffffff");
        context.fill_rect(0.0, 0.0, canvas.width().into(), canvas.height().into());
        let [a, b, c, d, e, f] = matrix;
        context.set_transform(a, b, c, d, e, f).ok()?;
        context
            .draw_image_with_html_image_element(&self.element, 0.0, 0.0)
            .ok()
    }

    /// Draws the picture on a canvas of that size, and returns its colours, four bytes for each pixel; none
    /// where the browser does not tell.
    pub fn colours(&self, (width, height): (u32, u32), matrix: [f64; 6]) -> Option<Vec<u8>> {
        let canvas = new_canvas((width, height))?;
        self.try_draw(&canvas, matrix)?;
        let drawn = canvas.get_context("2d").ok()??.unchecked_into::<Drawn>();
        let colours = drawn.image_data(0.0, 0.0, width.into(), height.into());
        Some(colours.ok()?.data().0)
    }

    /// Draws the picture on a canvas of that size, and returns it as JPEG of a quality from 0 to 1.
    pub async fn to_jpeg(
        &self,
        (width, height): (u32, u32),
        matrix: [f64; 6],
        quality: f64,
    ) -> Option<Vec<u8>> {
        let canvas = new_canvas((width, height))?;
        self.try_draw(&canvas, matrix)?;
        let (sender, receiver) = oneshot::channel();
        let answered = Closure::once(move |blob: Option<Blob>| {
            // Nobody listens any more if the page was left.
            let _ = sender.send(blob);
        });
        canvas
            .to_blob_with_type_and_encoder_options(
                answered.as_ref().unchecked_ref(),
                "image/jpeg",
                &JsValue::from_f64(quality),
            )
            .ok()?;
        let blob = receiver.await.ok()??;
        let buffer = JsFuture::from(blob.array_buffer()).await.ok()?;
        Some(Uint8Array::new(&buffer).to_vec())
    }
}

/// Returns the colours of what is drawn on a canvas of that size, four bytes for each pixel.
pub(super) fn drawn_colours(
    (width, height): (u32, u32),
    draw: impl FnOnce(&CanvasRenderingContext2d) -> Option<()>,
) -> Option<Vec<u8>> {
    let canvas = new_canvas((width, height))?;
    let context = canvas.get_context("2d").ok()??;
    draw(context.dyn_ref()?)?;
    let drawn = context.unchecked_into::<Drawn>();
    let colours = drawn.image_data(0.0, 0.0, width.into(), height.into());
    Some(colours.ok()?.data().0)
}

fn new_canvas((width, height): (u32, u32)) -> Option<HtmlCanvasElement> {
    let document = web_sys::window()?.document()?;
    let canvas: HtmlCanvasElement = document.create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width(width);
    canvas.set_height(height);
    Some(canvas)
}

impl Drop for Picture {
    fn drop(&mut self) {
        let _ = Url::revoke_object_url(&self.address);
    }
}

/// Has a pointer's events come to the element on which it was put down, wherever it goes.
pub fn hold_pointer(event: &PointerEvent) {
    let target = event.current_target();
    let element = target.and_then(|target| target.dyn_into::<Element>().ok());
    if let Some(element) = element {
        // It fails only if the pointer is gone already.
        let _ = element.set_pointer_capture(event.pointer_id());
    }
}

/// Returns which pointer it is, and where on the screen, in CSS pixels.
pub fn pointer_at(event: &PointerEvent) -> (i32, (f64, f64)) {
    let at = (f64::from(event.client_x()), f64::from(event.client_y()));
    (event.pointer_id(), at)
}

/// Returns how large a canvas is on the screen, in CSS pixels.
pub fn shown_size(canvas: &HtmlCanvasElement) -> (f64, f64) {
    let area = canvas.get_bounding_client_rect();
    (area.width(), area.height())
}

/// Sets how many pixels a canvas has.
pub fn resize(canvas: &HtmlCanvasElement, (width, height): (u32, u32)) {
    if (canvas.width(), canvas.height()) != (width, height) {
        canvas.set_width(width);
        canvas.set_height(height);
    }
}
