import { listen } from "/js/desk-feed.js";

const root = document.querySelector("[data-announcer]");
const announcement = root.querySelector("[data-announcement]");
const sound = root.querySelector("[data-sound]");
const title = document.title;
const setting = "kb-sound";

let unseen = 0;
let audio = null;

const isOn = () => localStorage.getItem(setting) !== "off";

function showSetting() {
  sound.hidden = false;
  sound.textContent = isOn() ? "Звук: включён" : "Звук: выключен";
}

/** Two short rising tones, made here: no file to fetch, nothing to license. */
function ring() {
  audio ??= new AudioContext();
  audio.resume(); // Browsers keep silent until the first press on the page; then this starts to work.
  for (const [at, frequency] of [[0, 660], [0.16, 880]]) {
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    const start = audio.currentTime + at;
    tone.frequency.value = frequency;
    volume.gain.setValueAtTime(0.0001, start);
    volume.gain.exponentialRampToValueAtTime(0.2, start + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0001, start + 0.15);
    tone.connect(volume).connect(audio.destination);
    tone.start(start);
    tone.stop(start + 0.16);
  }
}

function count(number) {
  unseen = number;
  document.title = unseen === 0 ? title : `(${unseen}) ${title}`;
}

listen((message) => {
  if (message.kind !== "ticket" || message.change.change !== "opened") {
    return;
  }
  const { id, number, title: question } = message.change.ticket;
  count(unseen + 1);
  const link = document.createElement("a");
  link.href = `/desk/tickets/${encodeURIComponent(id)}`;
  link.textContent = `Новое обращение № ${number}: ${question}`;
  announcement.replaceChildren(link);
  if (message.leads && isOn()) {
    ring();
  }
});

sound.addEventListener("click", () => {
  localStorage.setItem(setting, isOn() ? "off" : "on");
  showSetting();
  if (isOn()) {
    ring(); // So that one hears what was switched on, and the browser allows later ones.
  }
});

// Whoever touches the page has seen the number in its title.
for (const seen of ["pointerdown", "keydown"]) {
  document.addEventListener(seen, () => count(0), { capture: true });
}

showSetting();
