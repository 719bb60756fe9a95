//! What of an application changes from one day to the next, and goes back to an earlier one. What was sent stays as it
//! went, whatever day one goes back to. How it goes back is in `day_changes`.

use crate::state::day_changes::DatedPlace;
use approdo_document::{Document, project_application};
use approdo_domain::FieldValue;
use approdo_domain::application::{Application, ApplicationPlace, PapersField};

impl DatedPlace for ApplicationPlace {
    type Picture = Application;

    fn all_places() -> Vec<Self> {
        ApplicationPlace::all()
    }

    fn project(document: &Document) -> Application {
        project_application(document)
    }

    fn value(self, application: &Application) -> FieldValue<'_> {
        application.value(self)
    }

    /// The file that was sent goes with the version that was, and is not told apart.
    fn is_told(self) -> bool {
        let is_file = matches!(
            self,
            Self::Papers(PapersField::CvFile | PapersField::LetterFile)
        );
        !is_file
    }

    fn goes_back(self) -> bool {
        let stays = matches!(
            self,
            Self::Title | Self::Papers(PapersField::CvVersion | PapersField::LetterVersion)
        );
        !stays
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::day_changes::testing::Desk;
    use crate::state::day_changes::{changes, differs};
    use crate::state::open_document::UndoOutcome;
    use approdo_domain::application::{HowField, VacancyField};

    const COMPANY: ApplicationPlace = ApplicationPlace::Vacancy(VacancyField::Company);
    const NOTES: ApplicationPlace = ApplicationPlace::How(HowField::Notes);
    const SENT: ApplicationPlace = ApplicationPlace::Papers(PapersField::CvVersion);
    const FILE: ApplicationPlace = ApplicationPlace::Papers(PapersField::CvFile);

    #[test]
    fn yesterday_comes_back_what_was_sent_stays_and_one_undo_takes_that_back() {
        let mut desk = Desk::blank();
        desk.write(ApplicationPlace::Title, "Il forno");
        desk.write(COMPANY, "Forno Rossi");
        desk.write(ApplicationPlace::State, "to-send");
        let yesterday = desk.picture::<ApplicationPlace>();
        desk.sleep();
        desk.write(ApplicationPlace::Title, "Il panificio");
        desk.write(ApplicationPlace::State, "sent");
        desk.write(NOTES, "Ho portato tutto di persona.");
        desk.write(SENT, "00000000-0000-0000-0000-000000000000@1");
        let today = desk.picture::<ApplicationPlace>();
        let expected = [
            ApplicationPlace::Title,
            ApplicationPlace::State,
            NOTES,
            SENT,
        ];
        assert_eq!(changes::<ApplicationPlace>(&yesterday, &today), expected);
        assert!(differs::<ApplicationPlace>(&today, &yesterday));

        let days = desk.versions::<ApplicationPlace>();
        assert_eq!(days.len(), 2);
        assert_eq!(days[0].shown, yesterday);
        let way = desk.way_back::<ApplicationPlace>(&days[0]).unwrap();
        desk.carry_out(way);
        let gone_back = desk.picture::<ApplicationPlace>();
        assert_eq!(
            changes::<ApplicationPlace>(&yesterday, &gone_back),
            [ApplicationPlace::Title, SENT],
            "its name and what was sent stay"
        );
        assert!(!differs::<ApplicationPlace>(&gone_back, &yesterday));
        assert_eq!(desk.way_back::<ApplicationPlace>(&days[0]), None);
        assert_eq!(desk.undo(), UndoOutcome::Done);
        assert_eq!(desk.picture::<ApplicationPlace>(), today);
    }

    #[test]
    fn the_file_that_was_sent_is_not_told_apart_from_its_version() {
        let mut after = Application::default();
        after.set_text(FILE, "any");
        let changed: Vec<ApplicationPlace> = changes(&Application::default(), &after);
        assert_eq!(changed, []);
    }
}
