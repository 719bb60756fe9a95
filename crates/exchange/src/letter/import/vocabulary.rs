//! The words by which the parts of a letter are recognised, in Italian and English. All are compared in small
//! letters, with straight apostrophes.

use approdo_domain::letter::WordForm;

/// How letters greet who reads them.
const SALUTATIONS: [&str; 23] = [
    "gentil",
    "gent.",
    "gent.mo",
    "gent.ma",
    "egregi",
    "egr.",
    "spett",
    "buongiorno",
    "buon giorno",
    "buonasera",
    "buona sera",
    "buon pomeriggio",
    "salve",
    "ciao",
    "caro ",
    "cara ",
    "cari ",
    "dear ",
    "hello",
    "good morning",
    "good afternoon",
    "good evening",
    "to whom it may concern",
];

/// Greetings that are others only with a comma behind them.
const SALUTATIONS_WITH_COMMA: [&str; 5] = [
    "a chi ",
    "alla cortese attenzione",
    "all'attenzione",
    "illustrissim",
    "hi",
];

/// How letters take their leave.
const LEAVES: [&str; 27] = [
    "cordiali saluti",
    "distinti saluti",
    "cordialmente",
    "migliori saluti",
    "cordiale saluto",
    "la saluto",
    "vi saluto",
    "in fede",
    "con osservanza",
    "buon lavoro",
    "buona giornata",
    "un saluto",
    "saluti",
    "a presto",
    "grazie",
    "kind regards",
    "best regards",
    "warm regards",
    "regards",
    "yours sincerely",
    "yours faithfully",
    "sincerely",
    "yours truly",
    "best wishes",
    "many thanks",
    "thank you and",
    "with thanks",
];

/// How the last sentences before the leave begin.
const NEXT_STEPS: [&str; 30] = [
    "resto ",
    "rimango ",
    "sono disponibile",
    "sono a disposizione",
    "sono a sua disposizione",
    "sono a vostra disposizione",
    "mi rendo disponibile",
    "in attesa",
    "ringrazi",
    "la ringrazio",
    "vi ringrazio",
    "spero ",
    "sarei ",
    "sarò ",
    "mi farebbe piacere",
    "nel ringraziar",
    "auspic",
    "confid",
    "autorizzo",
    "porgo",
    "i look forward",
    "thank you",
    "i would be glad",
    "i would be happy",
    "i would welcome",
    "i would appreciate",
    "i am available",
    "please ",
    "if you",
    "should you",
];

/// What stands before the subject.
const SUBJECTS: [&str; 6] = ["oggetto", "ogg.", "ogg:", "subject", "re:", "object:"];

/// What stands before or over what goes with a letter.
const ENCLOSURES: [&str; 11] = [
    "allegati",
    "allegato",
    "all.:",
    "all:",
    "all.",
    "enclosures",
    "enclosure",
    "enclosed",
    "encl",
    "enc",
    "attachments",
];

/// Begin the lines of who is addressed.
const ADDRESSEES: [&str; 27] = [
    "spett",
    "alla c.a",
    "alla cortese",
    "c.a.",
    "c. a.",
    "all'att",
    "att.",
    "att:",
    "attn",
    "egr",
    "gent",
    "alla ",
    "al ",
    "ai ",
    "all'",
    "allo ",
    "to:",
    "to the",
    "ufficio",
    "direzione",
    "hr ",
    "human resources",
    "hiring",
    "risorse umane",
    "destinatario",
    "responsabile",
    "dear ",
];

/// Name a function or an office.
const FUNCTIONS: [&str; 14] = [
    "ufficio",
    "direzione",
    "risorse umane",
    "responsabile",
    "personale",
    "selezione",
    "direttore",
    "direttrice",
    "manager",
    "department",
    "human resources",
    "recruit",
    "hiring",
    "titolare",
];

/// Begin a street.
const STREETS: [&str; 24] = [
    "via ",
    "v. ",
    "viale ",
    "v.le ",
    "piazza ",
    "p.zza ",
    "p.za ",
    "piazzale ",
    "p.le ",
    "corso ",
    "c.so ",
    "largo ",
    "vicolo ",
    "strada ",
    "str. ",
    "località ",
    "loc. ",
    "frazione ",
    "fraz. ",
    "contrada ",
    "c.da ",
    "borgo ",
    "lungo",
    "po box",
];

/// End a street in English.
const STREET_WORDS: [&str; 7] = [
    " street", " road", " lane", " avenue", " square", " st.", " drive",
];

/// Stand before a name, each with the form of who is addressed.
const TITLES: [(&str, WordForm); 14] = [
    ("sig.ra ", WordForm::Feminine),
    ("sig.na ", WordForm::Feminine),
    ("sig. ", WordForm::Masculine),
    ("sig.", WordForm::Masculine),
    ("signora ", WordForm::Feminine),
    ("signor ", WordForm::Masculine),
    ("mrs. ", WordForm::Feminine),
    ("mrs ", WordForm::Feminine),
    ("ms. ", WordForm::Feminine),
    ("ms ", WordForm::Feminine),
    ("miss ", WordForm::Feminine),
    ("mr. ", WordForm::Masculine),
    ("mr ", WordForm::Masculine),
    ("madam ", WordForm::Feminine),
];

/// The most words of a greeting or of a leave that stands alone.
const MOST_WORDS: usize = 10;

fn plain(line: &str) -> String {
    line.trim().to_lowercase().replace('’', "'")
}

fn words(line: &str) -> usize {
    line.split_whitespace().count()
}

fn begins(line: &str, words: &[&str]) -> bool {
    let line = plain(line);
    words.iter().any(|word| line.starts_with(word))
}

/// Tells whether a line may greet the reader, and whether it surely does: with a comma behind it.
pub(super) fn salutation(line: &str) -> Option<bool> {
    let is_sure = line.ends_with([',', '!']) && words(line) <= MOST_WORDS;
    if begins(line, &SALUTATIONS) && words(line) <= MOST_WORDS {
        return Some(is_sure || line.ends_with(':'));
    }
    (is_sure && begins(line, &SALUTATIONS_WITH_COMMA)).then_some(true)
}

/// Tells whether a line is nothing but a leave.
pub(super) fn is_leave(line: &str) -> bool {
    let line = plain(line);
    words(&line) <= MOST_WORDS && LEAVES.iter().any(|leave| line.contains(leave))
}

/// Tells whether a paragraph ends with a leave, such as `… e porgo distinti saluti.`
pub(super) fn ends_with_leave(line: &str) -> bool {
    let line = plain(line);
    let line = line.trim_end_matches(['.', ',', '!']);
    LEAVES.iter().take(8).any(|leave| line.ends_with(leave))
}

/// Tells whether a paragraph says what is to happen next.
pub(super) fn is_next_step(line: &str) -> bool {
    begins(line, &NEXT_STEPS)
}

/// Returns the subject, if the line says that it is one.
pub(super) fn subject(line: &str) -> Option<&str> {
    let line = line.trim();
    let small = plain(line);
    let marker = SUBJECTS
        .into_iter()
        .find(|marker| small.starts_with(marker))?;
    let rest = line.get(marker.len()..)?;
    let is_word = !rest.starts_with(|mark: char| mark.is_alphanumeric());
    let subject = rest.trim_start_matches([':', '.', '-', '–', ' ']).trim();
    (is_word && !subject.is_empty()).then_some(subject)
}

/// Returns what stands on the line behind the word for enclosures, if the line begins with it.
pub(super) fn enclosures(line: &str) -> Option<&str> {
    let line = line.trim();
    let small = plain(line);
    let marker = ENCLOSURES
        .into_iter()
        .find(|marker| small.starts_with(marker))?;
    let rest = line.get(marker.len()..)?;
    // "n. 2" tells how many there are.
    let is_alone = rest.trim().is_empty();
    let is_title = rest.trim_start().starts_with([':', '.']);
    (is_alone || is_title).then(|| rest.trim_start_matches([':', '.', ' ']).trim())
}

/// Tells whether a line may begin the block of who is addressed.
pub(super) fn begins_addressee(line: &str) -> bool {
    words(line) <= MOST_WORDS && begins(line, &ADDRESSEES)
}

/// Tells whether a line names a function or an office.
pub(super) fn is_function(line: &str) -> bool {
    let line = plain(line);
    FUNCTIONS.iter().any(|word| line.contains(word)) || line == "hr" || line.starts_with("hr ")
}

/// Tells whether a line is a street with its number.
pub(super) fn is_street(line: &str) -> bool {
    let small = plain(line);
    let is_english = STREET_WORDS.iter().any(|word| small.contains(word));
    begins(line, &STREETS) || (is_english && small.starts_with(|mark: char| mark.is_ascii_digit()))
}

/// Takes away what stands before a name: first one of `markers`, then a title, which says how the person is addressed.
pub(super) fn without(line: &str, markers: &[&str]) -> (String, Option<WordForm>) {
    let rest = without_markers(line, markers);
    let small = plain(rest);
    let title = TITLES
        .into_iter()
        .find(|(title, _)| small.starts_with(title));
    match title.and_then(|(title, form)| Some((rest.get(title.len()..)?, form))) {
        Some((name, form)) => (name.trim().to_owned(), Some(form)),
        None => (rest.trim().to_owned(), None),
    }
}

/// Takes away what stands before a name: all of `markers`, and the signs behind them.
pub(super) fn without_markers<'a>(line: &'a str, markers: &[&str]) -> &'a str {
    let mut rest = line.trim();
    while let Some(cut) = cut(rest, markers) {
        rest = cut.trim_start_matches([':', '.', ' ']);
    }
    rest
}

fn cut<'a>(line: &'a str, markers: &[&str]) -> Option<&'a str> {
    let small = plain(line);
    let marker = markers.iter().find(|marker| small.starts_with(**marker))?;
    // An apostrophe that is not straight is longer.
    let length: usize = line
        .chars()
        .take(marker.chars().count())
        .map(char::len_utf8)
        .sum();
    line.get(length..)
}

/// Tells whether a text is written in English rather than in Italian: by the small words that each uses most.
pub(super) fn is_english(text: &str) -> bool {
    let count = |known: [&str; 8]| {
        let words = text.split(|mark: char| !mark.is_alphanumeric());
        words
            .filter(|word| known.contains(&word.to_lowercase().as_str()))
            .count()
    };
    count(["the", "and", "to", "of", "for", "my", "with", "am"])
        > count(["il", "di", "che", "per", "la", "e", "in", "un"])
}
