// What the student typed and the server has not yet confirmed. Survives a reload; shared by the tabs of one person.

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

/**
 * Entries `{ key, text, action?, conversation?, refused? }`, oldest first. Each is a storage item of its own, so that tabs never
 * overwrite each other's; the key is the Idempotency-Key of every attempt.
 */
export class Outbox {
  #shelf;
  #lock;

  /** @param {string} subject The student; empty for a stranger, whose words must not outlive the tab (a shared computer). */
  constructor(site, subject) {
    const prefix = `kb:out:${site}:${subject}:`;
    this.#shelf = new Shelf(subject ? 'localStorage' : 'sessionStorage', prefix);
    this.#lock = prefix;
    this.isVolatile = false;
  }

  entries() {
    return this.#shelf.names().map(name => this.#shelf.get(name)).filter(entry => entry?.key);
  }

  save(entry) {
    this.isVolatile = !this.#shelf.set(entry.key, entry);
  }

  remove(entry) {
    this.#shelf.remove(entry.key);
  }

  owns(storageName) {
    return this.#shelf.owns(storageName);
  }

  /** Runs while no other tab of this person sends. Without Web Locks (plain http) the repeated key alone prevents doubles. */
  exclusively(action) {
    return navigator.locks ? navigator.locks.request(this.#lock, action) : action();
  }
}
