//! Phrases that say what only the person can say: a draft never takes them, the person may. They are known
//! by their words, as `crates/catalog/content/letters/README.md` tells who writes phrases.

use crate::check::words::words;
use crate::letter::LetterForm;

/// Of the writer's family: nobody's business unless the writer makes it so.
const FAMILY: [&str; 14] = [
    "figli",
    "figlio",
    "figlia",
    "bambini",
    "genitori",
    "genitore",
    "famiglia",
    "familiari",
    "children",
    "child",
    "parents",
    "parent",
    "family",
    "relatives",
];

/// Which sort of traineeship it is.
const TRAINEESHIP: [&str; 4] = [
    "curricolare",
    "extracurricolare",
    "curricular",
    "extracurricular",
];

/// That a letter is attached beside the CV.
const ATTACHED: [&str; 2] = ["lettera", "letter"];

/// Tells whether only the person can say a phrase of a form.
pub(super) fn is_for_person_to_say(form: LetterForm, phrase: &str) -> bool {
    let of_form: &[&str] = match form {
        LetterForm::Traineeship => &TRAINEESHIP,
        LetterForm::EmailBody => &ATTACHED,
        _ => &[],
    };
    let words = words(phrase);
    let mut folded = words.iter().map(|word| word.folded.as_str());
    folded.any(|word| FAMILY.contains(&word) || of_form.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::children(LetterForm::AfterBreak, "Mi sono occupat[o|a] dei miei figli.", true)]
    #[case::break_only(LetterForm::AfterBreak, "Dopo una pausa torno a lavorare.", false)]
    #[case::kind(LetterForm::Traineeship, "Il tirocinio è curricolare.", true)]
    #[case::attached(LetterForm::EmailBody, "In allegato la lettera.", true)]
    #[case::on_paper(LetterForm::VacancyAnswer, "In questa lettera Le spiego.", false)]
    fn what_only_the_person_knows_is_not_said_for_them(
        #[case] form: LetterForm,
        #[case] phrase: &str,
        #[case] expected: bool,
    ) {
        assert_eq!(is_for_person_to_say(form, phrase), expected);
    }
}
