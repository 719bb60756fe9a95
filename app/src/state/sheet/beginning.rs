//! Beginning a sheet: dated today, to be erased today, with the assessor's name as on the sheet before.

use super::list::sheets;
use crate::state::day::{day_text, today};
use crate::state::workspace::Workspace;
use approdo_document::{Document, DocumentId, project_sheet};
use approdo_domain::DateText;
use approdo_domain::sheet::{About, Sheet, SheetRole};

/// Makes an assessor's sheet and returns which it is.
pub fn begin(workspace: Workspace) -> DocumentId {
    begin_with(workspace, "", "")
}

/// Makes an assessor's sheet for an occupation, with the criteria of a prepared set; none are all.
pub fn begin_with(workspace: Workspace, occupation: &str, criteria: &str) -> DocumentId {
    let today = day_text(today());
    let before = sheets(workspace).written.into_iter().next();
    let about = before
        .map(|before| workspace.read(before.id, |open, _| project_sheet(open.document()).about));
    let mut sheet = new_sheet(about.unwrap_or_default(), &today);
    occupation.clone_into(&mut sheet.about.occupation);
    criteria.clone_into(&mut sheet.criteria);
    workspace.begin(|document: &Document, author, now_ms| {
        let source = document.id().to_string();
        let sheet = Sheet { source, ..sheet };
        author.write_sheet(document, &sheet, now_ms)
    })
}

fn new_sheet(before: About, today: &str) -> Sheet {
    Sheet {
        role: SheetRole::Assessor.code().to_owned(),
        about: About {
            candidate: String::new(),
            occupation: String::new(),
            date: DateText(today.to_owned()),
            ..before
        },
        erase_on: DateText(today.to_owned()),
        ..Sheet::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_sheet_knows_the_assessor_and_nothing_of_the_candidate_before() {
        let before = About {
            candidate: "Anna".to_owned(),
            occupation: "Cuoca".to_owned(),
            assessor: "Paolo Verdi".to_owned(),
            body: "Agenzia Nord".to_owned(),
            date: DateText("21/11/2026".to_owned()),
        };
        let sheet = new_sheet(before, "22/11/2026");
        assert_eq!(sheet.sheet_role(), SheetRole::Assessor);
        assert_eq!(sheet.about.assessor, "Paolo Verdi");
        assert_eq!(sheet.about.body, "Agenzia Nord");
        assert_eq!(sheet.about.date, sheet.erase_on);
        assert!(sheet.about.candidate.is_empty() && sheet.about.occupation.is_empty());
    }
}
