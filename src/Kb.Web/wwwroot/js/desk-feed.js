// One event stream for all tabs of an agent: a browser opens six connections to a host, and six open tickets must not
// leave none for anything else. The tab that holds the lock listens and tells the others; when it closes, the next takes over.

const retryMs = 5_000;
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

function open() {
  const source = new EventSource("/api/tickets/events");
  source.addEventListener("open", () => publish({ kind: "online" }));
  source.addEventListener("ticket", (event) => publish({ kind: "ticket", change: JSON.parse(event.data) }));
  source.addEventListener("error", () => {
    publish({ kind: "offline" });
    // The browser comes back by itself from a broken line, but gives up for good on a refusal (a restart, an ended login).
    if (source.readyState === EventSource.CLOSED) {
      setTimeout(open, retryMs);
    }
  });
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
