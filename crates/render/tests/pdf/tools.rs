//! Renders, and asks the tools of Poppler and qpdf.

use crate::common;
use approdo_render::{FontSet, RenderRequest, Renderer};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

pub fn renderer() -> Renderer {
    let mut fonts = FontSet::new();
    for file in common::font_files() {
        fonts.add(file).unwrap();
    }
    Renderer::new(fonts)
}

/// Gives a file to a tool on standard input or as a temporary file and returns what it prints.
pub fn ask(tool: &str, package: &str, arguments: &[&str], pdf: &[u8]) -> String {
    String::from_utf8_lossy(&ask_bytes(tool, package, arguments, pdf)).into_owned()
}

/// The same for a tool that answers with bytes.
pub fn ask_bytes(tool: &str, package: &str, arguments: &[&str], pdf: &[u8]) -> Vec<u8> {
    let mut child = Command::new(tool)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| {
            panic!("{tool} did not start ({error}); install it: apt-get install {package}")
        });
    let mut input = child.stdin.take().unwrap();
    let bytes = pdf.to_vec();
    let writer = std::thread::spawn(move || input.write_all(&bytes));
    let output = child.wait_with_output().unwrap();
    // A tool that needs no input may close it before everything is written.
    drop(writer.join().unwrap());
    assert!(
        output.status.success(),
        "{tool} refuses the PDF: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    output.stdout
}

pub fn text_of(pdf: &[u8]) -> String {
    ask("pdftotext", "poppler-utils", &["-", "-"], pdf)
}

pub fn pdf_of(request: &RenderRequest) -> Vec<u8> {
    renderer().pdf(request).unwrap().bytes
}

/// Writes a file into the folder for tests' files, for tools that cannot read a pipe.
pub fn temporary(name: &str, bytes: &[u8]) -> PathBuf {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&file, bytes).unwrap();
    file
}
