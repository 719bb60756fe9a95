//! Codes are found as a screen of few pixels shows them, squares of broken width between two colours of page.

use super::*;
use qrcodegen::{QrCode, QrCodeEcc};

/// As wide as a code is on a phone of 390 pixels.
const SHOWN: f64 = 358.0;
/// How often each pixel is looked at across and down, so that edges are as soft as a browser's.
const FINE: u32 = 4;

fn text(number: usize) -> String {
    let signs = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    let sign = |at: usize| signs[(at * 131 + number * 977 + at * at * 7) % signs.len()];
    let rest: Vec<u8> = (0..408).map(sign).collect();
    format!("APPRODO:S1:{}", String::from_utf8(rest).unwrap())
}

/// Width and height of the screen.
const SCREEN: (usize, usize) = (390, 500);

/// The greys of a screen with a code.
fn screen(text: &str, page: u32, at: (f64, f64)) -> Vec<f64> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).unwrap();
    let square = SHOWN / f64::from(code.size() + 8);
    let shade = |across: f64, down: f64| {
        let (across, down) = (across - at.0, down - at.1);
        if across.min(down) < 0.0 || across.max(down) >= SHOWN {
            return page;
        }
        let module = |side: f64| (side / square).floor() as i32 - 4;
        u32::from(!code.get_module(module(across), module(down))) * 255
    };
    let mut plain = Vec::new();
    for down in 0..SCREEN.1 {
        for across in 0..SCREEN.0 {
            let part = |step: u32| (f64::from(step) + 0.5) / f64::from(FINE);
            let steps = (0..FINE * FINE).map(|step| (step % FINE, step / FINE));
            let sum: u32 = steps
                .map(|(x, y)| shade(across as f64 + part(x), down as f64 + part(y)))
                .sum();
            plain.push(f64::from(sum / (FINE * FINE)));
        }
    }
    plain
}

/// The colours of a screen drawn larger, as browsers do it.
fn enlarged(plain: &[f64], scale: f64) -> ((u32, u32), Vec<u8>) {
    let (width, height) = SCREEN;
    let size = [width, height].map(|side| (side as f64 * scale) as u32);
    let nearest = |to: u32, side: usize| {
        let from = ((f64::from(to) + 0.5) / scale - 0.5).clamp(0.0, side as f64 - 1.001);
        (from as usize, from.fract())
    };
    let mut colours = Vec::new();
    for down in 0..size[1] {
        for across in 0..size[0] {
            let ((left, x), (top, y)) = (nearest(across, width), nearest(down, height));
            let grey = |right: usize, below: usize| plain[(top + below) * width + left + right];
            let upper = grey(0, 0) * (1.0 - x) + grey(1, 0) * x;
            let lower = grey(0, 1) * (1.0 - x) + grey(1, 1) * x;
            let grey = (upper * (1.0 - y) + lower * y) as u8;
            colours.extend([grey, grey, grey, 255]);
        }
    }
    ((size[0], size[1]), colours)
}

#[test]
fn a_code_on_a_screen_of_few_pixels_is_read_wherever_it_stands() {
    for number in 0..4 {
        let text = text(number);
        let page = if number % 2 == 0 { 245 } else { 20 };
        let at = (16.0 + number as f64 * 0.13, 90.0 + number as f64 * 0.37);
        let plain = screen(&text, page, at);
        let found = LOOKS.into_iter().any(|look| {
            let (size, colours) = enlarged(&plain, look.scale((390, 500)));
            read_codes(size, &colours, look.threshold) == [text.clone()]
        });
        assert!(found, "code {number}");
    }
}

#[test]
fn a_picture_without_a_code_gives_none() {
    for threshold in [Threshold::Near, Threshold::Whole] {
        assert!(read_codes((64, 64), &[200; 64 * 64 * 4], threshold).is_empty());
        assert!(read_codes((64, 64), &[], threshold).is_empty());
        assert!(read_codes((0, 0), &[], threshold).is_empty());
    }
}

#[test]
fn a_large_photo_is_made_smaller_and_a_small_one_never_too_large() {
    for look in LOOKS {
        let scale = look.scale((4_000, 3_000));
        assert!(scale * 4_000.0 <= LONGEST_ENLARGED + 0.001);
        assert!(look.scale((390, 844)) >= 1.0);
    }
}

#[test]
fn the_threshold_lies_between_dark_and_light() {
    let mut greys = vec![40; 500];
    greys.extend([190; 300]);
    let threshold = darkest_light(&greys);
    assert!(threshold > 40 && threshold <= 190, "{threshold}");
}
