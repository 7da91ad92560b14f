// The panel on the screen. Draws what a talk holds and reports what the student does; decides nothing.

import { button, h } from './dom.js';
import { Hints } from './hints.js';
import { dueOf, noticeOf } from './notices.js';
import { plural } from './russian.js';
import { Transcript } from './transcript.js';

const LONGEST = 4000; // characters; the server refuses more
const WARN_AT = 3600;
const NEAR_END = 80; // px: nearer than this to the end, the list follows new messages
const PHONE = '(max-width: 600px), (max-height: 480px)';

export class View {
  #on;
  #actionsDrawn = '';
  #phone = matchMedia(PHONE);

  /** @param on `open()`, `close()`, `say(text, action)`, `retry()`, `mend(entry)`, `draft(text)`, `resolve(address)`, `suggest(text)`. */
  constructor(root, on) {
    this.#on = on;
    this.badge = h('span', { class: 'badge', 'aria-hidden': 'true', hidden: true });
    this.launcher = button('Помощь', () => this.toggle(), { class: 'launcher primary', 'aria-expanded': 'false', 'aria-haspopup': 'dialog' });
    this.launcher.append(this.badge);
    this.ticket = h('p', { class: 'ticket', hidden: true });
    this.notice = h('p', { class: 'notice', hidden: true });
    this.greeting = h('p', { class: 'greeting', hidden: true },
      'Здравствуйте! Задайте вопрос своими словами. Если ответа в базе нет, его даст оператор.');
    this.transcript = new Transcript(on);
    this.scroll = h(
      'div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Переписка' }, this.greeting, this.transcript.history, this.transcript.log);
    this.status = h('p', { class: 'status', role: 'status' });
    this.alert = h('p', { class: 'alert', role: 'alert' });
    this.#buildForm();
    this.dialog = h(
      'dialog', { 'aria-labelledby': 'title', keydown: e => this.#onKey(e), cancel: e => this.#onCancel(e) },
      h('header', {}, h('h2', { id: 'title' }, 'Помощь'),
        button('×', () => this.close(), { class: 'close', 'aria-label': 'Закрыть' })),
      this.ticket, this.notice, this.scroll, this.status, this.alert, this.hints.count, this.hints.list, this.form);
    root.append(this.launcher, this.dialog);
    this.#phone.addEventListener('change', () => this.isOpen && this.#show());
    visualViewport?.addEventListener('resize', () => this.#fitKeyboard());
  }

  get isOpen() {
    return this.dialog.open;
  }

  toggle() {
    if (this.isOpen) {
      this.close();
    } else {
      this.open();
    }
  }

  open() {
    if (!this.isOpen) {
      this.#show();
      this.#on.open();
      this.#scrollToEnd();
    }
    this.text.focus();
  }

  close() {
    if (this.isOpen) {
      this.dialog.close();
      this.launcher.setAttribute('aria-expanded', 'false');
      this.launcher.focus();
      this.#on.close();
    }
  }

  /** Puts text into the composer without sending it, after what is there already. */
  compose(text) {
    this.text.value = [this.text.value, text].filter(Boolean).join('\n');
    this.#onInput();
  }

  /** Empties the panel for another person. */
  clear() {
    this.transcript.clear();
    this.text.value = '';
    this.#count();
  }

  /** Brings the screen to what the talk holds. Safe to call as often as anything changes. */
  draw(talk) {
    const focused = this.dialog.getRootNode().activeElement;
    const follows = this.#isAtEnd();
    const messages = talk.ordered;
    const pending = talk.waiting.filter(entry => !talk.attempt(entry)?.isEchoed);
    const grew = this.transcript.draw(talk, messages, pending);
    this.greeting.hidden = messages.length + pending.length > 0 || (talk.conversation !== null && talk.historyEnd === null);
    this.#drawActions(pending.some(entry => !entry.refused) ? null : messages.at(-1));
    this.#drawNotices(talk);
    this.#drawComposer(talk);
    this.#drawLauncher(talk.unread);
    // Also when nothing was added: the ticket's line or new buttons take their height from the list.
    if (follows || (grew && pending.length > 0)) {
      this.#scrollToEnd();
    }
    if (focused && (!focused.isConnected || focused.hidden)) {
      this.text.focus(); // The pressed button is gone; focus must not fall back to the top of the lesson.
    }
  }

  #buildForm() {
    this.text = h('textarea', {
      id: 'text', rows: '1', enterkeyhint: 'send', autocomplete: 'off', 'aria-describedby': 'counter',
      input: () => this.#onInput(),
      keydown: e => this.#onTextKey(e),
    });
    this.hints = new Hints(this.text, this.#on.suggest, title => this.#say(title));
    this.actions = h('div', { class: 'actions', role: 'group', 'aria-label': 'Варианты ответа', hidden: true });
    this.counter = h('p', { id: 'counter', class: 'counter', hidden: true });
    const call = (label, action) => button(label, () => this.#on.say(label, action));
    this.operator = call('Передать оператору', 'operator');
    this.bot = call('Спросить бота', 'bot');
    this.submit = h('button', { class: 'primary' }, 'Отправить');
    this.label = h('label', { class: 'unseen', for: 'text' });
    this.form = h(
      'form', { submit: e => this.#onSubmit(e) },
      this.label, this.text, this.actions,
      h('div', { class: 'row' }, this.operator, this.bot, this.submit, this.counter));
  }

  /** Non-modal beside the lesson on a desktop; on a phone it is the whole screen, and the browser itself keeps focus inside. */
  #show() {
    if (this.isOpen) {
      this.dialog.close();
    }
    if (this.#phone.matches) {
      this.dialog.showModal();
    } else {
      this.dialog.show();
    }
    this.launcher.setAttribute('aria-expanded', 'true');
  }

  #onKey(event) {
    event.stopPropagation(); // The lesson's own single-key shortcuts must not fire while a question is typed.
    if (event.key === 'Escape' && !event.isComposing) {
      event.preventDefault();
      this.close();
    }
  }

  /** The «back» gesture of a phone closes a modal dialog without a key press. */
  #onCancel(event) {
    event.preventDefault();
    this.close();
  }

  #onTextKey(event) {
    if (this.hints.onKey(event)) {
      event.preventDefault();
      event.stopPropagation(); // Escape closes the list first, and the panel with the next press.
    } else if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      this.#onSubmit(event);
    }
  }

  #onSubmit(event) {
    event.preventDefault();
    const text = this.text.value.trim();
    if (text !== '' && text.length <= LONGEST) {
      this.#say(text);
    }
  }

  #say(text) {
    this.hints.close();
    this.text.value = '';
    this.#onInput();
    this.#on.say(text);
    this.text.focus();
  }

  #onInput() {
    this.#count();
    this.#on.draft(this.text.value);
  }

  /** Over the limit nothing is cut off: a pasted letter would silently lose its end. */
  #count() {
    const { length } = this.text.value.trim();
    const over = length > LONGEST;
    this.counter.hidden = length < WARN_AT;
    this.counter.classList.toggle('over', over);
    this.counter.textContent = over
      ? `Слишком длинно: уберите ${plural(length - LONGEST, 'символ', 'символа', 'символов')}`
      : `Можно ещё ${plural(LONGEST - length, 'символ', 'символа', 'символов')}`;
    this.submit.disabled = over;
  }

  #drawActions(last) {
    const offered = Array.isArray(last?.actions) && last.author !== 'student' ? last.actions : [];
    // The operator has a button of its own, always in the same place.
    const shown = offered.filter(action => action.id !== 'operator');
    this.hints.isQuiet = offered.some(action => action.id === 'say:отмена'); // The bot asks for a field: titles of articles are no answer.
    const drawn = shown.length > 0 ? `${last.seq}` : '';
    if (drawn === this.#actionsDrawn) {
      return;
    }
    this.#actionsDrawn = drawn;
    this.actions.hidden = shown.length === 0;
    this.actions.replaceChildren(...shown.map(({ id, label }) => button(label, () => this.#on.say(label, id))));
  }

  #drawNotices(talk) {
    const { conversation } = talk;
    const isTicket = Boolean(conversation?.statusLabel);
    this.ticket.hidden = !isTicket;
    setText(this.ticket, isTicket ? `Статус обращения: ${conversation.statusLabel}${dueOf(talk)}` : '');
    setText(this.notice, noticeOf(talk));
    this.notice.hidden = this.notice.textContent === '';
    setText(this.status, talk.isOnline ? talk.typing : 'Нет связи. Отправим сами, когда она появится.');
    setText(this.alert, talk.trouble);
  }

  /** While people have the talk, what is typed adds to it, there is nobody else to pass it to, and the bot hears only who turns to it. */
  #drawComposer({ isWithPerson, canAskBot }) {
    this.operator.hidden = isWithPerson;
    this.bot.hidden = !canAskBot;
    setText(this.label, isWithPerson ? 'Дополнить сообщение' : 'Ваш вопрос');
    this.text.placeholder = isWithPerson ? 'Дополнить сообщение' : 'Напишите вопрос';
  }

  #drawLauncher(unread) {
    const count = this.isOpen ? 0 : unread;
    this.badge.hidden = count === 0;
    setText(this.badge, count > 99 ? '99+' : String(count));
    this.launcher.setAttribute('aria-label', count === 0
      ? 'Помощь'
      : `Помощь, ${plural(count, 'непрочитанное сообщение', 'непрочитанных сообщения', 'непрочитанных сообщений')}`);
  }

  #isAtEnd() {
    const { scrollTop, clientHeight, scrollHeight } = this.scroll;
    return scrollHeight - scrollTop - clientHeight < NEAR_END;
  }

  #scrollToEnd() {
    this.scroll.scrollTop = this.scroll.scrollHeight;
  }

  #fitKeyboard() {
    // Through the object model: a style attribute would need 'unsafe-inline'.
    this.dialog.style.setProperty('--height', `${visualViewport.height}px`);
    this.#scrollToEnd();
  }
}

/** Changes text only where it differs: each change of a live region is read aloud. */
function setText(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}
