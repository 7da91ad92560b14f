// What the widget says of a talk beside its messages.

import { deadline } from './russian.js';

/** « · вопрос у оператора, ответим сегодня до 15:40. Можно дописать подробности.»; empty where nothing is due. */
export function dueOf({ conversation: { dueAt, status }, hasAgentAnswered, isWithPerson }) {
  if (!dueAt || status === 'closed') {
    return '';
  }
  // Until a person has answered, the promise is an answer, even if somebody has taken the ticket; afterwards a solution.
  const lead = hasAgentAnswered ? ' · ' : ' · вопрос у оператора, ';
  const late = Date.parse(dueAt) < Date.now();
  const promise = late ? 'отвечаем дольше обещанного, простите' : `${hasAgentAnswered ? 'решим' : 'ответим'} ${deadline(dueAt)}`;
  return lead + promise + (hasAgentAnswered || !isWithPerson ? '' : '. Можно дописать подробности.');
}

/** What the student must know before writing; empty where all is well. */
export function noticeOf(talk) {
  if (talk.isVolatile && talk.waiting.length > 0) {
    return 'Браузер не даёт хранить черновики: не закрывайте страницу, пока сообщение не отправится.';
  }
  return talk.person === null ? 'Вход на платформу не выполнен: отвечаем на общие вопросы, прошлые обращения не видны.' : '';
}
