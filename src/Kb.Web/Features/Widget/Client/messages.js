// How one message looks.

import { button, copyOfHtml, h, link, safeLink } from './dom.js';
import { calendarDate, moment } from './russian.js';

const AUTHORS = { student: 'Вы', bot: 'Бот', agent: 'Оператор' };

/** A message that the server has. @param {(address: string) => URL} resolve @param {boolean} isPassed Whether it waits for a person, not for the bot. */
export function messageItem(message, resolve, isPassed) {
  const author = Object.hasOwn(AUTHORS, message.author) ? message.author : 'system';
  const body = (message.html && author !== 'student' && copyOfHtml(message.html, resolve))
    || h('p', { class: 'plain-text' }, message.text ?? '');
  const bubble = h('div', { class: 'bubble' }, body, sources(message.sources, resolve));
  if (author === 'system') {
    return h('div', { class: 'item system' }, bubble);
  }
  if (author === 'student') {
    const meta = h('p', { class: 'meta' }, `${isPassed ? 'Отправлено оператору' : 'Отправлено'} ${moment(message.at)}`);
    return h('div', { class: 'item student', 'aria-live': 'off' }, said('Вы'), bubble, meta);
  }
  const name = author === 'agent' && message.name ? `${message.name}, оператор` : AUTHORS[author];
  return h('div', { class: `item ${author}` }, h('p', { class: 'meta' }, `${name}, ${moment(message.at)}`), bubble);
}

/** A message on its way. @param {'waiting'|'sending'|'failed'|'refused'} state */
export function pendingItem(entry, state, retry, mend) {
  const meta = {
    waiting: () => ['Ждёт отправки…'],
    sending: () => ['Отправляем…'],
    failed: () => ['Не отправлено. ', button('Повторить', retry, { class: 'plain' })],
    refused: () => [`Не отправлено. ${entry.refused} `, button('Исправить', mend, { class: 'plain' })],
  }[state]();
  return h(
    'div', { class: `item student ${state === 'failed' || state === 'refused' ? 'failed' : ''}`, 'aria-live': 'off' },
    said('Вы'), h('div', { class: 'bubble' }, h('p', {}, entry.text)), h('p', { class: 'meta' }, ...meta));
}

function said(name) {
  return h('span', { class: 'unseen' }, `${name}: `);
}

/** «Источник: Как получить сертификат · проверено 12 ноября» */
function sources(list, resolve) {
  if (!Array.isArray(list) || list.length === 0) {
    return null;
  }
  return h('ul', { class: 'sources' }, ...list.map(({ title, url, verifiedOn }) => {
    const href = url && safeLink(url, resolve);
    const verified = verifiedOn ? calendarDate(verifiedOn) : '';
    return h('li', {}, 'Источник: ', href ? link(href, title) : title, verified && ` · проверено ${verified}`);
  }));
}
