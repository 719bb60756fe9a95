//! The preview as a page with a strict content policy takes it, and the bytes that cross to the
//! worker and back.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use approdo_render::{Accent, FontSet, Preview, RenderRequest, Renderer, Template};

mod common;

fn renderer() -> Renderer {
    let mut fonts = FontSet::new();
    for file in common::font_files() {
        fonts.add(file).unwrap();
    }
    Renderer::new(fonts)
}

fn preview(more: u8) -> Preview {
    let request = common::request(common::long_career(more));
    renderer().preview(&request).unwrap()
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
fn a_column_at_the_side_has_a_ground_as_far_as_it_goes() {
    let request = common::request_in(Template::Modern, common::fifteen_experiences());
    let pages = renderer().preview(&request).unwrap().pages;
    let has_ground = |page: &String| page.contains("height=\"841.89\" fill=\"#EAF2FB\"");
    let with_ground = pages.iter().filter(|page| has_ground(page)).count();
    assert!(has_ground(&pages[0]) && with_ground == 1, "{with_ground}");
}

#[test]
fn titles_have_the_colour_that_was_chosen() {
    for (accent, colour) in [(Accent::Green, "#00543A"), (Accent::Burgundy, "#7A1530")] {
        let mut request = common::request(common::one_page());
        assert!(!renderer().preview(&request).unwrap().pages[0].contains(colour));
        request.look.accent = accent;
        assert!(renderer().preview(&request).unwrap().pages[0].contains(colour));
    }
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
