//! Has LibreOffice open a document and say it in another format.

use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

/// The filter for text without any formatting.
const PLAIN_TEXT: &str = "txt:Text (encoded):UTF8";
/// Open Document in one XML file.
const OPEN_DOCUMENT: &str = "fodt";

/// A heading as LibreOffice understood it.
#[derive(Debug, PartialEq, Eq)]
pub struct Heading {
    /// From 1.
    pub level: u8,
    /// What it says.
    pub text: String,
}

/// Returns the text of a DOCX file, a line for each paragraph.
pub fn text_of(docx: &[u8]) -> String {
    let text = String::from_utf8(converted(docx, PLAIN_TEXT, "txt")).unwrap();
    text.trim_start_matches('\u{feff}').to_owned()
}

/// Returns the headings of a DOCX file, in their order.
pub fn headings_of(docx: &[u8]) -> Vec<Heading> {
    let document = String::from_utf8(converted(docx, OPEN_DOCUMENT, "fodt")).unwrap();
    let elements = document.split("<text:h ").skip(1);
    elements
        .map(|element| {
            let (element, _) = element.split_once("</text:h>").unwrap();
            let (attributes, content) = element.split_once('>').unwrap();
            let (_, level) = attributes.split_once("text:outline-level=\"").unwrap();
            Heading {
                level: level[..1].parse().unwrap(),
                text: without_tags(content),
            }
        })
        .collect()
}

/// Returns the DOCX file that it makes of a DOCX file.
pub fn saved_again(docx: &[u8]) -> Vec<u8> {
    converted(docx, "docx", "docx")
}

fn without_tags(content: &str) -> String {
    let pieces = content.split('<');
    let text: String = pieces
        .map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text))
        .collect();
    text.replace("&apos;", "'").replace("&amp;", "&")
}

/// Each conversion has a folder of its own, with a profile in it: two LibreOffices with one profile talk to
/// each other, and one of them does nothing.
fn converted(docx: &[u8], filter: &str, extension: &str) -> Vec<u8> {
    static FOLDERS: AtomicU32 = AtomicU32::new(0);
    let number = FOLDERS.fetch_add(1, Ordering::Relaxed);
    let name = format!("libreoffice-{}-{number}", std::process::id());
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("document.docx"), docx).unwrap();
    convert(&folder, filter);
    let made = folder.join("made/document").with_extension(extension);
    let bytes = std::fs::read(&made);
    std::fs::remove_dir_all(&folder).unwrap();
    bytes.unwrap()
}

fn convert(folder: &Path, filter: &str) {
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.display());
    let output = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", filter, "--outdir"])
        .arg(folder.join("made"))
        .arg(folder.join("document.docx"))
        .output()
        .unwrap_or_else(|error| {
            panic!("soffice did not start ({error}); install it: apt-get install libreoffice-writer-nogui")
        });
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "soffice: {complaint}");
}
