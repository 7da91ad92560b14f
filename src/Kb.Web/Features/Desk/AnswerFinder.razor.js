import { combobox } from "/js/combobox.js";
import { insertParagraph, insertTemplate } from "/js/desk-templates.js";
import { findForStaff, tellOfUse } from "/js/staff-search.js";

const form = document.querySelector("[data-finder]");
const status = form.querySelector("[data-search-status]");
const field = form.elements.q;

combobox({
  field,
  list: document.getElementById("find-list"),
  status,
  find: (text, signal) => findForStaff(new URLSearchParams({ q: text }), signal),
  choose: (option, event) => {
    tellOfUse();
    status.textContent = use(option, event);
  },
});

/** Tells in words what happened. */
function use(option, event) {
  const reply = document.querySelector("#reply:not([data-shut])");
  if (event.altKey || reply === null) {
    window.open(option.url, "_blank", "noopener");
    return "Страница открыта в новой вкладке.";
  }
  const text = reply.elements.text;
  if (event.ctrlKey || event.metaKey) {
    if (option.link === null) {
      return "Ссылки нет: студенту эту страницу не открыть.";
    }
    insertParagraph(text, `${option.title}: ${option.link}`);
    return "Ссылка вставлена в ответ.";
  }
  // A template has the values of this ticket in its own button.
  const template = reply.querySelector(`[data-template][value="${CSS.escape(option.id)}"]`);
  if (template) {
    return insertTemplate(template);
  }
  if (option.type === "note") {
    return "Это заметка для сотрудников: студенту её не вставляем.";
  }
  if (option.answer === null) {
    return "Готового ответа здесь нет: откройте страницу клавишами Alt+Enter.";
  }
  insertParagraph(text, option.answer);
  return `Вставлен ответ «${option.title}».`;
}
