//! From the HTML inside other formats to lines of text: paragraphs, points and breaks become lines,
//! all other markup goes, scripts with their content.

/// Entities of HTML that editors write; others stay as they are.
const ENTITIES: [(&str, &str); 16] = [
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "'"),
    ("nbsp", " "),
    ("agrave", "à"),
    ("egrave", "è"),
    ("eacute", "é"),
    ("igrave", "ì"),
    ("ograve", "ò"),
    ("ugrave", "ù"),
    ("euro", "€"),
    ("rsquo", "’"),
    ("ndash", "–"),
    ("bull", "•"),
];

/// Longest name of an entity, in bytes.
const LONGEST_ENTITY: usize = 10;

/// Longest tag, in bytes; what is longer is text.
const LONGEST_TAG: usize = 4_096;

/// Returns the text of a piece of HTML; text without markup comes back as it is.
pub(crate) fn text_of_html(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some(start) = rest.find(['<', '&']) {
        let (before, from) = rest.split_at(start);
        text.push_str(before);
        rest = if from.starts_with('<') {
            tag(from, &mut text)
        } else {
            entity(from, &mut text)
        };
    }
    text.push_str(rest);
    let lines = text
        .lines()
        .map(|line| line.trim_matches([' ', '\t', '\u{a0}']));
    let lines: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

/// Takes a tag off; what only looks like one is text.
fn tag<'a>(from: &'a str, text: &mut String) -> &'a str {
    let inner = from.get(1..).unwrap_or_default();
    let is_tag =
        inner.starts_with(|first: char| first.is_ascii_alphabetic() || "/!?".contains(first));
    let end = inner
        .bytes()
        .take(LONGEST_TAG)
        .position(|byte| byte == b'>');
    let (true, Some(end)) = (is_tag, end) else {
        text.push('<');
        return inner;
    };
    let name = inner.get(..end).unwrap_or_default().trim_start_matches('/');
    let name = name
        .split(|letter: char| !letter.is_ascii_alphanumeric())
        .next();
    let name = name.unwrap_or_default().to_ascii_lowercase();
    let after = inner.get(end + 1..).unwrap_or_default();
    match name.as_str() {
        "p" | "br" | "li" | "ul" | "ol" | "div" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6"
        | "tr" | "blockquote" => text.push('\n'),
        "script" | "style" if !inner.starts_with('/') => {
            let closing = format!("</{name}");
            let mut places = after.as_bytes().windows(closing.len());
            let end = places.position(|place| place.eq_ignore_ascii_case(closing.as_bytes()));
            return end.and_then(|end| after.get(end..)).unwrap_or_default();
        }
        _ => {}
    }
    after
}

fn entity<'a>(from: &'a str, text: &mut String) -> &'a str {
    let inner = from.get(1..).unwrap_or_default();
    let end = inner
        .bytes()
        .take(LONGEST_ENTITY)
        .position(|byte| byte == b';');
    let name = end.and_then(|end| inner.get(..end)).unwrap_or_default();
    let known = ENTITIES.iter().find(|(other, _)| *other == name);
    let character = known
        .map(|(_, text)| (*text).to_owned())
        .or_else(|| numbered(name));
    match (character, end) {
        (Some(character), Some(end)) => {
            text.push_str(&character);
            inner.get(end + 1..).unwrap_or_default()
        }
        _ => {
            text.push('&');
            inner
        }
    }
}

fn numbered(name: &str) -> Option<String> {
    let number = name.strip_prefix('#')?;
    let code = match number.strip_prefix(['x', 'X']) {
        Some(number) => u32::from_str_radix(number, 16).ok()?,
        None => number.parse().ok()?,
    };
    char::from_u32(code).map(String::from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    #[rstest]
    #[case::plain("Carico e scarico", "Carico e scarico")]
    #[case::list(
        "<ul><li>Uno</li><li><p>Due <strong>e</strong> tre</p></li></ul>",
        "Uno\nDue e tre"
    )]
    #[case::entities(
        "<p>Citt&agrave; &amp; cos&#236; &pippo; &</p>",
        "Città & così &pippo; &"
    )]
    #[case::script("a<script>alert('<b>')</script>b<STYLE>x{}</style>c", "abc")]
    #[case::not_a_tag("3 < 4 e <5", "3 < 4 e <5")]
    #[case::open("<p>fine <b", "fine <b")]
    fn lines_stay_and_markup_goes(#[case] html: &str, #[case] text: &str) {
        assert_eq!(text_of_html(html), text);
    }

    proptest! {
        #[test]
        fn any_text_is_read(html in "[<>&;/a-z#0-9 \n!è]{0,60}") {
            let _ = text_of_html(&html);
        }
    }
}
