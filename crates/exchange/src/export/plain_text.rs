//! A CV as plain text, to be pasted into the forms of web sites: headings and order as in print.

use crate::export::Labels;
use crate::export::outline::{Block, outline, with_label};
use approdo_domain::Cv;

/// Writes a CV as text, UTF-8, lines ending in LF.
pub fn plain_text(cv: &Cv, labels: &Labels) -> String {
    let outline = outline(cv, labels);
    let mut paragraphs = Vec::new();
    let mut head = vec![outline.name, outline.headline];
    head.extend(outline.contacts);
    head.retain(|line| !line.is_empty());
    paragraphs.push(head.join("\n"));
    for part in &outline.parts {
        let mut text = part.title.to_uppercase();
        for (number, block) in part.blocks.iter().enumerate() {
            let is_entry = matches!(block, Block::Entry { .. });
            text.push_str(if is_entry && number > 0 { "\n\n" } else { "\n" });
            text.push_str(&block_text(block));
        }
        paragraphs.push(text);
    }
    paragraphs.push(outline.privacy_sentence);
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    let text = format!("{}\n", paragraphs.join("\n\n"));
    text.chars()
        .filter(|character| *character == '\n' || !character.is_control())
        .collect()
}

fn block_text(block: &Block) -> String {
    match block {
        Block::Line(text) => text.clone(),
        Block::Item(text) => format!("- {text}"),
        Block::Entry {
            title,
            subtitle,
            period,
            lines,
        } => {
            let mut all = vec![with_label(period, title), subtitle.clone()];
            if title.is_empty() {
                all.insert(0, period.clone());
            }
            all.retain(|line| !line.is_empty());
            let several = lines.len() > 1;
            all.extend(lines.iter().map(|line| {
                if several {
                    format!("- {line}")
                } else {
                    line.clone()
                }
            }));
            all.join("\n")
        }
    }
}
