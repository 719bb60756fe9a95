//! A page as a picture, made by Poppler: kept as PNG, compared in blocks, so that another version's
//! smoothing of edges does not matter and a line that moved by a point does.

use crate::tools::ask_bytes;
use png::{BitDepth, ColorType, Compression, Decoder, Encoder, Transformations};
use std::fs::File;
use std::io::{BufReader, BufWriter};
use std::path::Path;

/// One pixel for each point.
const RESOLUTION: &str = "72";
/// The side of the squares that are compared, in pixels.
const BLOCK: usize = 4;
/// How much the mean grey of a block may differ, of 255.
const TOLERANCE: u32 = 24;

/// Grey pixels from left to right and from top to bottom; 0 is black, 255 white.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    pub width: usize,
    pub height: usize,
    pub pixels: Vec<u8>,
}

impl Picture {
    /// Draws a page of a PDF; the first is 1.
    pub fn of_page(pdf: &[u8], page: usize) -> Self {
        let page = page.to_string();
        let arguments = ["-gray", "-r", RESOLUTION, "-f", &page, "-l", &page, "-"];
        let answer = ask_bytes("pdftoppm", "poppler-utils", &arguments, pdf);
        // Portable grey map: "P5", width, height, greatest value, each with one white space after it.
        let mut parts = answer.splitn(4, |byte| byte.is_ascii_whitespace());
        assert_eq!(parts.next(), Some(&b"P5"[..]));
        let mut number = || {
            let digits = std::str::from_utf8(parts.next().unwrap()).unwrap();
            digits.parse::<usize>().unwrap()
        };
        let (width, height) = (number(), number());
        let pixels = answer[answer.len() - width * height..].to_vec();
        Self {
            width,
            height,
            pixels,
        }
    }

    /// Reads a PNG.
    pub fn read(file: &Path) -> Option<Self> {
        let mut decoder = Decoder::new(BufReader::new(File::open(file).ok()?));
        decoder.set_transformations(Transformations::EXPAND);
        let mut reader = decoder.read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        let frame = reader.next_frame(&mut pixels).unwrap();
        assert_eq!(frame.color_type, ColorType::Grayscale, "{}", file.display());
        Some(Self {
            width: usize::try_from(frame.width).unwrap(),
            height: usize::try_from(frame.height).unwrap(),
            pixels,
        })
    }

    /// Writes a PNG in sixteen greys, enough to look at and to compare.
    pub fn write(&self, file: &Path) {
        let size = [self.width, self.height].map(|length| u32::try_from(length).unwrap());
        let writer = BufWriter::new(File::create(file).unwrap());
        let mut encoder = Encoder::new(writer, size[0], size[1]);
        encoder.set_color(ColorType::Grayscale);
        encoder.set_depth(BitDepth::Four);
        encoder.set_compression(Compression::High);
        let rows = self.pixels.chunks(self.width);
        let packed: Vec<u8> = rows
            .flat_map(|row| row.chunks(2))
            .map(|pair| sixteenth(pair[0]) << 4 | pair.get(1).copied().map_or(0, sixteenth))
            .collect();
        let mut writer = encoder.write_header().unwrap();
        writer.write_image_data(&packed).unwrap();
    }

    /// Counts the blocks that differ from another picture's.
    pub fn blocks_unlike(&self, other: &Self) -> usize {
        assert_eq!((self.width, self.height), (other.width, other.height));
        let (own, others) = (self.blocks(), other.blocks());
        let pairs = own.into_iter().zip(others);
        pairs
            .filter(|(one, two)| one.abs_diff(*two) > TOLERANCE)
            .count()
    }

    /// Shows where two pictures differ: the darker, the more.
    pub fn difference(&self, other: &Self) -> Self {
        let pairs = self.pixels.iter().zip(&other.pixels);
        Self {
            pixels: pairs.map(|(one, two)| 255 - one.abs_diff(*two)).collect(),
            ..self.clone()
        }
    }

    fn blocks(&self) -> Vec<u32> {
        let mut blocks = Vec::new();
        for top in (0..self.height).step_by(BLOCK) {
            for left in (0..self.width).step_by(BLOCK) {
                blocks.push(self.mean(left, top));
            }
        }
        blocks
    }

    fn mean(&self, left: usize, top: usize) -> u32 {
        let rows = top..(top + BLOCK).min(self.height);
        let columns = left..(left + BLOCK).min(self.width);
        let mut sum = 0;
        let mut count = 0;
        for row in rows {
            for column in columns.clone() {
                sum += u32::from(self.pixels[row * self.width + column]);
                count += 1;
            }
        }
        sum / count
    }
}

fn sixteenth(grey: u8) -> u8 {
    grey >> 4
}
