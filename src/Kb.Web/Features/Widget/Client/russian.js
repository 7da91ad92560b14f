// Numbers and dates as Russian readers expect them.

const PLURAL = new Intl.PluralRules('ru');

/** plural(2, 'сообщение', 'сообщения', 'сообщений') → «2 сообщения» */
export function plural(count, one, few, many) {
  const word = { one, few }[PLURAL.select(count)] ?? many;
  return `${count} ${word}`;
}

/** «сегодня в 15:40», «вчера в 09:05», «12 ноября в 15:40»; with «до» a deadline. The year only when it is another one. */
export function moment(instant, preposition = 'в', now = new Date()) {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) {
    return '';
  }
  return `${day(date, now)} ${preposition} ${clock(date)}`;
}

/** A deadline: «сегодня до 15:40»; for a reader outside Moscow «сегодня до 17:40 у вас (15:40 по Москве)», because the bot's words name Moscow. */
export function deadline(instant, now) {
  const moscow = clock(new Date(instant), 'Europe/Moscow');
  const own = moment(instant, 'до', now);
  return own.endsWith(moscow) ? own : `${own} у вас (${moscow} по Москве)`;
}

function clock(date, timeZone) {
  return date.toLocaleTimeString('ru', { hour: '2-digit', minute: '2-digit', timeZone });
}

/** «12 ноября» of a plain date such as 2026-11-12, without moving it between time zones. */
export function calendarDate(plain, now = new Date()) {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)/.exec(plain) ?? [];
  return year ? dayAndMonth(new Date(year, month - 1, date), now) : '';
}

function day(date, now) {
  const midnight = instant => new Date(instant.getFullYear(), instant.getMonth(), instant.getDate());
  const daysAway = Math.round((midnight(date) - midnight(now)) / 86_400_000);
  return { '-1': 'вчера', 0: 'сегодня', 1: 'завтра' }[daysAway] ?? dayAndMonth(date, now);
}

function dayAndMonth(date, now) {
  const year = date.getFullYear() === now.getFullYear() ? undefined : 'numeric';
  return date.toLocaleDateString('ru', { day: 'numeric', month: 'long', year });
}
