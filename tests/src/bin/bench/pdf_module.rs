//! How many bytes the modules for workers are, after brotli: that of the PDF with its fonts, and that of
//! the other formats.

use anyhow::{Context, Result, ensure};
use approdo_tests::environment;
use serde::Deserialize;

/// One file of the packaged client.
#[derive(Debug, Deserialize)]
struct Asset {
    path: String,
    bytes: u32,
    brotli_bytes: Option<u32>,
}

/// Adds up what `assets.json` says of the module's files.
pub fn measure() -> Result<Vec<(&'static str, f64)>> {
    let list = environment::client_folder()?.join("assets.json");
    let text = std::fs::read_to_string(&list)
        .with_context(|| format!("{} cannot be read", list.display()))?;
    let assets: Vec<Asset> = serde_json::from_str(&text)?;
    Ok(vec![
        ("pdf_module_bytes", sum(&assets, belongs_to_pdf)?),
        ("exchange_module_bytes", sum(&assets, belongs_to_exchange)?),
    ])
}

fn sum(assets: &[Asset], belongs: fn(&str) -> bool) -> Result<f64> {
    let module: Vec<&Asset> = assets.iter().filter(|asset| belongs(&asset.path)).collect();
    ensure!(
        module.iter().any(|asset| asset.path.ends_with(".wasm")),
        "a module for a worker is not among the client's files"
    );
    let bytes: u32 = module
        .iter()
        .map(|asset| asset.brotli_bytes.unwrap_or(asset.bytes))
        .sum();
    Ok(f64::from(bytes))
}

/// Tells the module's loader, glue, WebAssembly and fonts from the rest.
fn belongs_to_pdf(path: &str) -> bool {
    let ending = path.rsplit('.').next().unwrap_or_default();
    ending == "ttf" || path.contains("render_worker") || path.contains("render-worker")
}

fn belongs_to_exchange(path: &str) -> bool {
    path.contains("exchange_worker") || path.contains("exchange-worker")
}
