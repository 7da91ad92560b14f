// Titles of answers above the field while a question is typed. Keys follow the combobox pattern of the ARIA Authoring Practices
// Guide; the role stays textbox, the only one that HTML allows a field of several lines. A server that is silent or refuses costs
// the list and not a word: the question can be sent as it is.

import { h } from './dom.js';
import { plural } from './russian.js';

const PAUSE = 400; // ms without a key
const LONGEST_QUESTION = 120; // characters; a letter is not a search
const THREE_LETTERS = /\p{L}.*\p{L}.*\p{L}/u;

export class Hints {
  #text;
  #find;
  #choose;
  #active = null;
  #asked = null;
  #timer = 0;

  /** Whether what is typed is no question. */
  isQuiet = false;

  /**
   * @param {HTMLTextAreaElement} text
   * @param {(question: string) => Promise<string[]>} find Best titles first.
   * @param {(title: string) => void} choose
   */
  constructor(text, find, choose) {
    this.#text = text;
    this.#find = find;
    this.#choose = choose;
    this.list = h('ul', {
      id: 'hints', class: 'hints', role: 'listbox', 'aria-label': 'Подсказки', hidden: true,
      mousedown: e => e.preventDefault(), // Or the field loses focus, and the list closes before the click.
    });
    this.count = h('p', { class: 'unseen', 'aria-live': 'polite' });
    text.setAttribute('aria-autocomplete', 'list');
    text.setAttribute('aria-controls', 'hints');
    text.addEventListener('input', () => this.#wait());
    text.addEventListener('blur', () => this.close());
  }

  close() {
    clearTimeout(this.#timer);
    this.#asked = null;
    this.#show([]);
  }

  /** Obeys a key. @returns {boolean} Whether it was meant for the list. */
  onKey({ key, isComposing }) {
    const { children } = this.list;
    const step = { ArrowUp: -1, ArrowDown: 1 }[key];
    if (isComposing || children.length === 0) {
      return false;
    }
    if (key === 'Escape') {
      this.close();
    } else if (step) {
      // Past either end is the text itself, between the last title and the first.
      const from = [...children].indexOf(this.#active);
      this.#point(children[from < 0 && step < 0 ? children.length - 1 : from + step]);
    } else if (key === 'Enter' && this.#active) {
      this.#active.click();
    } else {
      return false;
    }
    return true;
  }

  #wait() {
    const question = this.#text.value.trim();
    this.#point(null);
    clearTimeout(this.#timer);
    if (!this.isQuiet && question.length <= LONGEST_QUESTION && THREE_LETTERS.test(question) && !question.includes('\n')) {
      this.#timer = setTimeout(() => this.#ask(question), PAUSE);
    } else {
      this.close();
    }
  }

  async #ask(question) {
    const mine = this.#asked = {};
    const titles = await this.#find(question).catch(() => []);
    if (mine === this.#asked) {
      this.#show(titles);
    }
  }

  #show(titles) {
    this.#point(null);
    this.list.replaceChildren(...titles.map((title, i) => h(
      'li', { id: `hint${i}`, role: 'option', 'aria-selected': 'false', click: () => this.#choose(title) }, title)));
    this.list.hidden = titles.length === 0;
    this.count.textContent = titles.length === 0 ? '' : plural(titles.length, 'подсказка', 'подсказки', 'подсказок');
  }

  #point(option) {
    this.#active?.setAttribute('aria-selected', 'false');
    this.#active = option ?? null;
    this.#active?.setAttribute('aria-selected', 'true');
    this.#active?.scrollIntoView({ block: 'nearest' });
    this.#text.setAttribute('aria-activedescendant', this.#active?.id ?? '');
  }
}
