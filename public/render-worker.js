// The worker that lays out pages and writes PDFs: loads its WebAssembly module and fonts at first
// use and answers messages. Layout itself is in the module; nothing here knows what a CV, a letter or a sheet is.
//
// In:  {id, kind: "preview" | "pdf" | "letter-preview" | "letter-pdf" | "sheet-pdf" | "warm", request: Uint8Array}
// Out: {id, ok: true, result: Uint8Array} or {id, ok: false, error, crashed}
//      error "superseded": a newer preview was asked for before this one began;
//      error "unavailable": module or fonts could not be loaded, the next message tries again;
//      otherwise what the module said.
// After `crashed: true`, and after an `error` event of the Worker (this file or the module's glue
// could not be loaded), the page makes a new worker.

import init, { add_font, lacking_fonts, letter_pdf, letter_preview, pdf, preview, sheet_pdf } from "{{asset:render_worker.js}}";

const MODULE_URL = "{{asset:render_worker_bg.wasm}}";
// Every page needs "page"; the module says which of the others a text, or the typeface chosen, needs.
const FONT_URLS = {
  page: ["{{asset:fonts/titillium-web-400.ttf}}", "{{asset:fonts/titillium-web-600.ttf}}"],
  cyrillic: ["{{asset:fonts/approdo-cyrillic-400.ttf}}", "{{asset:fonts/approdo-cyrillic-600.ttf}}"],
  greek: ["{{asset:fonts/approdo-greek-400.ttf}}", "{{asset:fonts/approdo-greek-600.ttf}}"],
  arabic: ["{{asset:fonts/approdo-arabic-400.ttf}}", "{{asset:fonts/approdo-arabic-600.ttf}}"],
  hebrew: ["{{asset:fonts/noto-sans-hebrew-400.ttf}}", "{{asset:fonts/noto-sans-hebrew-600.ttf}}"],
  sans: ["{{asset:fonts/approdo-sans-400.ttf}}", "{{asset:fonts/approdo-sans-600.ttf}}"],
  serif: ["{{asset:fonts/approdo-serif-400.ttf}}", "{{asset:fonts/approdo-serif-600.ttf}}"],
  other: ["{{asset:fonts/noto-sans-fallback-400.ttf}}", "{{asset:fonts/noto-sans-fallback-600.ttf}}"],
};
const WORK = { preview, pdf, "letter-preview": letter_preview, "letter-pdf": letter_pdf, "sheet-pdf": sheet_pdf };
// A preview waits this long for more fonts, and does without them for a while if they did not come.
const FONT_PATIENCE_MILLISECONDS = 8000;
const FONT_PAUSE_MILLISECONDS = 20000;

const fontBytes = new Map();
const fontsAdded = new Set();
const failedAt = new Map();
let moduleReady = false;
let loading = null;

async function fetchChecked(url, signal) {
  const response = await fetch(url, { signal });
  const isHtml = (response.headers.get("content-type") ?? "").includes("text/html");
  if (!response.ok || isHtml) throw new Error(`${url} not loaded: status ${response.status}`);
  return response;
}

async function loadModule() {
  if (moduleReady) return;
  await init({ module_or_path: await fetchChecked(MODULE_URL) });
  moduleReady = true;
}

async function loadFont(url, signal) {
  if (fontsAdded.has(url) || fontBytes.has(url)) return;
  const response = await fetchChecked(url, signal);
  fontBytes.set(url, new Uint8Array(await response.arrayBuffer()));
}

function addFonts(urls) {
  for (const url of urls.filter((each) => !fontsAdded.has(each))) {
    add_font(fontBytes.get(url));
    fontsAdded.add(url);
    fontBytes.delete(url); // The module has its own copy.
  }
}

/** Loads what is missing; what has arrived is kept, so that another try fetches only the rest. */
async function loadAll() {
  await Promise.all([loadModule(), ...FONT_URLS.page.map((url) => loadFont(url))]);
  addFonts(FONT_URLS.page);
}

/** Adds a group of fonts. Without them the pages are made all the same, and say what is missing. */
async function addGroup(group) {
  if (performance.now() - (failedAt.get(group) ?? -Infinity) < FONT_PAUSE_MILLISECONDS) return false;
  try {
    const signal = AbortSignal.timeout(FONT_PATIENCE_MILLISECONDS);
    await Promise.all(FONT_URLS[group].map((url) => loadFont(url, signal)));
    addFonts(FONT_URLS[group]);
    return true;
  } catch (error) {
    console.warn(error);
    failedAt.set(group, performance.now());
    return false;
  }
}

/** Makes the pages, and again with more fonts if the text turned out to need them. */
async function make(kind, request) {
  // The last thing one does before sending something is worth another try.
  if (!isPreview(kind)) failedAt.clear();
  for (;;) {
    const result = WORK[kind](request);
    const isThere = (group) => FONT_URLS[group].every((url) => fontsAdded.has(url));
    const groups = lacking_fonts().split(" ").filter((group) => group && !isThere(group));
    const added = await Promise.all(groups.map(addGroup));
    if (!added.includes(true)) return result;
  }
}

function ready() {
  loading ??= loadAll().catch((error) => {
    loading = null;
    throw error;
  });
  return loading;
}

function fail(id, error, crashed = false) {
  self.postMessage({ id, ok: false, error, crashed });
}

async function work({ id, kind, request }) {
  try {
    await ready();
  } catch (error) {
    console.error(error);
    fail(id, "unavailable");
    return;
  }
  try {
    const result = kind === "warm" ? new Uint8Array() : await make(kind, request);
    self.postMessage({ id, ok: true, result }, [result.buffer]);
  } catch (error) {
    fail(id, String(error?.message ?? error), error instanceof WebAssembly.RuntimeError);
  }
}

let queue = [];
let busy = false;
const pause = new MessageChannel();

/** Lets messages that wait in the event loop into the queue, so that superseded previews are seen. */
function letMessagesIn() {
  return new Promise((resolve) => {
    pause.port1.onmessage = resolve;
    pause.port2.postMessage(null);
  });
}

async function workThroughQueue() {
  busy = true;
  while (queue.length > 0) {
    await letMessagesIn();
    await work(queue.shift());
  }
  busy = false;
}

function isPreview(kind) {
  return kind === "preview" || kind === "letter-preview";
}

function isSuperseded(job, newest) {
  return isPreview(job.kind) && job.kind === newest.kind;
}

self.addEventListener("message", ({ data: job }) => {
  for (const older of queue) {
    if (isSuperseded(older, job)) fail(older.id, "superseded");
  }
  queue = queue.filter((older) => !isSuperseded(older, job));
  queue.push(job);
  if (!busy) workThroughQueue();
});
