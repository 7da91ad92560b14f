// What a browser keeps for us between pages, when it lets us.

/** Named values in browser storage, with memory behind them where storage is full or forbidden. */
export class Shelf {
  #area = null;
  #prefix;
  #memory = new Map();

  /** @param {'localStorage'|'sessionStorage'} area */
  constructor(area, prefix) {
    this.#prefix = prefix;
    try {
      this.#area = window[area]; // Throws where the browser forbids storage to embedded pages.
    } catch {
      this.#area = null;
    }
  }

  get(name) {
    if (this.#memory.has(name)) {
      return this.#memory.get(name);
    }
    try {
      return JSON.parse(this.#area.getItem(this.#prefix + name));
    } catch {
      return null;
    }
  }

  /** @returns {boolean} Whether the value will survive a reload. */
  set(name, value) {
    try {
      this.#area.setItem(this.#prefix + name, JSON.stringify(value));
      this.#memory.delete(name);
      return true;
    } catch {
      this.#memory.set(name, value);
      return false;
    }
  }

  remove(name) {
    this.#memory.delete(name);
    try {
      this.#area.removeItem(this.#prefix + name);
    } catch {
      // Nothing was stored.
    }
  }

  names() {
    const names = new Set(this.#memory.keys());
    try {
      for (let i = 0; i < this.#area.length; i++) {
        const name = this.#area.key(i);
        if (name.startsWith(this.#prefix)) {
          names.add(name.slice(this.#prefix.length));
        }
      }
    } catch {
      // Memory only.
    }
    return [...names].sort();
  }

  owns(storageName) {
    return storageName === null || storageName.startsWith(this.#prefix);
  }
}
