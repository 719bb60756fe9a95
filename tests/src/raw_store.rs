//! The browser's database as another version of the app would see and change it, by scripts.

use anyhow::Result;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::browser::Browser;
use crate::server::AppServer;
use crate::wait::{PATIENCE, until};

/// What all scripts need: the database's name, promises, bytes as `{bytes: hexadecimal}`.
const TOOLS: &str = "
    const done = arguments[arguments.length - 1];
    const name = 'approdo-' + localStorage.getItem('approdo.profile');
    const settled = (request) => new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
    });
    const ended = (transaction) => new Promise((resolve, reject) => {
        transaction.oncomplete = resolve;
        transaction.onabort = () => reject(transaction.error);
    });
    const hexadecimal = (bytes) =>
        [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    const plain = (value) => {
        // Firefox runs scripts with classes of their own.
        if (ArrayBuffer.isView(value)) return { bytes: hexadecimal(value) };
        if (Array.isArray(value)) return value.map(plain);
        if (value === null || typeof value !== 'object') return value;
        const fields = Object.entries(value).map(([key, field]) => [key, plain(field)]);
        return Object.fromEntries(fields);
    };
    const raw = (value) => {
        if (Array.isArray(value)) return value.map(raw);
        if (value === null || typeof value !== 'object') return value;
        if (value.undefined) return undefined;
        if (typeof value.bytes === 'string')
            return Uint8Array.from(value.bytes.match(/../g) ?? [], (pair) => parseInt(pair, 16));
        const fields = Object.entries(value).map(([key, field]) => [key, raw(field)]);
        return Object.fromEntries(fields);
    };
    const run = async (work) => {
        try { done(await work()); } catch (error) { done(String(error)); }
    };";

/// Opens the database as a version far newer than this one, which waits until every page lets go of
/// it, and makes it one of that version.
///
/// # Errors
/// When the browser refuses.
pub async fn upgrade_beyond(browser: &Browser) -> Result<()> {
    let script = "run(async () => {
        (await settled(indexedDB.open(name, 99))).close();
        return null;
    })";
    call(browser, script, &[]).await.map(drop)
}

/// Marks a record as written by a newer version: the account's, or the last operation's.
///
/// # Errors
/// When the browser refuses.
pub async fn make_newer(browser: &Browser, store: &str) -> Result<()> {
    let script = "run(async () => {
        const database = await settled(indexedDB.open(name));
        const transaction = database.transaction(arguments_[0], 'readwrite');
        const store = transaction.objectStore(arguments_[0]);
        if (arguments_[0] === 'state') {
            const record = await settled(store.get('sync'));
            store.put({ ...record, version: 2 }, 'sync');
        } else {
            const cursor = await settled(store.openCursor(null, 'prev'));
            cursor.update({ ...cursor.value, version: 2 });
        }
        await ended(transaction);
        database.close();
        return null;
    })";
    call(browser, script, &[store.into()]).await.map(drop)
}

/// Tells the pages of this browser that a document changed in the store, as another tab does.
///
/// # Errors
/// When the browser refuses.
pub async fn tell_of_change(browser: &Browser, document: Uuid) -> Result<()> {
    let script = "run(async () => {
        const channel = new BroadcastChannel(name + '-tabs');
        channel.postMessage(Uint8Array.from([0, 1, ...arguments_[0]]));
        channel.close();
        return null;
    })";
    let document = json!(document.as_bytes());
    call(browser, script, &[document]).await.map(drop)
}

/// Returns all that lies in the database, its version, and how many databases there are.
///
/// # Errors
/// When the browser refuses.
pub async fn contents(browser: &Browser) -> Result<Value> {
    let script = "run(async () => {
        const database = await settled(indexedDB.open(name));
        const transaction = database.transaction(['operations', 'state']);
        const all = (store) => settled(transaction.objectStore(store).getAll());
        const [operations, state] = await Promise.all([all('operations'), all('state')]);
        const found = { version: database.version, operations, state };
        database.close();
        return plain({ ...found, databases: (await indexedDB.databases()).length });
    })";
    call(browser, script, &[]).await
}

/// Returns the bytes of every blob that lies in the database.
///
/// # Errors
/// When the browser refuses.
pub async fn blobs(browser: &Browser) -> Result<Vec<Vec<u8>>> {
    let script = "run(async () => {
        const database = await settled(indexedDB.open(name));
        const store = database.transaction(['blobs']).objectStore('blobs');
        const records = await settled(store.getAll());
        database.close();
        return records.map((record) => hexadecimal(record.body));
    })";
    let bodies = call(browser, script, &[]).await?;
    let bodies = bodies.as_array().into_iter().flatten();
    let bytes = bodies.map(|body| {
        let digits = body.as_str().unwrap_or_default();
        let pairs = (0..digits.len()).step_by(2);
        pairs
            .filter_map(|start| u8::from_str_radix(digits.get(start..start + 2)?, 16).ok())
            .collect()
    });
    Ok(bytes.collect())
}

/// Tells whether a text lies in one of the records of [`contents`].
pub fn holds(contents: &Value, text: &str) -> bool {
    let digits: String = text.bytes().map(|byte| format!("{byte:02x}")).collect();
    let mut records = contents["operations"].as_array().into_iter().flatten();
    records.any(|record| {
        let body = record["body"]["bytes"].as_str();
        body.is_some_and(|body| body.contains(&digits))
    })
}

/// Waits until a text lies in the database: the word of the line about saving is the same before and
/// after, where the server is away.
///
/// # Errors
/// When it does not get there.
pub async fn wait_until_held(browser: &Browser, text: &str) -> Result<()> {
    until(
        &format!("“{text}” in the database"),
        PATIENCE,
        async || Ok(holds(&contents(browser).await?, text).then_some(())),
    )
    .await
}

/// Deletes every database of the app, as a browser does that needs room, while no page of the app is
/// open; its small marks stay.
///
/// # Errors
/// When the browser refuses, or the server does not answer.
pub async fn delete_between_visits(browser: &Browser, server: &AppServer) -> Result<()> {
    // Of the same origin, but not the app, which the service worker gives at all other addresses.
    browser.goto(&server.address("/icons/favicon.svg")).await?;
    let script = "run(async () => {
        for (const { name } of await indexedDB.databases())
            await new Promise((resolve, reject) => {
                const request = indexedDB.deleteDatabase(name);
                request.onsuccess = resolve;
                request.onblocked = request.onerror = () => reject(`${name} is still held`);
            });
        return null;
    })";
    call(browser, script, &[]).await.map(drop)
}

/// Puts a database of an older version in the place of this profile's and holds it open, as a page
/// that the system has put to sleep does: it never answers.
///
/// # Errors
/// When the browser refuses.
pub async fn hold_older(browser: &Browser, database: &Value) -> Result<()> {
    let script = "run(async () => {
        localStorage.setItem('approdo.profile', '00112233445566778899aabbccddeeff');
        const own = 'approdo-00112233445566778899aabbccddeeff';
        const [older] = arguments_;
        const request = indexedDB.open(own, older.version);
        request.onupgradeneeded = () => {
            const options = { keyPath: 'sequence', autoIncrement: true };
            const operations = request.result.createObjectStore('operations', options);
            operations.createIndex('document', 'document');
            operations.createIndex('id', 'id', { unique: true });
            operations.createIndex('bases', 'bases', { multiEntry: true });
            operations.createIndex('queue', 'queue');
            request.result.createObjectStore('state');
        };
        globalThis.held = await settled(request);
        const transaction = held.transaction(['operations', 'state'], 'readwrite');
        for (const record of older.operations) transaction.objectStore('operations').put(raw(record));
        for (const [key, record] of Object.entries(older.state))
            transaction.objectStore('state').put(raw(record), key);
        await ended(transaction);
        return null;
    })";
    call(browser, script, std::slice::from_ref(database))
        .await
        .map(drop)
}

async fn call(browser: &Browser, script: &str, arguments: &[Value]) -> Result<Value> {
    let script = format!("{TOOLS} const arguments_ = [...arguments]; {script}");
    let answer: Value = browser.script_async(&script, arguments).await?;
    anyhow::ensure!(!answer.is_string(), "the database refuses: {answer}");
    Ok(answer)
}
