// Ctrl+K and the slash key lead to the search of the page, or to the page of search. Keys are told by their place on the keyboard:
// on a Russian layout Ctrl+K arrives as «л» and the slash key types a full stop.

const setting = "kb-slash"; // A single key can be switched off: speech input and tremor press single keys by accident.

export const isSlashOn = () => localStorage.getItem(setting) !== "off";

export const setSlash = (isOn) => localStorage.setItem(setting, isOn ? "on" : "off");

const isTyping = (target) => target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);

document.addEventListener("keydown", (event) => {
  const isCtrlK = event.code === "KeyK" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  const isSlash = event.code === "Slash" && !(event.ctrlKey || event.metaKey || event.altKey || event.shiftKey)
    && isSlashOn() && !isTyping(event.target);
  if (!isCtrlK && !isSlash) {
    return;
  }
  event.preventDefault();
  const field = document.querySelector("[data-search-field]");
  if (field) {
    field.focus();
    field.select();
  } else {
    location.assign("/search");
  }
});
