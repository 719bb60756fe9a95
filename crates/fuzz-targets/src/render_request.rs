//! A request to lay out a CV: every one gives pages, the same on screen and as an accessible PDF, and
//! no text of it becomes markup.

use approdo_render::{FontSet, Labels, RenderRequest, Renderer};
use std::cell::RefCell;

/// Longer requests only take longer.
const MOST_BYTES: usize = 4 * 1024;

const FONTS: [&[u8]; 4] = [
    include_bytes!("../../../public/fonts/titillium-web-400.ttf"),
    include_bytes!("../../../public/fonts/titillium-web-600.ttf"),
    include_bytes!("../../../public/fonts/noto-sans-fallback-400.ttf"),
    include_bytes!("../../../public/fonts/noto-sans-fallback-600.ttf"),
];

thread_local! {
    static RENDERER: RefCell<Renderer> = RefCell::new(renderer());
}

fn renderer() -> Renderer {
    let mut renderer = Renderer::new(FontSet::new());
    for font in FONTS {
        assert_eq!(renderer.add_font(font.to_vec()), Ok(()));
    }
    renderer
}

pub(crate) fn check(bytes: &[u8]) {
    if bytes.len() > MOST_BYTES {
        return;
    }
    let Ok(request) = postcard::from_bytes::<RenderRequest>(bytes) else {
        return;
    };
    let again = postcard::to_allocvec(&request).unwrap_or_default();
    assert_eq!(postcard::from_bytes(&again), Ok(request.clone()));
    // Words and language are the app's own, never anybody's input.
    let request = RenderRequest {
        labels: labels(),
        language: "it".to_owned(),
        ..request
    };
    RENDERER.with(|renderer| check_pages(&mut renderer.borrow_mut(), &request));
}

fn labels() -> Labels {
    let text = str::to_owned;
    Labels {
        document_title: text("CV – {name}"),
        curriculum: text("Curriculum vitae"),
        page_of: text("Pagina {page} di {pages}"),
        personal_data: text("Dati personali"),
        headings: [(); 13].map(|()| text("Parte")),
        own_section: text("Altro"),
        months: [(); 12].map(|()| text("mese")),
        day: text("{day}"),
        first_day: text("1°"),
        present: text("oggi"),
        privacy_sentence: text("Autorizzo il trattamento dei miei dati personali"),
        ..Labels::default()
    }
}

fn check_pages(renderer: &mut Renderer, request: &RenderRequest) {
    let (preview, pdf) = match (renderer.preview(request), renderer.pdf(request)) {
        (Ok(preview), Ok(pdf)) => (preview, pdf),
        (preview, pdf) => panic!("no pages: {:?}, {:?}", preview.err(), pdf.err()),
    };
    assert!(pdf.bytes.starts_with(b"%PDF-"));
    assert_eq!(preview.pages.len(), pdf.pages);
    assert_eq!(preview.substitutions, pdf.substitutions);
    for page in &preview.pages {
        assert!(page.starts_with("<svg") && page.ends_with("</svg>"));
        check_elements(page);
    }
}

/// Only the elements that the page is drawn with occur.
fn check_elements(page: &str) {
    for element in page.split('<').skip(1) {
        let name = element.trim_start_matches('/');
        let end = name
            .find(|letter: char| !letter.is_ascii_alphanumeric())
            .unwrap_or(name.len());
        assert!(ELEMENTS.contains(&&name[..end]), "<{}", &name[..end]);
    }
}

const ELEMENTS: [&str; 4] = ["svg", "rect", "text", "tspan"];
