//! What fingers and mouse do to a picture under its frame: one moves it, two move and enlarge it. Pure.

use super::photo_crop::PhotoCrop;

/// A point on the screen, in CSS pixels.
type Point = (f64, f64);

/// The fingers on a picture; the third and later ones count for nothing.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PhotoGesture {
    fingers: Vec<(i32, Point)>,
}

impl PhotoGesture {
    /// A finger was put down, or a button pressed.
    pub fn down(&mut self, finger: i32, at: Point) {
        self.fingers.retain(|(known, _)| *known != finger);
        self.fingers.push((finger, at));
    }

    /// A finger was lifted, or the browser took it.
    pub fn up(&mut self, finger: i32) {
        self.fingers.retain(|(known, _)| *known != finger);
    }

    /// A finger moved: returns how the picture lies now. `frame` is the frame's size on the screen.
    pub fn moved(&mut self, finger: i32, at: Point, frame: Point, crop: PhotoCrop) -> PhotoCrop {
        let before = self.two();
        let Some(index) = self.fingers.iter().position(|(known, _)| *known == finger) else {
            return crop;
        };
        if let Some((_, place)) = self.fingers.get_mut(index) {
            *place = at;
        }
        let Some((from, from_apart)) = before else {
            return crop;
        };
        let Some((to, to_apart)) = self.two() else {
            return crop;
        };
        let width = frame.0.max(1.0);
        let height = frame.1.max(1.0);
        let crop = match (from_apart, to_apart) {
            (Some(from), Some(to)) if from > 1.0 => crop.with_zoom(crop.zoom() * to / from),
            _ => crop,
        };
        crop.moved((to.0 - from.0) / width, (to.1 - from.1) / height)
    }

    /// The point that leads, and how far two fingers are apart.
    fn two(&self) -> Option<(Point, Option<f64>)> {
        match self.fingers.as_slice() {
            [] => None,
            [(_, only)] => Some((*only, None)),
            [(_, one), (_, other), ..] => {
                let middle = ((one.0 + other.0) / 2.0, (one.1 + other.1) / 2.0);
                let apart = (one.0 - other.0).hypot(one.1 - other.1);
                Some((middle, Some(apart)))
            }
        }
    }
}

/// What keys do to the picture; none for keys that do nothing.
pub fn pressed(key: &str, crop: PhotoCrop) -> Option<PhotoCrop> {
    const STEP: f64 = 0.05;
    const LARGER: f64 = 1.1;
    Some(match key {
        "ArrowLeft" => crop.moved(-STEP, 0.0),
        "ArrowRight" => crop.moved(STEP, 0.0),
        "ArrowUp" => crop.moved(0.0, -STEP),
        "ArrowDown" => crop.moved(0.0, STEP),
        "+" | "=" => crop.with_zoom(crop.zoom() * LARGER),
        "-" => crop.with_zoom(crop.zoom() / LARGER),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::photo_crop::PhotoShape;

    const FRAME: Point = (300.0, 400.0);

    fn enlarged() -> PhotoCrop {
        PhotoCrop::new((1_200, 1_600), PhotoShape::Portrait).with_zoom(2.0)
    }

    #[test]
    fn the_picture_follows_the_finger() {
        let mut gesture = PhotoGesture::default();
        gesture.down(1, (100.0, 100.0));
        let moved = gesture.moved(1, (130.0, 140.0), FRAME, enlarged());
        assert_eq!(moved, enlarged().moved(0.1, 0.1));
    }

    #[test]
    fn a_mouse_that_is_not_pressed_moves_nothing() {
        let mut gesture = PhotoGesture::default();
        assert_eq!(gesture.moved(1, (9.0, 9.0), FRAME, enlarged()), enlarged());
        gesture.down(1, (0.0, 0.0));
        gesture.up(1);
        assert_eq!(gesture.moved(1, (9.0, 9.0), FRAME, enlarged()), enlarged());
    }

    #[test]
    fn two_fingers_that_part_enlarge() {
        let mut gesture = PhotoGesture::default();
        gesture.down(1, (100.0, 200.0));
        gesture.down(2, (200.0, 200.0));
        let crop = gesture.moved(2, (250.0, 200.0), FRAME, enlarged());
        assert!((crop.zoom() - 3.0).abs() < 1e-9);
    }

    #[test]
    fn the_finger_that_stays_goes_on_without_a_jump() {
        let mut gesture = PhotoGesture::default();
        gesture.down(1, (100.0, 200.0));
        gesture.down(2, (200.0, 200.0));
        gesture.up(1);
        let crop = gesture.moved(2, (201.0, 200.0), FRAME, enlarged());
        assert_eq!(crop, enlarged().moved(1.0 / 300.0, 0.0));
    }

    #[test]
    fn keys_move_and_enlarge() {
        assert_eq!(pressed("Tab", enlarged()), None);
        assert_ne!(pressed("ArrowLeft", enlarged()), Some(enlarged()));
        let larger = pressed("+", enlarged()).map(PhotoCrop::zoom);
        assert!(larger > Some(2.0));
    }
}
