//! The messages of a language as the client loads them: any list gives words for every key, and what
//! a person wrote stands in a message as it is, however much it looks like a part of it.

use self::messages::{Message, Messages, fill};
use serde_json::Value;

/// The client's own file.
#[path = "../../../app/src/i18n/messages.rs"]
mod messages;

/// Stands for the client's keys: a number in the list of messages.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Key {
    First,
    Second,
    Beyond = 1_000,
}

/// Stands in a message for what a person wrote; no message has it by chance.
const MARK: &str = "\u{e000}approdo\u{e001}";

pub(crate) fn check(bytes: &[u8]) {
    let Ok(Value::Array(list)) = serde_json::from_slice(bytes) else {
        return check_filling("Ciao {name}, {count}", &String::from_utf8_lossy(bytes));
    };
    let all: Vec<Message> = list.iter().map(message).collect();
    let messages = Messages::new(all.clone());
    check_in_two(&all, &messages);
    check_of_cv(all, &messages);
    assert!(list.len() > 1_000 || messages.text(Key::Beyond).is_empty());
    for key in [Key::First, Key::Second, Key::Beyond] {
        let text = messages.text(key);
        for category in ["one", "other"] {
            check_filling(messages.plural(key, category), text);
        }
        check_filling(text, "{count} {name} {");
    }
}

/// Messages that come in two parts, as on demand, are the same in the end.
fn check_in_two(all: &[Message], messages: &Messages) {
    let (first, later) = all.split_at(all.len() / 2);
    let mut in_two = Messages::new(first.to_vec());
    in_two.add_later(first.len(), later.to_vec());
    assert_eq!(&in_two, messages);
    assert_eq!(in_two.has_later(first.len()), !later.is_empty());
    assert_eq!(in_two.is_empty(), all.is_empty());
}

/// Messages that stand behind others which are not there are the same, further on.
fn check_of_cv(all: Vec<Message>, messages: &Messages) {
    let of_cv = Messages::of_cv(1, all);
    assert_eq!(of_cv.text(Key::First), "");
    assert_eq!(of_cv.text(Key::Second), messages.text(Key::First));
}

/// Reads one message as the client does.
fn message(value: &Value) -> Message {
    match value {
        Value::String(text) => Message::Text(text.clone()),
        Value::Object(forms) => {
            let forms = forms
                .iter()
                .filter_map(|(category, text)| Some((category.clone(), text.as_str()?.to_owned())));
            Message::Plural(forms.collect())
        }
        _ => Message::Text(String::new()),
    }
}

fn check_filling(text: &str, written: &str) {
    if text.contains(MARK) {
        return;
    }
    let filled = fill(text, &[("name", written), ("count", "3")]);
    let marked = fill(text, &[("name", MARK), ("count", "3")]);
    assert_eq!(filled, marked.replace(MARK, written));
    assert_eq!(marked.matches(MARK).count(), text.matches("{name}").count());
    assert_eq!(fill(text, &[]), text);
}
