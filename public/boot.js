// Stands in the page itself, as its style does: one answer of the server is enough for the first paint,
// and the application is fetched right after it. Runs before the application: picks language and theme, starts the downloads side by side, and
// explains what happened when one of them fails. It knows nothing of CVs, storage or the service
// worker; the application registers that one when the editor is usable.

const LANGUAGES = {
  it: { direction: "ltr", translations: "{{asset:translations/it.json}}", later: "{{asset:translations/later/it.json}}" },
  en: { direction: "ltr", translations: "{{asset:translations/en.json}}", later: "{{asset:translations/later/en.json}}" },
};

// The translations are what may have failed to load, so these few sentences stand here.
const MESSAGES = {
  it: {
    title: "Il tuo curriculum, anche senza rete",
    lead: "Scrivilo sul telefono, senza registrarti, e scaricalo in PDF.",
    opening: "Sto aprendo…",
    slow: "La connessione è lenta: ancora un momento…",
    failed: "Approdo non si è aperto: la connessione si è interrotta o è molto debole. Quello che hai già scritto su questo dispositivo resta al suo posto.",
    broken: "Approdo non si è aperto per un errore nostro. Quello che hai già scritto su questo dispositivo resta al suo posto.",
    old: "Questo browser è troppo vecchio per Approdo. Aggiornalo, oppure apri questa pagina con un altro browser.",
    retry: "Riprova",
  },
  en: {
    title: "Your CV, even without a network",
    lead: "Write it on your phone, without signing up, and download it as a PDF.",
    opening: "Opening…",
    slow: "The connection is slow: one more moment…",
    failed: "Approdo did not open: the connection broke off or is very weak. What you have already written on this device stays where it is.",
    broken: "Approdo did not open because of a mistake of ours. What you have already written on this device stays where it is.",
    old: "This browser is too old for Approdo. Update it, or open this page in another browser.",
    retry: "Try again",
  },
};

const SLOW_AFTER_MILLISECONDS = 8000;
const LONGEST_WAIT_FOR_PAINT_MILLISECONDS = 1000;

// Bold maps to the semibold: two fonts serve the whole screen.
const FONTS = [
  { weight: "400", url: "{{asset:fonts/titillium-web-400.woff2}}" },
  { weight: "600 700", url: "{{asset:fonts/titillium-web-600.woff2}}" },
  // These the browser fetches when such letters are on the screen.
  { weight: "400", url: "{{asset:fonts/approdo-cyrillic-400.ttf}}", unicodeRange: "U+400-52F" },
  { weight: "600 700", url: "{{asset:fonts/approdo-cyrillic-600.ttf}}", unicodeRange: "U+400-52F" },
  { weight: "400", url: "{{asset:fonts/approdo-greek-400.ttf}}", unicodeRange: "U+370-3FF" },
  { weight: "600 700", url: "{{asset:fonts/approdo-greek-600.ttf}}", unicodeRange: "U+370-3FF" },
  { weight: "400", url: "{{asset:fonts/approdo-arabic-400.ttf}}", unicodeRange: "U+600-6FF" },
  { weight: "600 700", url: "{{asset:fonts/approdo-arabic-600.ttf}}", unicodeRange: "U+600-6FF" },
  { weight: "400", url: "{{asset:fonts/noto-sans-hebrew-400.ttf}}", unicodeRange: "U+590-5FF" },
  { weight: "600 700", url: "{{asset:fonts/noto-sans-hebrew-600.ttf}}", unicodeRange: "U+590-5FF" },
  // And these when pages set in them are.
  { family: "Approdo Sans", weight: "400", url: "{{asset:fonts/approdo-sans-400.ttf}}" },
  { family: "Approdo Sans", weight: "600", url: "{{asset:fonts/approdo-sans-600.ttf}}" },
  { family: "Approdo Serif", weight: "400", url: "{{asset:fonts/approdo-serif-400.ttf}}" },
  { family: "Approdo Serif", weight: "600", url: "{{asset:fonts/approdo-serif-600.ttf}}" },
];

function stored(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // Storage is blocked: the defaults serve.
  }
}

function chooseLanguage() {
  const wanted = [stored("approdo.language"), ...(navigator.languages ?? [])];
  const codes = wanted.map((tag) => (tag ?? "").toLowerCase().split("-")[0]);
  return codes.find((code) => Object.hasOwn(LANGUAGES, code)) ?? "it";
}

const ofLanguages = (field) => Object.fromEntries(Object.entries(LANGUAGES).map(([code, entry]) => [code, entry[field]]));

async function fetchTranslations(url) {
  const response = await fetch(url);
  const isJson = (response.headers.get("content-type") ?? "").includes("json");
  if (!response.ok || !isJson) {
    throw new Error(`translations not loaded: status ${response.status}`);
  }
  return response.json();
}

/** On a first visit over a slow line the device's own font serves until the editor can be used. */
function addFonts() {
  for (const { family = "Titillium Web", url, ...range } of FONTS) {
    const face = new FontFace(family, `url("${url}")`, { ...range, display: "swap" });
    document.fonts.add(face);
    if (url.includes(".woff2")) face.load().catch(() => {}); // The device's own font goes on serving.
  }
}

/** The application says when the network is free for what can wait. */
function whenSettled(action) {
  const root = document.documentElement;
  if ("settled" in root.dataset) return action();
  const observer = new MutationObserver(() => {
    if (!("settled" in root.dataset)) return;
    observer.disconnect();
    action();
  });
  observer.observe(root, { attributes: true, attributeFilter: ["data-settled"] });
}

function showStart(messages) {
  const start = document.getElementById("start");
  start.querySelector("h1").textContent = messages.title;
  start.querySelector(".lead").textContent = messages.lead;
  start.querySelector("#start-state span:last-child").textContent = messages.opening;
  return setTimeout(() => {
    const state = start.querySelector("#start-state span:last-child");
    if (state) state.textContent = messages.slow;
  }, SLOW_AFTER_MILLISECONDS);
}

function explain(messages, error) {
  if (typeof WebAssembly !== "object") return messages.old;
  return error instanceof WebAssembly.RuntimeError ? messages.broken : messages.failed;
}

function showFailure(messages, error) {
  const state = document.getElementById("start-state");
  if (!state) return; // The application is already on screen.
  const text = document.createElement("p");
  text.className = "notice";
  text.dataset.kind = "error";
  text.setAttribute("role", "alert");
  text.textContent = explain(messages, error);
  const retry = document.createElement("button");
  retry.type = "button";
  retry.className = "button button-primary";
  retry.textContent = messages.retry;
  retry.addEventListener("click", () => location.reload());
  state.replaceWith(text, retry);
}

/** Removes the first paint as soon as the application has put its own `.app-main` beside it. */
function removeStartWhenMounted(onMounted) {
  const start = document.getElementById("start");
  const isMounted = () => document.querySelector("body > :not(#start) .app-main, body > .app-main") !== null;
  const finish = () => {
    start.remove();
    onMounted();
  };
  if (isMounted()) return finish();
  const observer = new MutationObserver(() => {
    if (!isMounted()) return;
    observer.disconnect();
    finish();
  });
  observer.observe(document.body, { childList: true, subtree: true });
}

const language = chooseLanguage();
const theme = stored("approdo.theme");
document.documentElement.lang = language;
document.documentElement.dir = LANGUAGES[language].direction;
if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;

const slowTimer = showStart(MESSAGES[language]);
await painted();

globalThis.approdo = {
  language,
  directions: ofLanguages("direction"),
  translations: fetchTranslations(LANGUAGES[language].translations),
  assets: {
    translations: ofLanguages("translations"),
    laterTranslations: ofLanguages("later"),
    cvTranslations: {
      de: "{{asset:translations/cv/de.json}}",
      es: "{{asset:translations/cv/es.json}}",
      fr: "{{asset:translations/cv/fr.json}}",
      ro: "{{asset:translations/cv/ro.json}}",
    },
    renderWorker: "{{asset:render-worker.js}}",
    exchangeWorker: "{{asset:exchange-worker.js}}",
    catalog: { it: "{{asset:catalog/it.bin}}", en: "{{asset:catalog/en.bin}}", places: "{{asset:catalog/places.bin}}",
      "letters-it": "{{asset:catalog/letters-it.bin}}", "letters-en": "{{asset:catalog/letters-en.bin}}",
      "questions-it": "{{asset:catalog/questions-it.bin}}", "questions-en": "{{asset:catalog/questions-en.bin}}",
      "checklists-it": "{{asset:catalog/checklists-it.bin}}", "checklists-en": "{{asset:catalog/checklists-en.bin}}",
      "criteria-it": "{{asset:catalog/criteria-it.bin}}", "criteria-en": "{{asset:catalog/criteria-en.bin}}" },
    spellingWorker: "{{asset:spelling-worker.js}}",
  },
};

if (navigator.serviceWorker?.controller) addFonts();
else whenSettled(addFonts);

removeStartWhenMounted(() => clearTimeout(slowTimer));

/** The first words are on screen before the network is busy with the application. */
function painted() {
  // A page in the background is never painted.
  if (document.visibilityState !== "visible") return Promise.resolve();
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, LONGEST_WAIT_FOR_PAINT_MILLISECONDS);
  });
}

/** Imported here and not at the top, so that a download that fails is explained too. */
async function startApplication() {
  const module = fetch("{{asset:app_bg.wasm}}");
  const { default: init } = await import("{{asset:app.js}}");
  await init({ module_or_path: module });
}

try {
  await Promise.all([startApplication(), globalThis.approdo.translations]);
} catch (error) {
  clearTimeout(slowTimer);
  console.error(error);
  showFailure(MESSAGES[language], error);
}
