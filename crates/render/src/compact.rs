//! Makes a finished PDF smaller: packs its many small objects into compressed object streams and
//! writes the table of objects as a stream (ISO 32000-1, 7.5.7 and 7.5.8). What the objects say
//! does not change.

use flate2::Compression;
use flate2::write::ZlibEncoder;
use std::io::Write;

/// How many objects go into one stream: an index in the table is one byte.
const OBJECTS_IN_STREAM: usize = 200;

/// Returns the smaller file, or the same bytes if they are not laid out as expected.
pub(crate) fn compact(pdf: Vec<u8>) -> Vec<u8> {
    match Source::read(&pdf).and_then(|source| source.packed()) {
        Some(packed) if packed.len() < pdf.len() => packed,
        _ => pdf,
    }
}

/// A PDF with a classic table of objects.
struct Source<'pdf> {
    header: &'pdf [u8],
    /// By object number; none for a number not in use.
    objects: Vec<Option<&'pdf [u8]>>,
    /// What the trailer says, without the number of objects.
    trailer: String,
    /// Number of the catalogue and the information dictionary, which stay readable from outside.
    kept: Vec<usize>,
}

impl<'pdf> Source<'pdf> {
    fn read(pdf: &'pdf [u8]) -> Option<Self> {
        let end = rfind(pdf, b"startxref")?;
        let table_start: usize = text(&pdf[end + 9..])?.lines().nth(1)?.trim().parse().ok()?;
        let trailer_start = table_start + rfind(pdf.get(table_start..end)?, b"trailer")?;
        let table = text(pdf.get(table_start..trailer_start)?)?;
        let offsets = offsets_of(table)?;
        let mut starts: Vec<usize> = offsets.iter().flatten().copied().collect();
        starts.sort_unstable();
        starts.push(table_start);
        let objects = offsets
            .iter()
            .map(|&offset| match offset {
                None => Some(None),
                Some(offset) => object_body(pdf, offset, &starts).map(Some),
            })
            .collect::<Option<Vec<_>>>()?;
        let (trailer, kept) = trailer_of(text(&pdf[trailer_start + 7..end])?)?;
        Some(Self {
            header: pdf.get(..*starts.first()?)?,
            objects,
            trailer,
            kept,
        })
    }

    fn packed(&self) -> Option<Vec<u8>> {
        let mut file = Writer {
            bytes: self.header.to_vec(),
            table: vec![[0, 0, 0]; self.objects.len()],
        };
        let mut small = Vec::new();
        for (number, body) in self.objects.iter().enumerate() {
            match body {
                Some(body) if is_stream(body) || self.kept.contains(&number) => {
                    file.object(number, body)?;
                }
                Some(body) => small.push((number, *body)),
                None => {}
            }
        }
        for group in small.chunks(OBJECTS_IN_STREAM) {
            file.object_stream(group)?;
        }
        file.finish(&self.trailer)
    }
}

/// Reads the offsets of `xref`, `0 N`, then N lines of 20 bytes.
fn offsets_of(table: &str) -> Option<Vec<Option<usize>>> {
    let mut lines = table.lines();
    (lines.next()?.trim() == "xref").then_some(())?;
    let (first, count) = lines.next()?.trim().split_once(' ')?;
    (first == "0").then_some(())?;
    let count: usize = count.parse().ok()?;
    let offsets: Vec<Option<usize>> = lines
        .take(count)
        .map(|line| {
            let mut parts = line.split_whitespace();
            let offset = parts.next()?.parse().ok()?;
            let _generation = parts.next()?;
            Some((parts.next()? == "n").then_some(offset))
        })
        .collect::<Option<_>>()?;
    (offsets.len() == count).then_some(offsets)
}

/// Returns what stands between `obj` and `endobj`.
fn object_body<'pdf>(pdf: &'pdf [u8], offset: usize, starts: &[usize]) -> Option<&'pdf [u8]> {
    let next = starts.get(starts.partition_point(|&start| start <= offset))?;
    let object = pdf.get(offset..*next)?;
    let start = find(object, b"obj")? + 3;
    let end = rfind(object, b"endobj")?;
    Some(object.get(start..end)?.trim_ascii())
}

fn trailer_of(trailer: &str) -> Option<(String, Vec<usize>)> {
    let trailer = trailer.trim().strip_prefix("<<")?.strip_suffix(">>")?;
    let (before, rest) = trailer.split_once("/Size ")?;
    let after = rest.trim_start_matches(|character: char| character.is_ascii_digit());
    let kept = ["/Root ", "/Info "]
        .iter()
        .filter_map(|key| {
            let (_, value) = trailer.split_once(key)?;
            value.split(' ').next()?.parse().ok()
        })
        .collect();
    Some((format!("{before}{after}"), kept))
}

fn is_stream(body: &[u8]) -> bool {
    body.ends_with(b"endstream")
}

fn text(bytes: &[u8]) -> Option<&str> {
    std::str::from_utf8(bytes).ok()
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes
        .windows(wanted.len())
        .position(|window| window == wanted)
}

fn rfind(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes
        .windows(wanted.len())
        .rposition(|window| window == wanted)
}

/// A PDF being written; the table has for each object its kind, place and index (7.5.8.3).
struct Writer {
    bytes: Vec<u8>,
    table: Vec<[u32; 3]>,
}

impl Writer {
    fn object(&mut self, number: usize, body: &[u8]) -> Option<()> {
        let offset = u32::try_from(self.bytes.len()).ok()?;
        *self.table.get_mut(number)? = [1, offset, 0];
        self.bytes
            .extend_from_slice(format!("{number} 0 obj\n").as_bytes());
        self.bytes.extend_from_slice(body);
        self.bytes.extend_from_slice(b"\nendobj\n");
        Some(())
    }

    fn object_stream(&mut self, objects: &[(usize, &[u8])]) -> Option<()> {
        let number = self.table.len();
        let container = u32::try_from(number).ok()?;
        let mut index = String::new();
        let mut bodies = Vec::new();
        for (position, (object, body)) in (0..).zip(objects) {
            index.push_str(&format!("{object} {} ", bodies.len()));
            bodies.extend_from_slice(body);
            bodies.push(b'\n');
            *self.table.get_mut(*object)? = [2, container, position];
        }
        let first = index.len();
        let mut content = index.into_bytes();
        content.append(&mut bodies);
        let dictionary = format!("/Type/ObjStm/N {}/First {first}", objects.len());
        self.table.push([0, 0, 0]);
        self.stream(number, &dictionary, &content)
    }

    fn stream(&mut self, number: usize, dictionary: &str, content: &[u8]) -> Option<()> {
        let compressed = compressed(content)?;
        let length = compressed.len();
        let mut body =
            format!("<<{dictionary}/Filter/FlateDecode/Length {length}>>\nstream\n").into_bytes();
        body.extend_from_slice(&compressed);
        body.extend_from_slice(b"\nendstream");
        self.object(number, &body)
    }

    fn finish(mut self, trailer: &str) -> Option<Vec<u8>> {
        let start = self.bytes.len();
        let number = self.table.len();
        self.table.push([1, u32::try_from(start).ok()?, 0]);
        let size = self.table.len();
        let mut content = Vec::with_capacity(size * 6);
        for [kind, place, index] in &self.table {
            content.push(u8::try_from(*kind).ok()?);
            content.extend_from_slice(&place.to_be_bytes());
            content.push(u8::try_from(*index).ok()?);
        }
        let dictionary = format!("/Type/XRef/Size {size}/W[1 4 1]{trailer}");
        self.stream(number, &dictionary, &content)?;
        self.bytes
            .extend_from_slice(format!("startxref\n{start}\n%%EOF\n").as_bytes());
        Some(self.bytes)
    }
}

fn compressed(content: &[u8]) -> Option<Vec<u8>> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(content).ok()?;
    encoder.finish().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_that_are_no_pdf_stay_as_they_are() {
        for bytes in [&b""[..], b"startxref", b"%PDF-1.7\nstartxref\n99999\n%%EOF"] {
            assert_eq!(compact(bytes.to_vec()), bytes);
        }
    }
}
