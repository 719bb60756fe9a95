//! What a caller asks for and gets back: plain data that crosses to a worker as bytes.

use approdo_domain::Cv;
use serde::{Deserialize, Serialize};

/// A CV to lay out, with all the words that the page adds to it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RenderRequest {
    /// The CV as the person wrote it.
    pub cv: Cv,
    /// The words of the page, in the language of the CV.
    pub labels: Labels,
    /// The language of the CV as a BCP 47 tag, such as `it` or `en-GB`.
    pub language: String,
}

/// The words that the page adds to a CV, ready to print.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Labels {
    /// The document's title with `{name}` for the person's name, such as `CV – {name}`.
    pub document_title: String,
    /// The heading and title while no name is written, such as `Curriculum vitae`.
    pub curriculum: String,
    /// The footer's page number with `{page}` and `{pages}`, such as `{page} / {pages}`.
    pub page_of: String,
    /// What the block of name and contacts is called when a substitution is reported.
    pub personal_data: String,
    /// Section title: the short presentation.
    pub profile: String,
    /// Section title: experiences.
    pub experience: String,
    /// Section title: schools and courses.
    pub education: String,
    /// Section title: languages.
    pub languages: String,
    /// Section title: skills.
    pub skills: String,
    /// Section title: driving licence and car.
    pub driving: String,
    /// Short names of the months, January first.
    pub months: [String; 12],
    /// The end of something that goes on, such as `oggi`.
    pub present: String,
    /// Stands before the date of birth, such as `Data di nascita:`.
    pub born: String,
    /// Names the e-mail link to screen readers.
    pub email: String,
    /// Names the telephone link to screen readers.
    pub phone: String,
    /// Names the link to a web page to screen readers.
    pub website: String,
    /// The level of a mother tongue, such as `madrelingua`.
    pub mother_tongue: String,
    /// The head of the first column of the table of languages, such as `Lingua`.
    pub language: String,
    /// Short names of the five skills, in the order of `CefrSkill::ALL`.
    pub cefr_skills: [String; 5],
    /// Stands before the licence's categories, such as `Patente`.
    pub driving_licence: String,
    /// Says that the person has a car, such as `automunito/a`.
    pub own_car: String,
}

/// The pages as pictures for the screen.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preview {
    /// One SVG document for each page, its viewBox in points.
    pub pages: Vec<String>,
    /// What could not be printed as written.
    pub substitutions: Vec<Substitution>,
}

/// The pages as a PDF.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pdf {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// What could not be printed as written.
    pub substitutions: Vec<Substitution>,
}

/// Characters for which no font has a shape, and what stands in their place.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Substitution {
    /// Where it is, in the words of the page, such as `Esperienza: Magazziniere`.
    pub place: String,
    /// The characters as written.
    pub character: String,
    /// What is printed; empty if nothing is.
    pub replacement: String,
}
