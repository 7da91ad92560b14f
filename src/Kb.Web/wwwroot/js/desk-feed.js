// One event stream for all tabs of an agent: a browser opens six connections to a host, and six open tickets must not
// leave none for anything else. The tab that holds the lock listens and tells the others; when it closes, the next takes over.

const retryMs = 5_000;
const newsMs = 10 * 60_000; // After a longer absence the page itself shows what has come: a night's tickets need no bell.
const rememberMs = 60_000;
const place = "kb-desk-place";
const listeners = new Set();
const tabs = "BroadcastChannel" in window ? new BroadcastChannel("kb-desk") : null;

/**
 * Calls back with {kind: "ticket", change, leads}, {kind: "online"} or {kind: "offline"}.
 * `leads` is true in exactly one tab: it is the one to make a sound.
 */
export function listen(listener) {
  listeners.add(listener);
}

function tell(message) {
  for (const listener of listeners) {
    listener(message);
  }
}

function publish(message) {
  tell({ ...message, leads: true });
  tabs?.postMessage(message);
}

let heard = null; // Id of the last event of this tab's own stream.

/** Leaves for the next tab, or the next page of this one, where to go on. */
function remember(id = heard) {
  heard = id;
  try {
    localStorage.setItem(place, JSON.stringify({ id, at: Date.now() }));
  } catch {
    // A full storage costs an announcement at most.
  }
}

function recall() {
  try {
    const { id, at } = JSON.parse(localStorage.getItem(place));
    return Date.now() - at < newsMs ? id : null;
  } catch {
    return null;
  }
}

function open() {
  const after = heard ?? recall();
  // When the browser itself reconnects, it sends a newer Last-Event-ID, which the server prefers.
  const source = new EventSource(after === null ? "/api/tickets/events" : `/api/tickets/events?after=${encodeURIComponent(after)}`);
  source.addEventListener("open", () => publish({ kind: "online" }));
  source.addEventListener("position", (event) => remember(event.lastEventId));
  source.addEventListener("ticket", (event) => {
    remember(event.lastEventId);
    publish({ kind: "ticket", change: JSON.parse(event.data) });
  });
  source.addEventListener("error", () => {
    publish({ kind: "offline" });
    // The browser comes back by itself from a broken line, but gives up for good on a refusal (a restart, an ended login).
    if (source.readyState === EventSource.CLOSED) {
      clearInterval(stillHere);
      setTimeout(open, retryMs);
    }
  });
  const stillHere = setInterval(() => source.readyState === EventSource.OPEN && heard !== null && remember(), rememberMs);
}

tabs?.addEventListener("message", (event) => tell({ ...event.data, leads: false }));

if (tabs && navigator.locks) {
  navigator.locks.request("kb-desk-feed", () => {
    open();
    return new Promise(() => {}); // Held until the tab closes.
  });
} else {
  open(); // Plain http to another machine has no locks: each tab listens for itself.
}
