//! ESCO's official files in small, imported into a server's data as who runs it would.

use std::path::Path;
use std::process::Command;

use anyhow::{Result, ensure};

use crate::environment;
use crate::server::AppServer;

const HEADER: &str =
    "conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,hiddenLabels,status";

/// The one occupation in the files, as the interface offers it: of those that Approdo does not bring itself.
pub const OCCUPATION: &str = "Liutaio";

/// ESCO's own address of it.
const URI: &str = "http://data.europa.eu/esco/occupation/d0c923f1-e32b-4838-a109-eac58945dab1";

/// Runs `approdo-server catalog import` on files in ESCO's format, for a server that is running.
///
/// # Errors
/// When the program refuses them.
pub fn import(server: &AppServer) -> Result<()> {
    let folder = tempfile::TempDir::with_prefix("approdo-esco-")?;
    let write = |name: &str, labels: &str| -> Result<_> {
        let path = folder.path().join(name);
        let occupation = format!("Occupation,{URI},7312,{labels},,released");
        std::fs::write(&path, format!("{HEADER}\n{occupation}\n"))?;
        Ok(path)
    };
    let italian = write(
        "occupations_it.csv",
        "liutaio/liutaia,costruttore di violini",
    )?;
    let english = write("occupations_en.csv", "violin maker,fiddle maker")?;
    run(server.data_folder(), &italian, &english)
}

fn run(data: &Path, italian: &Path, english: &Path) -> Result<()> {
    let output = Command::new(environment::server_binary()?)
        .args(["catalog", "import", "--data"])
        .arg(data)
        .arg("--italian")
        .arg(italian)
        .arg("--english")
        .arg(english)
        .output()?;
    let told = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "the import failed: {told}");
    Ok(())
}
