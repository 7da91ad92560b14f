// The server renders; this module asks for the page again when something happened and puts the changed parts in place.
// So there is one rendering, and what a person is typing is never touched.
import { listen } from "/js/desk-feed.js";
import { keepDraft, forgetDraft } from "/js/desk-drafts.js";
import { insertTemplate, selectGap } from "/js/desk-templates.js";

const root = document.querySelector("[data-live]");
const status = root.querySelector("[data-status]");
const problem = document.querySelector("[data-problem]");
const ticket = root.dataset.ticket ?? null;
const pauseMs = 250; // Changes come in bursts: an answer is a message, a status and a row.
const clockMs = 60_000; // Deadlines are told in words, which age.

let timer = 0;
let sent = Promise.resolve();

function say(text) {
  if (status.textContent !== text) {
    status.textContent = text;
  }
}

function complain(text) {
  if (problem) {
    problem.textContent = text;
  } else {
    say(text);
  }
}

function refreshSoon() {
  clearTimeout(timer);
  timer = setTimeout(refresh, pauseMs);
}

async function refresh() {
  try {
    const response = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (isSignedOut(response)) {
      complain("Вход больше не действует. Войдите снова в соседней вкладке: набранное сохранится здесь.");
    } else if (response.ok) {
      take(parse(await response.text()));
    }
  } catch {
    say("Связь потеряна. Страница обновится сама.");
  }
}

const parse = (html) => new DOMParser().parseFromString(html, "text/html");

const isSignedOut = (response) => response.redirected && new URL(response.url).pathname === "/account/login";

/** Puts in place what differs: whole regions by their version, and lines of the talk that are not here yet. */
function take(page) {
  for (const fresh of page.querySelectorAll("[data-region]")) {
    const old = document.querySelector(`[data-region="${fresh.dataset.region}"]`);
    if (old && old.dataset.version !== fresh.dataset.version) {
      const folded = new Map([...old.querySelectorAll("details[id]")].map((box) => [box.id, box.open]));
      const focused = old.contains(document.activeElement) ? document.activeElement.closest("[id]")?.id : null;
      old.dataset.version = fresh.dataset.version;
      replace(old, fresh);
      for (const box of old.querySelectorAll("details[id]")) {
        box.open = folded.get(box.id) ?? box.open;
      }
      if (focused !== null) {
        (document.getElementById(focused)?.querySelector("button") ?? document.getElementById("reply-text") ?? document.getElementById("content")).focus();
      }
    }
  }
  // What is shown from here on is what a reply answers.
  const seen = document.querySelector('#reply [name="version"]');
  const now = page.querySelector('#reply [name="version"]');
  if (seen && now) {
    seen.value = now.value;
  }
  const log = document.querySelector("[data-log]");
  for (const line of page.querySelectorAll("[data-log] > [data-line]")) {
    if (log && !log.querySelector(`[data-line="${line.dataset.line}"]`)) {
      log.append(line);
      line.scrollIntoView({ block: "nearest" });
    }
  }
}

/** A form that goes away with a text in it stays, shut, to be read and copied; when it comes back, its draft is in it. */
function replace(old, fresh) {
  const halfTyped = [...old.querySelectorAll("[data-draft]")].filter((form) =>
    form.elements.text.value.trim() !== "" && !fresh.querySelector(`#${CSS.escape(form.id)}`));
  old.replaceChildren(...fresh.childNodes, ...halfTyped);
  for (const form of old.querySelectorAll("[data-draft]")) {
    if (halfTyped.includes(form)) {
      shut(form);
    } else {
      keepDraft(form, ticket);
    }
  }
}

function shut(form) {
  form.dataset.shut = "";
  form.elements.text.readOnly = true;
  for (const button of form.querySelectorAll("button")) {
    button.disabled = true;
  }
}

/** A form is sent beside the page. Whatever goes wrong, the text stays where it was typed, under the same key. */
async function send(form, button) {
  const body = new URLSearchParams(new FormData(form));
  try {
    const response = await fetch(form.action, { method: "POST", body, headers: { Accept: "text/html" } });
    if (isSignedOut(response)) {
      complain("Не отправлено: вход больше не действует. Войдите в соседней вкладке и нажмите кнопку ещё раз.");
      return;
    }
    const page = parse(await response.text());
    if (!response.ok) {
      if (response.status === 412) {
        take(page); // Decided on an old view: what is new comes in beside the text, and the next press counts.
      }
      complain(page.querySelector("[data-problem]")?.textContent.trim() || page.querySelector("h1")?.textContent || "Не отправлено. Попробуйте ещё раз.");
      renew(form, page);
      if (form.elements.templateId) {
        selectGap(form.elements.text);
      }
      return;
    }
    complain("");
    form.reset();
    if (form.elements.templateId) {
      form.elements.templateId.value = "";
    }
    forgetDraft(form, ticket);
    renew(form, page);
    take(page);
    say(form.id === "reply" ? "Ответ отправлен." : "Готово.");
  } catch {
    complain("Не отправлено: нет связи. Нажмите кнопку ещё раз, текст сохранён.");
  } finally {
    delete form.dataset.sending;
    button?.removeAttribute("aria-disabled");
  }
}

/** The next press is another press: it gets the key and the token of the page that came back. */
function renew(form, page) {
  for (const name of ["key", "__RequestVerificationToken", "version"]) {
    const fresh = page.querySelector(`#${CSS.escape(form.id)} [name="${name}"]`);
    if (fresh && form.elements[name]) {
      form.elements[name].value = fresh.value;
    }
  }
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.submitter?.matches("[data-template]")) {
    event.preventDefault();
    say(insertTemplate(event.submitter));
  } else if (form.matches("[data-inline]")) {
    event.preventDefault();
    if (form.dataset.sending === undefined && form.dataset.shut === undefined) {
      form.dataset.sending = "";
      event.submitter?.setAttribute("aria-disabled", "true");
      // One after the other: who takes a ticket and answers at once has seen what taking it changed.
      sent = sent.then(() => send(form, event.submitter));
    }
  }
});

// A regulation names a template: here a press puts it into the reply; with a modifier key, or without a reply to write, the link leads to it.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.('a[href^="/search/templates/"]');
  const id = link && `template/${link.getAttribute("href").split("/").at(-1)}`;
  const button = id && document.querySelector(`#reply:not([data-shut]) [data-template][value="${CSS.escape(id)}"]`);
  if (button && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)) {
    event.preventDefault();
    say(insertTemplate(button));
  }
});

document.addEventListener("keydown", (event) => {
  const isEnter = event.code === "Enter" || event.code === "NumpadEnter";
  if (isEnter && (event.ctrlKey || event.metaKey) && event.target.form?.matches("[data-draft]")) {
    event.preventDefault();
    event.target.form.requestSubmit();
  }
});

for (const form of document.querySelectorAll("[data-draft]")) {
  keepDraft(form, ticket);
}

// A talk is read from its end, which is what is answered.
const talk = document.querySelector("[data-log]");
talk?.scrollTo(0, talk.scrollHeight);

listen((message) => {
  if (message.kind === "online") {
    say("");
    refreshSoon();
  } else if (message.kind === "offline") {
    say("Связь потеряна. Страница обновится сама.");
  } else if (ticket === null || message.change.ticket.id === ticket) {
    refreshSoon();
  }
});

setInterval(() => document.visibilityState === "visible" && refreshSoon(), clockMs);
