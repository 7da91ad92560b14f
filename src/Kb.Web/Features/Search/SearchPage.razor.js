import { combobox } from "/js/combobox.js";
import { bindCopyButtons, copyText } from "/js/copy.js";
import { recentLinks, showRecent } from "/js/recent.js";
import { isSlashOn, setSlash } from "/js/search-keys.js";
import { findForStaff, tellOfUse } from "/js/staff-search.js";

const pauseMs = 500; // A page costs more than the list under the field, which comes first.
const copied = document.querySelector("[data-copy-status]");
const form = document.querySelector("[data-search]");

bindCopyButtons(copied, tellOfUse);

if (form) {
  const recent = recentLinks("staff");
  const field = form.elements.q;
  const searched = (text) => ({ text, url: `/search?q=${encodeURIComponent(text)}` });
  const stopFollowing = follow(form);
  combobox({
    field,
    list: document.getElementById("q-list"),
    status: document.querySelector("[data-search-status]"),
    find: (text, signal) => findForStaff(new URLSearchParams(new FormData(form)), signal),
    choose: (option, event) => {
      stopFollowing(); // A late page must not touch the address of one that is being left.
      recent.add(searched(field.value));
      use(option, event);
    },
  });
  // What was searched to its end is remembered, not every letter on the way.
  recent.add(searched(field.defaultValue));
  document.querySelectorAll("[data-recent]").forEach(showRecent);
  showKeys(document.querySelector("[data-search-keys]"));
}

/**
 * The page follows the field after a pause: what the list has no room for is there when the list closes. Without an answer it stays as it is.
 * @returns {() => void} stops what was begun
 */
function follow(form) {
  const results = document.querySelector("[data-results]");
  let timer = 0;
  let asked = null;
  const stop = () => {
    clearTimeout(timer);
    asked?.abort();
  };
  form.addEventListener("submit", stop);
  form.elements.q.addEventListener("input", () => {
    stop();
    timer = setTimeout(() => {
      asked = new AbortController();
      show(asked.signal).catch(() => {});
    }, pauseMs);
  });

  return stop;

  async function show(signal) {
    const address = `/search?${new URLSearchParams(new FormData(form))}`;
    const response = await fetch(`${address}&typing=true`, { signal, headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const found = page.querySelector("[data-results]");
    if (response.ok && found) {
      results.replaceChildren(...found.childNodes);
      results.querySelectorAll("[data-recent]").forEach(showRecent);
      bindCopyButtons(copied, tellOfUse, results);
      document.title = page.title;
      history.replaceState(null, "", address);
    }
  }
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
