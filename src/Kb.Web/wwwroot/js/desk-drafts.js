// What an agent types is kept in this browser until it is sent: a reload, a crash or an expired login costs nothing.

const nameOf = (form, ticket) => `kb-draft:${ticket}:${form.dataset.draft}`;

/** Restores the draft of a form and keeps it from now on. A text that the server gave back wins over an older draft. */
export function keepDraft(form, ticket) {
  const text = form.elements.text;
  const name = nameOf(form, ticket);
  if (text.value === "") {
    text.value = localStorage.getItem(name) ?? "";
  }
  form.addEventListener("input", () => {
    if (text.value.trim() === "") {
      localStorage.removeItem(name);
    } else {
      localStorage.setItem(name, text.value);
    }
  });
}

/** Forgets the draft of a form that was sent. */
export function forgetDraft(form, ticket) {
  if (form.dataset.draft) {
    localStorage.removeItem(nameOf(form, ticket));
  }
}
