//! What somebody's CV offers for an answer: each experience with the lines that tell of it. Pure.

use approdo_domain::{Cv, ItemId};

/// One experience to draw on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inspiration {
    /// Which experience.
    pub item: ItemId,
    /// The job and where it was, for the situation.
    pub headline: String,
    /// What was done there, line by line, for the action.
    pub lines: Vec<String>,
}

/// Returns the experiences of CVs that say something, each headline once.
pub fn inspirations(cvs: &[Cv]) -> Vec<Inspiration> {
    let mut found: Vec<Inspiration> = Vec::new();
    for experience in cvs.iter().flat_map(|cv| &cv.experience) {
        let pieces = [experience.role.trim(), experience.employer.trim()];
        let pieces: Vec<&str> = pieces
            .into_iter()
            .filter(|piece| !piece.is_empty())
            .collect();
        let headline = pieces.join(", ");
        let is_known = found.iter().any(|known| known.headline == headline);
        if headline.is_empty() || is_known {
            continue;
        }
        let lines = experience.description.lines();
        let lines = lines.map(|line| line.trim().trim_start_matches(['-', '•', '*']).trim());
        found.push(Inspiration {
            item: experience.id,
            headline,
            lines: lines
                .filter(|line| !line.is_empty())
                .map(str::to_owned)
                .collect(),
        });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use approdo_domain::CvPlace;
    use approdo_domain::{ExperienceField, Section};

    fn cv(experiences: &[(&str, &str, &str)]) -> Cv {
        let mut cv = Cv::default();
        for (number, (role, employer, description)) in experiences.iter().enumerate() {
            let item = ItemId(number as u64);
            cv.add_entry(Section::Experience, item);
            for (field, text) in [
                (ExperienceField::Role, role),
                (ExperienceField::Employer, employer),
                (ExperienceField::Description, description),
            ] {
                cv.set_text(CvPlace::Experience(item, field), text);
            }
        }
        cv
    }

    #[test]
    fn each_experience_is_offered_once_with_its_lines() {
        let cvs = [
            cv(&[
                ("Cuoca", "Mensa Rossi", "- Menù del giorno\n\n• Ordini"),
                ("", "", "nulla"),
            ]),
            cv(&[("Cuoca", "Mensa Rossi", "altro"), ("Aiuto cuoca", "", "")]),
        ];
        let found = inspirations(&cvs);
        let headlines: Vec<&str> = found.iter().map(|one| one.headline.as_str()).collect();
        assert_eq!(headlines, ["Cuoca, Mensa Rossi", "Aiuto cuoca"]);
        assert_eq!(found[0].lines, ["Menù del giorno", "Ordini"]);
        assert_eq!(found[1].lines, [] as [&str; 0]);
    }
}
