//! A CV by questions: a new user with a phone and no network is led to a good page as PDF; who stops is
//! led on from there; form and questions lead to each other; the keyboard alone is enough.

use anyhow::{Result, ensure};
use approdo_tests::guided::Guided;
use approdo_tests::screen::{self, Theme};
use approdo_tests::{Browser, Editor, Engine, Stage, axe, downloads, in_every_engine, layout, pdf};
use serde_json::Value;
use thirtyfour::Key;

in_every_engine!(
    questions_lead_to_a_pdf_without_a_network,
    form_and_questions_lead_to_each_other_and_the_keyboard_is_enough,
    a_question_is_read_aloud_where_there_is_a_voice,
);

/// What stands in the PDF of the person below.
const SAID: [&str; 14] = [
    "Amina Diallo",
    "333 1234567",
    "Soresina (CR)",
    "Aiuto cuoca",
    "Mensa scolastica",
    "2021",
    "120 coperti al giorno",
    "Diploma di scuola superiore",
    "HACCP",
    "Arabo",
    "Italiano",
    "A2",
    "Uso della cassa",
    "2 anni di esperienza come aiuto cuoca",
];

async fn questions_lead_to_a_pdf_without_a_network(stage: &Stage, engine: Engine) -> Result<()> {
    let browser = stage.browser(engine, "phone").await?;
    screen::prefer_before_first_visit(&browser, &stage.server, "it", Theme::Light).await?;
    let guided = Guided::start_from_home(&browser, &stage.server).await?;
    guided.wait_until_ready_offline().await?;
    stage.server.stop();

    about_the_person(&guided).await?;
    about_work(&guided).await?;
    about_school(&guided).await?;
    about_skills(&guided).await?;
    finish(&guided).await?;
    check_pdf(&browser).await
}

/// Looks at the question as it is shown, and goes on.
async fn on_to(guided: &Guided<'_>, question: &str) -> Result<()> {
    look(guided).await?;
    guided.on_to(question).await
}

async fn look(guided: &Guided<'_>) -> Result<()> {
    let script = "return document.querySelector('[data-question]').dataset.question";
    let question: String = guided.browser.script(script, &[]).await?;
    axe::check(guided.browser, &question).await?;
    layout::check(guided.browser, &question).await
}

async fn about_the_person(guided: &Guided<'_>) -> Result<()> {
    guided.write("personal.given-name", "Amina").await?;
    guided.write("personal.family-name", "Diallo").await?;
    on_to(guided, "contacts").await?;
    guided.write("personal.phone", "333 1234567").await?;
    guided.write("personal.email", "amina@").await?;
    // What looks wrong is pointed at once; who means it goes on.
    guided.browser.click("#guided-next").await?;
    guided.browser.element(".field .field-error").await?;
    guided.browser.expect_focus("#personal-email").await?;
    guided.write("personal.email", "example.org").await?;
    on_to(guided, "town").await?;
    guided.write("personal.city", "Soresina (CR)").await?;
    on_to(guided, "job-wanted").await?;
    guided.write("personal.headline", "Aiuto cuoca").await?;
    on_to(guided, "work").await
}

async fn about_work(guided: &Guided<'_>) -> Result<()> {
    look(guided).await?;
    guided.answer("tell-work", "role").await?;
    guided.write("experience.role", "Aiuto cuoca").await?;
    on_to(guided, "employer").await?;
    guided
        .write("experience.employer", "Mensa scolastica")
        .await?;
    on_to(guided, "period").await?;
    guided.write("experience.start", "2021").await?;
    guided.write("experience.end", "2023").await?;
    on_to(guided, "tasks").await?;
    guided
        .write("experience.description", "Pasti per 120 coperti al giorno")
        .await?;
    guided.wait_until_saved().await?;
    // The phone was put away in the middle.
    guided.reload_at("tasks").await?;
    let text = r#"[data-field="experience.description"] textarea"#;
    let kept = guided.browser.value(text).await?;
    ensure!(kept.ends_with("al giorno"), "after a reload: {kept}");
    guided.back_to("period").await?;
    guided.on_to("tasks").await?;
    on_to(guided, "more-work").await?;
    // Another one, of which nothing is told, leaves nothing behind.
    guided.answer("tell-work", "role").await?;
    for question in ["employer", "period", "tasks", "more-work"] {
        guided.over_to(question).await?;
    }
    guided.answer("tell-nothing", "other-time").await?;
    look(guided).await?;
    guided.answer("tell-nothing", "school").await
}

async fn about_school(guided: &Guided<'_>) -> Result<()> {
    look(guided).await?;
    guided.answer("4", "title").await?;
    guided.tap("Diploma di scuola superiore").await?;
    on_to(guided, "school-place").await?;
    guided.over_to("school-years").await?;
    guided.write("education.end", "2018").await?;
    on_to(guided, "more-school").await?;
    on_to(guided, "courses").await?;
    guided.tap("HACCP").await?;
    on_to(guided, "mother-tongue").await
}

async fn about_skills(guided: &Guided<'_>) -> Result<()> {
    guided.tap("Arabo").await?;
    on_to(guided, "italian").await?;
    guided.tap("Capisco le frasi semplici").await?;
    on_to(guided, "other-languages").await?;
    guided.tap("Francese").await?;
    on_to(guided, "driving").await?;
    guided.tap("B").await?;
    on_to(guided, "availability").await?;
    guided.tap("Da subito").await?;
    guided.tap("Su turni").await?;
    on_to(guided, "skills").await?;
    guided.tap("Uso della cassa").await?;
    on_to(guided, "profile").await
}

async fn finish(guided: &Guided<'_>) -> Result<()> {
    guided.tap("2 anni di esperienza").await?;
    on_to(guided, "look").await?;
    on_to(guided, "privacy").await?;
    on_to(guided, "done").await?;
    guided.browser.element(".preview-page svg").await?;
    look(guided).await
}

async fn check_pdf(browser: &Browser) -> Result<()> {
    browser.click(r#"[data-action="download-pdf"]"#).await?;
    let file = downloads::wait_for(browser, downloads::is_whole_pdf).await?;
    let text = pdf::text(&file)?;
    for words in SAID {
        pdf::contains_in_order(&text, &[words])?;
    }
    let pages = pdf::info(&file, "Pages")?;
    ensure!(pages == "1", "the PDF has {pages} pages");
    pdf::check(&file)
}

async fn form_and_questions_lead_to_each_other_and_the_keyboard_is_enough(
    stage: &Stage,
    engine: Engine,
) -> Result<()> {
    let browser = stage.browser(engine, "phone").await?;
    screen::prefer_before_first_visit(&browser, &stage.server, "it", Theme::Dark).await?;
    // WebKit's window is never narrower than 334.
    let width = if engine == Engine::WebKit { 360 } else { 320 };
    browser.goto(&stage.server.address("/")).await?;
    screen::resize(&browser, (width, 568)).await?;
    browser
        .element(r#"main [data-action="new-cv-guided"]"#)
        .await?;
    browser
        .press_enter_on(r#"main [data-action="new-cv-guided"]"#)
        .await?;
    let guided = Guided { browser: &browser };
    guided.expect("name").await?;
    browser.expect_focus("#page-title").await?;
    browser.tab_to("#personal-given-name").await?;
    browser.press_text("Giulia").await?;
    // Enter goes on, and the next question has the focus.
    browser.press(&[Key::Enter]).await?;
    guided.expect("contacts").await?;
    browser.expect_focus("#page-title").await?;
    look(&guided).await?;
    browser
        .press_enter_on(r#"[data-action="guided-skip"]"#)
        .await?;
    guided.expect("town").await?;
    browser.expect_focus("#page-title").await?;
    browser
        .press_enter_on(r#"[data-action="guided-back"]"#)
        .await?;
    guided.expect("contacts").await?;
    browser.expect_focus("#page-title").await?;
    to_the_form_and_back(&browser, &guided).await
}

/// From a question to its field in the form, and from a part of the form to its question.
async fn to_the_form_and_back(browser: &Browser, guided: &Guided<'_>) -> Result<()> {
    browser
        .tab_back_to(r#"main [data-action="open-editor"]"#)
        .await?;
    browser.press(&[Key::Enter]).await?;
    let editor = Editor::opened(browser).await?;
    browser.expect_focus("#personal-phone").await?;
    browser.press_text("333 1234567").await?;
    editor.wait_until_saved().await?;
    browser
        .tab_back_to(r#"[data-action="open-guided"]"#)
        .await?;
    browser.press(&[Key::Enter]).await?;
    guided.expect("contacts").await?;
    let phone = browser.value("#personal-phone").await?;
    ensure!(phone == "333 1234567", "the question shows {phone}");
    browser
        .tab_back_to(r#"main [data-action="open-editor"]"#)
        .await?;
    browser.press(&[Key::Enter]).await?;
    let editor = Editor::opened(browser).await?;
    editor.open_section("languages").await?;
    browser.click(r#"[data-action="open-guided"]"#).await?;
    guided.expect("mother-tongue").await
}

/// A voice as phones have one, and a note of what it is given to say.
const VOICE: &str = "window.heard = [];
    window.SpeechSynthesisUtterance = class extends EventTarget {
        constructor(text) { super(); this.text = text; }
    };
    const voices = new EventTarget();
    voices.getVoices = () => [{ name: 'Alice', lang: 'it_IT', localService: true, default: true }];
    voices.speak = (said) => heard.push(`${said.lang}: ${said.text}`);
    voices.cancel = () => heard.push('silence');
    Object.defineProperty(window, 'speechSynthesis', { value: voices, configurable: true });";

/// The automated browsers have no voice: the button is not there before one is put in its place.
async fn a_question_is_read_aloud_where_there_is_a_voice(
    stage: &Stage,
    engine: Engine,
) -> Result<()> {
    let browser = stage.browser(engine, "phone").await?;
    screen::prefer_before_first_visit(&browser, &stage.server, "it", Theme::Light).await?;
    let guided = Guided::start_from_home(&browser, &stage.server).await?;
    let is_shown = "return document.querySelector('[data-action=\"read-aloud\"]') !== null";
    ensure!(
        !browser.script::<bool>(is_shown, &[]).await?,
        "a button without a voice"
    );
    browser.script::<Value>(VOICE, &[]).await?;
    guided.over_to("contacts").await?;
    browser.click(r#"[data-action="read-aloud"]"#).await?;
    let heard = "return window.heard.at(-1)";
    let said: String = browser.script(heard, &[]).await?;
    ensure!(
        said.starts_with("it: Come ti possono chiamare? Basta il telefono"),
        "one hears {said}"
    );
    // Whoever goes on does not go on hearing the question before.
    guided.over_to("town").await?;
    let silence = "return window.heard.at(-1) === 'silence'";
    browser.until("silence", silence, &[]).await?;
    Ok(())
}
