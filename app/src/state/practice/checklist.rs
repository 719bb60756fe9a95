//! A person's checklists: beginning one, what stands in it, and what is done with it. Which items there are to begin with is
//! in `approdo_catalog::Checklists`.

use super::documents::{carry_out, ensure};
use super::questions::text_at;
use crate::platform::{clock, random};
use crate::state::intent::Intent;
use crate::state::workspace::Workspace;
use approdo_catalog::Checklists;
use approdo_document::{Author, DocumentId, WriterId, practice_paths};
use approdo_domain::ItemId;
use approdo_domain::practice::{
    ChecklistAddition, ChecklistItem, ChecklistItemField, ChecklistPhase, InterviewKind,
    PracticeChecklist, PracticePlace,
};

/// What is chosen before a checklist is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewChecklist {
    /// How the interview takes place.
    pub kind: InterviewKind,
    /// The cases that add something.
    pub additions: Vec<ChecklistAddition>,
}

impl Default for NewChecklist {
    fn default() -> Self {
        Self {
            kind: InterviewKind::InPerson,
            additions: Vec::new(),
        }
    }
}

impl NewChecklist {
    /// Returns the checklist with all its items.
    fn made_of(&self, lists: &Checklists, id: ItemId) -> PracticeChecklist {
        let entries = lists.entries(self.kind, &self.additions).into_iter();
        PracticeChecklist {
            interview: self.kind.code().to_owned(),
            first_job: self.additions.contains(&ChecklistAddition::FirstJob),
            return_after_care: self.additions.contains(&ChecklistAddition::ReturnAfterCare),
            items: entries
                .map(|entry| ChecklistItem::empty(ItemId::of_name(&entry.id)))
                .collect(),
            ..PracticeChecklist::empty(id)
        }
    }
}

/// Makes a checklist and returns where it stands.
pub fn begin_checklist(
    workspace: Workspace,
    lists: &Checklists,
    chosen: &NewChecklist,
) -> (DocumentId, ItemId) {
    let home = ensure(workspace);
    let item = ItemId(u64::from_be_bytes(random::bytes()));
    let list = chosen.made_of(lists, item);
    let now_ms = clock::now_ms();
    // A writer of its own: these operations are made outside the document that takes them in.
    let mut author = Author::new(WriterId(random::bytes()));
    let change = workspace.read(home, |open, _| {
        author.add_checklist(open.document(), &list, now_ms)
    });
    let operations = change.operations;
    carry_out(workspace, home, Intent::Begin { operations });
    (home, item)
}

/// One line of a checklist on screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChecklistRow {
    /// Which item.
    pub item: ItemId,
    /// When it is done.
    pub phase: ChecklistPhase,
    /// What is done.
    pub text: String,
    /// How.
    pub hint: Option<String>,
    /// Whether it is done.
    pub done: bool,
}

/// Returns the lines of a checklist, in its order. An item of a catalogue that this version does not have, with no text of
/// its own, is left out.
pub fn rows(list: &PracticeChecklist, lists: &Checklists) -> Vec<ChecklistRow> {
    let items = list.items.iter();
    items
        .filter_map(|item| {
            let row = |phase, text: &str, hint| ChecklistRow {
                item: item.id,
                phase,
                text: text.to_owned(),
                hint,
                done: item.done,
            };
            match (item.text.trim(), lists.entry(item.id)) {
                ("", Some(entry)) => Some(row(entry.phase, &entry.text, entry.hint.clone())),
                ("", None) => None,
                (text, _) => Some(row(item.own_phase(), text, None)),
            }
        })
        .collect()
}

/// Returns the lines of a phase.
pub fn rows_of_phase(rows: &[ChecklistRow], phase: ChecklistPhase) -> Vec<ChecklistRow> {
    let of_phase = rows.iter().filter(|row| row.phase == phase);
    of_phase.cloned().collect()
}

/// Returns to which position of the whole list an item goes so that it stands before the one above it in its phase, or
/// behind the one below; none at the end.
pub fn position_within_phase(
    list: &PracticeChecklist,
    rows: &[ChecklistRow],
    item: ItemId,
    up: bool,
) -> Option<usize> {
    let phase = rows.iter().find(|row| row.item == item)?.phase;
    let of_phase = rows_of_phase(rows, phase);
    let place = of_phase.iter().position(|row| row.item == item)?;
    let neighbour = match up {
        true => of_phase.get(place.checked_sub(1)?)?,
        false => of_phase.get(place + 1)?,
    };
    let mut items = list.items.iter();
    items.position(|known| known.id == neighbour.item)
}

/// Moves an item within its phase.
pub fn move_within_phase(
    workspace: Workspace,
    home: DocumentId,
    list: &PracticeChecklist,
    rows: &[ChecklistRow],
    (item, up): (ItemId, bool),
) -> bool {
    let Some(position) = position_within_phase(list, rows, item, up) else {
        return false;
    };
    let list = practice_paths::checklist_items(list.id);
    let intent = Intent::Move {
        list,
        item,
        position,
    };
    carry_out(workspace, home, intent);
    true
}

/// Adds an item of one's own.
pub fn add_own_item(
    workspace: Workspace,
    home: DocumentId,
    list: ItemId,
    phase: ChecklistPhase,
    text: &str,
) {
    let item = ItemId(u64::from_be_bytes(random::bytes()));
    let add = Intent::Add {
        list: practice_paths::checklist_items(list),
        item,
        position: usize::MAX,
    };
    let place = |field| PracticePlace::ChecklistItem(list, item, field);
    let write = text_at(place(ChecklistItemField::Text), text.trim().to_owned());
    let when = text_at(place(ChecklistItemField::Phase), phase.code().to_owned());
    carry_out(workspace, home, Intent::Together(vec![add, write, when]));
}

/// Takes an item out of a checklist, and returns what brings it back.
pub fn delete_item(
    workspace: Workspace,
    home: DocumentId,
    list: ItemId,
    item: ItemId,
) -> impl Fn() + Clone + Send + Sync + use<> {
    let item = practice_paths::checklist_items(list).item(item);
    carry_out(workspace, home, Intent::Delete { item: item.clone() });
    move || carry_out(workspace, home, Intent::Restore { item: item.clone() })
}

/// Deletes a checklist, and returns what brings it back.
pub fn delete_checklist(
    workspace: Workspace,
    home: DocumentId,
    list: ItemId,
) -> impl Fn() + Clone + Send + Sync + use<> {
    let item = practice_paths::checklists().item(list);
    carry_out(workspace, home, Intent::Delete { item: item.clone() });
    move || carry_out(workspace, home, Intent::Restore { item: item.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::open_document::OpenDocument;
    use approdo_catalog::{
        CalmMinute, ChecklistContent, ChecklistEntry, ChecklistPart, Language, ThankYou,
    };
    use approdo_document::project_practice;
    use approdo_domain::practice::Practice;

    fn lists() -> Checklists {
        let entry = |id: &str, phase| ChecklistEntry {
            id: id.to_owned(),
            phase,
            text: format!("Do {id}"),
            hint: None,
        };
        let content = |part, items| ChecklistContent {
            part,
            name: String::new(),
            items,
        };
        use ChecklistPhase::{After, EveningBefore};
        Checklists {
            language: Language::English,
            lists: vec![
                content(
                    ChecklistPart::Base,
                    vec![entry("read", EveningBefore), entry("thank", After)],
                ),
                content(
                    ChecklistPart::Interview(InterviewKind::Phone),
                    vec![entry("charge", EveningBefore)],
                ),
                content(
                    ChecklistPart::Addition(ChecklistAddition::FirstJob),
                    vec![entry("ask", EveningBefore)],
                ),
            ],
            documents: Vec::new(),
            calm: CalmMinute {
                title: String::new(),
                before: String::new(),
                stop: String::new(),
                steps: Vec::new(),
            },
            thank_you: ThankYou {
                title: String::new(),
                when: String::new(),
                points: Vec::new(),
                avoid: Vec::new(),
                subject: String::new(),
                email: Vec::new(),
                message: String::new(),
            },
        }
    }

    fn opened(list: &PracticeChecklist) -> (OpenDocument, Author) {
        let mut open = OpenDocument::new(DocumentId([1; 16]));
        let mut author = Author::new(WriterId([1; 16]));
        let practice = Practice {
            checklists: vec![list.clone()],
            ..Practice::default()
        };
        let change = author.write_practice(open.document(), &practice, 1_000);
        open.take_in(&change.operations);
        (open, author)
    }

    fn shown(open: &OpenDocument) -> Vec<String> {
        let practice = project_practice(open.document());
        let rows = rows(&practice.checklists[0], &lists());
        let of_evening = rows_of_phase(&rows, ChecklistPhase::EveningBefore);
        of_evening.into_iter().map(|row| row.text).collect()
    }

    fn new_list() -> PracticeChecklist {
        let chosen = NewChecklist {
            kind: InterviewKind::Phone,
            additions: vec![ChecklistAddition::FirstJob],
        };
        chosen.made_of(&lists(), ItemId(5))
    }

    #[test]
    fn a_list_has_what_its_kind_and_cases_add() {
        let list = new_list();
        assert_eq!((list.items.len(), list.interview.as_str()), (4, "phone"));
        assert_eq!(list.additions(), [ChecklistAddition::FirstJob]);
        let in_person = NewChecklist::default().made_of(&lists(), ItemId(5));
        assert_eq!(in_person.items.len(), 2);
    }

    #[test]
    fn an_item_moves_within_its_phase_and_not_beyond_it() {
        let list = new_list();
        let (mut open, mut author) = opened(&list);
        assert_eq!(shown(&open), ["Do read", "Do charge", "Do ask"]);
        let all = rows(&list, &lists());
        let item = ItemId::of_name("charge");
        let position = position_within_phase(&list, &all, item, true);
        let intent = Intent::Move {
            list: practice_paths::checklist_items(list.id),
            item,
            position: position.unwrap(),
        };
        open.carry_out(intent, &mut author, 2_000);
        assert_eq!(shown(&open), ["Do charge", "Do read", "Do ask"]);
        let last = ItemId::of_name("ask");
        assert_eq!(position_within_phase(&list, &all, last, false), None);
        let only = ItemId::of_name("thank");
        assert_eq!(position_within_phase(&list, &all, only, true), None);
    }

    #[test]
    fn own_items_stand_in_their_phase_and_what_no_catalogue_knows_is_left_out() {
        let mut list = new_list();
        let mut own = ChecklistItem::empty(ItemId(77));
        own.text = "Chiamare Anna".to_owned();
        own.phase = ChecklistPhase::After.code().to_owned();
        list.items.push(own);
        list.items.push(ChecklistItem::empty(ItemId(78)));
        let rows = rows(&list, &lists());
        assert_eq!(rows.len(), 5);
        let after = rows_of_phase(&rows, ChecklistPhase::After);
        assert_eq!(
            after.last().map(|row| row.text.as_str()),
            Some("Chiamare Anna")
        );
    }
}
