//! CVs of a wanted length, written through the editor.

use anyhow::Result;
use approdo_tests::Editor;

/// Four lines, as people write them.
const DESCRIPTION: &str = "Preparazione di primi piatti e contorni per la mensa.\n\
    Pulizia e igiene della cucina, delle attrezzature e della sala.\n\
    Ricevimento delle merci, controllo delle scadenze e del magazzino.\n\
    Turni serali, festivi e nei fine settimana, anche con poco preavviso.";

/// Writes a name and some experiences of four lines each.
pub async fn write(editor: &Editor<'_>, experiences: usize) -> Result<()> {
    editor.paste("personal.given-name", 0, "Giulia").await?;
    editor.paste("personal.family-name", 0, "Rossi").await?;
    editor
        .paste("personal.headline", 0, "Cuoca e addetta mensa")
        .await?;
    for number in 0..experiences {
        add(editor, number).await?;
    }
    editor.wait_until_saved().await
}

/// Adds one experience of four lines.
pub async fn add(editor: &Editor<'_>, number: usize) -> Result<()> {
    let position = editor.add_entry("experience", &[]).await?;
    let year = 2000 + number;
    let texts = [
        ("experience.role", "Cuoca".to_owned()),
        (
            "experience.employer",
            format!("Cooperativa sociale n. {number}"),
        ),
        ("experience.start", format!("01/{year}")),
        ("experience.end", format!("12/{year}")),
        ("experience.description", DESCRIPTION.to_owned()),
    ];
    for (field, text) in texts {
        editor.paste(field, position, &text).await?;
    }
    Ok(())
}
