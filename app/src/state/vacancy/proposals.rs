//! What a vacancy's text says, laid beside what the application says already: each proposal with the words it was
//! read from. Nothing is taken over unasked; what was taken can be changed, and given back.

use approdo_domain::FieldValue;
use approdo_domain::application::{
    Application, ApplicationPlace, VacancyField, read_vacancy, requirement_lines,
};
use std::ops::Range;

/// Texts of an application to be written, in one step for undo.
pub type Taking = Vec<(ApplicationPlace, String)>;

/// How much of the text is shown on either side of the words, in characters.
const AROUND: usize = 40;

/// What stands before the lines of a list.
const BULLETS: [char; 8] = [' ', '\t', '-', '–', '•', '·', '*', '✅'];

/// The words something was read from, with what stands around them in their line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// What stands before them.
    pub before: String,
    /// The words.
    pub words: String,
    /// What stands behind them.
    pub after: String,
}

/// Something that the text says of title, company, place or deadline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactProposal {
    /// What it tells.
    pub field: VacancyField,
    /// What can be taken over.
    pub value: String,
    /// Where it stands.
    pub quote: Quote,
    /// Whether the application says so already.
    pub is_taken: bool,
    /// Whether it says something else.
    pub is_otherwise: bool,
}

/// Something that the text asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequirementProposal {
    /// The words that can be taken over, as a line.
    pub words: String,
    /// Where they stand.
    pub quote: Quote,
    /// Whether the application has that line.
    pub is_taken: bool,
}

/// Returns what the application's text says of the job.
pub fn fact_proposals(application: &Application) -> Vec<FactProposal> {
    let text = &application.vacancy.text;
    let shown = |field| match application.vacancy.value(field) {
        FieldValue::Text(text) => text.trim().to_owned(),
        _ => String::new(),
    };
    let found = read_vacancy(text).into_iter();
    found
        .map(|proposal| {
            let present = shown(proposal.field);
            let is_taken = present == proposal.value;
            FactProposal {
                field: proposal.field,
                quote: quote(text, &proposal.range),
                is_taken,
                is_otherwise: !is_taken && !present.is_empty(),
                value: proposal.value,
            }
        })
        .collect()
}

/// Returns what the application's text asks for.
pub fn requirement_proposals(application: &Application) -> Vec<RequirementProposal> {
    let text = &application.vacancy.text;
    let taken = &application.vacancy.requirements;
    let lines = requirement_lines(text).into_iter();
    lines
        .map(|line| {
            let quote = quote(text, &line.range);
            RequirementProposal {
                is_taken: has_line(taken, &quote.words),
                words: quote.words.clone(),
                quote,
            }
        })
        .collect()
}

/// Returns what is to be written to take over everything that is open; what the person wrote otherwise stays.
pub fn take_all(application: &Application) -> Taking {
    let facts = fact_proposals(application).into_iter();
    let open = facts.filter(|fact| !fact.is_taken && !fact.is_otherwise);
    let mut taking: Taking = open
        .map(|fact| (ApplicationPlace::Vacancy(fact.field), fact.value))
        .collect();
    let asked = requirement_proposals(application).into_iter();
    let open = asked.filter(|asked| !asked.is_taken);
    let before = &application.vacancy.requirements;
    let after = open.fold(before.clone(), |lines, asked| {
        with_line(&lines, &asked.words)
    });
    if after != *before {
        taking.push((REQUIREMENTS, after));
    }
    taking
}

/// Returns what is to be written when somebody takes a requirement, or gives it back.
pub fn taken_or_given_back(application: &Application, words: &str, take: bool) -> Taking {
    let lines = &application.vacancy.requirements;
    let lines = match take {
        true => with_line(lines, words),
        false => without_line(lines, words),
    };
    vec![(REQUIREMENTS, lines)]
}

const REQUIREMENTS: ApplicationPlace = ApplicationPlace::Vacancy(VacancyField::Requirements);

fn has_line(lines: &str, words: &str) -> bool {
    lines.lines().any(|line| line.trim() == words)
}

fn with_line(lines: &str, words: &str) -> String {
    match lines.trim_end() {
        "" => words.to_owned(),
        lines if has_line(lines, words) => lines.to_owned(),
        lines => format!("{lines}\n{words}"),
    }
}

fn without_line(lines: &str, words: &str) -> String {
    let kept = lines.lines().filter(|line| line.trim() != words);
    kept.collect::<Vec<_>>().join("\n")
}

fn quote(text: &str, range: &Range<usize>) -> Quote {
    let part = |range: Range<usize>| text.get(range).unwrap_or_default();
    let words = part(range.clone());
    let before = part(0..range.start).rsplit('\n').next().unwrap_or_default();
    let after = part(range.end..text.len());
    let after = after.split('\n').next().unwrap_or_default();
    // One line, even where the words go on in the next.
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    Quote {
        before: shortened_before(before.trim_start_matches(BULLETS)),
        words,
        after: shortened_after(after.trim_end()),
    }
}

fn shortened_before(text: &str) -> String {
    let count = text.chars().count();
    if count <= AROUND {
        return text.to_owned();
    }
    let kept: String = text.chars().skip(count - AROUND).collect();
    let kept = kept.split_once(' ').map_or(kept.as_str(), |(_, kept)| kept);
    format!("… {kept}")
}

fn shortened_after(text: &str) -> String {
    if text.chars().count() <= AROUND {
        return text.to_owned();
    }
    let kept: String = text.chars().take(AROUND).collect();
    let kept = kept
        .rsplit_once(' ')
        .map_or(kept.as_str(), |(kept, _)| kept);
    format!("{kept} …")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const NOTICE: &str = "La trattoria Da Gino a Viadana cerca aiuto cuoco.\n\
        Serve HACCP, patente B e disponibilità nel fine settimana.";

    fn with_text(text: &str) -> Application {
        let mut application = Application::default();
        application.vacancy.text = text.to_owned();
        application
    }

    fn written(application: &Application, taking: Taking) -> Application {
        let mut application = application.clone();
        for (place, text) in taking {
            application.set_text(place, &text);
        }
        application
    }

    #[test]
    fn each_proposal_shows_the_line_it_was_read_from() {
        let facts = fact_proposals(&with_text(NOTICE));
        let place = facts.iter().find(|fact| fact.field == VacancyField::Place);
        let quote = &place.unwrap().quote;
        assert_eq!(quote.before, "La trattoria Da Gino a ");
        assert_eq!(quote.words, "Viadana");
        assert_eq!(quote.after, " cerca aiuto cuoco.");
    }

    #[test]
    fn the_mark_of_a_list_is_not_quoted() {
        let asked = requirement_proposals(&with_text("Requisiti:\n - patente B\n✅ HACCP"));
        let before = asked.iter().map(|asked| asked.quote.before.as_str());
        assert_eq!(before.collect::<Vec<_>>(), ["", ""]);
    }

    #[test]
    fn long_lines_are_shortened_between_words() {
        let long = format!(
            "{} patente B {}",
            "parola ".repeat(20),
            "parola ".repeat(20)
        );
        let asked = requirement_proposals(&with_text(&long));
        let quote = &asked.first().unwrap().quote;
        assert!(quote.before.starts_with("… parola"), "{quote:?}");
        assert!(quote.after.ends_with("parola …"), "{quote:?}");
    }

    #[test]
    fn everything_is_taken_at_once_and_nothing_twice() {
        let application = with_text(NOTICE);
        let taken = written(&application, take_all(&application));
        assert_eq!(taken.vacancy.title, "aiuto cuoco");
        assert_eq!(taken.vacancy.company, "trattoria Da Gino");
        assert_eq!(taken.vacancy.place, "Viadana");
        assert_eq!(
            taken.vacancy.requirements,
            "HACCP\npatente B\nfine settimana"
        );
        assert_eq!(take_all(&taken), Vec::new());
        assert!(fact_proposals(&taken).iter().all(|fact| fact.is_taken));
    }

    #[test]
    fn what_the_person_wrote_otherwise_stays() {
        let mut application = with_text(NOTICE);
        application.vacancy.title = "Aiuto cuoca".to_owned();
        application.vacancy.requirements = "Voglia di imparare".to_owned();
        let taken = written(&application, take_all(&application));
        assert_eq!(taken.vacancy.title, "Aiuto cuoca");
        assert!(
            taken
                .vacancy
                .requirements
                .starts_with("Voglia di imparare\nHACCP")
        );
        let facts = fact_proposals(&taken);
        let title = facts.iter().find(|fact| fact.field == VacancyField::Title);
        assert!(title.unwrap().is_otherwise);
    }

    #[test]
    fn one_requirement_is_taken_and_given_back_alone() {
        let mut application = with_text(NOTICE);
        application.vacancy.requirements = "Voglia di imparare".to_owned();
        let taken = written(
            &application,
            taken_or_given_back(&application, "patente B", true),
        );
        assert_eq!(taken.vacancy.requirements, "Voglia di imparare\npatente B");
        let back = written(&taken, taken_or_given_back(&taken, "patente B", false));
        assert_eq!(back.vacancy.requirements, "Voglia di imparare");
    }

    proptest! {
        #[test]
        fn of_any_text_all_can_be_taken_and_then_nothing_is_open(
            text in "(cerca cuoco a Viadana|patente B e C|inglese B1|esperienza|2\n anni|[A-Za-zè ,.\n]){0,12}",
        ) {
            let application = with_text(&text);
            let taken = written(&application, take_all(&application));
            prop_assert_eq!(take_all(&taken), Vec::new());
        }
    }
}
