//! The CV attached inside a PDF: Approdo's own JSON, or the XML of Europass. What is printed on the
//! pages is not read.

use crate::import::ImportError;
use crate::limits::{
    DEEPEST_NESTING, LARGEST_PDF_BYTES, LARGEST_TEXT_FILE_BYTES, LARGEST_UNPACKED_BYTES,
    MOST_ATTACHMENTS,
};
use flate2::read::ZlibDecoder;
use hayro_syntax::Pdf;
use hayro_syntax::object::{Array, Dict, Name, Stream};
use std::io::Read;

/// Tells whether the bytes say that they are a PDF; some programs write something before it.
pub(super) fn is_pdf(bytes: &[u8]) -> bool {
    bytes
        .windows(5)
        .take(1_024)
        .any(|window| window == b"%PDF-")
}

/// Returns the attached CV.
///
/// # Errors
/// The PDF is too large, damaged, or has no CV inside.
pub(super) fn attached_cv(bytes: &[u8]) -> Result<Vec<u8>, ImportError> {
    if bytes.len() > LARGEST_PDF_BYTES {
        return Err(ImportError::TooLarge {
            bytes: bytes.len(),
            limit: LARGEST_PDF_BYTES,
        });
    }
    refuse_swollen(bytes, LARGEST_UNPACKED_BYTES)?;
    let pdf = Pdf::new(bytes.to_vec()).map_err(|_| ImportError::UnreadablePdf)?;
    let root: Dict<'_> = pdf
        .xref()
        .get(pdf.xref().root_id())
        .ok_or(ImportError::UnreadablePdf)?;
    let mut files = Vec::new();
    let names: Option<Dict<'_>> = root.get("Names");
    if let Some(tree) = names.and_then(|names| names.get::<Dict<'_>>("EmbeddedFiles")) {
        collect_files(&tree, &mut files, 0);
    }
    if let Some(associated) = root.get::<Array<'_>>("AF") {
        let room = MOST_ATTACHMENTS.saturating_sub(files.len());
        files.extend(associated.iter::<Dict<'_>>().take(room));
    }
    let mut found = None;
    for file in files {
        match content(&file)? {
            Some(text) if is_own(&text) => return Ok(text),
            Some(text) if found.is_none() && is_europass(&text) => found = Some(text),
            _ => {}
        }
    }
    found.ok_or(ImportError::NoAttachment)
}

/// Walks the tree of names (ISO 32000-2, 7.9.6), never deeper or wider than a CV needs.
fn collect_files<'a>(tree: &Dict<'a>, files: &mut Vec<Dict<'a>>, depth: usize) {
    if depth > DEEPEST_NESTING {
        return;
    }
    if let Some(names) = tree.get::<Array<'_>>("Names") {
        let mut entries = names.flex_iter();
        while files.len() < MOST_ATTACHMENTS {
            if entries.next::<hayro_syntax::object::String<'_>>().is_none() {
                break;
            }
            let Some(file) = entries.next::<Dict<'_>>() else {
                break;
            };
            files.push(file);
        }
    }
    if let Some(kids) = tree.get::<Array<'_>>("Kids") {
        for kid in kids.iter::<Dict<'_>>().take(MOST_ATTACHMENTS) {
            if files.len() >= MOST_ATTACHMENTS {
                return;
            }
            collect_files(&kid, files, depth + 1);
        }
    }
}

/// Returns a file's bytes, if it is packed as attachments are.
fn content(file: &Dict<'_>) -> Result<Option<Vec<u8>>, ImportError> {
    let embedded: Option<Dict<'_>> = file.get("EF");
    let stream = embedded.and_then(|embedded| {
        embedded
            .get::<Stream<'_>>("F")
            .or_else(|| embedded.get::<Stream<'_>>("UF"))
    });
    let Some(stream) = stream else {
        return Ok(None);
    };
    let raw = stream.raw_data();
    match packing(stream.dict()) {
        Packing::None => Ok(Some(raw.into_owned())),
        Packing::Flate => {
            let limit = LARGEST_TEXT_FILE_BYTES;
            let mut bytes = Vec::new();
            // What is damaged at its end is judged by whoever reads it.
            let mut unpacked = ZlibDecoder::new(raw.as_ref()).take(limit as u64 + 1);
            let _ = unpacked.read_to_end(&mut bytes);
            if bytes.len() > limit {
                return Err(ImportError::SwollenPdf);
            }
            Ok(Some(bytes))
        }
        Packing::Other => Ok(None),
    }
}

/// How a stream is packed, as far as attachments are.
enum Packing {
    None,
    Flate,
    Other,
}

fn packing(dictionary: &Dict<'_>) -> Packing {
    if !dictionary.contains_key("Filter") {
        return Packing::None;
    }
    let listed: Vec<Name<'_>> = match dictionary.get::<Array<'_>>("Filter") {
        Some(list) => list.iter().take(2).collect(),
        None => dictionary.get::<Name<'_>>("Filter").into_iter().collect(),
    };
    match listed.as_slice() {
        [name] if name.as_str() == "FlateDecode" => Packing::Flate,
        _ => Packing::Other,
    }
}

fn is_own(bytes: &[u8]) -> bool {
    starts_with(bytes, b'{') && contains(bytes, crate::export::FORMAT_NAME.as_bytes())
}

fn is_europass(bytes: &[u8]) -> bool {
    starts_with(bytes, b'<')
}

fn starts_with(bytes: &[u8], first: u8) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    bytes.trim_ascii_start().first() == Some(&first)
}

fn contains(bytes: &[u8], name: &[u8]) -> bool {
    bytes.windows(name.len()).any(|window| window == name)
}

/// Unpacks every stream once, keeping nothing: the library that reads PDFs has no limit of its own.
fn refuse_swollen(bytes: &[u8], limit: u64) -> Result<(), ImportError> {
    const STREAM: &[u8] = b"stream";
    let mut left = limit;
    let mut at = 0;
    while let Some(found) = bytes.get(at..).and_then(|rest| find(rest, STREAM)) {
        at += found + STREAM.len();
        let after = bytes.get(at..).unwrap_or_default();
        let packed = after.strip_prefix(b"\r").unwrap_or(after);
        let packed = packed.strip_prefix(b"\n").unwrap_or(packed);
        let mut unpacked = ZlibDecoder::new(packed).take(left + 1);
        let mut window = [0; 16 * 1024];
        while let Ok(length @ 1..) = unpacked.read(&mut window) {
            left = left
                .checked_sub(length as u64)
                .ok_or(ImportError::SwollenPdf)?;
        }
    }
    let dictionary = |name: &[u8]| contains(bytes, name);
    // Packing a packed stream again, or by the older method, is what only harmful files still do.
    if dictionary(b"/FlateDecode/FlateDecode")
        || dictionary(b"/FlateDecode /FlateDecode")
        || dictionary(b"/LZWDecode")
    {
        return Err(ImportError::SwollenPdf);
    }
    Ok(())
}

fn find(bytes: &[u8], name: &[u8]) -> Option<usize> {
    bytes.windows(name.len()).position(|window| window == name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::Compression;
    use flate2::write::ZlibEncoder;
    use std::io::Write;

    #[test]
    fn what_unpacks_to_too_much_is_refused_also_in_many_parts() {
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(&[b' '; 60_000]).unwrap();
        let stream = [
            &b"stream\n"[..],
            &encoder.finish().unwrap(),
            b"\nendstream\n",
        ]
        .concat();
        assert_eq!(refuse_swollen(&stream, 100_000), Ok(()));
        let twice = stream.repeat(2);
        assert_eq!(
            refuse_swollen(&twice, 100_000),
            Err(ImportError::SwollenPdf)
        );
    }
}
