import { combobox } from "/js/combobox.js";
import { recentLinks, showRecent } from "/js/recent.js";
import "/js/search-keys.js";

const most = 6;
const form = document.querySelector("[data-search]");
const field = form.elements.q;
const recent = recentLinks("help");
const searched = (text) => ({ text, url: `/help?q=${encodeURIComponent(text)}` });

combobox({
  field,
  list: document.getElementById("q-list"),
  status: document.querySelector("[data-search-status]"),
  find,
  choose: (option) => {
    recent.add(searched(field.value));
    location.assign(option.url);
  },
});

recent.add(searched(field.defaultValue));
document.querySelectorAll("[data-recent]").forEach(showRecent);

async function find(text, signal) {
  const response = await fetch(`/api/help/search?q=${encodeURIComponent(text)}&top=${most}&typing=true`, { signal });
  if (!response.ok) {
    throw new Error(String(response.status));
  }
  const found = await response.json();
  const instead = found.repaired === null ? "" : ` Ищем «${found.repaired}».`;
  return {
    options: found.hits.map((hit) => ({ title: hit.title, url: hit.url, note: hit.snippet, marks: hit.marks })),
    said: `${found.summary}.${instead}`,
  };
}
