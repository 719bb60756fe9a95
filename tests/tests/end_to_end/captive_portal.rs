//! The network answers everything with its own page until one has paid: the app goes on, believes none
//! of it, and sends what waits once the portal is gone.

use anyhow::{Result, ensure};
use approdo_tests::other_server::{OtherServer, Portal};
use approdo_tests::updates::{self, NOTICE};
use approdo_tests::{Editor, Engine, Stage, devices, in_every_engine, raw_store};

in_every_engine!(behind_a_portal_work_goes_on_and_leaves_when_the_portal_is_gone);

async fn behind_a_portal_work_goes_on_and_leaves_when_the_portal_is_gone(
    stage: &Stage,
    engine: Engine,
) -> Result<()> {
    let server = &stage.server;
    let phone = stage.browser(engine, "phone").await?;
    let tablet = stage.browser(Engine::Chromium, "tablet").await?;
    let editor = Editor::start_from_home(&phone, server).await?;
    editor.wait_until_ready_offline().await?;
    editor.write("personal.given-name", 0, "Giulia").await?;
    editor.wait_until_saved().await?;
    let path = editor.path().await?;
    devices::link(&phone, &tablet, server).await?;
    let editor = Editor::open(&phone, server, &path).await?;
    editor.wait_for_state(&["synced"]).await?;

    let mut written = String::new();
    for (portal, text) in [
        (Portal::Page, "Scritto alla stazione. "),
        (Portal::Redirect, "Scritto in treno. "),
    ] {
        server.stop();
        let portal = OtherServer::portal_in_place_of(server, portal).await?;
        editor.write("profile", 0, text).await?;
        written += text;
        raw_store::wait_until_held(&phone, text.trim()).await?;
        portal.wait_until_asked_for("/api/v1/sync").await?;
        editor.wait_for_state(&["pending", "error"]).await?;

        // The page that is opened now is the app, with everything; and no update came of the portal's.
        editor.reload().await?;
        editor.wait_for("profile", 0, &written).await?;
        let outcome = updates::look_for_update(&phone).await?;
        ensure!(
            outcome.starts_with("failed") || outcome == "redundant",
            "the portal's page is taken for a version: {outcome}"
        );
        let offered = "return document.querySelector(arguments[0]) !== null";
        ensure!(
            !phone.script::<bool>(offered, &[NOTICE.into()]).await?,
            "the portal's page is offered as an update"
        );
        portal.wait_until_asked_for("/api/v1/sync").await?;
        editor.wait_for_state(&["pending", "error"]).await?;

        portal.stop().await?;
        server.start_again().await?;
        editor.wait_for_state(&["synced"]).await?;
    }
    editor.expect_no_conflict().await?;
    tablet.goto(&server.address(&path)).await?;
    let on_tablet = Editor::opened(&tablet).await?;
    on_tablet.wait_for("profile", 0, &written).await
}
