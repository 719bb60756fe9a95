//! What somebody who looks through a pile of CVs sees of this one in the first seconds.

use crate::i18n::Key;
use approdo_domain::Cv;

/// Returns what stands out, each with the words that say what it is; what is not written is left out.
pub fn screener_sees(cv: &Cv) -> Vec<(Key, String)> {
    let personal = &cv.personal;
    let last = cv.experience.first();
    let last = last.map_or([""; 2], |entry| [&entry.role, &entry.employer]);
    let studied = cv.education.first();
    let studied = studied.map_or("", |entry| entry.qualification.as_str());
    let languages: Vec<&str> = cv.languages.iter().map(|it| it.name.as_str()).collect();
    let licences: Vec<&str> = (cv.driving.categories.iter())
        .map(|category| category.code())
        .collect();
    let lines = [
        (
            Key::CheckPageSeesWho,
            joined(&[&personal.full_name(), &personal.headline]),
        ),
        (
            Key::CheckPageSeesContact,
            joined(&[&personal.phone, &personal.email]),
        ),
        (Key::CheckPageSeesWork, joined(&last)),
        (Key::CheckPageSeesStudy, joined(&[studied])),
        (Key::CheckPageSeesLanguages, joined(&languages)),
        (Key::CheckPageSeesDriving, joined(&licences)),
    ];
    lines
        .into_iter()
        .filter(|(_, words)| !words.is_empty())
        .collect()
}

fn joined(texts: &[&str]) -> String {
    let texts: Vec<&str> = (texts.iter().map(|text| text.trim()))
        .filter(|text| !text.is_empty())
        .collect();
    texts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use approdo_domain::{Experience, ItemId};

    #[test]
    fn what_is_written_stands_out_and_nothing_else() {
        let mut cv = Cv::default();
        assert_eq!(screener_sees(&cv), []);
        cv.personal.given_name = "Amina ".to_owned();
        cv.personal.family_name = "Diallo".to_owned();
        cv.experience.push(Experience {
            role: "Magazziniera".to_owned(),
            ..Experience::empty(ItemId(1))
        });
        let expected = [
            (Key::CheckPageSeesWho, "Amina Diallo".to_owned()),
            (Key::CheckPageSeesWork, "Magazziniera".to_owned()),
        ];
        assert_eq!(screener_sees(&cv), expected);
    }
}
