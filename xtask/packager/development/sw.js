// Only in a client packaged with --watched: takes the place of whatever service worker is here, forgets
// the stored files, and lets every request through, so that a page always shows what was built last.

const PREFIX = "approdo-";

async function clear() {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  await Promise.all(names.map((name) => caches.delete(name)));
  await self.clients.claim();
  const pages = names.length > 0 ? await self.clients.matchAll({ type: "window" }) : [];
  await Promise.all(pages.map((page) => page.navigate(page.url)));
}

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(clear()));
