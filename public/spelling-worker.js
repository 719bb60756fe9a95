// The worker for spelling: loads its WebAssembly module and a language's dictionary at the first
// question, and answers. What is misspelt is the module's part; nothing here knows what a CV is.
//
// In:  {id, dictionary: "it" | "en", words}      one word a line
// Out: {id, misspelt}                            the misspelt ones, a line each, with what may be meant after tabs
//      {id, unavailable: true}                   a file could not be loaded; the next question tries again
//      {id, crashed: true}                       the page makes a new worker

import init, { load, misspelt } from "{{asset:spelling_worker.js}}";

const MODULE_URL = "{{asset:spelling_worker_bg.wasm}}";
// The rules of forms, the words, and more words of our own.
const DICTIONARY_URLS = {
  it: ["{{asset:dictionaries/it_IT.aff}}", "{{asset:dictionaries/it_IT.dic}}", "{{asset:dictionaries/it.words}}"],
  en: ["{{asset:dictionaries/en_GB.aff}}", "{{asset:dictionaries/en_GB.dic}}", "{{asset:dictionaries/en.words}}"],
};

let loadedModule = null;
let loadedDictionary = null;

async function fetchChecked(url) {
  const response = await fetch(url);
  const isHtml = (response.headers.get("content-type") ?? "").includes("text/html");
  if (!response.ok || isHtml) throw new Error(`${url} not loaded: status ${response.status}`);
  return response;
}

async function loadModule() {
  await init({ module_or_path: await fetchChecked(MODULE_URL) });
}

/** Loads what is missing. One dictionary is held at a time. */
async function ready(dictionary) {
  loadedModule ??= loadModule().catch((error) => {
    loadedModule = null;
    throw error;
  });
  if (loadedDictionary === dictionary) return loadedModule;
  const texts = DICTIONARY_URLS[dictionary].map(async (url) => (await fetchChecked(url)).text());
  const [affixes, words, more] = await Promise.all([...texts, loadedModule]);
  loadedDictionary = null;
  load(affixes, words, more);
  loadedDictionary = dictionary;
}

async function answer({ id, dictionary, words }) {
  try {
    await ready(dictionary);
  } catch (error) {
    console.warn(error);
    return { id, unavailable: true };
  }
  try {
    return { id, misspelt: misspelt(words) };
  } catch (error) {
    console.error(error);
    return { id, crashed: true };
  }
}

// One question after the other: two might load two dictionaries at once.
let last = Promise.resolve();
self.addEventListener("message", ({ data }) => {
  last = last.then(async () => self.postMessage(await answer(data)));
});
