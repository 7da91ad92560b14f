// One student's talk: who they are, what was said (ordered by the server's seq), what waits, and how all that is going.

import { newKey } from './connection.js';
import { isHidden } from './dom.js';
import { Feed } from './feed.js';
import { Outbox } from './outbox.js';
import { Patience } from './patience.js';
import { Sender } from './sender.js';
import { Shelf } from './shelf.js';

const TYPING_LASTS = 6_000; // ms

export class Talk {
  #connection;
  #site;
  #changed;
  #stopped = new AbortController();
  #patience = new Patience();
  #outbox;
  #memory = null;
  #feed = null;
  #sender;
  #isCurrent = false;
  #typingTimer = 0;

  /** By seq. @type {Map<number, object>} */
  messages = new Map();
  /** Last seq that was there when the talk was opened (older is history, not news); null until known. */
  historyEnd = null;
  /** @type {{id: string, status?: string, statusLabel?: string, dueAt?: string, withBot?: boolean}|null} */
  conversation = null;
  /** Undefined until the server has told; null for a stranger. @type {{name: string}|null|undefined} */
  person;
  isReady = false;
  isOnline = true;
  typing = '';
  /** What the server said went wrong, for the student. */
  trouble = '';

  /** @param {() => void} changed Called after anything above has changed. */
  constructor(connection, site, changed) {
    this.#connection = connection;
    this.#site = site;
    this.#changed = changed;
    // Until the session tells who it is, a message waits with this tab.
    this.#outbox = new Outbox(site, '');
    this.#sender = new Sender(connection, {
      outbox: () => this.#outbox,
      whereToWrite: () => this.#whereToWrite(),
      accepted: (id, message) => id === this.conversation?.id && this.#take(message),
      unknown: id => id === this.conversation?.id && this.#leave(),
      report: error => {
        this.#report(error);
        error || this.#feed?.wake(); // The server is there again: the reply must not wait for the end of a pause.
      },
      changed: () => this.#changed(),
    });
  }

  get ordered() {
    return [...this.messages.values()].sort((a, b) => a.seq - b.seq);
  }

  get hasAgentAnswered() {
    return this.ordered.some(message => message.author === 'agent');
  }

  /** Whether what is typed goes to a ticket, so that the bot hears only who turns to it. */
  get canAskBot() {
    const { statusLabel, withBot } = this.conversation ?? {};
    return Boolean(statusLabel) && !withBot;
  }

  /** Whether people have the talk in hand. */
  get isWithPerson() {
    return this.canAskBot && this.conversation.status !== 'closed';
  }

  get waiting() {
    return this.#outbox.entries();
  }

  /** How the last attempt to send an entry went; undefined before the first. */
  attempt(entry) {
    return this.#sender.attempt(entry);
  }

  get isVolatile() {
    return this.#outbox.isVolatile;
  }

  get draft() {
    return this.#memory?.get('draft') ?? '';
  }

  set draft(text) {
    this.#memory?.set('draft', text);
  }

  get unread() {
    const read = this.#memory?.get('read');
    const seen = read && read.conversation === this.conversation?.id ? read.seq : 0;
    return this.ordered.filter(m => m.seq > seen && m.author !== 'student').length;
  }

  markRead() {
    if (this.unread > 0) {
      this.#memory.set('read', { conversation: this.conversation.id, seq: this.ordered.at(-1).seq });
      this.#changed();
    }
  }

  /** Whether this browser has seen a conversation: if not, an unopened widget asks the server nothing. */
  static wasUsed(site) {
    return ['localStorage', 'sessionStorage'].some(area => new Shelf(area, `kb:used:${site}`).get('') === true);
  }

  /** Opens the session and goes on with the student's conversation, if there is one; keeps trying until stopped. */
  async start() {
    const { signal } = this.#stopped;
    window.addEventListener('storage', e => this.#outbox.owns(e.key) && this.#onOtherTab(), { signal });
    window.addEventListener('online', () => this.wake(), { signal });
    window.addEventListener('visibilitychange', () => isHidden() || this.wake(), { signal });
    for (let failures = 1; !signal.aborted && !this.isReady; failures++) {
      try {
        await this.#identify();
        await this.#findConversation();
        this.isReady = true;
        this.#report(null);
      } catch (error) {
        if (signal.aborted) {
          return;
        }
        this.#report(error);
        await this.#patience.rest(failures, error.retryAfter);
      }
    }
    if (!signal.aborted) {
      this.#sender.start();
    }
  }

  stop() {
    this.#stopped.abort();
    this.#sender.stop();
    this.#feed?.stop();
    this.wake();
  }

  /** Drops what was typed before anybody knew by whom: the next person must not find it, still less send it. */
  forgetUnowned() {
    if (!this.person) {
      this.#outbox.entries().forEach(entry => this.#outbox.remove(entry));
    }
  }

  /** Queues a message, or a press of a button the bot offered (its label as the text). It is safe from here on. */
  say(text, action) {
    this.#outbox.save({ key: newKey(), text, ...(action && { action }) });
    this.#changed();
    this.wake();
  }

  /** Takes back what the server refused for good, to be mended by its author. */
  withdraw(entry) {
    this.#outbox.remove(entry);
    this.#changed();
  }

  async #identify() {
    const { subject, person } = await this.#connection.open();
    this.#stopped.signal.throwIfAborted(); // What waits now belongs to the next person.
    this.person = person;
    if (subject) {
      const early = this.#outbox;
      this.#outbox = new Outbox(this.#site, subject);
      early.entries().forEach(entry => {
        this.#outbox.save(entry);
        early.remove(entry);
      });
    }
    this.#memory = new Shelf(subject ? 'localStorage' : 'sessionStorage', `kb:talk:${this.#site}:${subject}:`);
    this.#changed();
  }

  async #findConversation() {
    const { items } = await (await this.#connection.call('GET', 'api/conversations')).json();
    this.#stopped.signal.throwIfAborted();
    if (items.length > 0) {
      this.#enter(items[0], false); // The newest comes first.
    }
  }

  /** Id of the conversation to write in. Asked once more than seems needed: the one on the screen may be long over. */
  async #whereToWrite() {
    if (!this.#isCurrent || this.conversation.status === 'closed') {
      const response = await this.#connection.call('POST', 'api/conversations', { key: newKey(), body: {} });
      const conversation = await response.json();
      this.#stopped.signal.throwIfAborted();
      this.#enter(conversation, response.status === 201);
      this.#isCurrent = true;
    }
    return this.conversation.id;
  }

  /** Makes a conversation the current one. Another one's messages leave the screen: each counts seq anew. */
  #enter(conversation, isNew) {
    if (this.conversation?.id === conversation.id) {
      this.#setStatus(conversation);
      return;
    }
    this.#feed?.stop();
    this.messages.clear();
    this.historyEnd = isNew ? 0 : null;
    this.conversation = { id: conversation.id };
    this.#setStatus(conversation);
    new Shelf(this.person ? 'localStorage' : 'sessionStorage', `kb:used:${this.#site}`).set('', true);
    this.#feed = new Feed(this.#connection, conversation.id, {
      message: message => this.#take(message),
      caughtUp: () => this.#caughtUp(),
      status: status => this.#setStatus(status),
      gone: () => this.#leave(),
      typing: who => this.#showTyping(who),
      connected: () => {
        this.#report(null);
        this.#sender.wake();
      },
      // One break is routine (a proxy's limit) and not worth a word.
      broken: (error, failures) => error && (failures > 1 || error.status) && this.#report(error),
    });
    this.#feed.run();
  }

  #leave() {
    this.#feed?.stop();
    this.#feed = null;
    this.conversation = null;
    this.#isCurrent = false;
  }

  #caughtUp() {
    this.historyEnd ??= Math.max(0, ...this.messages.keys());
    this.#changed();
  }

  #take(message) {
    if (this.messages.has(message.seq)) {
      return;
    }
    this.messages.set(message.seq, message);
    if (message.author === 'student') {
      this.#sender.recogniseEcho(message.text);
    } else {
      this.typing = '';
    }
    this.#changed();
  }

  /** Only what is known by name enters our state, whatever else the server's object holds. */
  #setStatus({ status, statusLabel, dueAt, withBot }) {
    if (this.conversation && status) {
      Object.assign(this.conversation, { status, statusLabel, dueAt, withBot });
    }
    this.#changed();
  }

  #showTyping(who) {
    const set = text => {
      this.typing = text;
      this.#changed();
    };
    clearTimeout(this.#typingTimer);
    this.#typingTimer = setTimeout(() => set(''), TYPING_LASTS);
    set(who?.author === 'bot' ? 'Бот печатает…' : 'Оператор печатает…');
  }

  #onOtherTab() {
    this.#changed();
    if (this.isReady && !this.conversation) {
      this.#findConversation().catch(error => this.#report(error));
    }
  }

  /** Goes on now instead of at the end of a pause. */
  wake() {
    this.#patience.wake();
    this.#sender.wake();
    this.#feed?.wake();
  }

  /** @param {Error|null} error Null when the server has just answered. */
  #report(error) {
    this.isOnline = error === null || error.status > 0;
    this.trouble = error?.status > 0 ? error.message : '';
    this.#changed();
  }
}
