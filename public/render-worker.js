// The worker that lays out pages and writes PDFs: loads its WebAssembly module and fonts at first
// use and answers messages. Layout itself is in the module; nothing here knows what a CV is.
//
// In:  {id, kind: "preview" | "pdf" | "warm", request: Uint8Array}
// Out: {id, ok: true, result: Uint8Array} or {id, ok: false, error, crashed}
//      error "superseded": a newer preview was asked for before this one began;
//      error "unavailable": module or fonts could not be loaded, the next message tries again;
//      otherwise what the module said.
// After `crashed: true`, and after an `error` event of the Worker (this file or the module's glue
// could not be loaded), the page makes a new worker.

import init, { add_font, pdf, preview } from "{{asset:render_worker.js}}";

const MODULE_URL = "{{asset:render_worker_bg.wasm}}";
const FONT_URLS = [
  "{{asset:fonts/titillium-web-400.ttf}}",
  "{{asset:fonts/titillium-web-600.ttf}}",
  "{{asset:fonts/noto-sans-fallback-400.ttf}}",
  "{{asset:fonts/noto-sans-fallback-600.ttf}}",
];

const fontBytes = new Map();
let fontsAdded = 0;
let moduleReady = false;
let loading = null;

async function fetchChecked(url) {
  const response = await fetch(url);
  const isHtml = (response.headers.get("content-type") ?? "").includes("text/html");
  if (!response.ok || isHtml) throw new Error(`${url} not loaded: status ${response.status}`);
  return response;
}

async function loadModule() {
  if (moduleReady) return;
  await init({ module_or_path: await fetchChecked(MODULE_URL) });
  moduleReady = true;
}

async function loadFont(url) {
  if (fontBytes.has(url)) return;
  const response = await fetchChecked(url);
  fontBytes.set(url, new Uint8Array(await response.arrayBuffer()));
}

/** Loads what is missing; what has arrived is kept, so that another try fetches only the rest. */
async function loadAll() {
  await Promise.all([loadModule(), ...FONT_URLS.map(loadFont)]);
  while (fontsAdded < FONT_URLS.length) {
    const url = FONT_URLS[fontsAdded];
    add_font(fontBytes.get(url));
    fontBytes.set(url, null); // The module has its own copy.
    fontsAdded += 1;
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
    const result = kind === "pdf" ? pdf(request) : kind === "preview" ? preview(request) : new Uint8Array();
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

function isSuperseded(job, newest) {
  return job.kind === "preview" && newest.kind === "preview";
}

self.addEventListener("message", ({ data: job }) => {
  for (const older of queue) {
    if (isSuperseded(older, job)) fail(older.id, "superseded");
  }
  queue = queue.filter((older) => !isSuperseded(older, job));
  queue.push(job);
  if (!busy) workThroughQueue();
});
