//! What of a letter changes from one day to the next, and goes back to an earlier one. How it does is in `day_changes`.

use crate::state::day_changes::DatedPlace;
use approdo_document::{Document, project_letter};
use approdo_domain::FieldValue;
use approdo_domain::letter::{Letter, LetterPlace};

impl DatedPlace for LetterPlace {
    type Picture = Letter;

    fn all_places() -> Vec<Self> {
        LetterPlace::all()
    }

    fn project(document: &Document) -> Letter {
        project_letter(document)
    }

    fn value(self, letter: &Letter) -> FieldValue<'_> {
        letter.value(self)
    }

    fn goes_back(self) -> bool {
        self != LetterPlace::Title
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::day_changes::testing::Desk;
    use crate::state::day_changes::{changes, differs};
    use crate::state::intent::Intent;
    use crate::state::open_document::UndoOutcome;
    use approdo_document::letter_paths;
    use approdo_domain::letter::{LetterField, SenderField};

    #[test]
    fn yesterdays_letter_comes_back_whole_under_its_own_name_and_one_undo_takes_that_back() {
        let opening = LetterPlace::Text(LetterField::Opening);
        let left_out = LetterPlace::SenderLeftOut(SenderField::Phone);
        let mut desk = Desk::blank();
        desk.write(LetterPlace::Title, "Per il forno");
        desk.write(opening, "Cerco lavoro.");
        let yesterday = desk.picture::<LetterPlace>();
        desk.sleep();
        desk.write(LetterPlace::Title, "Per il panificio");
        desk.write(opening, "Vi scrivo perché passo ogni mattina.");
        desk.carry_out(Intent::Flag {
            path: letter_paths::path(left_out),
            flag: true,
        });
        let today = desk.picture::<LetterPlace>();
        let changed: Vec<LetterPlace> = changes(&yesterday, &today);
        assert_eq!(changed, [LetterPlace::Title, left_out, opening]);

        let days = desk.versions::<LetterPlace>();
        assert_eq!(days.len(), 2);
        assert_eq!(days[0].shown, yesterday);
        let way = desk.way_back::<LetterPlace>(&days[0]).unwrap();
        desk.carry_out(way);
        let gone_back = desk.picture::<LetterPlace>();
        assert_eq!(
            changes::<LetterPlace>(&yesterday, &gone_back),
            [LetterPlace::Title]
        );
        let still = differs::<LetterPlace>(&gone_back, &yesterday);
        assert!(!still, "a name alone is nothing to go back to");
        assert_eq!(desk.way_back::<LetterPlace>(&days[0]), None);
        assert_eq!(desk.undo(), UndoOutcome::Done);
        assert_eq!(desk.picture::<LetterPlace>(), today);
    }
}
