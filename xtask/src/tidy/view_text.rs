//! Rule: what people read comes from the translations, so `view!` holds no words of its own.
//! Reads the markup by its tokens, roughly: strings passed to functions and class names are not judged.

use proc_macro2::{TokenStream, TokenTree};

use super::Finding;
use super::files::TextFile;
use super::tokens::{each_sequence, in_braces, is_punctuation, line, string_text};

/// Attributes and properties whose values people read or hear.
const ATTRIBUTES_FOR_PEOPLE: [&str; 11] = [
    "placeholder",
    "title",
    "aria-label",
    "aria-description",
    "aria-roledescription",
    "aria-valuetext",
    "alt",
    "label",
    "hint",
    "heading",
    "message",
];

/// Words that are the same in all languages.
const PROPER_NAMES: [&str; 1] = ["Approdo"];

/// Finds words for people in the `view!` macros of the client.
pub fn check(file: &TextFile, tokens: TokenStream) -> Vec<Finding> {
    let mut findings = Vec::new();
    if !file.path.starts_with("app/src/") || file.path.starts_with("app/src/platform/") {
        return findings;
    }
    let mut report = |token: &TokenTree| {
        let shown: String = token.to_string().chars().take(40).collect();
        let message = format!(
            "{shown} is a text for people outside the translations; add a key to app/translations/*.json"
        );
        findings.push(Finding::new(&file.path, line(token), message));
    };
    each_sequence(tokens, &mut |sequence| {
        for window in sequence.windows(3) {
            if let [TokenTree::Ident(name), bang, TokenTree::Group(markup)] = window
                && name == "view"
                && is_punctuation(Some(bang), '!')
            {
                let inside: Vec<TokenTree> = markup.stream().into_iter().collect();
                check_markup(&inside, &mut report);
            }
        }
    });
    findings
}

/// Walks over the tags and texts of one `view!`.
fn check_markup(tokens: &[TokenTree], report: &mut impl FnMut(&TokenTree)) {
    let mut open_angles = 0_usize;
    let mut in_bare_text = false;
    for (index, token) in tokens.iter().enumerate() {
        let before = index
            .checked_sub(1)
            .and_then(|previous| tokens.get(previous));
        if is_punctuation(Some(token), '<') {
            open_angles += 1;
            in_bare_text = false;
        } else if is_punctuation(Some(token), '>') {
            // The arrows `=>` and `->` end no tag.
            if !is_punctuation(before, '=') && !is_punctuation(before, '-') {
                open_angles = open_angles.saturating_sub(1);
            }
        } else if open_angles > 0 {
            if is_punctuation(before, '=') && is_for_people(tokens, index) {
                check_value(token, report);
            }
        } else {
            let is_first_word = !in_bare_text;
            in_bare_text = check_child(token, is_first_word, report);
        }
    }
}

/// Judges what stands between tags; tells whether it was a bare word.
fn check_child(
    token: &TokenTree,
    is_first_word: bool,
    report: &mut impl FnMut(&TokenTree),
) -> bool {
    match token {
        TokenTree::Ident(_) => {
            if is_first_word && !is_proper_name(&token.to_string()) {
                report(token);
            }
            true
        }
        TokenTree::Group(_) => {
            if let Some(inside) = in_braces(token) {
                check_expression(&inside, report);
            }
            false
        }
        TokenTree::Literal(_) => {
            check_value(token, report);
            false
        }
        TokenTree::Punct(_) => !is_first_word,
    }
}

/// Judges a value: a string, or a block that ends in one.
fn check_value(token: &TokenTree, report: &mut impl FnMut(&TokenTree)) {
    if let Some(inside) = in_braces(token) {
        check_expression(&inside, report);
    } else if string_text(token).is_some_and(|text| has_words(&text)) {
        report(token);
    }
}

/// Judges the strings that an expression may have as its value: at its end, in its branches, in `format!`.
fn check_expression(tokens: &[TokenTree], report: &mut impl FnMut(&TokenTree)) {
    for (index, token) in tokens.iter().enumerate() {
        let before = index
            .checked_sub(1)
            .and_then(|previous| tokens.get(previous));
        let is_macro = is_punctuation(before, '!');
        if let Some(inside) = in_braces(token) {
            if !is_macro {
                check_expression(&inside, report);
            }
        } else if let TokenTree::Group(group) = token {
            let is_format = is_macro
                && index
                    .checked_sub(2)
                    .and_then(|name| tokens.get(name))
                    .is_some_and(|name| name.to_string() == "format");
            if is_format {
                let pattern = group.stream().into_iter().next();
                if let Some(pattern) = pattern.filter(format_has_words) {
                    report(&pattern);
                }
            }
        } else if is_value(tokens, index) {
            check_value(token, report);
        }
    }
}

/// Whether a token stands where the value of a block or branch stands.
fn is_value(tokens: &[TokenTree], index: usize) -> bool {
    let at = |back: usize| index.checked_sub(back).and_then(|place| tokens.get(place));
    let begins = match at(1) {
        None => true,
        Some(before) => {
            is_punctuation(Some(before), ';')
                || is_punctuation(Some(before), '|')
                || (is_punctuation(Some(before), '>') && is_punctuation(at(2), '='))
        }
    };
    // A pattern of `match` is compared, not shown.
    let is_pattern =
        is_punctuation(tokens.get(index + 1), '=') || is_punctuation(tokens.get(index + 1), '|');
    begins && !is_pattern
}

/// Whether the value at `index` belongs to an attribute that people read.
fn is_for_people(tokens: &[TokenTree], index: usize) -> bool {
    let mut name = String::new();
    let mut place = index.saturating_sub(1);
    while let Some(token) = place.checked_sub(1).and_then(|before| tokens.get(before)) {
        let belongs = match token {
            // Two words without a hyphen between them are a tag and its attribute.
            TokenTree::Ident(_) => name.is_empty() || name.starts_with('-'),
            TokenTree::Punct(punctuation) => punctuation.as_char() == '-',
            _ => false,
        };
        if !belongs {
            break;
        }
        name.insert_str(0, &token.to_string());
        place -= 1;
    }
    ATTRIBUTES_FOR_PEOPLE.contains(&name.as_str())
}

fn format_has_words(pattern: &TokenTree) -> bool {
    let Some(text) = string_text(pattern) else {
        return false;
    };
    let mut outside_braces = String::new();
    let mut depth = 0_usize;
    for character in text.chars() {
        match character {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ if depth == 0 => outside_braces.push(character),
            _ => {}
        }
    }
    has_words(&outside_braces)
}

/// Whether a text holds a letter outside of escapes and proper names.
fn has_words(text: &str) -> bool {
    let without_escapes = text.replace("\\n", "").replace("\\t", "");
    !is_proper_name(without_escapes.trim()) && without_escapes.chars().any(char::is_alphabetic)
}

fn is_proper_name(text: &str) -> bool {
    PROPER_NAMES.contains(&text)
}

#[cfg(test)]
#[path = "view_text_tests.rs"]
mod tests;
