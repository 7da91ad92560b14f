// The student's chat widget. One line on any page:
//
//   <script type="module" src="https://HOST/widget.js" data-site="demo"></script>
//
// Calls may be made before or after it loads:
//
//   window.KbWidget = window.KbWidget || [];
//   KbWidget.push(['user', async () => (await fetch('/kb-token')).text()]); // a fresh LMS token each time it is asked
//   KbWidget.push(['user', null]);          // the student left
//   KbWidget.push(['open']); KbWidget.push(['close']);
//   KbWidget.push(['ask', 'Как получить сертификат?']); // opens the panel with this text, not yet sent
//
// A page that cannot run script of its own may write the token into data-token; the student then reloads when it has expired.
// Apart from these the widget reads nothing of the page: no address, no other globals, no cookies.

import { Connection } from './connection.js';
import { find, h, isHidden } from './dom.js';
import sheet from './style.js';
import { Talk } from './talk.js';
import { View } from './view.js';

class KbWidget extends HTMLElement {
  #base;
  #site;
  #source;
  #connection;
  #talk = null;
  #view;
  #isDrawing = false;

  /** Begins to work. @param {DOMStringMap} settings The script element's data attributes. */
  begin({ site, token = null }, base) {
    this.#base = base;
    this.#site = site;
    this.#connect(token);
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    this.#view = new View(root, {
      open: () => this.#ensureTalk(),
      close: () => this.#draw(),
      say: (text, action) => this.#ensureTalk().say(text, action),
      retry: () => this.#talk.wake(),
      mend: entry => {
        this.#talk.withdraw(entry);
        this.#view.compose(entry.text);
      },
      draft: text => {
        if (this.#talk) {
          this.#talk.draft = text;
        }
      },
      resolve: address => this.#connection.resolve(address),
      suggest: async text => {
        if (this.#talk.isWithPerson) {
          return []; // What is typed is an answer to somebody.
        }
        const response = await this.#connection.call('POST', 'api/widget/suggestions', { body: { text } });
        return (await response.json()).items.map(({ title }) => title);
      },
    });
    window.addEventListener('visibilitychange', () => this.#draw());
  }

  /** Goes on in the background for those who have a conversation, so that they see an answer without opening the panel. */
  resume() {
    if (Talk.wasUsed(this.#site)) {
      this.#ensureTalk();
    }
  }

  /** Obeys one call of the page; anything unknown is ignored. */
  obey(call) {
    const [name, value] = Array.isArray(call) ? call : [];
    if (name === 'user' && (value === null || typeof value === 'string' || typeof value === 'function')) {
      this.#changePerson(value);
    } else if (name === 'open') {
      this.#view.open();
    } else if (name === 'close') {
      this.#view.close();
    } else if (name === 'ask') {
      this.#view.open();
      this.#view.compose(String(value ?? ''));
    }
  }

  #connect(source) {
    this.#source = source;
    this.#connection = new Connection(this.#base, this.#site, source);
  }

  /** A stranger's words go on to who they turn out to be; those of somebody the page had named never to another. */
  #changePerson(source) {
    const wasNamed = Boolean(this.#source);
    this.#connection.close();
    this.#connect(source);
    if (this.#talk) {
      this.#talk.stop();
      if (wasNamed) {
        this.#talk.forgetUnowned();
      }
      this.#talk = null;
      this.#view.clear();
      this.#ensureTalk();
    }
  }

  #ensureTalk() {
    if (!this.#talk) {
      const talk = this.#talk = new Talk(this.#connection, this.#site, () => this.#draw());
      talk.start().then(() => this.#restoreDraft(talk));
      this.#draw();
    }
    return this.#talk;
  }

  #restoreDraft(talk) {
    if (talk === this.#talk && talk.draft && !this.#view.text.value) {
      this.#view.compose(talk.draft);
    }
  }

  /** Draws once for all changes of one turn. */
  #draw() {
    if (!this.#isDrawing && this.#talk) {
      this.#isDrawing = true;
      queueMicrotask(() => {
        this.#isDrawing = false;
        if (this.#view.isOpen && !isHidden()) {
          this.#talk.markRead();
        }
        this.#view.draw(this.#talk);
      });
    }
  }
}

/** The script element that loaded this module: `document.currentScript` is null for modules. */
function ownScript() {
  return Array.from(find('script[data-site]')).find(script => script.src === import.meta.url);
}

function embed() {
  const script = ownScript();
  if (!script?.dataset.site || customElements.get('kb-widget')) {
    return;
  }
  customElements.define('kb-widget', KbWidget);
  const widget = h('kb-widget');
  widget.begin(script.dataset, new URL('.', import.meta.url));
  find('body')[0].append(widget);

  // An element with id="KbWidget" also is window.KbWidget: only a real array counts as a queue.
  const early = Array.isArray(window.KbWidget) ? window.KbWidget : [];
  window.KbWidget = { push: call => widget.obey(call) };
  early.forEach(call => widget.obey(call));
  widget.resume();
}

embed();
