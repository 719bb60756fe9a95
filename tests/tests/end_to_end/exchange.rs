//! A long CV, its fifteen jobs typed and moved, goes out in each format and comes back, without a network; what cannot be read is refused
//! with a reason, and nothing is lost; a letter comes from a file. What each format holds is tested natively in `crates/exchange`.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use approdo_domain::{Cv, ExportChoice, ItemId, SensitiveField};
use approdo_exchange::export::approdo_json;
use approdo_exchange::import::{ImportRequest, Titles};
use approdo_tests::{Browser, Editor, Engine, Stage, downloads, in_every_engine, pdf, screen};
use serde_json::Value;
use thirtyfour::By;

in_every_engine!(
    a_long_cv_goes_out_in_each_format_and_comes_back,
    what_cannot_be_read_is_refused_with_a_reason,
);

/// Fifteen experiences on six pages, and every sensitive datum.
fn long_cv() -> Cv {
    let mut cv = approdo_testkit::cv::full_cv();
    let model = cv.experience.remove(0);
    cv.experience = (0..15_u64)
        .map(|number| {
            let mut entry = model.clone();
            entry.id = ItemId(10_000 + number);
            entry.current = number == 0;
            entry.role = format!("Mansione n. {number} ad alta responsabilità");
            entry.start.0 = format!("01/{}", 2020 - number);
            entry.end.0 = if number == 0 {
                String::new()
            } else {
                format!("12/{}", 2020 - number)
            };
            let lines = (1..=14).map(|line| format!("Compito {line} della mansione {number}"));
            entry.description = lines.collect::<Vec<_>>().join("\n");
            entry
        })
        .collect();
    cv
}

async fn a_long_cv_goes_out_in_each_format_and_comes_back(
    stage: &Stage,
    engine: Engine,
) -> Result<()> {
    let browser = stage.browser(engine, "phone").await?;
    let editor = Editor::start_from_home(&browser, &stage.server).await?;
    editor.wait_until_ready_offline().await?;
    stage.server.stop();

    let cv = long_cv();
    let without_jobs = Cv {
        experience: Vec::new(),
        ..cv.clone()
    };
    let sent = approdo_json(&without_jobs);
    let file = browser.downloads().join("brought.json");
    std::fs::write(&file, &sent)?;
    open_file(&browser, stage, &file).await?;
    browser.element(r#"[data-left="0"]"#).await?;
    screen::keep(&browser, "import", "390-light-it").await?;
    browser.click(r#"[data-action="create-cv"]"#).await?;
    std::fs::remove_file(&file)?;
    let editor = Editor::opened(&browser).await?;
    editor.wait_until_saved().await?;
    expect_source_beside(&browser, "brought.json").await?;
    type_jobs(&editor, &cv).await?;
    move_a_job_and_take_it_back(&editor, &cv).await?;
    editor.reload().await?;

    go_to_export(&browser).await?;
    let unasked = download(&browser, "pdf").await?;
    let printed = pdf::text(&unasked)?;
    pdf::contains_in_order(&printed, &["Compito 14 della mansione 14"])?;
    expect_nothing_unasked(&unasked, &cv)?;
    choose_everything(&browser).await?;
    let whole = cv.for_export(ExportChoice::everything());
    for format in ["pdf", "approdo", "json-resume"] {
        let back = read_back(&download(&browser, format).await?)?;
        ensure!(
            approdo_json(&back) == approdo_json(&whole),
            "{format} does not come back equal: {}",
            approdo_json(&back)
        );
    }
    expect_in_other_formats(&browser, &whole).await?;
    expect_ways_on_the_page(&browser).await?;
    screen::keep(&browser, "export", "390-light-it").await?;

    let pdf = download(&browser, "pdf").await?;
    let kept = pdf.with_extension("kept.pdf");
    std::fs::rename(&pdf, &kept)?;
    open_file(&browser, stage, &kept).await?;
    browser.click(r#"[data-action="create-cv"]"#).await?;
    let editor = Editor::opened(&browser).await?;
    editor.wait_until_saved().await?;
    go_to_export(&browser).await?;
    choose_everything(&browser).await?;
    let again = read_back(&download(&browser, "approdo").await?)?;
    ensure!(
        approdo_json(&again) == approdo_json(&whole),
        "the CV of the PDF is another one: {}",
        approdo_json(&again)
    );
    Ok(())
}

async fn what_cannot_be_read_is_refused_with_a_reason(stage: &Stage, engine: Engine) -> Result<()> {
    let browser = stage.browser(engine, "phone").await?;
    let editor = Editor::start_from_home(&browser, &stage.server).await?;
    editor.write("personal.given-name", 0, "Giulia").await?;
    editor.wait_until_saved().await?;
    let entities = "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>\
        <Candidate xmlns=\"http://www.europass.eu/1.0\">&b;</Candidate>";
    let files: [(&str, &[u8], &str); 4] = [
        ("bomb.xml", entities.as_bytes(), "pericoloso"),
        ("empty.pdf", b"%PDF-1.7\nnothing\n%%EOF", "PDF"),
        ("deep.json", &b"[".repeat(100_000), "pericoloso"),
        (
            "notes.json",
            b"{\"shopping\": [\"latte\"]}",
            "non \u{e8} un CV",
        ),
    ];
    for (name, bytes, reason) in files {
        let file = browser.downloads().join(name);
        std::fs::write(&file, bytes)?;
        open_file(&browser, stage, &file).await?;
        let told = browser.element("[data-refused]").await?.text().await?;
        ensure!(told.contains(reason), "{name}: {told}");
        std::fs::remove_file(&file)?;
    }
    browser.goto(&stage.server.address("/cv")).await?;
    browser.element("[data-cv]").await?;
    let kept: usize = browser
        .script("return document.querySelectorAll('[data-cv]').length", &[])
        .await?;
    ensure!(kept == 1, "there are {kept} CVs instead of one");
    crate::letter_files::open_letters(&browser, stage).await
}

/// Types the experiences of a CV; the list puts each above those before it.
async fn type_jobs(editor: &Editor<'_>, cv: &Cv) -> Result<()> {
    for job in cv.experience.iter().rev() {
        let texts = [
            ("experience.role", job.role.as_str()),
            ("experience.employer", &job.employer),
            ("experience.place", &job.place),
            ("experience.start", &job.start.0),
            ("experience.end", &job.end.0),
        ];
        let written = texts.into_iter().filter(|(_, text)| !text.is_empty());
        let written: Vec<(&str, &str)> = written.collect();
        editor.add_entry("experience", &written).await?;
        // Two hundred lines letter by letter are the driver's work, not the form's.
        editor
            .paste("experience.description", 0, &job.description)
            .await?;
    }
    editor.tick("experience.current").await?;
    editor.wait_until_saved().await
}

/// Moves the first experience down, and takes that back.
async fn move_a_job_and_take_it_back(editor: &Editor<'_>, cv: &Cv) -> Result<()> {
    let jobs = cv.experience.iter();
    let mut roles: Vec<&str> = jobs.map(|job| job.role.as_str()).collect();
    let browser = editor.browser();
    browser
        .click(r#"[data-section="experience"] [data-action="move-down"]"#)
        .await?;
    roles.swap(0, 1);
    editor.expect_order("experience.role", &roles).await?;
    browser.click(r#"[data-action="undo"]"#).await?;
    roles.swap(0, 1);
    editor.expect_order("experience.role", &roles).await?;
    editor.wait_until_saved().await
}

/// The file from which a CV was made stays beside it.
async fn expect_source_beside(browser: &Browser, name: &str) -> Result<()> {
    browser
        .click(r#"[data-action="attachments"] > summary"#)
        .await?;
    let kept = browser.element("[data-attachment]").await?.text().await?;
    ensure!(kept.contains(name), "beside the CV stands “{kept}”");
    Ok(())
}

/// Brings a file on the page for it.
async fn open_file(browser: &Browser, stage: &Stage, file: &Path) -> Result<()> {
    browser.goto(&stage.server.address("/cv/import")).await?;
    browser
        .element(r#"[data-action="choose-file"]:enabled"#)
        .await?;
    // A driver can only fill in a file's input that is in the page, and opens no system window.
    let stay = "HTMLInputElement.prototype.click = function () { document.body.append(this); }";
    browser.script::<Value>(stay, &[]).await?;
    browser.click(r#"[data-action="choose-file"]"#).await?;
    let chooser = browser.driver()?.find(By::Css("input[type=file]")).await?;
    chooser.send_keys(file.to_string_lossy().as_ref()).await?;
    browser.element("#import-outcome").await?;
    Ok(())
}

async fn go_to_export(browser: &Browser) -> Result<()> {
    browser
        .click(r#".bottom-bar [data-action="open-preview"]"#)
        .await?;
    browser.click(r#"[data-action="open-export"]"#).await?;
    browser.element("[data-formats]").await?;
    Ok(())
}

async fn choose_everything(browser: &Browser) -> Result<()> {
    browser
        .click(r#"[data-action="export-fields"] summary"#)
        .await?;
    let boxes: Vec<String> = browser
        .script(
            "return [...document.querySelectorAll('input[data-export]')].map((box) => box.dataset.export)",
            &[],
        )
        .await?;
    ensure!(
        boxes.len() >= SensitiveField::ALL.len() - 1,
        "only {boxes:?} can be chosen"
    );
    for name in boxes {
        browser.click(&format!(r#"[data-export="{name}"]"#)).await?;
    }
    Ok(())
}

/// Saves the CV in a format; the file is taken out of the way of the next.
async fn download(browser: &Browser, format: &str) -> Result<PathBuf> {
    let row = format!(r#"[data-format="{format}"]"#);
    browser
        .click(&format!(r#"{row} [data-action^="download"]"#))
        .await?;
    let is_pdf = format == "pdf";
    let file = downloads::wait_for(browser, |bytes| {
        !bytes.is_empty() && (!is_pdf || downloads::is_whole_pdf(bytes))
    })
    .await?;
    let name = file.file_name().context("no name")?;
    let kept = browser.downloads().with_file_name(format!("{format}-kept"));
    std::fs::create_dir_all(&kept)?;
    let kept = kept.join(name);
    std::fs::rename(&file, &kept)?;
    Ok(kept)
}

fn read_back(file: &Path) -> Result<Cv> {
    let request = ImportRequest {
        file: std::fs::read(file)?,
        titles: Titles::default(),
        first_id: 1,
    };
    Ok(request.carry_out()?.cv)
}

fn expect_nothing_unasked(file: &Path, cv: &Cv) -> Result<()> {
    let back = approdo_json(&read_back(file)?);
    for secret in [&cv.personal.tax_code, &cv.personal.birth_date.0] {
        ensure!(!back.contains(secret.as_str()), "{secret} goes out unasked");
    }
    ensure!(
        !back.contains("protected"),
        "the protected category goes out unasked: {back}"
    );
    pdf::check(file)
}

async fn expect_in_other_formats(browser: &Browser, cv: &Cv) -> Result<()> {
    let europass = read_back(&download(browser, "europass").await?)?;
    let roles = |cv: &Cv| -> Vec<String> {
        cv.experience
            .iter()
            .map(|entry| entry.role.clone())
            .collect()
    };
    ensure!(roles(&europass) == roles(cv), "{:?}", roles(&europass));
    let text = std::fs::read_to_string(download(browser, "text").await?)?;
    for entry in &cv.experience {
        pdf::contains_in_order(&text, &[&entry.role, &entry.employer, &entry.description])?;
    }
    let card = std::fs::read_to_string(download(browser, "contacts").await?)?;
    ensure!(
        card.contains(&cv.personal.family_name) && !card.contains(&cv.personal.tax_code),
        "{card}"
    );
    let document = std::fs::read(download(browser, "docx").await?)?;
    ensure!(document.starts_with(b"PK"), "the DOCX is no package");
    Ok(())
}

/// Print, the code of the contacts.
async fn expect_ways_on_the_page(browser: &Browser) -> Result<()> {
    // Firefox's driver runs scripts beside the page, not in it: only its window is the same.
    let note = "window.print = () => {
        window.printed = document.querySelectorAll('.print-only .preview-page svg').length;
    }";
    browser.script::<Value>(note, &[]).await?;
    browser
        .click(r#"[data-format="pdf"] [data-action="print"]"#)
        .await?;
    browser
        .until("six pages to be printed", "return window.printed >= 6", &[])
        .await?;
    browser.click(r#"[data-action="show-code"]"#).await?;
    browser.element("[data-code] svg").await?;
    Ok(())
}
