//! Deliberately broken variants of devices and server, one mistake each: what the tests of the
//! invariants must catch. They live in the simulated world only; no product contains any of them.

/// A mistake somebody could make in sync.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Broken {
    /// The interface says "saved" when the edit is in memory, and writes it a little later.
    SavedBeforeDurable,
    /// The interface says "saved" although the disk is full.
    SavedOnFullDisk,
    /// The server refuses any id it knows, without comparing bytes.
    RepeatIsRefused,
    /// The server stores what comes again once more, under a new name.
    RepeatIsStoredAgain,
    /// The device stores the cursor in one transaction and the data in the next.
    CursorBeforeData,
    /// The device looks at the highest number only, and passes over gaps.
    GapsPassedOver,
    /// The device does not compare the epoch, and believes what was acknowledged before a restore.
    RestoreUnnoticed,
    /// After a restore a device offers only what its own person wrote.
    OthersWorkNotReturned,
    /// After a restore a device offers what others wrote as its own person's.
    ReturnedUnderOwnName,
    /// The device takes "stored" for acknowledged before its cursor covers it.
    AcknowledgedBeforeReadBack,
    /// What was sent counts as acknowledged, whatever is answered.
    OfferedIsAcknowledged,
    /// Signing out empties the queue.
    SignOutDiscards,
    /// The writer is kept in the profile, and used again by whoever has a copy of it.
    WriterKeptInProfile,
    /// The server takes the work for the session's person, whoever the device says wrote it.
    SessionNotCompared,
    /// The server takes a request whole or not at all.
    RefusalFailsWholeRequest,
    /// The device removes what was refused.
    RefusedIsRemoved,
    /// Compaction drops all that a whole value replaces, also what others descend from.
    CompactionTakesWhatIsNeeded,
    /// The server refuses a patch whose base was compacted away, once and for all.
    BaseGoneIsRefused,
    /// The interface goes on to say that work will be sent soon.
    StallNotTold,
    /// Every answer counts as progress.
    AnyAnswerIsProgress,
    /// The server refuses bodies it cannot read.
    ServerReadsBodies,
    /// The device keeps only the operations it can read.
    UnreadableNotKept,
    /// The server refuses operations stamped in the future.
    FutureIsRefused,
    /// Times noted before the clock was put back stay noted.
    TimesOutliveTheClock,
}

impl Broken {
    /// All of them, in the order of the invariants they break.
    pub const ALL: [Self; 24] = [
        Self::SavedBeforeDurable,
        Self::SavedOnFullDisk,
        Self::RepeatIsRefused,
        Self::RepeatIsStoredAgain,
        Self::CursorBeforeData,
        Self::GapsPassedOver,
        Self::RestoreUnnoticed,
        Self::OthersWorkNotReturned,
        Self::ReturnedUnderOwnName,
        Self::AcknowledgedBeforeReadBack,
        Self::OfferedIsAcknowledged,
        Self::SignOutDiscards,
        Self::WriterKeptInProfile,
        Self::SessionNotCompared,
        Self::RefusalFailsWholeRequest,
        Self::RefusedIsRemoved,
        Self::CompactionTakesWhatIsNeeded,
        Self::BaseGoneIsRefused,
        Self::StallNotTold,
        Self::AnyAnswerIsProgress,
        Self::ServerReadsBodies,
        Self::UnreadableNotKept,
        Self::FutureIsRefused,
        Self::TimesOutliveTheClock,
    ];

    /// Returns the number of the invariant it breaks, as in `docs/architecture.md`.
    pub fn invariant(self) -> u8 {
        match self {
            Self::SavedBeforeDurable | Self::SavedOnFullDisk => 1,
            Self::RepeatIsRefused | Self::RepeatIsStoredAgain => 2,
            Self::CursorBeforeData | Self::GapsPassedOver => 3,
            Self::RestoreUnnoticed
            | Self::OthersWorkNotReturned
            | Self::ReturnedUnderOwnName
            | Self::AcknowledgedBeforeReadBack => 4,
            Self::OfferedIsAcknowledged | Self::SignOutDiscards => 5,
            Self::WriterKeptInProfile => 6,
            Self::SessionNotCompared => 7,
            Self::RefusalFailsWholeRequest | Self::RefusedIsRemoved => 8,
            Self::CompactionTakesWhatIsNeeded | Self::BaseGoneIsRefused => 9,
            Self::StallNotTold | Self::AnyAnswerIsProgress => 10,
            Self::ServerReadsBodies | Self::UnreadableNotKept => 11,
            Self::FutureIsRefused | Self::TimesOutliveTheClock => 12,
        }
    }

    /// Says the mistake in a few words, for people.
    pub fn mistake(self) -> &'static str {
        match self {
            Self::SavedBeforeDurable => "\"saved\" is said while the edit is in memory only",
            Self::SavedOnFullDisk => "\"saved\" is said although the disk is full",
            Self::RepeatIsRefused => "a repeat is refused",
            Self::RepeatIsStoredAgain => "a repeat is stored once more",
            Self::CursorBeforeData => "the cursor is stored before its data",
            Self::GapsPassedOver => "only the highest number counts, gaps are passed over",
            Self::RestoreUnnoticed => "a device does not compare the epoch",
            Self::OthersWorkNotReturned => "what others wrote is not brought back",
            Self::ReturnedUnderOwnName => "what others wrote is brought back as one's own",
            Self::AcknowledgedBeforeReadBack => "acknowledged before the cursor covers it",
            Self::OfferedIsAcknowledged => "sent counts as acknowledged",
            Self::SignOutDiscards => "signing out empties the queue",
            Self::WriterKeptInProfile => "the writer is kept in the profile",
            Self::SessionNotCompared => "work is taken for the session's person unasked",
            Self::RefusalFailsWholeRequest => "one refused operation fails the whole request",
            Self::RefusedIsRemoved => "what was refused is removed from the device",
            Self::CompactionTakesWhatIsNeeded => "compaction takes what others descend from",
            Self::BaseGoneIsRefused => "a patch on a compacted base is refused for good",
            Self::StallNotTold => "a stall is not told",
            Self::AnyAnswerIsProgress => "every answer counts as progress",
            Self::ServerReadsBodies => "the server refuses bodies it cannot read",
            Self::UnreadableNotKept => "a device drops operations it cannot read",
            Self::FutureIsRefused => "the server refuses stamps in the future",
            Self::TimesOutliveTheClock => "times noted outlive a clock put back",
        }
    }
}
