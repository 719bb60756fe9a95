//! Checks the checklists against `content/checklists/README.md`.

use std::collections::HashSet;

use approdo_domain::ItemId;
use approdo_domain::practice::ChecklistPhase;

use super::check::check_id;
use super::plain_text::{check_blanks, check_sentences, count_words};
use super::{ChecklistFile, ChecklistSource, Fault, LineSource};
use crate::{ChecklistPart, DocumentTime, Language, ThankYou};

/// Most words of an item.
const LONGEST_ITEM: usize = 18;
/// How long the minute of calm is.
const SECONDS: u32 = 60;

/// Lists everything in the checklists that does not follow the rules.
pub fn check_checklists(source: &ChecklistSource) -> Vec<Fault> {
    let mut faults: Vec<Fault> = source.lists.iter().flat_map(check_list).collect();
    for document in &source.documents.documents {
        let messages = check_id(&document.id)
            .into_iter()
            .chain(check_lines(&document.it, &document.en));
        faults.extend(messages.map(|told| Fault::new("documents.toml", &document.id, told)));
    }
    faults.extend(check_calm(source));
    faults.extend(check_thanks(&source.thank_you.it, &source.thank_you.en));
    faults.extend(check_unique(source));
    faults.extend(check_complete(source));
    faults
}

fn check_list(list: &ChecklistFile) -> Vec<Fault> {
    let file = format!("{}.toml", list.id);
    let mut faults = Vec::new();
    if list.part().is_none() {
        let message = "no part, kind of interview or case is called so; see ChecklistPart";
        faults.push(Fault::new(&file, "", message));
    }
    for name in [&list.it, &list.en] {
        faults.extend(check_blanks(name).map(|told| Fault::new(&file, "", told)));
    }
    for item in &list.items {
        let mut messages: Vec<String> = check_id(&item.id).into_iter().collect();
        if !item.id.starts_with(&format!("{}-", list.id)) {
            messages.push(format!("the id begins with `{}-`", list.id));
        }
        messages.extend(check_lines(&item.it, &item.en));
        let located = messages.into_iter();
        faults.extend(located.map(|told| Fault::new(&file, &item.id, told)));
    }
    faults
}

fn check_lines(it: &LineSource, en: &LineSource) -> Vec<String> {
    let mut messages = Vec::new();
    for line in [it, en] {
        messages.extend(check_blanks(&line.text));
        if count_words(&line.text) > LONGEST_ITEM {
            messages.push(format!(
                "`{}` has more than {LONGEST_ITEM} words",
                line.text
            ));
        }
        if line.text.ends_with(['.', ';', ',']) {
            messages.push(format!("`{}` ends with a stop; leave it out", line.text));
        }
        if let Some(hint) = &line.hint {
            messages.extend(check_blanks(hint));
            messages.extend(check_sentences(hint));
            if !hint.ends_with(['.', '?', '!']) {
                messages.push(format!("`{hint}` is a sentence and ends with a stop"));
            }
        }
    }
    if it.hint.is_some() != en.hint.is_some() {
        messages.push("a hint stands in both languages or in none".to_owned());
    }
    messages
}

fn check_calm(source: &ChecklistSource) -> Vec<Fault> {
    let calm = &source.calm;
    let mut messages = Vec::new();
    let seconds: u32 = calm.walk().iter().map(|step| u32::from(step.seconds)).sum();
    if seconds != SECONDS {
        messages.push(format!("{seconds} seconds in all; a minute has {SECONDS}"));
    }
    for text in [&calm.it, &calm.en] {
        for words in [&text.title, &text.before, &text.stop] {
            messages.extend(check_blanks(words));
            messages.extend(check_sentences(words));
        }
    }
    for step in &calm.steps {
        messages.extend(check_id(&step.id));
        for words in [&step.it, &step.en] {
            messages.extend(check_blanks(words));
        }
    }
    let located = messages.into_iter();
    located
        .map(|told| Fault::new("calm.toml", "", told))
        .collect()
}

fn check_thanks(it: &ThankYou, en: &ThankYou) -> Vec<Fault> {
    let mut messages = Vec::new();
    let counts = |thanks: &ThankYou| {
        let blanks = thanks.message.matches('…').count();
        let lines = thanks.email.len();
        (thanks.points.len(), thanks.avoid.len(), lines, blanks)
    };
    if counts(it) != counts(en) {
        messages.push("both languages have as many points, lines and blanks".to_owned());
    }
    for thanks in [it, en] {
        let one = [
            &thanks.title,
            &thanks.when,
            &thanks.subject,
            &thanks.message,
        ];
        let all = one.into_iter();
        let all = all
            .chain(&thanks.points)
            .chain(&thanks.avoid)
            .chain(&thanks.email);
        messages.extend(all.filter_map(|text| check_blanks(text)));
    }
    let located = messages.into_iter();
    located
        .map(|told| Fault::new("thank-you.toml", "", told))
        .collect()
}

/// No id stands there twice, and no two ids become the same item of a person's list.
fn check_unique(source: &ChecklistSource) -> Vec<Fault> {
    let items = source.lists.iter().flat_map(|list| &list.items);
    let items = items.map(|item| item.id.as_str());
    let documents = source.documents.documents.iter();
    let steps = source.calm.steps.iter();
    let all = items
        .chain(documents.map(|document| document.id.as_str()))
        .chain(steps.map(|step| step.id.as_str()));
    let mut seen = HashSet::new();
    all.filter(|id| !seen.insert(ItemId::of_name(id)))
        .map(|id| Fault::new("checklists", id, "the id is used twice; take another one"))
        .collect()
}

/// Each phase has something to do in every list, each time of a document has some, and the base is there.
fn check_complete(source: &ChecklistSource) -> Vec<Fault> {
    let mut faults = Vec::new();
    let base = source.lists.iter();
    let mut base = base.filter(|list| list.part() == Some(ChecklistPart::Base));
    let phases = base.next().map(|list| {
        let phases = list.items.iter().map(|item| item.phase);
        phases.collect::<HashSet<ChecklistPhase>>()
    });
    if phases.unwrap_or_default().len() != ChecklistPhase::ALL.len() {
        let message = "every.toml has something for each phase";
        faults.push(Fault::new("every.toml", "", message));
    }
    let times = source.documents.documents.iter();
    let times: HashSet<DocumentTime> = times.map(|document| document.when).collect();
    if times.len() != DocumentTime::ALL.len() {
        let message = "each time has a document";
        faults.push(Fault::new("documents.toml", "", message));
    }
    for language in Language::ALL {
        let lists = source.in_language(language).lists;
        if lists.len() != source.lists.len() {
            faults.push(Fault::new("checklists", "", "a list would not be shown"));
        }
    }
    faults
}
