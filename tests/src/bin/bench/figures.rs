//! The figures: their ids, units and goals, and which measurement gives which.

use anyhow::Result;

use crate::{
    catalog, first_visit, lighthouse, memory, month, pdf, pdf_module, preview, server_load,
    server_memory, test_runs, typing, wire,
};

/// Whether small or large is good.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Better {
    /// Small is good.
    Lower,
    /// Large is good.
    Higher,
}

/// A figure to reach.
#[derive(Debug, Clone, Copy)]
pub struct Figure {
    /// Its name in reports.
    pub id: &'static str,
    /// The unit of value and goal.
    pub unit: &'static str,
    /// What is to be reached.
    pub goal: f64,
    /// Whether the goal is a ceiling or a floor.
    pub better: Better,
    /// What gives the value.
    pub measurement: Measurement,
}

/// One run of something, which gives one figure or several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measurement {
    /// How long the catalogue takes to answer.
    Catalog,
    /// Sizes of packed edits.
    Wire,
    /// Sizes of the modules for workers.
    Module,
    /// Operations accepted by the server.
    ServerLoad,
    /// What the server takes of a machine's memory.
    ServerMemory,
    /// What a first visit transfers.
    FirstVisit,
    /// How long a first visit takes on a slow phone with a slow line.
    SlowVisit,
    /// How quickly typed letters appear on a slow phone.
    Typing,
    /// How quickly the preview follows an edit, here and on a slow phone.
    Preview,
    /// How long a PDF takes.
    Pdf,
    /// Memory of the page's process.
    Memory,
    /// What Lighthouse says.
    Lighthouse,
    /// What a month's use transfers.
    Month,
    /// How long the tests took when they last ran.
    TestRuns,
}

impl Measurement {
    /// Every measurement, the quickest first.
    pub const ALL: [Measurement; 14] = [
        Self::TestRuns,
        Self::Catalog,
        Self::Wire,
        Self::Module,
        Self::ServerMemory,
        Self::FirstVisit,
        Self::SlowVisit,
        Self::Typing,
        Self::Preview,
        Self::Pdf,
        Self::Memory,
        Self::ServerLoad,
        Self::Lighthouse,
        Self::Month,
    ];

    /// Returns what is being done, for the progress line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Catalog => "key presses in the catalogue",
            Self::Wire => "edits on the wire",
            Self::Module => "the modules for workers",
            Self::ServerLoad => "operations into the server",
            Self::ServerMemory => "memory of the server",
            Self::FirstVisit => "a first visit",
            Self::SlowVisit => "a first visit on a slow phone",
            Self::Typing => "typing on a slow phone",
            Self::Preview => "edits to a fresh preview",
            Self::Pdf => "clicks to a saved PDF",
            Self::Memory => "memory of the page's process",
            Self::Lighthouse => "Lighthouse on the start page and the editor",
            Self::Month => "a month's use of a phone",
            Self::TestRuns => "the last runs of `cargo xtask test`",
        }
    }

    /// Measures, and returns figures with their values.
    ///
    /// # Errors
    /// When something does not run.
    pub async fn measure(self) -> Result<Vec<(&'static str, f64)>> {
        match self {
            Self::Catalog => catalog::measure(),
            Self::Wire => wire::measure(),
            Self::Module => pdf_module::measure(),
            Self::ServerLoad => server_load::measure().await,
            Self::ServerMemory => server_memory::measure().await,
            Self::FirstVisit => first_visit::measure_transfer().await,
            Self::SlowVisit => first_visit::measure_slow().await,
            Self::Typing => typing::measure().await,
            Self::Preview => preview::measure().await,
            Self::Pdf => pdf::measure().await,
            Self::Memory => memory::measure().await,
            Self::Lighthouse => lighthouse::measure().await,
            Self::Month => month::measure().await,
            Self::TestRuns => test_runs::measure(),
        }
    }
}

const fn at_most(
    id: &'static str,
    unit: &'static str,
    goal: f64,
    measurement: Measurement,
) -> Figure {
    Figure {
        id,
        unit,
        goal,
        better: Better::Lower,
        measurement,
    }
}

const fn at_least(
    id: &'static str,
    unit: &'static str,
    goal: f64,
    measurement: Measurement,
) -> Figure {
    Figure {
        id,
        unit,
        goal,
        better: Better::Higher,
        measurement,
    }
}

/// Every figure, in the order of the table.
pub const FIGURES: [Figure; 25] = [
    at_most(
        "first_visit_bytes",
        "bytes",
        350_000.0,
        Measurement::FirstVisit,
    ),
    at_most(
        "first_visit_requests",
        "requests",
        15.0,
        Measurement::FirstVisit,
    ),
    at_most("usable_slow_ms", "ms", 3_000.0, Measurement::SlowVisit),
    at_most("typing_p50_ms", "ms", 24.0, Measurement::Typing),
    at_most("typing_p98_ms", "ms", 48.0, Measurement::Typing),
    at_most("preview_1_page_ms", "ms", 60.0, Measurement::Preview),
    at_most("preview_3_pages_ms", "ms", 90.0, Measurement::Preview),
    at_most("pdf_first_ms", "ms", 400.0, Measurement::Pdf),
    at_most("pdf_later_ms", "ms", 100.0, Measurement::Pdf),
    at_most(
        "pdf_module_bytes",
        "bytes",
        1_200_000.0,
        Measurement::Module,
    ),
    at_most(
        "exchange_module_bytes",
        "bytes",
        500_000.0,
        Measurement::Module,
    ),
    at_most("catalog_search_ms", "ms", 10.0, Measurement::Catalog),
    at_most("wire_edit_bytes", "bytes", 60.0, Measurement::Wire),
    at_most("server_idle_mb", "MB", 30.0, Measurement::ServerMemory),
    at_most(
        "server_1000_streams_mb",
        "MB",
        80.0,
        Measurement::ServerMemory,
    ),
    at_least(
        "server_ops_per_s",
        "operations/s",
        10_000.0,
        Measurement::ServerLoad,
    ),
    at_least(
        "lighthouse_performance",
        "points",
        95.0,
        Measurement::Lighthouse,
    ),
    at_least(
        "lighthouse_accessibility",
        "points",
        100.0,
        Measurement::Lighthouse,
    ),
    at_least(
        "lighthouse_best_practices",
        "points",
        100.0,
        Measurement::Lighthouse,
    ),
    at_most("preview_slow_1_page_ms", "ms", 250.0, Measurement::Preview),
    at_most("preview_slow_3_pages_ms", "ms", 400.0, Measurement::Preview),
    at_most("page_memory_mb", "MB", 80.0, Measurement::Memory),
    at_most("month_bytes", "bytes", 5_000_000.0, Measurement::Month),
    at_most("test_cold_s", "s", 2_400.0, Measurement::TestRuns),
    at_most("test_warm_s", "s", 900.0, Measurement::TestRuns),
];
