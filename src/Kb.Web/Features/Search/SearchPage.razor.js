import { combobox } from "/js/combobox.js";
import { bindCopyButtons, copyText } from "/js/copy.js";
import { recentLinks, showRecent } from "/js/recent.js";
import { isSlashOn, setSlash } from "/js/search-keys.js";
import { findForStaff, tellOfUse } from "/js/staff-search.js";

const copied = document.querySelector("[data-copy-status]");
const form = document.querySelector("[data-search]");

bindCopyButtons(copied, tellOfUse);

if (form) {
  const recent = recentLinks("staff");
  const field = form.elements.q;
  const searched = (text) => ({ text, url: `/search?q=${encodeURIComponent(text)}` });
  combobox({
    field,
    list: document.getElementById("q-list"),
    status: document.querySelector("[data-search-status]"),
    find: (text, signal) => findForStaff(new URLSearchParams(new FormData(form)), signal),
    choose: (option, event) => {
      recent.add(searched(field.value));
      use(option, event);
    },
  });
  // What was searched to its end is remembered, not every letter on the way.
  recent.add(searched(field.defaultValue));
  document.querySelectorAll("[data-recent]").forEach(showRecent);
  showKeys(document.querySelector("[data-search-keys]"));
}

async function use(option, event) {
  tellOfUse();
  if (event.ctrlKey || event.metaKey) {
    const link = new URL(option.link ?? option.url, location.href).href;
    copied.textContent = await copyText(link) ? "Ссылка скопирована" : `Ссылка: ${link}`;
  } else if (event.altKey && option.answer) {
    copied.textContent = await copyText(option.answer) ? "Ответ скопирован" : "Браузер не дал скопировать: откройте ответ";
  } else {
    location.assign(option.url);
  }
}

function showKeys(keys) {
  const button = keys.querySelector("[data-slash]");
  const show = () => { button.textContent = isSlashOn() ? "Отключить клавишу «/»" : "Включить клавишу «/»"; };
  keys.hidden = false;
  show();
  button.addEventListener("click", () => {
    setSlash(!isSlashOn());
    show();
  });
}
