//! Which line of a letter belongs to which part. What the source itself says of a line counts; else the greeting, the
//! leave and the words before a subject say where the parts begin.

use super::line::Line;
use super::vocabulary::{
    begins_addressee, enclosures, ends_with_leave, is_leave, is_next_step, salutation, subject,
};
use super::when::place_and_date;
use crate::letter::part::Part;

/// A line of more words is running text.
const LONGEST_HEAD_LINE: usize = 14;

/// The most words of a name.
const LONGEST_NAME: usize = 6;

/// Finds the part of each line of a letter; none for a line that belongs nowhere. `is_in_blocks` tells whether an empty line stands
/// between paragraphs, as in texts, rather than every line being a paragraph.
pub(super) fn arrange(lines: &[Line], is_in_blocks: bool) -> Vec<Option<Part>> {
    if lines.iter().any(|line| line.part.is_some()) {
        return as_told(lines);
    }
    let mut letter = Letter {
        lines,
        is_in_blocks,
        parts: vec![None; lines.len()],
    };
    let body = letter.find_head();
    let end = letter.find_foot(body);
    letter.name_body(body, end);
    letter.parts
}

/// A paragraph without a style was added behind another, and belongs to it.
fn as_told(lines: &[Line]) -> Vec<Option<Part>> {
    let mut last = None;
    lines
        .iter()
        .map(|line| {
            last = line.part.or(last);
            last
        })
        .collect()
}

struct Letter<'a> {
    lines: &'a [Line],
    is_in_blocks: bool,
    parts: Vec<Option<Part>>,
}

impl Letter<'_> {
    /// Names what stands before the running text, and returns where that begins.
    fn find_head(&mut self) -> usize {
        let first_long =
            self.first(|line| line.text.split_whitespace().count() > LONGEST_HEAD_LINE);
        let limit = first_long.unwrap_or(self.lines.len());
        let greeting = self.salutation_before(limit);
        let subject_at = self
            .first(|line| subject(&line.text).is_some())
            .filter(|at| *at <= limit);
        let mut body = match (greeting, subject_at) {
            (Some(greeting), _) => greeting + 1,
            (None, Some(subject)) => subject + 1,
            (None, None) => first_long.unwrap_or(0),
        };
        let head = greeting.unwrap_or(body);
        self.name_head(head);
        self.set(greeting, Part::Salutation);
        self.set(subject_at, Part::Subject);
        // In English the subject stands under the greeting.
        if subject_at == Some(body) {
            body += 1;
        }
        body
    }

    /// The last greeting before the running text: in the address the same words may stand. Without a comma it
    /// is one only right before a paragraph.
    fn salutation_before(&self, limit: usize) -> Option<usize> {
        let before = self.lines.get(..(limit + 1).min(self.lines.len()))?;
        let sure = |line: &Line| salutation(&line.text) == Some(true);
        before.iter().rposition(sure).or_else(|| {
            let last = limit.checked_sub(1)?;
            let line = self.lines.get(last)?;
            let is_followed = self.lines.get(limit).is_some();
            (is_followed && salutation(&line.text).is_some()).then_some(last)
        })
    }

    /// Sender, date and addressee.
    fn name_head(&mut self, head: usize) {
        let is_date = |at: &usize| place_and_date(&self.lines[*at].text).is_some();
        let date = (0..head).find(is_date);
        self.set(date, Part::PlaceAndDate);
        let others: Vec<usize> = (0..head)
            .filter(|at| Some(*at) != date && subject(&self.lines[*at].text).is_none())
            .collect();
        let begins = |at: &&usize| begins_addressee(&self.lines[**at].text);
        let first = others.iter().find(begins).copied();
        let first = first.or_else(|| self.second_block(&others, date));
        for at in others {
            let is_addressee = first.is_some_and(|first| at >= first);
            self.parts[at] = Some(if is_addressee {
                Part::Addressee
            } else {
                Part::Sender
            });
        }
    }

    /// Where the last block of the head begins, if there are two; the only one says who writes if it says how to
    /// reach them, else to whom.
    fn second_block(&self, head: &[usize], date: Option<usize>) -> Option<usize> {
        let begins = |at: &&usize| {
            let is_after_date = at.checked_sub(1).is_some_and(|before| Some(before) == date);
            self.lines[**at].after_gap || is_after_date
        };
        let (first, rest) = head.split_first()?;
        rest.iter().rev().find(begins).copied().or_else(|| {
            let reaches = |at: &usize| {
                let text = &self.lines[*at].text;
                text.contains('@') || text.chars().filter(char::is_ascii_digit).count() >= 8
            };
            let is_sender = head.iter().any(reaches);
            (!is_sender).then_some(*first)
        })
    }

    /// Names what stands behind the running text, and returns where that ends.
    fn find_foot(&mut self, body: usize) -> usize {
        let count = self.lines.len();
        let listed = (body..count).rfind(|at| enclosures(&self.lines[*at].text).is_some());
        let end = listed.unwrap_or(count);
        for at in end..count {
            self.parts[at] = Some(Part::Enclosures);
        }
        let leave = (body..end).rfind(|at| is_leave(&self.lines[*at].text));
        let leave =
            leave.or_else(|| (body..end).rfind(|at| ends_with_leave(&self.lines[*at].text)));
        let closed = match leave {
            Some(leave) => {
                self.name_closing(body, leave);
                leave + 1
            }
            None => (body..end)
                .rfind(|at| !self.is_name(*at))
                .map_or(body, |last| last + 1),
        };
        self.name_foot(closed, end);
        (body..closed)
            .find(|at| self.parts[*at] == Some(Part::Closing))
            .unwrap_or(closed)
    }

    /// The name stands first behind the leave; also a date may stand there.
    fn name_foot(&mut self, from: usize, to: usize) {
        let mut is_signed = false;
        for at in from..to {
            let text = &self.lines[at].text;
            let part = if place_and_date(text).is_some()
                && !self.parts.contains(&Some(Part::PlaceAndDate))
            {
                Some(Part::PlaceAndDate)
            } else if !is_signed && self.is_name(at) {
                is_signed = true;
                Some(Part::Signature)
            } else {
                None
            };
            self.parts[at] = part;
        }
    }

    fn is_name(&self, at: usize) -> bool {
        let text = &self.lines[at].text;
        let has_end =
            text.ends_with(['.', '!', '?', ':', ',']) && text.split_whitespace().count() > 2;
        text.split_whitespace().count() <= LONGEST_NAME
            && !has_end
            && !text.contains(|mark: char| mark.is_ascii_digit() || mark == '@')
    }

    /// The leave, and before it what says how it goes on, as long as something is left to open the letter with.
    fn name_closing(&mut self, body: usize, leave: usize) {
        let mut first = leave;
        let is_alone = is_leave(&self.lines[leave].text);
        while first > body + 1 && self.belongs_to_closing(first, is_alone) {
            first -= 1;
        }
        for at in first..=leave {
            self.parts[at] = Some(Part::Closing);
        }
    }

    /// Whether the line before the closing belongs to it too.
    fn belongs_to_closing(&self, first: usize, is_alone: bool) -> bool {
        let before = &self.lines[first - 1].text;
        let in_block = self.is_in_blocks && !self.lines[first].after_gap;
        in_block || is_leave(before) || (is_alone && is_next_step(before))
    }

    /// The first paragraph opens the letter, the last says why this company, what is between them what the person brings.
    fn name_body(&mut self, from: usize, to: usize) {
        let begins = |at: &usize| !self.is_in_blocks || *at == from || self.lines[*at].after_gap;
        let starts: Vec<usize> = (from..to).filter(begins).collect();
        let last = starts.len().saturating_sub(1);
        for at in from..to {
            let paragraph = starts.iter().rposition(|start| *start <= at).unwrap_or(0);
            self.parts[at] = Some(match paragraph {
                0 => Part::Opening,
                number if number == last && last > 1 => Part::WhyYou,
                _ => Part::WhyMe,
            });
        }
    }

    fn first(&self, fits: impl Fn(&Line) -> bool) -> Option<usize> {
        self.lines.iter().position(fits)
    }

    fn set(&mut self, at: Option<usize>, part: Part) {
        if let Some(slot) = at.and_then(|at| self.parts.get_mut(at)) {
            *slot = Some(part);
        }
    }
}
