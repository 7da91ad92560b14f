// Who is asking, and how requests reach the server: sessions, problems, the event stream. Knows nothing of messages.

import { Shelf } from './shelf.js';

const LONGEST_SILENCE = 45_000; // ms without a byte, keep-alives included, before a stream counts as dead.
const REQUEST_TIMEOUT = 20_000; // ms
const TOKEN_PAUSE = 30; // seconds

/** A request that did not succeed; `message` is in words for the student. */
export class Refusal extends Error {
  /** @param {number} status HTTP status, 0 when no answer came. @param {number} retryAfter Seconds the server asked for. */
  constructor(message, status = 0, retryAfter = 0) {
    super(message);
    this.status = status;
    this.retryAfter = retryAfter;
  }

  /** Whether the very same request may succeed later. 409 with Retry-After: its first copy is still being written. */
  get isTemporary() {
    const { status } = this;
    return status === 0 || status === 401 || status === 408 || status === 429 || status >= 500
      || (status === 409 && this.retryAfter > 0);
  }

  /** Reads an RFC 9457 problem. */
  static async from(response) {
    const problem = await response.json().catch(() => null);
    const detail = problem?.detail ?? problem?.title;
    return new Refusal(
      typeof detail === 'string' ? detail : 'Сервис поддержки сейчас не отвечает.',
      response.status,
      Number(response.headers.get('Retry-After')) || 0);
  }
}

/** A key that no other message has; keys sort by the time they were made. (randomUUID needs https; a school may lack it.) */
export function newKey() {
  const random = crypto.getRandomValues(new Uint8Array(12));
  return Date.now().toString(36).padStart(9, '0') + Array.from(random, b => b.toString(16).padStart(2, '0')).join('');
}

/**
 * By token: the Idempotency-Key of the request that exchanges it. Never part of the token, and kept in memory only, so that
 * whoever copies a token cannot repeat its exchange.
 */
const exchangeKeys = new Map();

function exchangeKey(token) {
  if (!exchangeKeys.has(token)) {
    exchangeKeys.set(token, newKey());
  }
  return exchangeKeys.get(token);
}

/** One person's way to the server. Another person gets another connection: nothing begun for the one can go on as the other. */
export class Connection {
  #base;
  #site;
  #tokenSource;
  #subject = null;
  #session = null;
  #opening = null;
  #isClosed = false;
  #kept = new Shelf('sessionStorage', 'kb:session:');

  /**
   * @param {URL} base Where the widget was loaded from: the only host it ever talks to.
   * @param {null|string|(() => string|Promise<string>)} source The LMS token or, better, a function that gets a fresh one.
   */
  constructor(base, site, source) {
    this.#base = base;
    this.#site = site;
    this.#tokenSource = source;
  }

  /** Begins nothing more; a request on its way may still end. */
  close() {
    this.#isClosed = true;
  }

  /** An address as the server wrote it, relative to the server rather than to the page. */
  resolve(address) {
    return new URL(address, this.#base);
  }

  /** The session in force: `{ session, subject, person }`; asks the LMS and the server for one when there is none. */
  async open() {
    if (!this.#session) {
      this.#opening ??= this.#openSession().finally(() => {
        this.#opening = null;
      });
      this.#session = await this.#opening;
    }
    if (this.#isClosed) {
      throw new Refusal('На этой странице уже другой человек.');
    }
    return this.#session;
  }

  async #openSession() {
    const token = await this.#freshToken();
    const { sub: subject = '' } = readClaims(token);
    // The page's function may ask for the token of whoever signed in in another tab meanwhile.
    if ((this.#subject ??= subject) !== subject) {
      throw new Refusal('На платформу вошли под другим именем. Обновите страницу.', 401, TOKEN_PAUSE);
    }
    const stored = this.#kept.get(this.#site);
    // The claims are compared, never trusted: a tab whose student changed must not go on as the previous one.
    if (stored?.subject === subject && Date.parse(stored.expiresAt) > Date.now()) {
      return stored;
    }

    const response = await this.#fetch('POST', 'api/widget/session', {
      // One token is one session, however often an unlucky network makes us repeat the request.
      headers: { 'Idempotency-Key': token ? exchangeKey(token) : newKey() },
      body: token ? { site: this.#site, token } : { site: this.#site },
    });
    if (!response.ok) {
      const { message, status, retryAfter } = await Refusal.from(response);
      // A token that is wrong now will be wrong in a second too.
      throw new Refusal(message, status, retryAfter || (status < 500 ? TOKEN_PAUSE : 0));
    }
    const { session, expiresAt, person } = await response.json();
    const opened = { session, expiresAt, person, subject };
    this.#keep(opened);
    return opened;
  }

  async #freshToken() {
    const source = this.#tokenSource;
    try {
      const token = typeof source === 'function' ? await source() : source;
      return typeof token === 'string' && token ? token : null;
    } catch {
      // Going on as a stranger would hide the student's own conversation: better to wait for the LMS.
      throw new Refusal('Не получилось узнать у платформы, кто вы.');
    }
  }

  /** Sends one request in the session, renewing the session once if the server no longer knows it. */
  async call(method, path, { key, body, headers, signal } = {}) {
    for (let renewed = false; ; renewed = true) {
      const current = await this.open();
      const response = await this.#fetch(method, path, {
        body,
        signal,
        headers: { ...headers, Authorization: `Bearer ${current.session}`, ...(key && { 'Idempotency-Key': key }) },
      });
      if (response.ok) {
        return response;
      }
      const refusal = await Refusal.from(response);
      if (response.status === 401 && this.#session === current) {
        this.#session = null;
        this.#keep(null);
      }
      if (response.status !== 401 || renewed) {
        throw refusal;
      }
    }
  }

  /**
   * Reads an event stream until it ends or falls silent. EventSource cannot send Authorization, and a token never goes into an address.
   * @param {(name: string, data: unknown) => void} deliver
   */
  async listen(path, lastEventId, deliver, onOpen, outer) {
    const silence = new AbortController();
    const stop = () => silence.abort();
    outer.addEventListener('abort', stop, { once: true });
    let timer = setTimeout(stop, LONGEST_SILENCE);
    try {
      const headers = { Accept: 'text/event-stream', ...(lastEventId && { 'Last-Event-ID': String(lastEventId) }) };
      const response = await this.call('GET', path, { headers, signal: silence.signal });
      onOpen();
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      for (let rest = ''; ;) {
        const { value, done } = await reader.read();
        if (done) {
          return;
        }
        clearTimeout(timer);
        timer = setTimeout(stop, LONGEST_SILENCE);
        const blocks = (rest + value).split(/\r?\n\r?\n/);
        rest = blocks.pop();
        blocks.forEach(block => deliverBlock(block, deliver));
      }
    } catch (error) {
      throw error instanceof Refusal ? error : new Refusal('Связь с поддержкой прервалась.');
    } finally {
      clearTimeout(timer);
      outer.removeEventListener('abort', stop);
      stop();
    }
  }

  async #fetch(method, path, { headers, body, signal = AbortSignal.timeout(REQUEST_TIMEOUT) }) {
    try {
      return await fetch(this.resolve(path), {
        method,
        signal,
        headers: body ? { ...headers, 'Content-Type': 'application/json' } : headers,
        body: body && JSON.stringify(body),
        credentials: 'omit', // Works where third-party cookies do not; a page cannot borrow a staff cookie either.
        cache: 'no-store',
      });
    } catch {
      throw new Refusal('Нет связи с поддержкой.');
    }
  }

  /** For reloads of this tab only. Once closed, the place belongs to the next person. */
  #keep(session) {
    if (!this.#isClosed) {
      this.#kept.set(this.#site, session);
    }
  }
}

function readClaims(token) {
  try {
    const payload = atob(token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/'));
    return JSON.parse(new TextDecoder().decode(Uint8Array.from(payload, c => c.charCodeAt(0))));
  } catch {
    return {};
  }
}

function deliverBlock(block, deliver) {
  let name = 'message';
  const data = [];
  for (const line of block.split(/\r?\n/)) {
    const [, field, value] = /^([a-z]+):? ?(.*)$/.exec(line) ?? [];
    if (field === 'event') {
      name = value;
    } else if (field === 'data') {
      data.push(value);
    }
  }
  if (data.length > 0) {
    deliver(name, JSON.parse(data.join('\n')));
  }
}
