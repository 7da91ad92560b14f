// The messages on the screen: each is drawn once, in the order of the talk.

import { h } from './dom.js';
import { messageItem, pendingItem } from './messages.js';

export class Transcript {
  #on;
  #items = new Map();

  /** @param on `retry()`, `mend(entry)`, `resolve(address)`. */
  constructor(on) {
    this.#on = on;
    this.history = h('div', { class: 'history' });
    // Present and empty before anything arrives, or screen readers miss the first message; history stays outside it.
    this.log = h('div', { role: 'log', 'aria-label': 'Новые сообщения' });
  }

  clear() {
    this.#items.forEach(({ node }) => node.remove());
    this.#items.clear();
  }

  /** Brings the screen to these messages, touching only what differs. @returns {boolean} Whether anything was added. */
  draw(talk, messages, pending) {
    // After the handoff nobody reacts to «алло?» at once: its author must see that it went to people.
    const handedAt = (talk.isWithPerson && messages.findLast(m => m.author === 'bot')?.seq) || Infinity;
    const wanted = new Map(messages.map(m => {
      const isPassed = m.author === 'student' && m.seq > handedAt;
      return [`seq ${m.seq}`, { state: isPassed ? 'passed' : '', make: () => messageItem(m, this.#on.resolve, isPassed) }];
    }));
    for (const entry of pending) {
      const state = entry.refused ? 'refused' : talk.attempt(entry)?.state ?? (talk.isOnline ? 'waiting' : 'failed');
      wanted.set(entry.key, { state, make: () => pendingItem(entry, state, () => this.#on.retry(), () => this.#on.mend(entry)) });
    }
    for (const [key, { node }] of this.#items) {
      if (!wanted.has(key)) {
        node.remove();
        this.#items.delete(key);
      }
    }

    let grew = false;
    let historyAt = this.history.firstChild;
    let logAt = this.log.firstChild;
    for (const [key, { state, make }] of wanted) {
      const drawn = this.#items.get(key);
      const isOld = key.startsWith('seq ') && (talk.historyEnd === null || Number(key.slice(4)) <= talk.historyEnd);
      if (drawn?.state === state) {
        if (drawn.node === historyAt || drawn.node === logAt) {
          [historyAt, logAt] = drawn.node === historyAt ? [historyAt.nextSibling, logAt] : [historyAt, logAt.nextSibling];
        }
        continue;
      }
      const node = make();
      this.#items.set(key, { state, node });
      grew ||= !drawn;
      if (drawn) {
        logAt = logAt === drawn.node ? drawn.node.nextSibling : logAt;
        historyAt = historyAt === drawn.node ? drawn.node.nextSibling : historyAt;
        drawn.node.replaceWith(node);
      } else {
        (isOld ? this.history : this.log).insertBefore(node, isOld ? historyAt : logAt);
      }
    }
    return grew;
  }
}
