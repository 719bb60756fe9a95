//! The packager's command line: `site` assembles everything the server serves,
//! `bind` makes the JavaScript bindings of one WebAssembly module.
//! Compiling the client is not here: `cargo xtask client` does it beforehand.
#![expect(
    clippy::print_stdout,
    reason = "a tool for developers reports on the terminal"
)]

mod asset;
mod bindings;
mod catalog;
mod compress;
mod development;
mod inputs;
mod placeholders;
mod publish;
mod resolve;
mod splitting;
mod styles;
mod translations;
mod words;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use lexopt::prelude::*;

const USAGE: &str = "\
usage: xtask-packager site --root DIR --app FILE.wasm --worker FILE.wasm --exchange FILE.wasm --spelling FILE.wasm --out DIR --cache DIR [--quick] [--watched]
       xtask-packager bind --wasm FILE.wasm --name NAME --out DIR";

/// The options of both commands; each command demands those it needs.
#[derive(Default)]
struct Options {
    root: Option<PathBuf>,
    app: Option<PathBuf>,
    worker: Option<PathBuf>,
    exchange: Option<PathBuf>,
    spelling: Option<PathBuf>,
    wasm: Option<PathBuf>,
    name: Option<String>,
    out: Option<PathBuf>,
    cache: Option<PathBuf>,
    is_quick: bool,
    is_watched: bool,
}

impl Options {
    fn effort(&self) -> compress::Effort {
        match self.is_quick {
            true => compress::Effort::Quick,
            false => compress::Effort::Best,
        }
    }
}

fn main() -> Result<()> {
    let mut parser = lexopt::Parser::from_env();
    let mut command = None;
    let mut options = Options::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Value(value) if command.is_none() => command = Some(value.string()?),
            Long("root") => options.root = Some(parser.value()?.into()),
            Long("app") => options.app = Some(parser.value()?.into()),
            Long("worker") => options.worker = Some(parser.value()?.into()),
            Long("exchange") => options.exchange = Some(parser.value()?.into()),
            Long("spelling") => options.spelling = Some(parser.value()?.into()),
            Long("wasm") => options.wasm = Some(parser.value()?.into()),
            Long("name") => options.name = Some(parser.value()?.string()?),
            Long("out") => options.out = Some(parser.value()?.into()),
            Long("quick") => options.is_quick = true,
            Long("watched") => options.is_watched = true,
            Long("cache") => options.cache = Some(parser.value()?.into()),
            other => return Err(other.unexpected().into()),
        }
    }
    match command.as_deref() {
        Some("site") => site(options),
        Some("bind") => bind(options),
        _ => bail!("{USAGE}"),
    }
}

/// Assembles, compresses and lists all files of the client.
fn site(options: Options) -> Result<()> {
    let effort = options.effort();
    let root = options.root.context(USAGE)?;
    let out = options.out.context(USAGE)?;
    let cache = compress::Cache::open(options.cache.context(USAGE)?, effort)?;
    let mut sources = inputs::collect(&root)?;
    catalog::add(&mut sources, &root)?;
    let (app, parts) = splitting::split(&module(&options.app.context(USAGE)?)?)?;
    let mut app = bindings::generate(app, "app")?;
    let later = parts.join(&mut app, "app.js")?;
    inputs::add_bindings(&mut sources, "app", app, asset::Group::First);
    inputs::add_bindings(&mut sources, "later", later, asset::Group::Later);
    for (path, name, group) in [
        (options.worker, "render_worker", asset::Group::Later),
        (options.exchange, "exchange_worker", asset::Group::Later),
        (options.spelling, "spelling_worker", asset::Group::Asked),
    ] {
        let bindings = bindings::generate(module(&path.context(USAGE)?)?, name)?;
        inputs::add_bindings(&mut sources, name, bindings, group);
    }
    if options.is_watched {
        development::add(&mut sources)?;
    }
    let assets = resolve::resolve(sources, &cache)?;
    publish::write(&out, &assets)?;
    println!("{}", publish::table(&assets));
    Ok(())
}

/// Writes the bindings of one module into a folder, under the names the tool gives them.
fn bind(options: Options) -> Result<()> {
    let wasm = options.wasm.context(USAGE)?;
    let name = options.name.context(USAGE)?;
    let out = options.out.context(USAGE)?;
    for (path, bytes) in bindings::generate(module(&wasm)?, &name)? {
        publish::write_if_changed(&out.join(path), &bytes)?;
    }
    Ok(())
}

/// Reads a compiled module.
fn module(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("{}: not readable; compile it first", path.display()))
}
