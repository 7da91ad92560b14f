// What was typed, on its way: oldest first, one at a time, with the same key until the server has answered for good.

import { Refusal } from './connection.js';
import { Patience } from './patience.js';

export class Sender {
  #connection;
  #talk;
  #patience = new Patience();
  #attempts = new Map();
  #failures = 0;
  #isStarted = false;
  #isSending = false;

  /** @param talk `outbox()`, `whereToWrite()`, `accepted(conversation, message)`, `unknown(conversation)`, `report(error)`, `changed()`. */
  constructor(connection, talk) {
    this.#connection = connection;
    this.#talk = talk;
  }

  start() {
    this.#isStarted = true;
    this.wake();
  }

  stop() {
    this.#isStarted = false;
    this.#patience.wake();
  }

  /** Sends now: something was added, or there is reason to hope. */
  wake() {
    this.#patience.wake();
    this.#send();
  }

  /** `{ state: 'sending'|'failed', isEchoed }` of the last attempt, if there was one. */
  attempt(entry) {
    return this.#attempts.get(entry.key);
  }

  /** The stream may bring our own message before the reply to its POST does: it must not be seen twice meanwhile. */
  recogniseEcho(text) {
    const sent = this.#talk.outbox().entries().find(entry => entry.text === text && this.attempt(entry)?.isEchoed === false);
    if (sent) {
      this.attempt(sent).isEchoed = true;
    }
  }

  async #send() {
    if (this.#isSending) {
      return;
    }
    this.#isSending = true;
    while (this.#isStarted && this.#next()) {
      try {
        // Asked again under the lock: meanwhile another tab may have sent the entry, or its author may have left.
        await this.#talk.outbox().exclusively(() => this.#isStarted && this.#try(this.#next()));
        this.#failures = 0;
      } catch (error) {
        // The lock is not held while resting: another tab may have a better connection.
        await this.#patience.rest(++this.#failures, error.retryAfter);
      }
    }
    this.#isSending = false;
  }

  #next() {
    return this.#talk.outbox().entries().find(entry => !entry.refused);
  }

  async #try(entry) {
    if (!entry) {
      return;
    }
    const attempt = { state: 'sending', isEchoed: this.attempt(entry)?.isEchoed ?? false };
    this.#attempts.set(entry.key, attempt);
    this.#talk.changed();
    try {
      await this.#post(entry);
      this.#talk.outbox().remove(entry);
      this.#attempts.delete(entry.key);
      this.#talk.report(null);
    } catch (error) {
      attempt.state = 'failed';
      this.#talk.report(error);
      if (!(error instanceof Refusal) || error.isTemporary) {
        throw error;
      }
      attempt.isEchoed = false;
      this.#talk.outbox().save({ ...entry, refused: error.message });
      this.#talk.changed();
    }
  }

  /** The conversation is noted before the first attempt: a repeat must go to the same address to be known as a repeat. */
  async #post(entry) {
    if (!entry.conversation) {
      entry.conversation = await this.#talk.whereToWrite();
      this.#talk.outbox().save(entry);
    }
    const { key, text, action, conversation } = entry;
    const path = `api/conversations/${encodeURIComponent(conversation)}/${action ? 'actions' : 'messages'}`;
    try {
      const response = await this.#connection.call('POST', path, { key, body: action ? { id: action } : { text } });
      const { id, seq, at } = await response.json();
      if (Number.isSafeInteger(seq)) {
        this.#talk.accepted(conversation, { id, seq, at, text, author: 'student' });
      }
    } catch (error) {
      if (error.status === 404) {
        // This session does not know the conversation, so it took nothing: the next attempt finds or opens another.
        entry.conversation = null;
        this.#talk.outbox().save(entry);
        this.#talk.unknown(conversation);
        throw new Refusal(error.message);
      }
      throw error;
    }
  }
}
