// Puts a prepared reply where the agent is writing. The server filled it in; what it could not fill stands in double braces.

const gap = /\{\{\s*(?:student\.name|course\.title|ticket\.number|ticket\.due|agent\.name)\s*\}\}/;

/** Inserts the template of a button at the caret of its form, as a paragraph of its own, and tells in words what happened. */
export function insertTemplate(button) {
  const field = button.form.elements.text;
  insertParagraph(field, button.dataset.text);
  button.form.elements.templateId.value = button.value;
  return selectGap(field)
    ? `Вставлен шаблон «${button.textContent.trim()}». Впишите выделенное.`
    : `Вставлен шаблон «${button.textContent.trim()}».`;
}

/** Inserts a text at the caret of a field, as a paragraph of its own, and leaves the person there. */
export function insertParagraph(field, text) {
  const before = field.value.slice(0, field.selectionStart);
  const after = field.value.slice(field.selectionEnd);
  const start = before.trim() === "" ? "" : before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
  const end = after.trim() === "" || after.startsWith("\n") ? "" : "\n\n";
  field.focus();
  type(field, start + text + end);
}

/** Selects the first place that nobody filled, so that typing fills it. */
export function selectGap(field) {
  const found = gap.exec(field.value);
  if (found) {
    field.focus();
    field.setSelectionRange(found.index, found.index + found[0].length);
  }
  return found !== null;
}

/** Types a text as a person would, so that Ctrl+Z takes it back; where the browser does not know how, it is set. */
function type(field, text) {
  if (!document.execCommand?.("insertText", false, text)) {
    field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}
