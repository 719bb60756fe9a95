// The worker that writes CVs and letters in other formats and reads files people bring: loads its WebAssembly
// module at first use and answers messages. Nothing here knows what a CV or a format is.
//
// In:  {id, kind: "write" | "read", request: Uint8Array}
// Out: {id, ok: true, result: Uint8Array} or {id, ok: false, error, crashed}
//      error "unavailable": the module could not be loaded, the next message tries again;
//      otherwise what the module said.
// After `crashed: true`, and after an `error` event of the Worker, the page makes a new worker.

import init, { read_file, read_letter, write_file, write_letter } from "{{asset:exchange_worker.js}}";

const MODULE_URL = "{{asset:exchange_worker_bg.wasm}}";

const TASKS = {
  read: read_file,
  write: write_file,
  "read-letter": read_letter,
  "write-letter": write_letter,
};

let loading = null;

async function load() {
  const response = await fetch(MODULE_URL);
  const isHtml = (response.headers.get("content-type") ?? "").includes("text/html");
  if (!response.ok || isHtml) throw new Error(`${MODULE_URL} not loaded: status ${response.status}`);
  await init({ module_or_path: response });
}

function ready() {
  loading ??= load().catch((error) => {
    loading = null;
    throw error;
  });
  return loading;
}

function fail(id, error, crashed = false) {
  self.postMessage({ id, ok: false, error, crashed });
}

self.addEventListener("message", async ({ data: { id, kind, request } }) => {
  try {
    await ready();
  } catch (error) {
    console.error(error);
    fail(id, "unavailable");
    return;
  }
  try {
    const result = TASKS[kind](request);
    self.postMessage({ id, ok: true, result }, [result.buffer]);
  } catch (error) {
    fail(id, String(error?.message ?? error), error instanceof WebAssembly.RuntimeError);
  }
});
