//! Writes the sample CVs as PDF and SVG into a folder, to look at them, and as requests for the
//! module of the worker:
//! `cargo run -p approdo-render --example pages -- target/pages`.

use approdo_render::{FontSet, RenderRequest, Renderer, Template, Typeface};
use std::error::Error;
use std::path::PathBuf;
use std::time::Instant;

#[path = "../tests/common/mod.rs"]
mod common;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("name a folder to write to")?);
    std::fs::create_dir_all(&folder)?;
    let mut fonts = FontSet::new();
    for file in common::font_files() {
        fonts.add(file)?;
    }
    let mut renderer = Renderer::new(fonts);
    let cvs = [
        ("one", common::one_page()),
        ("three", common::long_career(10)),
        ("six", common::fifteen_experiences()),
        ("twenty", common::long_career(110)),
        ("alphabets", common::unusual::greek_and_cyrillic()),
        (
            "arabic-italian",
            common::right_to_left::arabic_and_italian(),
        ),
        ("arabic", common::right_to_left::arabic()),
        ("long-words", common::unusual::long_words()),
    ];
    for (name, cv) in cvs {
        let request: RenderRequest = common::request(cv);
        write(&mut renderer, &request, &folder, name)?;
    }
    for template in Template::ALL {
        for (name, cv) in [
            ("beginner", common::beginner::first_job()),
            ("one", common::one_page()),
            ("six", common::fifteen_experiences()),
            ("full", approdo_testkit::cv::full_cv()),
            ("arabic", common::right_to_left::arabic()),
            ("long-words", common::unusual::long_words()),
        ] {
            let request = common::request_in(template, cv);
            let name = format!("{}-{name}", template.code());
            write(&mut renderer, &request, &folder, &name)?;
        }
    }
    for template in Template::ALL {
        for typeface in Typeface::ALL.into_iter().skip(1) {
            for (name, cv) in [
                ("one", common::one_page()),
                ("six", common::fifteen_experiences()),
            ] {
                let mut request = common::request_in(template, cv);
                request.look.typeface = typeface;
                let name = format!("{}-{}-{name}", template.code(), typeface.code());
                write(&mut renderer, &request, &folder, &name)?;
            }
        }
    }
    Ok(())
}

fn write(
    renderer: &mut Renderer,
    request: &RenderRequest,
    folder: &std::path::Path,
    name: &str,
) -> Result<(), Box<dyn Error>> {
    let start = Instant::now();
    let preview = renderer.preview(request)?;
    let first = start.elapsed();
    let mut edited = request.clone();
    edited.cv.profile.push('!');
    let start = Instant::now();
    renderer.preview(&edited)?;
    let edit = start.elapsed();
    let start = Instant::now();
    let pdf = renderer.pdf(request)?;
    let written = start.elapsed();
    for (number, page) in preview.pages.iter().enumerate() {
        std::fs::write(folder.join(format!("{name}-{}.svg", number + 1)), page)?;
    }
    std::fs::write(folder.join(format!("{name}.pdf")), &pdf.bytes)?;
    std::fs::write(
        folder.join(format!("{name}.request")),
        postcard::to_stdvec(request)?,
    )?;
    std::fs::write(
        folder.join(format!("{name}-edited.request")),
        postcard::to_stdvec(&edited)?,
    )?;
    let svg: usize = preview.pages.iter().map(String::len).sum();
    #[expect(clippy::print_stdout, reason = "a tool that reports to its caller")]
    {
        println!(
            "{name}: {} pages, PDF {} bytes in {written:?}, SVG {svg} bytes in {first:?}, after an edit {edit:?}",
            pdf.pages,
            pdf.bytes.len(),
        );
    }
    Ok(())
}
