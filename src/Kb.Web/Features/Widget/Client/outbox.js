// What the student typed and the server has not yet confirmed. Survives a reload; shared by the tabs of one person.

import { Shelf } from './shelf.js';

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
