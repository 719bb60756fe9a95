//! What a person does to a checklist, as verbs that make operations. Time and chance come in as
//! arguments; keeping the operations and sending them on is the same for every kind of document.

use crate::paths;
use approdo_document::{Author, Change, Document};
use approdo_domain::ItemId;

/// Adds an empty thing at the end. The id is drawn by the caller.
pub fn add_thing(author: &mut Author, document: &Document, id: ItemId, now_ms: u64) -> Change {
    author.add_item(document, &paths::things(), id, usize::MAX, now_ms)
}

/// Writes what is to do; nothing if that is what stands there.
pub fn write_thing(
    author: &mut Author,
    document: &Document,
    id: ItemId,
    text: &str,
    now_ms: u64,
) -> Option<Change> {
    author.set_text(document, &paths::text(id), text, now_ms)
}

/// Ticks a thing, or takes the tick away; nothing if it is so already.
pub fn tick(
    author: &mut Author,
    document: &Document,
    id: ItemId,
    done: bool,
    now_ms: u64,
) -> Option<Change> {
    author.set_flag(document, &paths::done(id), done, now_ms)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::projection::project_checklist;
    use approdo_document::{DocumentId, Operation, SpaceId, WriterId};
    use proptest::prelude::*;

    const SHOES: ItemId = ItemId(7);

    struct Phone {
        document: Document,
        author: Author,
    }

    impl Phone {
        fn new(number: u8) -> Self {
            let id = DocumentId([1; 16]);
            Self {
                document: Document::new(id, SpaceId::of_document(id)),
                author: Author::new(WriterId([number; 16])),
            }
        }

        fn edit(&mut self, edit: impl FnOnce(&mut Author, &Document) -> Option<Change>) {
            if let Some(change) = edit(&mut self.author, &self.document) {
                self.document.apply(&change);
            }
        }

        fn read(&mut self, other: &Phone) {
            let operations: Vec<Operation> = other.document.operations().cloned().collect();
            for operation in operations {
                self.document.ingest(operation);
            }
        }
    }

    fn two_phones_with_shoes() -> (Phone, Phone) {
        let (mut mine, mut theirs) = (Phone::new(1), Phone::new(2));
        mine.edit(|author, document| Some(add_thing(author, document, SHOES, 1)));
        mine.edit(|author, document| write_thing(author, document, SHOES, "Pulisci le scarpe", 2));
        theirs.read(&mine);
        (mine, theirs)
    }

    #[test]
    fn a_tick_on_one_phone_and_new_words_on_another_both_stay() {
        let (mut mine, mut theirs) = two_phones_with_shoes();
        mine.edit(|author, document| tick(author, document, SHOES, true, 3));
        theirs.edit(|author, document| {
            write_thing(author, document, SHOES, "Pulisci le scarpe nere", 3)
        });
        mine.read(&theirs);
        theirs.read(&mine);
        let shown = project_checklist(&mine.document);
        assert_eq!(shown, project_checklist(&theirs.document));
        assert_eq!(shown.things[0].text, "Pulisci le scarpe nere");
        assert_eq!(shown.left(), 0);
    }

    proptest! {
        #[test]
        fn whatever_two_phones_do_they_end_up_the_same(
            edits in prop::collection::vec((any::<bool>(), 0_u64..4, any::<bool>(), "[a-z ]{0,12}"), 0..30),
        ) {
            let (mut mine, mut theirs) = two_phones_with_shoes();
            for (now_ms, (is_mine, id, done, text)) in (10..).zip(&edits) {
                let phone = if *is_mine { &mut mine } else { &mut theirs };
                let id = ItemId(*id);
                let is_new = !project_checklist(&phone.document).things.iter().any(|thing| thing.id == id);
                if is_new {
                    phone.edit(|author, document| Some(add_thing(author, document, id, now_ms)));
                }
                phone.edit(|author, document| write_thing(author, document, id, text, now_ms));
                phone.edit(|author, document| tick(author, document, id, *done, now_ms));
            }
            mine.read(&theirs);
            theirs.read(&mine);
            prop_assert_eq!(project_checklist(&mine.document), project_checklist(&theirs.document));
        }
    }
}
