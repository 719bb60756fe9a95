//! Reading one page of what an account may see, in the order of `(since, sequence)`.

use super::{Entry, State};
use crate::batch::Batch;
use crate::receipt::ReceiptKey;
use crate::server_rules::{LARGEST_PAGE_BYTES, Reading};
use crate::wire::{Cursor, DeliveredNote, Epoch, Hole, MOST_OPERATIONS, Receipt, SyncResponse};
use approdo_document::{AccountId, OperationId, SpaceId};
use std::collections::{BTreeMap, HashSet};

/// What a request wants to read.
pub(super) struct Wanted<'a> {
    pub(super) account: AccountId,
    pub(super) reading: Reading,
    /// What the request itself offered and the server has: only named in the answer.
    pub(super) stored: &'a HashSet<OperationId>,
    pub(super) most: u32,
}

/// A place in the order in which an account reads.
type Place = (u64, u64);

impl State {
    /// Returns the answer without its verdicts.
    pub(super) fn page(&self, key: &ReceiptKey, wanted: &Wanted<'_>) -> SyncResponse {
        let visible = self.visible(wanted.account);
        let start = match wanted.reading {
            Reading::After { since, sequence } => (since, sequence),
            Reading::Start { .. } => (0, 0),
        };
        let entries = visible.range((start.0, start.1 + 1)..);
        let (page, more) = take_page(entries.map(|(place, entry)| (*place, *entry)), wanted);
        let epoch = self.epochs.last().copied().unwrap_or(Epoch([0; 16]));
        let cursor = page.last().map(|((since, sequence), entry)| Cursor {
            epoch,
            since: *since,
            sequence: *sequence,
            operation: entry.id,
            proof: Receipt([0; 16]),
        });
        let mut response = SyncResponse {
            epoch,
            pushed: Vec::new(),
            returned: Vec::new(),
            delivered: Batch::default(),
            delivered_notes: Vec::new(),
            device_names: Vec::new(),
            echoes: Vec::new(),
            holes: holes(&visible, start, &page),
            cursor: cursor.map(|cursor| key.prove_cursor(wanted.account, cursor)),
            more,
        };
        fill(&mut response, key, wanted, &page);
        response
    }

    /// Returns all that the account may ever read, also what was removed, in its order.
    fn visible(&self, account: AccountId) -> BTreeMap<Place, &Entry> {
        self.entries
            .iter()
            .filter_map(|(sequence, entry)| {
                let since = self.visible_since(entry.space, account)?;
                Some(((since.max(*sequence), *sequence), entry))
            })
            .collect()
    }
}

/// Takes entries that are there until the page is full; tells whether more are left.
fn take_page<'a>(
    entries: impl Iterator<Item = (Place, &'a Entry)>,
    wanted: &Wanted<'_>,
) -> (Vec<(Place, &'a Entry)>, bool) {
    let most = usize::try_from(wanted.most)
        .unwrap_or(MOST_OPERATIONS)
        .clamp(1, MOST_OPERATIONS);
    let mut bytes = 0;
    let mut page = Vec::new();
    for (place, entry) in entries {
        let Some(operation) = &entry.operation else {
            continue;
        };
        bytes += operation.body.len();
        if page.len() == most || (bytes > LARGEST_PAGE_BYTES && !page.is_empty()) {
            return (page, true);
        }
        page.push((place, entry));
    }
    (page, false)
}

fn fill(
    response: &mut SyncResponse,
    key: &ReceiptKey,
    wanted: &Wanted<'_>,
    page: &[(Place, &Entry)],
) {
    let mut delivered = Vec::new();
    for (_, entry) in page {
        if wanted.stored.contains(&entry.id) {
            response.echoes.push((entry.id, entry.number));
        } else if let Some(operation) = &entry.operation {
            let is_anothers = entry.author != wanted.account;
            response.delivered_notes.push(DeliveredNote {
                number: entry.number,
                author: entry.author,
                receipt: is_anothers.then(|| key.receipt(entry.hash, entry.author, entry.space)),
                device: None,
            });
            delivered.push(operation);
        }
    }
    response.delivered = Batch::pack(delivered);
}

/// Returns the numbers removed in the part read, space by space, neighbours joined.
fn holes(visible: &BTreeMap<Place, &Entry>, start: Place, page: &[(Place, &Entry)]) -> Vec<Hole> {
    let Some((end, _)) = page.last() else {
        return Vec::new();
    };
    let mut holes: BTreeMap<SpaceId, Vec<Hole>> = BTreeMap::new();
    for (_, entry) in visible.range((start.0, start.1 + 1)..=*end) {
        if entry.operation.is_some() {
            continue;
        }
        let of_space = holes.entry(entry.space).or_default();
        match of_space.last_mut() {
            Some(hole) if hole.to + 1 == entry.number => hole.to = entry.number,
            _ => of_space.push(Hole {
                space: entry.space,
                from: entry.number,
                to: entry.number,
            }),
        }
    }
    holes.into_values().flatten().collect()
}
