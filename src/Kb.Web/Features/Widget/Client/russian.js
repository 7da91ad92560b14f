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

const MOSCOW = 180; // Minutes ahead of UTC, all year since 2014.
const DAY = 24 * 60;
const MOSCOW_TIMES = /(?:(\d{1,2}):(\d\d)( до |\s?[–-]\s?))?(\d{1,2}):(\d\d) по (?:Москве|московскому времени)(?!\p{L})/gu;

/**
 * Times by Moscow's clock with the reader's own beside them: «до 18:00 по Москве (20:00 у вас)», «с 9:00 до 21:00 по Москве (с 11:00 до 23:00 у вас)».
 * @param {string} text
 * @param {string} at When it was said: clocks may change with the seasons.
 */
export function withOwnClock(text, at) {
  const ahead = -new Date(at).getTimezoneOffset() - MOSCOW;
  if (!ahead) {
    return text; // In Moscow, or nobody knows when.
  }
  return text.replace(MOSCOW_TIMES, (said, fromHour, fromMinute, joint, hour, minute) => {
    const [time, day] = moved(hour, minute, ahead);
    // Hours of work repeat every day: only a single moment can fall on another one.
    const own = joint ? `${joint === ' до ' ? 'с ' : ''}${moved(fromHour, fromMinute, ahead)[0]}${joint}${time}` : `${time}${{ '-1': ' накануне', 1: ' следующего дня' }[day] ?? ''}`;
    return `${said} (${own} у вас)`;
  });
}

/** A time of day some minutes later, and on which day that is: -1, 0 or 1. */
function moved(hour, minute, by) {
  const minutes = Number(hour) * 60 + Number(minute) + by;
  const inDay = (minutes % DAY + DAY) % DAY;
  return [`${Math.floor(inDay / 60)}:${String(inDay % 60).padStart(2, '0')}`, Math.floor(minutes / DAY)];
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
