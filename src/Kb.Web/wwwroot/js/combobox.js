// An editable combobox with a list of its own, after the pattern of the ARIA Authoring Practices Guide («Editable Combobox With List
// Autocomplete»): focus never leaves the field, arrows move through the list, and what is typed is never replaced.

const pauseMs = 150; // Between two keys of somebody who types fast; with more the list feels late.

/**
 * @param {object} parts
 * @param {HTMLInputElement} parts.field where people type
 * @param {HTMLUListElement} parts.list empty and hidden
 * @param {HTMLElement} parts.status tells how much was found
 * @param {(text: string, signal: AbortSignal) => Promise<{options: object[], said: string}>} parts.find options have a title, and may
 *   have details, a note and the marks of the note
 * @param {(option: object, event: Event) => void} parts.choose
 */
export function combobox({ field, list, status, find, choose }) {
  let options = [];
  let active = -1;
  let timer = 0;
  let asked = null; // The newest question: whatever answers another one is late and says nothing.

  field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-expanded", "false");
  field.setAttribute("aria-controls", list.id);
  list.setAttribute("role", "listbox");

  const isOpen = () => !list.hidden;

  function close() {
    clearTimeout(timer);
    asked?.abort();
    asked = null;
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    status.textContent = "";
    point(-1);
  }

  function point(index) {
    list.children[active]?.setAttribute("aria-selected", "false");
    active = index;
    const item = list.children[active];
    if (item) {
      item.setAttribute("aria-selected", "true");
      item.scrollIntoView({ block: "nearest" });
      field.setAttribute("aria-activedescendant", item.id);
    } else {
      field.removeAttribute("aria-activedescendant");
    }
  }

  async function ask() {
    clearTimeout(timer);
    const text = field.value.trim();
    if (text === "") {
      close();
      return;
    }
    asked?.abort();
    const mine = asked = new AbortController();
    try {
      const found = await find(text, mine.signal);
      if (mine === asked) {
        show(found);
      }
    } catch {
      if (mine === asked) {
        close(); // Without an answer the form still works.
      }
    }
  }

  function show(found) {
    point(-1);
    options = found.options;
    list.replaceChildren(...options.map(render));
    list.hidden = options.length === 0;
    field.setAttribute("aria-expanded", String(isOpen()));
    status.textContent = found.said;
  }

  function render(option, index) {
    const item = element("li", "combobox-option");
    item.id = `${list.id}-${index}`;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    item.append(element("span", "combobox-title", option.title));
    if (option.details) {
      item.append(element("span", "combobox-details", option.details));
    }
    if (option.note) {
      const note = element("span", "combobox-note");
      note.append(...marked(option.note, option.marks ?? []));
      item.append(note);
    }
    return item;
  }

  async function move(step) {
    if (!isOpen()) {
      await ask();
    }
    if (isOpen()) {
      const from = active === -1 && step < 0 ? 0 : active;
      point((from + step + options.length) % options.length);
    }
  }

  function take(index, event) {
    const chosen = options[index];
    close();
    choose(chosen, event);
  }

  field.addEventListener("input", () => {
    point(-1);
    clearTimeout(timer);
    timer = setTimeout(ask, pauseMs);
  });

  field.addEventListener("keydown", (event) => {
    if (event.isComposing) {
      return;
    }
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Escape" && isOpen()) {
      event.preventDefault(); // A search field would also empty itself; that is for the next press.
      close();
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      take(active, event);
    } else if (event.key === "Home" || event.key === "End" || event.key === "ArrowLeft" || event.key === "ArrowRight") {
      point(-1); // The caret moves in the text, and so the attention is there.
    }
  });

  field.addEventListener("blur", close);
  list.addEventListener("mousedown", (event) => event.preventDefault()); // Or the field loses focus before the click comes.
  list.addEventListener("click", (event) => {
    const item = event.target.closest("[role=option]");
    if (item) {
      take([...list.children].indexOf(item), event);
    }
  });
}

/** Text and mark nodes of a text whose spans matched. */
export function marked(text, marks) {
  const nodes = [];
  let at = 0;
  for (const { start, end } of marks) {
    nodes.push(text.slice(at, start), element("mark", "", text.slice(start, end)));
    at = end;
  }
  nodes.push(text.slice(at));
  return nodes;
}

function element(name, className, text = "") {
  const made = document.createElement(name);
  if (className) {
    made.className = className;
  }
  made.textContent = text;
  return made;
}
