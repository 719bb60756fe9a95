//! Storing what a device offers: what is found out in bulk, then decided one by one, then written
//! in bulk. Statements are few, since each costs a round trip to the connection's thread.

use super::exchange::{read_id, write_id};
use super::{find_or_make_account, fixed, from_integer, to_integer};
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
use std::sync::LazyLock;

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
    /// Spaces in which something was stored that was not there before.
    pub changed_spaces: Vec<i64>,
}

/// A space that an offered operation names.
struct Space {
    row: i64,
    highest_number: u64,
    is_member: bool,
    is_changed: bool,
}

/// An operation about to be written.
struct NewRow<'a> {
    sequence: u64,
    operation: &'a Operation,
    hash: OperationHash,
    space: i64,
    number: u64,
    author: AccountRow,
    device: Option<DeviceRow>,
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
        let found = find_known(connection, opened).await?;
        let removed = found.iter().filter(|found| found.is_removed);
        Ok(Self {
            sender,
            unfit: removed.map(|found| found.id).collect(),
            known: found.iter().map(|found| (found.id, found.known)).collect(),
            spaces: find_spaces(connection, sender.account, opened).await?,
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
            let mut space = make_space(connection, operation.space, author).await?;
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
        let mut rest = self.new_rows.as_slice();
        for statement in INSERTS.iter() {
            while rest.len() >= statement.rows {
                let (now, later) = rest.split_at(statement.rows);
                insert(connection, &statement.sql, now).await?;
                rest = later;
            }
        }
        for space in self.spaces.values().filter(|space| space.is_changed) {
            sqlx::query("UPDATE spaces SET highest_number = ? WHERE row = ?")
                .bind(to_integer(space.highest_number))
                .bind(space.row)
                .execute(&mut *connection)
                .await?;
        }
        sqlx::query("UPDATE server SET highest_sequence = ?")
            .bind(to_integer(self.highest_sequence))
            .execute(connection)
            .await?;
        Ok(())
    }
}

/// A statement that inserts several operations at once; prepared once, since its text is constant.
struct Insert {
    rows: usize,
    sql: String,
}

/// From many rows to one.
static INSERTS: LazyLock<[Insert; 3]> = LazyLock::new(|| {
    [100, 10, 1].map(|rows| Insert {
        rows,
        sql: format!(
            "INSERT INTO operations \
               (sequence, id, hash, space, number, author, device, document, bytes) VALUES {}",
            vec!["(?, ?, ?, ?, ?, ?, ?, ?, ?)"; rows].join(", ")
        ),
    })
});

async fn insert(
    connection: &mut SqliteConnection,
    sql: &'static str,
    rows: &[NewRow<'_>],
) -> Result<(), StoreError> {
    let mut query = sqlx::query(sql);
    for row in rows {
        query = query
            .bind(to_integer(row.sequence))
            .bind(write_id(row.operation.id).to_vec())
            .bind(row.hash.0.to_vec())
            .bind(row.space)
            .bind(to_integer(row.number))
            .bind(row.author.0)
            .bind(row.device.map(|device| device.0))
            .bind(row.operation.document.0.to_vec())
            // Serialising a plain struct into memory has no way to fail; were there one, the row
            // would not match its hash and be told of when it is read.
            .bind(postcard::to_allocvec(row.operation).unwrap_or_default());
    }
    query.execute(connection).await?;
    Ok(())
}

/// What is stored under one id.
struct Found {
    id: OperationId,
    known: Known,
    is_removed: bool,
}

/// Finds what is stored under the ids that a request offers or builds upon.
async fn find_known(
    connection: &mut SqliteConnection,
    opened: &Opened,
) -> Result<Vec<Found>, StoreError> {
    let offered = opened.pushed.iter();
    let offered = offered.chain(opened.returned.iter().map(|(operation, ..)| operation));
    let ids: HashSet<OperationId> = offered
        .flat_map(|operation| {
            let bases = match operation.self_contained {
                true => &[],
                false => operation.base.as_slice(),
            };
            bases.iter().copied().chain([operation.id])
        })
        .collect();
    let wanted = json_list(ids.into_iter().map(|id| hex::encode(write_id(id))));
    let found: Vec<(Vec<u8>, Vec<u8>, i64, bool)> = sqlx::query_as(
        "SELECT operations.id, operations.hash, operations.number, operations.bytes IS NULL \
         FROM json_each(?) AS wanted \
         CROSS JOIN operations ON operations.id = unhex(wanted.value)",
    )
    .bind(wanted)
    .fetch_all(connection)
    .await?;
    let found = found
        .into_iter()
        .map(|(id, hash, number, is_removed)| Found {
            id: read_id(&id),
            known: Known {
                hash: OperationHash(fixed(&hash)),
                number: from_integer(number),
            },
            is_removed,
        });
    Ok(found.collect())
}

/// Finds the spaces that a request names.
async fn find_spaces(
    connection: &mut SqliteConnection,
    account: AccountRow,
    opened: &Opened,
) -> Result<HashMap<SpaceId, Space>, StoreError> {
    let pushed = opened.pushed.iter().map(|operation| operation.space);
    let returned = opened
        .returned
        .iter()
        .map(|(operation, ..)| operation.space);
    let named: HashSet<SpaceId> = pushed.chain(returned).collect();
    let wanted = json_list(named.into_iter().map(|space| hex::encode(space.0)));
    let found: Vec<(Vec<u8>, i64, i64, bool)> = sqlx::query_as(
        "SELECT spaces.space, spaces.row, spaces.highest_number, members.account IS NOT NULL \
         FROM json_each(?) AS wanted CROSS JOIN spaces ON spaces.space = unhex(wanted.value) \
         LEFT JOIN members ON members.space = spaces.row AND members.account = ?",
    )
    .bind(wanted)
    .bind(account.0)
    .fetch_all(connection)
    .await?;
    let spaces = found.into_iter().map(|(id, row, highest, is_member)| {
        let space = Space {
            row,
            highest_number: from_integer(highest),
            is_member,
            is_changed: false,
        };
        (SpaceId(fixed(&id)), space)
    });
    Ok(spaces.collect())
}

/// Makes a space with its first writer as its owner, who sees it from the beginning.
async fn make_space(
    connection: &mut SqliteConnection,
    space: SpaceId,
    owner: AccountRow,
) -> Result<Space, StoreError> {
    let row: i64 = sqlx::query_scalar(
        "INSERT INTO spaces (space, highest_number) VALUES (?, 0) RETURNING row",
    )
    .bind(space.0.as_slice())
    .fetch_one(&mut *connection)
    .await?;
    sqlx::query("INSERT INTO members (account, space, since) VALUES (?, ?, 0)")
        .bind(owner.0)
        .bind(row)
        .execute(connection)
        .await?;
    Ok(Space {
        row,
        highest_number: 0,
        is_member: true,
        is_changed: false,
    })
}

/// Returns every account that may see one of these spaces.
pub async fn members_of(
    connection: &mut SqliteConnection,
    spaces: &[i64],
) -> Result<Vec<AccountRow>, StoreError> {
    if spaces.is_empty() {
        return Ok(Vec::new());
    }
    let rows: Vec<i64> = sqlx::query_scalar(
        "SELECT DISTINCT members.account FROM json_each(?) AS changed \
         CROSS JOIN members ON members.space = changed.value",
    )
    .bind(serde_json::json!(spaces).to_string())
    .fetch_all(connection)
    .await?;
    Ok(rows.into_iter().map(AccountRow).collect())
}

/// Writes hexadecimal texts as a JSON list, by which SQLite takes any number of them at once.
fn json_list(texts: impl Iterator<Item = String>) -> String {
    serde_json::Value::from_iter(texts).to_string()
}
