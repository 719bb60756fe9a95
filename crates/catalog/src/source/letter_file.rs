//! The files of letters' phrases, as they are written, one for each form. Whether they follow the rules is
//! decided in `check_letters`.

use approdo_domain::letter::{LetterForm, LetterPhrases};
use serde::Deserialize;

use super::Fault;
use crate::{Language, Letters};

/// The phrases for one form.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LetterFile {
    /// In Italian.
    pub it: LetterPhrases,
    /// In English.
    pub en: LetterPhrases,
}

impl LetterFile {
    /// Returns the phrases in a language.
    pub fn phrases(&self, language: Language) -> &LetterPhrases {
        match language {
            Language::Italian => &self.it,
            Language::English => &self.en,
        }
    }
}

/// All that is written for letters: each form with its file, in the order of the forms.
#[derive(Debug, Default)]
pub struct LetterSource {
    /// The forms of which there is a file.
    pub forms: Vec<(LetterForm, LetterFile)>,
}

impl LetterSource {
    /// Reads the files of `content/letters`, given as name and text. Files that are no `.toml` are passed over.
    ///
    /// # Errors
    ///
    /// Says in which file and line what is written cannot be read.
    pub fn read<'a>(
        files: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, Vec<Fault>> {
        let mut source = Self::default();
        let mut faults = Vec::new();
        for (name, text) in files {
            let Some(form) = name.strip_suffix(".toml") else {
                continue;
            };
            let file = toml::from_str::<LetterFile>(text);
            match (LetterForm::from_code(form), file) {
                (Some(form), Ok(file)) => source.forms.push((form, file)),
                (None, _) => {
                    let message = "no form of letter has this name; see LetterForm";
                    faults.push(Fault::new(name, "", message));
                }
                (_, Err(error)) => faults.push(Fault::new(name, "", error.to_string())),
            }
        }
        source.forms.sort_by_key(|(form, _)| *form);
        match faults.is_empty() {
            true => Ok(source),
            false => Err(faults),
        }
    }

    /// Returns the phrases in one language, as the client gets them.
    pub fn letters(&self, language: Language) -> Letters {
        let forms = self.forms.iter().map(|(form, file)| {
            let code = form.code().to_owned();
            (code, file.phrases(language).clone())
        });
        Letters {
            language,
            forms: forms.collect(),
        }
    }
}
