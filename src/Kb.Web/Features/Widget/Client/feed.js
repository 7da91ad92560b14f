// Everything that arrives in one conversation: catch up by seq, then the event stream, then the same again after any break.

import { isHidden } from './dom.js';
import { Patience } from './patience.js';

const STEADY = 5_000; // ms that a stream must live before earlier failures are forgotten
const PAGE = 100; // messages; the server's pages are never longer, and a shorter one is the last
const HIDDEN_GRACE = 30_000; // ms
const HIDDEN_POLL = 60_000; // ms

export class Feed {
  #connection;
  #path;
  #id;
  #events;
  #cursor = 0;
  #patience = new Patience();
  #stopped = new AbortController();

  /**
   * @param {string} id The conversation.
   * @param events `message(m)`, `caughtUp()`, `status(s)`, `gone()`, `typing(t)`, `connected()`, `broken(error, failures)`.
   */
  constructor(connection, id, events) {
    this.#connection = connection;
    this.#id = id;
    this.#path = `api/conversations/${encodeURIComponent(id)}`;
    this.#events = events;
  }

  stop() {
    this.#stopped.abort();
    this.wake();
  }

  wake() {
    this.#patience.wake();
  }

  async run() {
    const { signal } = this.#stopped;
    for (let failures = 0; !signal.aborted;) {
      let openedAt = Infinity;
      let failure = null;
      try {
        await this.#catchUp();
        await this.#askStatus();
        if (signal.aborted) {
          return;
        }
        if (isHidden()) {
          await this.#patience.sleep(HIDDEN_POLL);
          continue;
        }
        await this.#listen(() => {
          openedAt = performance.now();
          this.#tell('connected');
        });
      } catch (error) {
        failure = error;
      }
      failures = performance.now() - openedAt > STEADY ? 1 : failures + 1;
      this.#tell('broken', failure, failures);
      await this.#patience.rest(failures, failure?.retryAfter);
    }
  }

  async #catchUp() {
    for (let isLast = false; !isLast;) {
      const { items } = await this.#json(`${this.#path}/messages?after=${this.#cursor}`);
      items.forEach(message => this.#receive(message));
      isLast = items.length < PAGE;
    }
    this.#tell('caughtUp');
  }

  async #askStatus() {
    const { items } = await this.#json('api/conversations');
    const mine = items.find(conversation => conversation.id === this.#id);
    if (mine) {
      this.#tell('status', mine);
    } else {
      this.#tell('gone'); // A stranger's session ended, and the conversation with it.
      this.stop();
    }
  }

  /** A hidden tab soon gives its stream up: browsers allow six connections to a host, and a student may open twenty lessons. */
  async #listen(onOpen) {
    const stream = new AbortController();
    let timer = 0;
    const watch = () => {
      clearTimeout(timer);
      timer = isHidden() ? setTimeout(() => stream.abort(), HIDDEN_GRACE) : 0;
    };
    const abort = () => stream.abort();
    window.addEventListener('visibilitychange', watch);
    this.#stopped.signal.addEventListener('abort', abort);
    try {
      await this.#connection.listen(
        `${this.#path}/events`, this.#cursor, (name, data) => this.#hear(name, data), onOpen, stream.signal);
    } finally {
      clearTimeout(timer);
      window.removeEventListener('visibilitychange', watch);
      this.#stopped.signal.removeEventListener('abort', abort);
    }
  }

  #hear(name, data) {
    if (name === 'message') {
      this.#receive(data);
    } else if (name === 'status' || name === 'typing') {
      this.#tell(name, data);
    }
  }

  /** The cursor moves only by what arrived here, in order: the reply to a POST may run ahead of messages not seen yet. */
  #receive(message) {
    if (Number.isSafeInteger(message?.seq)) {
      this.#cursor = Math.max(this.#cursor, message.seq);
      this.#tell('message', message);
    }
  }

  #tell(name, ...details) {
    if (!this.#stopped.signal.aborted) {
      this.#events[name](...details);
    }
  }

  async #json(path) {
    return (await this.#connection.call('GET', path)).json();
  }
}
