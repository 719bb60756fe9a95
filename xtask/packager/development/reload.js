// Only in a client packaged with --watched: loads the page again when the client was packaged anew.
// The page names all its files with their hashes, so that its own tag tells of any change.

const BETWEEN_LOOKS_MILLISECONDS = 500;

async function tag() {
  try {
    const response = await fetch("/", { method: "HEAD", cache: "no-store" });
    return response.ok ? response.headers.get("etag") : null;
  } catch {
    return null; // The server is being started again.
  }
}

let loaded = null;

async function look() {
  const present = await tag();
  loaded ??= present;
  if (present !== null && present !== loaded) location.reload();
  else setTimeout(look, BETWEEN_LOOKS_MILLISECONDS);
}

look();
