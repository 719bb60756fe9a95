//! What a vacancy's text says of title, company, place and deadline. Plain rules: each proposal names the
//! words it was read from and the rule that read them. Nothing is guessed; the person confirms. Companies,
//! towns and days in the middle of a text are read in `vacancy_names`
//! and `vacancy_places`.

use crate::application::VacancyField;
use crate::application::vacancy_names::{business, deadline, named};
use crate::application::vacancy_places::{in_town, with_province};
use crate::check::words::{lines, words};
use std::ops::Range;

/// By which rule something was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ProposalRule {
    /// It stands behind a label and a colon, such as `Sede di lavoro:`.
    Label,
    /// It stands behind words that announce it, such as `cercasi` or `entro il`.
    Words,
    /// It stands before a company's legal form, such as `S.r.l.`.
    LegalForm,
    /// It stands before a province between brackets, such as `(CR)`.
    Province,
    /// It stands behind what sort of business it is, such as `trattoria`.
    Business,
    /// It is the first line, a short one.
    FirstLine,
}

/// Something that a text says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// What it tells.
    pub field: VacancyField,
    /// What can be taken over.
    pub value: String,
    /// The words it was read from: bytes of the text.
    pub range: Range<usize>,
    /// The rule that read them.
    pub rule: ProposalRule,
}

const TITLE_LABELS: &[&str] = &[
    "posizione",
    "mansione",
    "profilo",
    "figura",
    "ruolo",
    "qualifica",
    "figura ricercata",
    "profilo ricercato",
    "posizione aperta",
    "position",
    "job title",
    "role",
];
const COMPANY_LABELS: &[&str] = &[
    "azienda",
    "datore di lavoro",
    "ditta",
    "societa",
    "ragione sociale",
    "company",
    "employer",
];
const PLACE_LABELS: &[&str] = &[
    "sede",
    "sede di lavoro",
    "luogo",
    "luogo di lavoro",
    "zona",
    "zona di lavoro",
    "comune",
    "localita",
    "location",
    "place of work",
];
/// Words that announce a job.
pub(super) const ANNOUNCING: &[&str] = &[
    "cercasi",
    "ricercasi",
    "cerchiamo",
    "ricerchiamo",
    "ricerca",
    "cerca",
    "seleziona",
    "selezioniamo",
    "assume",
    "assumiamo",
    "seeks",
    "hiring",
];

/// Headings that say nothing of the job.
const HEADINGS: &[&str] = &[
    "descrizione",
    "annuncio",
    "offerta",
    "offerte",
    "lavoro",
    "requisiti",
    "ciao",
    "salve",
    "buongiorno",
    "job",
];

/// The longest first line that can be a title, in words.
const TITLE_WORDS: usize = 9;

/// Returns what a text says, at most one proposal for each field.
pub fn read_vacancy(text: &str) -> Vec<Proposal> {
    let title = labelled(text, VacancyField::Title, TITLE_LABELS)
        .or_else(|| announced(text))
        .or_else(|| first_line(text));
    let company = labelled(text, VacancyField::Company, COMPANY_LABELS)
        .or_else(|| named(text))
        .or_else(|| business(text));
    let place = labelled(text, VacancyField::Place, PLACE_LABELS)
        .or_else(|| pinned(text))
        .or_else(|| with_province(text))
        .or_else(|| in_town(text));
    let found = [title, company, place, deadline(text)];
    found.into_iter().flatten().collect()
}

/// What stands behind a label in a line of its own.
pub(super) fn labelled(text: &str, field: VacancyField, labels: &[&str]) -> Option<Proposal> {
    lines(text).into_iter().find_map(|(range, line)| {
        let (label, value) = line.split_once(':')?;
        let label: Vec<String> = words(label).into_iter().map(|word| word.folded).collect();
        if !labels.contains(&label.join(" ").as_str()) {
            return None;
        }
        let start = range.end - value.len();
        proposal(text, field, start..range.end, ProposalRule::Label)
    })
}

/// A line behind the picture of a pin.
fn pinned(text: &str) -> Option<Proposal> {
    let (range, line) = lines(text)
        .into_iter()
        .find(|(_, line)| line.contains('📍'))?;
    let pin = line.find('📍')?;
    let start = range.start + pin;
    proposal(
        text,
        VacancyField::Place,
        start..range.end,
        ProposalRule::Label,
    )
}

/// `cerca un magazziniere per …`: what stands between the announcing word and the next comma, stop or `per`.
fn announced(text: &str) -> Option<Proposal> {
    let words = words(text);
    let (at, verb) = words
        .iter()
        .enumerate()
        .find(|(_, word)| ANNOUNCING.contains(&word.folded.as_str()))?;
    let articles = ["un", "uno", "una", "n", "a", "an", "1", "2", "3"];
    let rest = words.get(at + 1..)?;
    let skipped = rest
        .iter()
        .take_while(|word| articles.contains(&word.folded.as_str()));
    let rest = rest.get(skipped.count()..)?;
    let first = rest.first()?;
    let between = text.get(verb.range.end..first.range.start)?;
    let ends = [
        "per", "con", "da", "presso", "in", "a", "che", "anche", "for", "with", "at",
    ];
    // `seleziona per azienda cliente`: not the job, but for whom.
    if ends.contains(&first.folded.as_str()) {
        return None;
    }
    let mut last = first;
    for word in rest.iter().skip(1).take(TITLE_WORDS - 1) {
        let gap = text.get(last.range.end..word.range.start)?;
        let is_end = gap.contains([',', '.', ';', ':', '\n', '!', '(', '–', '-'])
            || ends.contains(&word.folded.as_str());
        if is_end {
            break;
        }
        last = word;
    }
    let range = first.range.start..last.range.end;
    let is_apart = between.contains(['.', ';', '?', '!'])
        || (between.contains('\n') && !between.trim().is_empty());
    (!is_apart).then(|| proposal(text, VacancyField::Title, range, ProposalRule::Words))?
}

fn first_line(text: &str) -> Option<Proposal> {
    let (range, line) = lines(text).into_iter().next()?;
    // `Magazziniere - Cremona`: the job stands before the dash.
    let title = [" - ", " – ", " | "]
        .iter()
        .filter_map(|dash| line.split_once(dash))
        .map(|(title, _)| title)
        .min_by_key(|title| title.len());
    let title = title.unwrap_or(line);
    let folded = words(title);
    let is_heading = folded
        .first()
        .is_some_and(|word| HEADINGS.contains(&word.folded.as_str()));
    let is_title = (1..=TITLE_WORDS).contains(&folded.len())
        && !is_heading
        && !title.trim_end().ends_with(['.', ':', '?', '!']);
    let range = range.start..range.start + title.len();
    is_title.then(|| proposal(text, VacancyField::Title, range, ProposalRule::FirstLine))?
}

/// Makes a proposal of words of the text, without the spaces and pictures around them.
pub(super) fn proposal(
    text: &str,
    field: VacancyField,
    range: Range<usize>,
    rule: ProposalRule,
) -> Option<Proposal> {
    let raw = text.get(range.clone())?;
    let from_first = raw.trim_start_matches(|sign: char| !sign.is_alphanumeric());
    let value = from_first
        .trim_end_matches(|sign: char| !sign.is_alphanumeric() && !matches!(sign, '.' | ')'));
    let start = range.start + (raw.len() - from_first.len());
    (!value.is_empty()).then(|| Proposal {
        field,
        value: value.to_owned(),
        range: start..start + value.len(),
        rule,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    const NOTICE: &str = "Rossi Trasporti S.r.l. cerca un addetto al magazzino per la sede di \
        Casalmaggiore (CR). Candidature entro il 15/12/2026.";

    fn found(text: &str, field: VacancyField) -> Option<(String, ProposalRule)> {
        let mut proposals = read_vacancy(text).into_iter();
        let proposal = proposals.find(|proposal| proposal.field == field)?;
        assert_eq!(&text[proposal.range], proposal.value);
        Some((proposal.value, proposal.rule))
    }

    #[rstest]
    #[case::title(VacancyField::Title, "addetto al magazzino", ProposalRule::Words)]
    #[case::company(
        VacancyField::Company,
        "Rossi Trasporti S.r.l.",
        ProposalRule::LegalForm
    )]
    #[case::place(VacancyField::Place, "Casalmaggiore (CR)", ProposalRule::Province)]
    #[case::deadline(VacancyField::Deadline, "15/12/2026", ProposalRule::Words)]
    fn a_notice_in_one_paragraph_is_read(
        #[case] field: VacancyField,
        #[case] value: &str,
        #[case] rule: ProposalRule,
    ) {
        assert_eq!(found(NOTICE, field), Some((value.to_owned(), rule)));
    }

    #[rstest]
    #[case::title(VacancyField::Title, "Aiuto cuoca")]
    #[case::company(VacancyField::Company, "Trattoria Il Sole")]
    #[case::place(VacancyField::Place, "Piadena Drizzona")]
    #[case::deadline(VacancyField::Deadline, "31 dicembre 2026")]
    fn labels_go_before_everything_else(#[case] field: VacancyField, #[case] value: &str) {
        let text = "OFFERTA 123\nMansione: Aiuto cuoca\nAzienda: Trattoria Il Sole\n\
            Sede di lavoro: Piadena Drizzona\nScadenza: 31 dicembre 2026\nAltro S.p.A.";
        assert_eq!(
            found(text, field),
            Some((value.to_owned(), ProposalRule::Label))
        );
    }

    #[test]
    fn a_short_first_line_is_a_title_and_a_sentence_is_none() {
        let title = found("Magazziniere\nSi offre contratto.", VacancyField::Title);
        assert_eq!(
            title,
            Some(("Magazziniere".to_owned(), ProposalRule::FirstLine))
        );
        assert_eq!(found("Si offre contratto.", VacancyField::Title), None);
    }

    #[test]
    fn what_a_text_does_not_say_is_not_guessed() {
        assert_eq!(read_vacancy(""), Vec::new());
        assert_eq!(
            read_vacancy("Si offre contratto, entro il mese prossimo."),
            Vec::new()
        );
    }

    proptest! {
        #[test]
        fn any_text_is_read_and_every_proposal_has_its_words(
            text in "(cerca un |S.r.l. |Sede: |entro il 1/2/2026|\\(CR\\)|[A-Za-zè .,\n]){0,24}",
        ) {
            for proposal in read_vacancy(&text) {
                prop_assert_eq!(text.get(proposal.range), Some(proposal.value.as_str()));
            }
        }
    }
}
