//! The tokens of a source file, with the lines they stand on.
//! What tokens mean is up to each rule.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use super::Finding;
use super::files::TextFile;

/// Reads a file as Rust tokens; comments are gone, strings are one token each.
pub fn read(file: &TextFile) -> Result<TokenStream, Finding> {
    file.text.parse().map_err(|error: proc_macro2::LexError| {
        let line = error.span().start().line.max(1);
        Finding::new(&file.path, line, "is no Rust; see what the compiler says")
    })
}

/// The line of a token, from 1.
pub fn line(token: &TokenTree) -> usize {
    token.span().start().line
}

/// Calls `visit` with each sequence of tokens: the file's own, and that of each group within.
pub fn each_sequence(tokens: TokenStream, visit: &mut impl FnMut(&[TokenTree])) {
    let sequence: Vec<TokenTree> = tokens.into_iter().collect();
    visit(&sequence);
    for token in sequence {
        if let TokenTree::Group(group) = token {
            each_sequence(group.stream(), visit);
        }
    }
}

/// The tokens within a group of braces, if the token is one.
pub fn in_braces(token: &TokenTree) -> Option<Vec<TokenTree>> {
    match token {
        TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
            Some(group.stream().into_iter().collect())
        }
        _ => None,
    }
}

/// Whether a token is this punctuation character.
pub fn is_punctuation(token: Option<&TokenTree>, character: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punctuation)) if punctuation.as_char() == character)
}

/// The text of a string literal, with its escapes as written.
pub fn string_text(token: &TokenTree) -> Option<String> {
    let TokenTree::Literal(literal) = token else {
        return None;
    };
    let written = literal.to_string();
    let start = written.find('"')?;
    let is_string = written
        .get(..start)?
        .chars()
        .all(|character| matches!(character, 'r' | '#'));
    let end = written.rfind('"')?;
    is_string.then(|| written.get(start + 1..end).unwrap_or_default().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(source: &str) -> TokenTree {
        let tokens: TokenStream = source.parse().unwrap();
        tokens.into_iter().next().unwrap()
    }

    #[test]
    fn strings_are_told_from_bytes_and_numbers() {
        assert_eq!(string_text(&first("\"ciao\"")).unwrap(), "ciao");
        assert_eq!(string_text(&first("r#\"ciao\"#")).unwrap(), "ciao");
        assert!(string_text(&first("b\"ciao\"")).is_none());
        assert!(string_text(&first("7")).is_none());
    }

    #[test]
    fn an_unreadable_file_is_a_finding() {
        let file = TextFile {
            path: "a.rs".to_owned(),
            text: "//! x\nfn main() {\n".to_owned(),
        };
        assert!(read(&file).is_err());
    }
}
