//! What a month's normal use of a phone transfers, all bytes in both directions as they pass between
//! browser and server: twenty visits, an update of the client, three hundred edits, four PDFs. The
//! device is linked, so that every edit travels; each visit begins with a browser that was closed.

use std::sync::Arc;

use anyhow::{Result, ensure};
use approdo_tests::client_versions::{Difference, PublishedClient, Version};
use approdo_tests::line::Line;
use approdo_tests::{Browser, Editor, Engine, Stage, downloads, perform, updates};

/// Visits; at each the same CV is opened.
const VISITS: usize = 20;
/// Edits at each visit.
const EDITS: usize = 15;
/// After so many edits the person pauses until they are on the server.
const EDITS_AT_A_STRETCH: usize = 5;
/// The visit at which a new version is offered, and taken.
const UPDATE: usize = 10;
/// Every so many visits the person takes a PDF along.
const VISITS_FOR_A_PDF: usize = 5;
/// What the person works on: more fields than are edited at a stretch, so that no edit takes the
/// place of one before it.
const FIELDS: [&str; 8] = [
    "personal.headline",
    "personal.city",
    "personal.address",
    "profile",
    "experience.role",
    "experience.employer",
    "experience.place",
    "experience.description",
];
/// What each edit adds.
const WORDS: [&str; 4] = [" turni", " e pulizie", " a Bari", " in cucina"];

/// Measures, and says what the kinds of visits transfer.
pub async fn measure() -> Result<Vec<(&'static str, f64)>> {
    perform("bench-month", measure_on).await
}

async fn measure_on(stage: &Stage) -> Result<Vec<(&'static str, f64)>> {
    let client = PublishedClient::of(&Version::built()?)?;
    let newer = Version::different(Difference::AppModule).await?;
    stage.server.serve_client(client.folder()).await?;
    let mut meter = Meter::of(stage.server.put_behind_line().await?);
    let phone = stage.browser(Engine::Chromium, "phone").await?;

    let path = first_visit(stage, &phone).await?;
    meter.tell("the first visit, with linking");
    for visit in 1..=VISITS {
        if visit > 1 {
            phone.close().await?;
            phone.start_again().await?;
        }
        let editor = Editor::open(&phone, &stage.server, &path).await?;
        if visit == UPDATE {
            client.publish(&newer)?;
            updates::wait_for_offer(&phone).await?;
            updates::take(&phone).await?;
            meter.tell("the update");
        }
        edit(&editor, visit).await?;
        if visit % VISITS_FOR_A_PDF == 0 {
            take_pdf(&phone).await?;
        }
        meter.tell(&format!("visit {visit}"));
    }
    ensure!(
        meter.has_passed("POST /api/v1/sync"),
        "nothing was synced: the device is not linked"
    );
    let bytes = u32::try_from(meter.line.bytes_both_ways())?;
    Ok(vec![("month_bytes", f64::from(bytes))])
}

/// Begins a CV, waits until it works without a network, and links the device.
async fn first_visit(stage: &Stage, phone: &Browser) -> Result<String> {
    let editor = Editor::start_from_home(phone, &stage.server).await?;
    let path = editor.path().await?;
    editor.paste("personal.given-name", 0, "Giulia").await?;
    editor.add_entry("experience", &[]).await?;
    editor.paste("experience.role", 0, "Cuoca").await?;
    editor.wait_until_saved().await?;
    editor.wait_until_ready_offline().await?;
    phone.goto(&stage.server.address("/devices")).await?;
    phone.click(r#"[data-action="make-recovery-code"]"#).await?;
    phone.element("#recovery-code").await?;
    Ok(path)
}

async fn edit(editor: &Editor<'_>, visit: usize) -> Result<()> {
    for edit in 0..EDITS {
        let number = visit * EDITS + edit;
        let (field, words) = (FIELDS[number % FIELDS.len()], WORDS[number % WORDS.len()]);
        editor.paste(field, 0, words).await?;
        if (edit + 1) % EDITS_AT_A_STRETCH == 0 {
            editor.wait_until_saved().await?;
            editor.wait_for_state(&["synced"]).await?;
        }
    }
    Ok(())
}

async fn take_pdf(phone: &Browser) -> Result<()> {
    phone.click(r#"[data-action="open-preview"]"#).await?;
    phone.element(".preview-page svg").await?;
    phone.click(r#"[data-action="download-pdf"]"#).await?;
    let file = downloads::wait_for(phone, downloads::is_whole_pdf).await?;
    Ok(std::fs::remove_file(file)?)
}

/// Reads the line, and says what each part of the month cost.
struct Meter {
    line: Arc<Line>,
    told: u64,
    requests: Vec<String>,
}

impl Meter {
    fn of(line: Arc<Line>) -> Self {
        Self {
            line,
            told: 0,
            requests: Vec::new(),
        }
    }

    fn tell(&mut self, what: &str) {
        let now = self.line.bytes_both_ways();
        let requests = self.line.take_requests();
        let (bytes, count) = (now - self.told, requests.len());
        println!("  {what}: {bytes} bytes, {count} requests");
        self.told = now;
        self.requests.extend(requests);
    }

    fn has_passed(&self, request: &str) -> bool {
        self.requests.iter().any(|passed| passed == request)
    }
}
