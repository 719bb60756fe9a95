//! The program as it is handed out: one file, copied into an empty folder and started there without
//! any word, serves the client and links two devices.

use anyhow::ensure;
use approdo_tests::{AppServer, Editor, Engine, devices, play};

const PROFILE: &str = "Il programma è un solo file.";

#[tokio::test]
async fn one_file_in_an_empty_folder_is_the_whole_server() {
    play("single-file", async |stage| {
        let server = AppServer::start_alone().await?;
        let phone = stage.browser(Engine::Chromium, "phone").await?;
        let tablet = stage.browser(Engine::Chromium, "tablet").await?;
        let editor = Editor::start_from_home(&phone, &server).await?;
        let path = editor.path().await?;
        editor.write("profile", 0, PROFILE).await?;
        editor.wait_until_saved().await?;
        devices::link(&phone, &tablet, &server).await?;

        server.stop();
        server.start_again().await?;
        let editor = Editor::open(&phone, &server, &path).await?;
        editor.wait_for_state(&["synced"]).await?;
        tablet.goto(&server.address("/cv")).await?;
        tablet.click(&format!(r#"main a[href="{path}"]"#)).await?;
        let editor = Editor::opened(&tablet).await?;
        editor.wait_for("profile", 0, PROFILE).await?;

        let left_behind: Vec<String> = std::fs::read_dir(server.data_folder())?
            .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
            .collect();
        ensure!(
            left_behind
                .iter()
                .all(|name| ["approdo-server", "data", "server.log"].contains(&name.as_str())),
            "beside its data it left {left_behind:?}"
        );
        Ok::<(), anyhow::Error>(())
    })
    .await;
}
