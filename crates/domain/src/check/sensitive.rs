//! Facts that need not be told to an employer, written in a text: employers may not ask for them
//! (D.Lgs. 276/2003, art. 10; L. 300/1970, art. 8). People who care for others write of illness and
//! children as their work: only what somebody says of themselves counts.

use super::phrases::{Phrase, find, is_number, phrase, unless_after, unless_before};
use super::rule::CheckRule;
use super::text::{Text, TextNote};
use crate::tax_code::{TaxCodeError, tax_code_error};
use std::ops::Range;

/// Words before which a number of children is somebody else's.
const OTHERS: &[&str] = &["per", "di", "dei", "con", "ai", "a", "for", "of", "with"];

const FAMILY: [Phrase; 17] = [
    phrase("sono sposato"),
    phrase("sono sposata"),
    phrase("sono coniugato"),
    phrase("sono coniugata"),
    phrase("sono divorziato"),
    phrase("sono divorziata"),
    phrase("sono vedovo"),
    phrase("sono vedova"),
    phrase("sono celibe"),
    phrase("sono nubile"),
    phrase("ho # figli"),
    phrase("ho un figlio"),
    phrase("ho una figlia"),
    phrase("i am married"),
    phrase("i m married"),
    phrase("i have # children"),
    phrase("i have # kids"),
];

/// Clear only where somebody presents themselves.
const FAMILY_IN_PROFILE: [Phrase; 20] = [
    unless_after(
        "stato civile",
        &["ufficio", "ufficiale", "di", "dello", "servizi", "allo"],
    ),
    phrase("marital status"),
    phrase("coniugato"),
    phrase("coniugata"),
    phrase("celibe"),
    phrase("nubile"),
    phrase("divorziato"),
    phrase("divorziata"),
    phrase("vedovo"),
    phrase("vedova"),
    unless_before("sposato", &["la", "il", "l", "questa", "i", "le"]),
    unless_before("sposata", &["la", "il", "l", "con"]),
    unless_after("figli a carico", OTHERS),
    unless_after("# figli", OTHERS),
    phrase("madre di #"),
    phrase("mamma di #"),
    phrase("padre di #"),
    phrase("papa di #"),
    phrase("mother of #"),
    phrase("father of #"),
];

const HEALTH: [Phrase; 19] = [
    phrase("sono invalido"),
    phrase("sono invalida"),
    phrase("invalido al #"),
    phrase("invalida al #"),
    phrase("sono disabile"),
    phrase("sono diabetic~"),
    phrase("sono incinta"),
    phrase("sono in gravidanza"),
    phrase("in dolce attesa"),
    phrase("soffro di"),
    phrase("ho avuto un infortunio"),
    phrase("ho avuto un tumore"),
    phrase("ho una malattia"),
    phrase("sana e robusta costituzione"),
    phrase("i am disabled"),
    phrase("i am pregnant"),
    phrase("i have a disability"),
    phrase("registered disabled"),
    phrase("i suffer from"),
];

const HEALTH_IN_PROFILE: [Phrase; 14] = [
    unless_after("invalido civile", &["un", "di", "a"]),
    unless_after("invalida civile", &["un", "di", "a"]),
    unless_after("invalidita civile", &["di", "per", "domande", "pratiche"]),
    phrase("invalidita del #"),
    phrase("invalidita al #"),
    phrase("percentuale di invalidita"),
    phrase("buono stato di salute"),
    phrase("ottimo stato di salute"),
    phrase("buone condizioni di salute"),
    phrase("ottime condizioni di salute"),
    phrase("in buona salute"),
    phrase("in ottima salute"),
    phrase("in good health"),
    phrase("in excellent health"),
];

/// Who teaches religion writes of their work.
const TEACHERS: &[&str] = &[
    "insegnante",
    "docente",
    "insegnamento",
    "ore",
    "maestra",
    "professore",
];

const BELIEF: [Phrase; 35] = [
    phrase("sono cattolic~"),
    phrase("sono musulman~"),
    phrase("sono ortodoss~"),
    phrase("sono evangelic~"),
    phrase("sono buddista"),
    phrase("sono induista"),
    phrase("sono testimone di geova"),
    unless_after("di religione cattolica", TEACHERS),
    phrase("di religione cristiana"),
    phrase("di religione musulmana"),
    phrase("di religione islamica"),
    phrase("di religione ortodossa"),
    phrase("di religione ebraica"),
    phrase("di religione sikh"),
    phrase("di fede cattolica"),
    phrase("di fede cristiana"),
    phrase("di fede musulmana"),
    phrase("di fede islamica"),
    phrase("iscritt~ al sindacato"),
    phrase("iscritt~ alla cgil"),
    phrase("iscritt~ alla cisl"),
    phrase("iscritt~ alla uil"),
    phrase("tesserat~ cgil"),
    phrase("tesserat~ cisl"),
    phrase("tesserat~ uil"),
    phrase("tessera sindacale"),
    phrase("sono gay"),
    phrase("sono lesbica"),
    phrase("sono omosessuale"),
    phrase("sono eterosessuale"),
    phrase("i am muslim"),
    phrase("i am a muslim"),
    phrase("i am catholic"),
    phrase("i am a christian"),
    phrase("i am gay"),
];

const PROTECTED: [Phrase; 4] = [
    phrase("appartenente alle categorie protette"),
    phrase("appartengo alle categorie protette"),
    phrase("iscritto alle categorie protette"),
    phrase("iscritta alle categorie protette"),
];

const PROTECTED_IN_PROFILE: [Phrase; 8] = [
    phrase("categoria protetta"),
    phrase("categorie protette"),
    phrase("legge 68"),
    phrase("l 68 99"),
    phrase("l 68 1999"),
    phrase("iscritt~ 68 99"),
    phrase("liste 68 99"),
    phrase("collocamento mirato"),
];

const BIRTH: [Phrase; 7] = [
    phrase("nato il #"),
    phrase("nata il #"),
    phrase("sono nato nel #"),
    phrase("sono nata nel #"),
    unless_before("ho # anni", &["di", "d", "in", "nel", "come", "da"]),
    phrase("i was born in #"),
    phrase("born on #"),
];

const BIRTH_IN_PROFILE: [Phrase; 4] = [
    phrase("data di nascita"),
    phrase("date of birth"),
    phrase("i am # years old"),
    phrase("di anni #"),
];

pub(super) fn family_facts(text: &Text<'_>) -> Option<TextNote> {
    text.note(
        CheckRule::FamilyFacts,
        &facts(text, &FAMILY, &FAMILY_IN_PROFILE),
    )
}

pub(super) fn health_facts(text: &Text<'_>) -> Option<TextNote> {
    text.note(
        CheckRule::HealthFacts,
        &facts(text, &HEALTH, &HEALTH_IN_PROFILE),
    )
}

pub(super) fn belief_facts(text: &Text<'_>) -> Option<TextNote> {
    text.note(CheckRule::BeliefFacts, &facts(text, &BELIEF, &[]))
}

pub(super) fn protected_category(text: &Text<'_>) -> Option<TextNote> {
    let found = facts(text, &PROTECTED, &PROTECTED_IN_PROFILE);
    text.note(CheckRule::ProtectedCategoryInText, &found)
}

fn facts(text: &Text<'_>, anywhere: &[Phrase], in_profile: &[Phrase]) -> Vec<Range<usize>> {
    let mut found = find(&text.words, anywhere);
    if text.is_about_person() && found.is_empty() {
        found = find(&text.words, in_profile);
    }
    found
}

/// A mistyped code still tells who somebody is.
pub(super) fn tax_code(text: &Text<'_>) -> Option<TextNote> {
    let found: Vec<Range<usize>> = text
        .words
        .iter()
        .filter(|word| word.folded.len() == 16)
        .filter(|word| tax_code_error(&word.folded) != Some(TaxCodeError::Form))
        .map(|word| word.range.clone())
        .collect();
    text.note(CheckRule::TaxCodeInText, &found)
}

pub(super) fn birth_date(text: &Text<'_>) -> Option<TextNote> {
    let mut found = facts(text, &BIRTH, &BIRTH_IN_PROFILE);
    if found.is_empty() {
        found.extend(born_somewhere(text));
    }
    text.note(CheckRule::BirthDateInText, &found)
}

/// `nata a Casalmaggiore (CR) il 14/02/1979`: town and province stand between.
fn born_somewhere(text: &Text<'_>) -> Option<Range<usize>> {
    let words = &text.words;
    words.iter().enumerate().find_map(|(at, word)| {
        let next = words.get(at + 1)?;
        if !matches!(word.folded.as_str(), "nato" | "nata") || next.folded != "a" {
            return None;
        }
        let rest = words.get(at + 2..)?;
        let pairs = rest.windows(2).take(6);
        let date = pairs.into_iter().find_map(|pair| match pair {
            [il, day] if il.folded == "il" && is_number(&day.folded) => Some(day.range.end),
            _ => None,
        })?;
        Some(word.range.start..date)
    })
}
