//! Who speaks in tasks, and when: the first person, and tenses that change from line to line.

use super::rule::CheckRule;
use super::text::{Text, TextLanguage, TextNote, TextUse};
use super::words::{Word, lines, words};
use std::ops::Range;

/// Words that may stand between `ho` and its participle.
const ADVERBS_IT: [&str; 9] = [
    "anche",
    "sempre",
    "spesso",
    "poi",
    "inoltre",
    "gia",
    "sia",
    "quindi",
    "successivamente",
];

/// Words of the first person that are nothing else. `carico`, `controllo`, `servo` and `guido` are
/// also things and names, and so are not here.
const VERBS_IT: [&str; 25] = [
    "lavoravo",
    "facevo",
    "gestivo",
    "seguivo",
    "preparavo",
    "pulivo",
    "servivo",
    "curavo",
    "aiutavo",
    "controllavo",
    "caricavo",
    "guidavo",
    "svolgevo",
    "usavo",
    "vendevo",
    "dovevo",
    "potevo",
    "avevo",
    "ero",
    "gestisco",
    "svolgo",
    "preparo",
    "pulisco",
    "collaboro",
    "assisto",
];

const ADVERBS_EN: [&str; 6] = ["also", "always", "often", "usually", "then", "successfully"];

/// Verbs whose past does not end in -ed.
const IRREGULAR_PAST: [&str; 18] = [
    "led", "ran", "wrote", "taught", "sold", "drove", "built", "made", "kept", "took", "gave",
    "did", "was", "were", "had", "held", "cut", "dealt",
];

const AFTER_I: [&str; 12] = [
    "am", "have", "do", "work", "can", "could", "cook", "clean", "help", "manage", "drive",
    "prepare",
];

/// Verbs with which English lines of tasks begin.
const VERBS_EN: [&str; 40] = [
    "manage",
    "lead",
    "work",
    "clean",
    "prepare",
    "serve",
    "help",
    "assist",
    "cook",
    "drive",
    "load",
    "unload",
    "operate",
    "check",
    "sell",
    "handle",
    "organise",
    "organize",
    "train",
    "support",
    "supervise",
    "maintain",
    "answer",
    "welcome",
    "coordinate",
    "deliver",
    "pack",
    "pick",
    "repair",
    "install",
    "write",
    "teach",
    "plan",
    "monitor",
    "process",
    "develop",
    "provide",
    "ensure",
    "create",
    "run",
];

pub(super) fn first_person(text: &Text<'_>) -> Option<TextNote> {
    if !text.is_tasks() {
        return None;
    }
    let found: Vec<Range<usize>> = (0..text.words.len())
        .filter_map(|at| {
            let rest = text.words.get(at..)?;
            match text.language {
                TextLanguage::Italian => first_person_italian(text, rest),
                TextLanguage::English => first_person_english(text, rest),
                TextLanguage::Other => None,
            }
        })
        .collect();
    text.note(CheckRule::FirstPerson, &found)
}

/// `ho lavorato`, `mi occupo`, `mi sono occupata`, `gestivo`, `io preparavo`.
fn first_person_italian(text: &Text<'_>, rest: &[Word]) -> Option<Range<usize>> {
    let (first, after) = rest.split_first()?;
    let whole = |last: &Word| first.range.start..last.range.end;
    // `IO`, `MI` and `HO` in capitals are an app, a province, a brand.
    if text.piece(&first.range).chars().all(char::is_uppercase) {
        return None;
    }
    match first.folded.as_str() {
        "ho" => {
            let mut after = after.iter();
            let participle = after.find(|word| !ADVERBS_IT.contains(&word.folded.as_str()))?;
            is_participle(&participle.folded).then(|| whole(participle))
        }
        "io" => after.first().map(whole),
        "mi" => {
            let next = after.first()?;
            ["occupo", "occupavo", "sono"]
                .contains(&next.folded.as_str())
                .then(|| whole(next))
        }
        "sono" => {
            let next = after.first()?;
            ["stato", "stata"]
                .contains(&next.folded.as_str())
                .then(|| whole(next))
        }
        verb if VERBS_IT.contains(&verb) && (!first.is_capitalised || first.begins_sentence) => {
            Some(first.range.clone())
        }
        _ => None,
    }
}

fn is_participle(word: &str) -> bool {
    let endings = [
        "ato", "uto", "ito", "tto", "rso", "iso", "eso", "sto", "sso", "nto", "rto", "uso", "lto",
    ];
    word.len() > 3 && endings.iter().any(|ending| word.ends_with(ending))
}

/// `I worked`, `I was`, `my`. `World War I museum` and `phase I` are not.
fn first_person_english(text: &Text<'_>, rest: &[Word]) -> Option<Range<usize>> {
    let (first, after) = rest.split_first()?;
    if first.folded == "my" && (!first.is_capitalised || first.begins_sentence) {
        return Some(first.range.clone());
    }
    let next = after.first()?;
    if text.piece(&first.range) != "I" || next.is_capitalised {
        return None;
    }
    let mut after = after.iter();
    let verb = after.find(|word| !ADVERBS_EN.contains(&word.folded.as_str()))?;
    let word = verb.folded.as_str();
    let contracted = text.raw.get(first.range.end..next.range.start);
    let is_verb = is_past(word)
        || AFTER_I.contains(&word)
        || contracted.is_some_and(|between| matches!(between, "'" | "’"));
    is_verb.then_some(first.range.start..verb.range.end)
}

fn is_past(word: &str) -> bool {
    IRREGULAR_PAST.contains(&word)
        || (word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed"))
}

/// Past and present at the head of the lines of a job that is over. Of one that goes on both are
/// right: what was achieved, and what is done every day.
pub(super) fn mixed_tenses(text: &Text<'_>) -> Option<TextNote> {
    let is_over = text.purpose == TextUse::Tasks { is_over: true };
    if !is_over || text.language != TextLanguage::English {
        return None;
    }
    let mut past = false;
    let mut present = Vec::new();
    for (range, line) in lines(text.raw) {
        let Some(first) = words(line).into_iter().next() else {
            continue;
        };
        if is_past(&first.folded) {
            past = true;
        } else if is_present(&first.folded) {
            present.push(range.start + first.range.start..range.start + first.range.end);
        }
    }
    let found = if past { present } else { Vec::new() };
    text.note(CheckRule::MixedTenses, &found)
}

fn is_present(word: &str) -> bool {
    let singular = word.strip_suffix("es").unwrap_or(word);
    let without_s = word.strip_suffix('s').unwrap_or(word);
    [word, singular, without_s]
        .iter()
        .any(|form| VERBS_EN.contains(form))
}
