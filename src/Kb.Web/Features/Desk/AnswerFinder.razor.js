import { combobox } from "/js/combobox.js";
import { insertParagraph, insertTemplate } from "/js/desk-templates.js";
import { findForStaff, tellOfUse } from "/js/staff-search.js";

const form = document.querySelector("[data-finder]");
const status = form.querySelector("[data-search-status]");
const field = form.elements.q;
const inserted = [];

// The articles whose words are still in the reply go with it: its reader sees the source, and what answers most is known.
document.addEventListener("formdata", ({ target, formData }) => {
  if (target.id === "reply") {
    const text = target.elements.text.value;
    const quoted = inserted.filter((piece) => text.includes(piece.mark)).map((piece) => piece.article);
    new Set(quoted).forEach((article) => formData.append("articleIds", article));
  }
});

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
    insert(text, `${option.title}: ${option.link}`, option);
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
  insert(text, option.answer, option);
  return `Вставлен ответ «${option.title}».`;
}

function insert(field, text, { article }) {
  insertParagraph(field, text);
  if (article !== null) {
    inserted.push({ article, mark: text.trim().split("\n")[0] });
  }
}
