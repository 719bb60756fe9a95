//! Which part of a picture becomes the photo: moving, zooming and turning it under a frame of fixed
//! shape. Pure; what is drawn is an affine map from the picture's pixels to those of a canvas.

/// The shape of a photo.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhotoShape {
    /// 3 to 4, as on documents.
    Portrait,
    /// As wide as it is high.
    Square,
}

impl PhotoShape {
    /// The largest photo that is kept, in pixels: more is not seen on paper.
    pub fn most_pixels(self) -> (u32, u32) {
        match self {
            Self::Portrait => (600, 800),
            Self::Square => (600, 600),
        }
    }
}

/// How much larger than in its whole a picture can be looked at.
const MOST_ZOOM: f64 = 6.0;

/// A picture under a frame.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PhotoCrop {
    /// Width and height of the picture as it came, in pixels.
    picture: (f64, f64),
    shape: PhotoShape,
    /// How often it was turned by a quarter to the right.
    turns: u8,
    /// 1 if the picture just fills the frame.
    zoom: f64,
    /// Which point of the turned picture is in the middle of the frame, as parts of its size.
    centre: (f64, f64),
}

/// The map `x' = a·x + c·y + e, y' = b·x + d·y + f`, as canvases take it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Placement {
    /// The six numbers, `a` to `f`.
    pub matrix: [f64; 6],
}

impl PhotoCrop {
    /// Begins with as much of a picture as fits the frame.
    pub fn new(picture: (u32, u32), shape: PhotoShape) -> Self {
        let side = |pixels: u32| f64::from(pixels.max(1));
        Self {
            picture: (side(picture.0), side(picture.1)),
            shape,
            turns: 0,
            zoom: 1.0,
            centre: (0.5, 0.5),
        }
    }

    /// Returns the shape of the frame.
    pub fn shape(self) -> PhotoShape {
        self.shape
    }

    /// Returns how much the picture is enlarged, from 1 on.
    pub fn zoom(self) -> f64 {
        self.zoom
    }

    /// Gives the frame another shape.
    pub fn with_shape(self, shape: PhotoShape) -> Self {
        Self { shape, ..self }.within_bounds()
    }

    /// Enlarges the picture to that many times its first size.
    pub fn with_zoom(self, zoom: f64) -> Self {
        let zoom = if zoom.is_finite() { zoom } else { 1.0 };
        let zoom = zoom.clamp(1.0, MOST_ZOOM);
        Self { zoom, ..self }.within_bounds()
    }

    /// Turns the picture by a quarter to the right; what is in the middle stays there.
    pub fn turned(self) -> Self {
        let (x, y) = self.centre;
        Self {
            turns: (self.turns + 1) % 4,
            centre: (1.0 - y, x),
            ..self
        }
        .within_bounds()
    }

    /// Moves the picture under the frame by parts of the frame's width and height.
    pub fn moved(self, right: f64, down: f64) -> Self {
        let (across, along) = self.shown();
        let by = |part: f64| if part.is_finite() { part } else { 0.0 };
        Self {
            centre: (
                self.centre.0 - by(right) * across,
                self.centre.1 - by(down) * along,
            ),
            ..self
        }
        .within_bounds()
    }

    /// Returns the pixels that the photo is worth: no more than the picture has there.
    pub fn pixels(self) -> (u32, u32) {
        let (width, _) = self.turned_size();
        let (most_width, most_height) = self.shape.most_pixels();
        let there = (self.shown().0 * width).round().max(1.0);
        let width = there.min(f64::from(most_width));
        let height = width * f64::from(most_height) / f64::from(most_width);
        (width as u32, (height.round() as u32).max(1))
    }

    /// Returns how the picture is drawn on a canvas of that size, which has the frame's shape.
    pub fn placement(self, canvas: (u32, u32)) -> Placement {
        let (width, height) = self.turned_size();
        let (across, _) = self.shown();
        let scale = f64::from(canvas.0) / (across * width);
        let middle = (f64::from(canvas.0) / 2.0, f64::from(canvas.1) / 2.0);
        let left = middle.0 - self.centre.0 * width * scale;
        let top = middle.1 - self.centre.1 * height * scale;
        // Turned to the right, the picture's left edge becomes the upper one, and so on.
        let (right, bottom) = (left + width * scale, top + height * scale);
        let matrix = match self.turns {
            0 => [scale, 0.0, 0.0, scale, left, top],
            1 => [0.0, scale, -scale, 0.0, right, top],
            2 => [-scale, 0.0, 0.0, -scale, right, bottom],
            _ => [0.0, -scale, scale, 0.0, left, bottom],
        };
        Placement { matrix }
    }

    /// The size of the picture as it is turned.
    fn turned_size(self) -> (f64, f64) {
        match self.turns % 2 {
            0 => self.picture,
            _ => (self.picture.1, self.picture.0),
        }
    }

    /// Which parts of the turned picture's width and height are in the frame.
    fn shown(self) -> (f64, f64) {
        let (width, height) = self.turned_size();
        let (most_width, most_height) = self.shape.most_pixels();
        let aspect = f64::from(most_width) / f64::from(most_height);
        let whole = width.min(height * aspect);
        (
            whole / self.zoom / width,
            whole / aspect / self.zoom / height,
        )
    }

    /// The frame never reaches over the picture's edges.
    fn within_bounds(self) -> Self {
        let (across, along) = self.shown();
        let kept = |centre: f64, part: f64| {
            let margin = (part / 2.0).min(0.5);
            centre.clamp(margin, 1.0 - margin)
        };
        Self {
            centre: (kept(self.centre.0, across), kept(self.centre.1, along)),
            ..self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn applied(placement: Placement, (x, y): (f64, f64)) -> (f64, f64) {
        let [a, b, c, d, e, f] = placement.matrix;
        (a * x + c * y + e, b * x + d * y + f)
    }

    #[test]
    fn a_picture_of_the_frames_shape_fills_it() {
        let crop = PhotoCrop::new((1_200, 1_600), PhotoShape::Portrait);
        assert_eq!(crop.pixels(), (600, 800));
        let placement = crop.placement((300, 400));
        assert_eq!(applied(placement, (0.0, 0.0)), (0.0, 0.0));
        assert_eq!(applied(placement, (1_200.0, 1_600.0)), (300.0, 400.0));
    }

    #[test]
    fn turning_to_the_right_brings_the_upper_left_corner_to_the_upper_right() {
        let crop = PhotoCrop::new((1_600, 1_200), PhotoShape::Portrait).turned();
        let (x, y) = applied(crop.placement((300, 400)), (0.0, 0.0));
        assert!((x - 300.0).abs() < 1e-9 && y.abs() < 1e-9, "{x} {y}");
    }

    #[test]
    fn four_turns_are_none() {
        let crop = PhotoCrop::new((3_000, 2_000), PhotoShape::Square)
            .with_zoom(2.0)
            .moved(0.3, -0.2);
        let turned = crop.turned().turned().turned().turned();
        let [one, other] = [crop, turned].map(|crop| crop.placement((600, 600)).matrix);
        assert!(one.iter().zip(&other).all(|(a, b)| (a - b).abs() < 1e-6));
    }

    #[test]
    fn moving_to_the_right_shows_what_is_at_the_left() {
        let crop = PhotoCrop::new((1_000, 1_000), PhotoShape::Square).with_zoom(2.0);
        let (before, _) = applied(crop.placement((100, 100)), (0.0, 0.0));
        let (after, _) = applied(crop.moved(0.1, 0.0).placement((100, 100)), (0.0, 0.0));
        assert!((after - before - 10.0).abs() < 1e-9);
    }

    #[test]
    fn a_small_picture_is_not_blown_up() {
        let crop = PhotoCrop::new((300, 400), PhotoShape::Portrait);
        assert_eq!(crop.pixels(), (300, 400));
        assert_eq!(crop.with_zoom(2.0).pixels(), (150, 200));
    }

    proptest! {
        #[test]
        fn the_frame_never_reaches_over_an_edge(
            width in 1_u32..9_000,
            height in 1_u32..9_000,
            square: bool,
            steps in prop::collection::vec((0_u8..3, -3.0_f64..3.0, -3.0_f64..3.0), 0..20),
        ) {
            let shape = if square { PhotoShape::Square } else { PhotoShape::Portrait };
            let mut crop = PhotoCrop::new((width, height), shape);
            for (what, x, y) in steps {
                crop = match what {
                    0 => crop.moved(x, y),
                    1 => crop.with_zoom(x * 3.0),
                    _ => crop.turned(),
                };
            }
            let canvas = crop.pixels();
            let placement = crop.placement(canvas);
            let corners = [(0.0, 0.0), (f64::from(width), f64::from(height))];
            let [(x1, y1), (x2, y2)] = corners.map(|corner| applied(placement, corner));
            // Half a pixel: the canvas has whole ones.
            let reach = 0.51 * f64::from(canvas.1.max(2)) / f64::from(canvas.1).max(1.0);
            prop_assert!(x1.min(x2) <= reach && y1.min(y2) <= reach);
            prop_assert!(x1.max(x2) >= f64::from(canvas.0) - reach);
            prop_assert!(y1.max(y2) >= f64::from(canvas.1) - reach - 1.0);
        }
    }
}
