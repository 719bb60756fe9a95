// The service worker: keeps one version of the client whole in one cache, so that it opens without
// a network. It never touches the API, never stores an answer it cannot vouch for, and never takes
// over from an older version unasked.
//
// Messages it answers (through the MessagePort sent along, else to the page that asked):
//   {kind: "status"}       → {kind: "status", version, first, later, laterBytes}
//   {kind: "fetch-later"}  → {kind: "later-progress", done, total}… then {kind: "later-ready"} or {kind: "later-failed"}
//   {kind: "skip-waiting"} → takes over. Pages that are open go on with the files of their own version,
//                            which are kept until the last of these pages is gone.

const VERSION = "{{version}}";
const PREFIX = "approdo-";
const CACHE = PREFIX + VERSION;
const INDEX = "/";
const FIRST = [INDEX, ...{{assets:first}}.filter((url) => url !== INDEX && url !== "/index.html")];
const LATER = {{assets:later}};
const LATER_BYTES = {{assets:later-bytes}};
// Fetched when a page first asks for them, and stored then: dictionaries and the like.
const ASKED = {{assets:asked}};
const KNOWN = new Set([...FIRST, ...LATER, ...ASKED]);
// Stands in a cache whose person agreed to store the later group, so that an update stores it too.
const LATER_MARKER = "/.later-stored";
// Stands in the cache of a version that has just taken over: the pages of the version before.
const OLD_PAGES_MARKER = "/.old-pages";
// A page that lacks these belongs to another version, or to a captive portal.
const INDEX_MUST_NAME = ["{{asset:boot.js}}", "{{asset:style.css}}"];
const TRANSLATIONS = {
  it: ["{{asset:translations/it.json}}", "{{asset:translations/later/it.json}}"],
  en: ["{{asset:translations/en.json}}", "{{asset:translations/later/en.json}}"],
};

// What the server may say of encodings makes no difference to a file that is stored decoded.
const LOOK_UP = { ignoreVary: true };

const isHashed = (url) => url.startsWith("/assets/");

/** What was cut short or replaced on its way does not fit the hash in its name. */
async function fitsItsName(url, response) {
  const digest = await crypto.subtle.digest("SHA-256", await response.clone().arrayBuffer());
  const digits = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0"));
  return digits.join("").startsWith(url.split(".").at(-2));
}

async function isAcceptable(url, response) {
  if (!response.ok || response.redirected || response.type !== "basic") return false;
  if (isHashed(url)) return fitsItsName(url, response);
  const isHtml = (response.headers.get("content-type") ?? "").includes("text/html");
  if (url !== INDEX) return !isHtml;
  if (!isHtml) return false;
  const text = await response.clone().text();
  return INDEX_MUST_NAME.every((name) => text.includes(name)) && text.trimEnd().endsWith("</html>");
}

async function download(url) {
  // The browser's own cache may hold a file that arrived damaged: then it is fetched past it.
  for (const cache of isHashed(url) ? ["default", "reload"] : ["no-cache"]) {
    const response = await fetch(url, { cache, credentials: "same-origin" });
    if (await isAcceptable(url, response)) return response;
  }
  throw new Error(`${url} is not what version ${VERSION} needs`);
}

async function olderCaches() {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  return Promise.all(names.map((name) => caches.open(name)));
}

/** A file whose name carries its hash is the same in every version. */
async function takeOver(url, older) {
  if (!isHashed(url)) return undefined;
  for (const cache of older) {
    const response = await cache.match(url, LOOK_UP);
    if (response) return response;
  }
  return undefined;
}

async function storeOne(cache, url, older) {
  if (isHashed(url) && (await cache.match(url, LOOK_UP))) return; // An earlier, interrupted try left it.
  const response = (await takeOver(url, older)) ?? (await download(url));
  await cache.put(url, response);
}

/** The languages this browser asks for: the page may have chosen one that is not in the first group. */
function ownTranslations() {
  const codes = (navigator.languages ?? []).map((tag) => tag.toLowerCase().split("-")[0]);
  return [...new Set(codes)].filter((code) => Object.hasOwn(TRANSLATIONS, code)).flatMap((code) => TRANSLATIONS[code]);
}

/** The name of a file without the hash of its content. */
const nameOf = (url) => url.replace(/\.[0-9a-f]{16}(?=\.)/, "");

/** What somebody asked for in an older version is stored with this one, so that it still works offline. */
async function askedBefore(older) {
  const stored = (await Promise.all(older.map((cache) => cache.keys()))).flat();
  const names = new Set(stored.map((request) => nameOf(new URL(request.url).pathname)));
  return ASKED.filter((url) => names.has(nameOf(url)));
}

async function install() {
  const older = await olderCaches();
  const cache = await caches.open(CACHE);
  const wanted = new Set([...FIRST, ...ownTranslations()]);
  const hadLater = (await Promise.all(older.map((each) => each.match(LATER_MARKER)))).some(Boolean);
  // Who could make a PDF without a network must not lose that by an update.
  if (hadLater) LATER.forEach((url) => wanted.add(url));
  (await askedBefore(older)).forEach((url) => wanted.add(url));
  await Promise.all([...wanted].map((url) => storeOne(cache, url, older)));
  if (hadLater) await cache.put(LATER_MARKER, new Response(""));
}

async function activate() {
  const older = await olderCaches();
  const cache = await caches.open(CACHE);
  for (const url of LATER) {
    const response = (await cache.match(url, LOOK_UP)) ? undefined : await takeOver(url, older);
    if (response) await cache.put(url, response);
  }
  const pages = (await openPages()).map((page) => page.id);
  await cache.put(OLD_PAGES_MARKER, new Response(JSON.stringify(pages)));
  await self.clients.claim();
}

function openPages() {
  return self.clients.matchAll({ type: "window", includeUncontrolled: true });
}

/** Removes the versions before this one, once no page of theirs is open that may need its files. */
async function removeOlder() {
  const { installing, waiting } = self.registration;
  if (installing || waiting) return; // Their caches are not older.
  const cache = await caches.open(CACHE);
  const marker = await cache.match(OLD_PAGES_MARKER);
  if (!marker) return;
  const old = await marker.json();
  if ((await openPages()).some((page) => old.includes(page.id))) return;
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)));
  await cache.delete(OLD_PAGES_MARKER);
}

async function isStored(urls) {
  const cache = await caches.open(CACHE);
  const found = await Promise.all(urls.map((url) => cache.match(url, LOOK_UP)));
  return found.every(Boolean);
}

const laterListeners = new Set();
let laterRun = null;

function tellLaterListeners(message) {
  for (const reply of laterListeners) reply(message);
}

async function storeLater() {
  const older = await olderCaches();
  const cache = await caches.open(CACHE);
  let done = 0;
  for (const url of LATER) {
    await storeOne(cache, url, older);
    done += 1;
    tellLaterListeners({ kind: "later-progress", done, total: LATER.length });
  }
  await cache.put(LATER_MARKER, new Response(""));
}

/** Several pages may ask at once: one download serves them all, and each hears how it goes. */
async function fetchLater(reply) {
  laterListeners.add(reply);
  laterRun ??= storeLater().then(
    () => ({ kind: "later-ready" }),
    (error) => {
      console.warn(error);
      return { kind: "later-failed" };
    },
  );
  const outcome = await laterRun;
  laterRun = null;
  laterListeners.delete(reply);
  reply(outcome);
}

async function tellStatus(reply) {
  const [first, later] = await Promise.all([isStored(FIRST), isStored(LATER)]);
  reply({ kind: "status", version: VERSION, first, later, laterBytes: LATER_BYTES });
}

/** Every page is the same file. Its address stays here: what another app shares stands in it. */
async function answerNavigation(request) {
  const cache = await caches.open(CACHE);
  const stored = await cache.match(INDEX, LOOK_UP);
  return stored ?? fetch(new URL(request.url).search ? INDEX : request);
}

async function answerAsset(request, url) {
  const cache = await caches.open(CACHE);
  const stored = (await cache.match(url, LOOK_UP)) ?? (await takeOver(url, await olderCaches()));
  if (stored) return stored;
  const response = await fetch(request);
  if (!response.ok || !KNOWN.has(url)) return response;
  if (!(await isAcceptable(url, response))) return Response.error();
  // A full disk must not keep the file from the page that asked for it.
  await cache.put(url, response.clone()).catch((error) => console.warn(error));
  return response;
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));

self.addEventListener("message", (event) => {
  const target = event.ports[0] ?? event.source;
  const reply = (message) => target?.postMessage(message);
  const kind = event.data?.kind;
  if (kind === "skip-waiting") self.skipWaiting();
  if (kind === "fetch-later") event.waitUntil(fetchLater(reply));
  // A page that asks how things stand has just been opened: others may be gone.
  if (kind === "status") event.waitUntil(tellStatus(reply).then(removeOlder));
});

/** A tap on a reminder leads to its page: in a tab that is open, else in a new one. */
async function openFrom(notification) {
  notification.close();
  const url = new URL(notification.data?.address ?? INDEX, self.location.origin).href;
  const pages = await self.clients.matchAll({ type: "window" });
  const page = pages.find((each) => each.visibilityState === "visible") ?? pages[0];
  if (!page) return self.clients.openWindow(url);
  const shown = await page.focus().catch(() => page);
  // A page of another version of the worker cannot be led elsewhere by this one.
  return shown.navigate(url).catch(() => self.clients.openWindow(url));
}

self.addEventListener("notificationclick", (event) => event.waitUntil(openFrom(event.notification)));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (pathname === "/healthz" || pathname === "/api" || pathname.startsWith("/api/")) return;
  if (pathname !== INDEX && (KNOWN.has(pathname) || isHashed(pathname))) {
    event.respondWith(answerAsset(request, pathname));
  } else if (request.mode === "navigate") {
    event.respondWith(answerNavigation(request));
  }
});
