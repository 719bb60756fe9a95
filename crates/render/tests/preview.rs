//! The preview as a page with a strict content policy takes it, and the bytes that cross to the
//! worker and back.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use approdo_render::{FontSet, Preview, RenderRequest, Renderer};

mod common;

fn preview(more: u8) -> Preview {
    let mut fonts = FontSet::new();
    for file in common::font_files() {
        fonts.add(file).unwrap();
    }
    let request = common::request(common::long_career(more));
    Renderer::new(fonts).preview(&request).unwrap()
}

#[test]
fn pages_need_no_exception_from_a_strict_content_policy() {
    for page in preview(4).pages {
        assert!(page.starts_with(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 595.28 841.89\""
        ));
        for forbidden in ["style=", "<style", "<script", "href", "url(", " on"] {
            let in_markup = page
                .split('<')
                .any(|tag| tag[..tag.find('>').unwrap_or(0)].contains(forbidden));
            assert!(!in_markup, "{forbidden} stands in the markup");
        }
    }
}

#[test]
fn text_is_text_in_the_page_s_typeface_and_colours() {
    let page = preview(0).pages.remove(0);
    assert!(page.contains("font-family=\"'Titillium Web', 'Noto Sans', sans-serif\""));
    assert!(page.contains(">perché</tspan>"));
    assert!(page.contains("fill=\"#00478F\""));
}

#[test]
fn a_page_is_small_enough_to_be_drawn_at_each_edit() {
    for page in preview(10).pages {
        assert!(page.len() < 24_000, "{} bytes", page.len());
    }
}

#[test]
fn requests_and_answers_survive_the_way_to_the_worker() {
    let request = common::request(common::one_page());
    let bytes = postcard::to_stdvec(&request).unwrap();
    assert_eq!(
        postcard::from_bytes::<RenderRequest>(&bytes).unwrap(),
        request
    );
    let answer = preview(0);
    let bytes = postcard::to_stdvec(&answer).unwrap();
    assert_eq!(postcard::from_bytes::<Preview>(&bytes).unwrap(), answer);
}
