//! The CV inside a PDF: made here as Europass and Approdo make it, and by who means harm.

mod common;

use approdo_exchange::export::{approdo_json, europass_xml};
use approdo_exchange::import::{Format, ImportError};
use approdo_testkit::cv::full_cv;
use common::{labels, read, renumbered};
use flate2::Compression;
use flate2::write::ZlibEncoder;
use pdf_writer::{Filter, Finish, Name, Pdf, Ref, Str};
use proptest::prelude::*;
use proptest::sample::Index;
use std::io::Write;

fn packed(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes)?;
    encoder.finish()
}

/// A PDF of one empty page with files inside.
fn pdf_with(files: &[(&str, &[u8])]) -> std::io::Result<Vec<u8>> {
    let mut pdf = Pdf::new();
    let [catalog, pages, page] = [1, 2, 3].map(Ref::new);
    let specification = |number: usize| Ref::new(10 + 2 * i32::try_from(number).unwrap_or(0));
    let mut root = pdf.catalog(catalog);
    root.pages(pages);
    let mut names = root.names();
    let mut tree = names.embedded_files();
    let mut entries = tree.names();
    for (number, (name, _)) in files.iter().enumerate() {
        entries.insert(Str(name.as_bytes()), specification(number));
    }
    entries.finish();
    tree.finish();
    names.finish();
    root.finish();
    pdf.pages(pages).kids([page]).count(1);
    pdf.page(page).parent(pages);
    for (number, (name, content)) in files.iter().enumerate() {
        let file = Ref::new(specification(number).get() + 1);
        let mut written = pdf.file_spec(specification(number));
        written.path(Str(name.as_bytes()));
        written.insert(Name(b"EF")).dict().pair(Name(b"F"), file);
        written.finish();
        let bytes = packed(content)?;
        pdf.embedded_file(file, &bytes).filter(Filter::FlateDecode);
    }
    Ok(pdf.finish())
}

#[test]
fn a_pdf_of_europass_gives_its_cv() {
    let xml = europass_xml(&full_cv(), &labels());
    let file = pdf_with(&[("attachment.xml", xml.as_bytes())]).unwrap();
    let imported = read(&file).unwrap();
    assert_eq!(imported.report.format, Format::Europass);
    assert_eq!(imported.cv.experience.len(), 2);
}

#[test]
fn of_two_copies_ones_own_is_read_since_it_loses_nothing() {
    let xml = europass_xml(&full_cv(), &labels());
    let json = approdo_json(&full_cv());
    let files = [("cv.xml", xml.as_bytes()), ("cv.json", json.as_bytes())];
    let imported = read(&pdf_with(&files).unwrap()).unwrap();
    assert_eq!(renumbered(&imported.cv), renumbered(&full_cv()));
}

#[test]
fn a_pdf_without_a_cv_says_so() {
    for files in [&[][..], &[("foto.jpg", &b"\xff\xd8\xff"[..])]] {
        let file = pdf_with(files).unwrap();
        assert_eq!(read(&file), Err(ImportError::NoAttachment));
    }
}

#[test]
fn damage_says_so() {
    let xml = europass_xml(&full_cv(), &labels());
    let file = pdf_with(&[("attachment.xml", xml.as_bytes())]).unwrap();
    for length in [6, file.len() / 3, file.len() / 2] {
        assert!(read(&file[..length]).is_err(), "{length}");
    }
    assert_eq!(
        read(b"%PDF-1.7 and then nothing"),
        Err(ImportError::UnreadablePdf)
    );
}

#[test]
fn a_bomb_is_refused() {
    let zeros = vec![b' '; 8 * 1024 * 1024 + 1];
    let file = pdf_with(&[("attachment.xml", &zeros)]).unwrap();
    assert!(file.len() < 100_000);
    assert_eq!(read(&file), Err(ImportError::SwollenPdf));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn changed_pdfs_are_read_or_refused(changes in proptest::collection::vec((any::<Index>(), any::<u8>()), 1..8)) {
        let json = approdo_json(&full_cv());
        let mut file = pdf_with(&[("cv.json", json.as_bytes())]).unwrap();
        for (at, byte) in changes {
            let at = at.index(file.len());
            file[at] = byte;
        }
        let _ = read(&file);
    }
}
