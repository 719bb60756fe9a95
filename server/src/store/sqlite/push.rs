//! Storing what a device offers: what is found out in bulk, then decided one by one, then written
//! in bulk. Statements are few, since each costs a round trip to the connection's thread.

use super::find_or_make_account;
use super::rows::{self, NewRow, Space};
use crate::store::{AccountRow, DeviceRow, StoreError};
use approdo_document::{Operation, OperationHash, OperationId, SpaceId};
use approdo_sync::receipt::ReceiptKey;
use approdo_sync::server_rules::{
    Access, Answer, Decision, Facts, Known, Offer, Opened, decide, decide_returned,
    in_order_of_bases,
};
use approdo_sync::store::Appended;
use approdo_sync::wire::Verdict;
use sqlx::SqliteConnection;
use std::collections::{HashMap, HashSet};

/// Who offers.
pub struct Sender<'a> {
    pub account: AccountRow,
    pub device: Option<DeviceRow>,
    pub receipt_key: &'a ReceiptKey,
}

/// What became of what was offered.
#[derive(Default)]
pub struct Pushed {
    pub verdicts: Vec<Verdict>,
    pub returned_verdicts: Vec<Verdict>,
    /// All that is now stored as it was offered.
    pub ids: HashSet<OperationId>,
    /// How many were stored that were not there before.
    pub stored: usize,
    /// Spaces in which something was stored that was not there before.
    pub changed_spaces: Vec<i64>,
}

/// All that is known while one request is decided.
struct Desk<'a> {
    sender: &'a Sender<'a>,
    known: HashMap<OperationId, Known>,
    /// Those known on which nothing of this request can be built: their bytes were removed, or are
    /// other than the device believes.
    unfit: HashSet<OperationId>,
    spaces: HashMap<SpaceId, Space>,
    highest_sequence: u64,
    new_rows: Vec<NewRow<'a>>,
}

/// Stores what may be stored; `highest_sequence` is the last one given out.
pub async fn store(
    connection: &mut SqliteConnection,
    sender: &Sender<'_>,
    highest_sequence: u64,
    opened: &Opened,
) -> Result<Pushed, StoreError> {
    let mut desk = Desk::new(connection, sender, highest_sequence, opened).await?;
    let mut pushed = Pushed {
        verdicts: vec![Verdict::BaseGone; opened.pushed.len()],
        returned_verdicts: vec![Verdict::BaseGone; opened.returned.len()],
        ..Pushed::default()
    };
    for offer in in_order_of_bases(opened) {
        match offer {
            Offer::Pushed(index) => {
                let operation = &opened.pushed[index];
                pushed.verdicts[index] = desk.take_pushed(connection, operation).await?;
            }
            Offer::Returned(index) => {
                let verdict = desk.take_returned(connection, opened, index).await?;
                pushed.returned_verdicts[index] = verdict;
            }
        }
    }
    desk.write(connection).await?;
    let changed = desk.spaces.values().filter(|space| space.is_changed);
    pushed.changed_spaces = changed.map(|space| space.row).collect();
    pushed.ids = stored_ids(opened, &pushed);
    pushed.stored = desk.new_rows.len();
    Ok(pushed)
}

fn stored_ids(opened: &Opened, pushed: &Pushed) -> HashSet<OperationId> {
    let mine = opened.pushed.iter().zip(&pushed.verdicts);
    let theirs = opened.returned.iter().map(|(operation, ..)| operation);
    mine.chain(theirs.zip(&pushed.returned_verdicts))
        .filter(|(_, verdict)| matches!(verdict, Verdict::Stored { .. }))
        .map(|(operation, _)| operation.id)
        .collect()
}

/// Stores operations of one account without asking who may; answers in the same order.
pub async fn append(
    connection: &mut SqliteConnection,
    sender: &Sender<'_>,
    highest_sequence: u64,
    opened: &Opened,
) -> Result<Vec<Appended>, StoreError> {
    let mut desk = Desk::new(connection, sender, highest_sequence, opened).await?;
    let mut appended = Vec::new();
    for operation in &opened.pushed {
        let hash = operation.hash();
        appended.push(match desk.known.get(&operation.id) {
            Some(known) if known.hash == hash => Appended::Known,
            Some(_) => Appended::Forked,
            None => {
                let from = (sender.account, None);
                desk.carry_out(connection, operation, hash, Decision::Store, from)
                    .await?;
                Appended::New
            }
        });
    }
    desk.write(connection).await?;
    Ok(appended)
}

impl<'a> Desk<'a> {
    async fn new(
        connection: &mut SqliteConnection,
        sender: &'a Sender<'a>,
        highest_sequence: u64,
        opened: &Opened,
    ) -> Result<Self, StoreError> {
        let found = rows::find_known(connection, opened).await?;
        let removed = found.iter().filter(|found| found.is_removed);
        Ok(Self {
            sender,
            unfit: removed.map(|found| found.id).collect(),
            known: found.iter().map(|found| (found.id, found.known)).collect(),
            spaces: rows::find_spaces(connection, sender.account, opened).await?,
            highest_sequence,
            new_rows: Vec::new(),
        })
    }

    async fn take_pushed(
        &mut self,
        connection: &mut SqliteConnection,
        operation: &'a Operation,
    ) -> Result<Verdict, StoreError> {
        let hash = operation.hash();
        let decision = decide(operation, hash, &self.facts(operation));
        let (author, device) = (self.sender.account, self.sender.device);
        self.carry_out(connection, operation, hash, decision, (author, device))
            .await
    }

    async fn take_returned(
        &mut self,
        connection: &mut SqliteConnection,
        opened: &'a Opened,
        index: usize,
    ) -> Result<Verdict, StoreError> {
        let (operation, author, receipt) = &opened.returned[index];
        let hash = operation.hash();
        let key = self.sender.receipt_key;
        let is_valid = key.is_receipt_of(*receipt, hash, *author, operation.space);
        let decision = decide_returned(operation, hash, is_valid, &self.facts(operation));
        let author = match decision {
            Decision::Store => find_or_make_account(connection, *author).await?,
            Decision::Answer(_) => self.sender.account,
        };
        self.carry_out(connection, operation, hash, decision, (author, None))
            .await
    }

    fn facts(&self, operation: &Operation) -> Facts {
        Facts {
            known: self.known.get(&operation.id).copied(),
            access: match self.spaces.get(&operation.space) {
                None => Access::NewSpace,
                Some(space) if space.is_member => Access::Write,
                Some(_) => Access::None,
            },
            bases_present: operation
                .base
                .iter()
                .all(|base| self.known.contains_key(base) && !self.unfit.contains(base)),
        }
    }

    async fn carry_out(
        &mut self,
        connection: &mut SqliteConnection,
        operation: &'a Operation,
        hash: OperationHash,
        decision: Decision,
        (author, device): (AccountRow, Option<DeviceRow>),
    ) -> Result<Verdict, StoreError> {
        if let Decision::Answer(answer) = decision {
            if answer == Answer::Forked {
                self.unfit.insert(operation.id);
            }
            return Ok(answer.into());
        }
        if !self.spaces.contains_key(&operation.space) {
            let mut space = rows::make_space(connection, operation.space, author).await?;
            space.is_member = author == self.sender.account;
            self.spaces.insert(operation.space, space);
        }
        let Some(space) = self.spaces.get_mut(&operation.space) else {
            return Ok(Answer::BaseGone.into());
        };
        space.highest_number += 1;
        space.is_changed = true;
        self.highest_sequence += 1;
        let number = space.highest_number;
        self.known.insert(operation.id, Known { hash, number });
        self.new_rows.push(NewRow {
            sequence: self.highest_sequence,
            operation,
            hash,
            space: space.row,
            number,
            author,
            device,
        });
        Ok(Verdict::Stored { number })
    }

    async fn write(&self, connection: &mut SqliteConnection) -> Result<(), StoreError> {
        if self.new_rows.is_empty() {
            return Ok(());
        }
        let changed = self.spaces.values().filter(|space| space.is_changed);
        rows::write(connection, &self.new_rows, changed, self.highest_sequence).await
    }
}
