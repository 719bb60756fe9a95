//! One style sheet out of the files in `style/`, and its minified form.
//! The rules on what may stand in them are checked by `cargo xtask tidy`.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow, bail};
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions, StyleSheet};

/// Joins the files that `order.txt` names, in its order; each file must be named.
pub fn join(folder: &Path) -> Result<String> {
    let order_path = folder.join("order.txt");
    let order = fs::read_to_string(&order_path)
        .with_context(|| format!("{}: not readable", order_path.display()))?;
    let names: Vec<&str> = order
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .collect();
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.ends_with(".css") && !names.contains(&name.as_str()) {
            bail!("style/{name} is not named in style/order.txt; add it there or delete it");
        }
    }
    let mut joined = String::new();
    for name in names {
        let path = folder.join(name);
        let text = fs::read_to_string(&path)
            .with_context(|| format!("{}: named in order.txt but not readable", path.display()))?;
        joined.push_str(&text);
        joined.push('\n');
    }
    Ok(joined)
}

/// Minifies a style sheet without changing what browsers it needs.
pub fn minify(text: &str) -> Result<String> {
    let mut sheet = StyleSheet::parse(text, ParserOptions::default())
        .map_err(|error| anyhow!("the style sheet cannot be read: {error}"))?;
    sheet
        .minify(MinifyOptions::default())
        .map_err(|error| anyhow!("the style sheet cannot be minified: {error}"))?;
    let printed = sheet.to_css(PrinterOptions {
        minify: true,
        ..PrinterOptions::default()
    });
    Ok(printed
        .map_err(|error| anyhow!("the style sheet cannot be written: {error}"))?
        .code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_joined_in_their_order() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(
            folder.path().join("order.txt"),
            "# base first\nb.css\na.css\n",
        )
        .unwrap();
        fs::write(folder.path().join("a.css"), "a { color: red }").unwrap();
        fs::write(folder.path().join("b.css"), "b { color: red }").unwrap();
        let joined = join(folder.path()).unwrap();
        assert!(joined.find("b {").unwrap() < joined.find("a {").unwrap());
        fs::write(folder.path().join("c.css"), "").unwrap();
        assert!(
            join(folder.path())
                .unwrap_err()
                .to_string()
                .contains("c.css")
        );
    }

    #[test]
    fn minifying_keeps_logical_properties_and_addresses() {
        let css = "a { margin-inline-start: 1rem; background: url(/assets/x.1.svg) }";
        let small = minify(css).unwrap();
        assert!(small.contains("margin-inline-start:1rem"), "{small}");
        assert!(small.contains("/assets/x.1.svg"), "{small}");
    }
}
