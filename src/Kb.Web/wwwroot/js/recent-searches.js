// What was looked for in this browser, newest first; never sent anywhere.

const most = 8;

/** The list of one place: staff and students who share a browser do not share it. */
export function recentSearches(place) {
  const name = `kb-recent:${place}`;
  const read = () => {
    try {
      const kept = JSON.parse(localStorage.getItem(name) ?? "[]");
      return Array.isArray(kept) ? kept.filter((text) => typeof text === "string").slice(0, most) : [];
    } catch {
      return []; // Storage is forbidden, or somebody else wrote there.
    }
  };
  const write = (texts) => {
    try {
      localStorage.setItem(name, JSON.stringify(texts.slice(0, most)));
    } catch {
      // A full storage costs the list at most.
    }
  };
  return {
    read,
    add: (text) => text.trim() && write([text.trim(), ...read().filter((other) => other !== text.trim())]),
    clear: () => write([]),
  };
}

/** Fills the section that the server left empty and hidden: links to the searches and a button that forgets them. */
export function showRecent(section, recent, addressOf) {
  const texts = recent.read();
  section.hidden = texts.length === 0;
  section.querySelector("ul").replaceChildren(...texts.map((text) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = addressOf(text);
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
