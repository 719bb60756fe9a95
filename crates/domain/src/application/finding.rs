//! Finding an application again by some of its words.

use crate::application::Application;
use crate::check::words::fold;

impl Application {
    /// Tells whether every one of some words stands in its name, job, company, place or contact,
    /// whatever their capitals and accents.
    pub fn has_words(&self, words: &str) -> bool {
        let vacancy = &self.vacancy;
        let texts = [
            &self.title,
            &vacancy.title,
            &vacancy.company,
            &vacancy.place,
            &self.how.contact,
        ];
        let said = texts.map(|text| fold(text)).join(" ");
        let mut wanted = words.split_whitespace();
        wanted.all(|word| said.contains(&fold(word)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::nothing_wanted("", true)]
    #[case::beginning("tratt", true)]
    #[case::capitals_and_accents("LUCIA caffe", true)]
    #[case::one_of_two("lucia bar", false)]
    fn an_application_is_found_by_its_words(#[case] words: &str, #[case] is_found: bool) {
        let mut application = Application::default();
        application.vacancy.company = "Trattoria Caffè del Sole".to_owned();
        application.how.contact = "signora Lucia".to_owned();
        assert_eq!(application.has_words(words), is_found);
    }
}
