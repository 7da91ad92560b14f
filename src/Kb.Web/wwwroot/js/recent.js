// What was searched and opened in this browser, newest first; never sent anywhere.

const most = 8;

const isEntry = (entry) => typeof entry?.text === "string" && typeof entry.url === "string" && entry.url.startsWith("/");

/** The list of one place, of links `{ text, url }`: staff and students who share a browser do not share it. */
export function recentLinks(place) {
  const name = `kb-recent:${place}`;
  const read = () => {
    try {
      const kept = JSON.parse(localStorage.getItem(name) ?? "[]");
      return Array.isArray(kept) ? kept.filter(isEntry).slice(0, most) : [];
    } catch {
      return []; // Storage is forbidden, or somebody else wrote there.
    }
  };
  const write = (entries) => {
    try {
      localStorage.setItem(name, JSON.stringify(entries.slice(0, most)));
    } catch {
      // A full storage costs the list at most.
    }
  };
  return {
    read,
    add: ({ text, url }) => text.trim() && write([{ text: text.trim(), url }, ...read().filter((other) => other.url !== url)]),
    clear: () => write([]),
  };
}

/** Fills the section that the server left empty and hidden: the links and a button that forgets them. */
export function showRecent(section) {
  const recent = recentLinks(section.dataset.recent);
  const entries = recent.read();
  section.hidden = entries.length === 0;
  section.querySelector("ul").replaceChildren(...entries.map(({ text, url }) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = url;
    link.textContent = text;
    item.append(link);
    return item;
  }));
  section.querySelector("button").addEventListener("click", () => {
    recent.clear();
    section.hidden = true;
    document.querySelector("[data-search-field]")?.focus();
  });
}
