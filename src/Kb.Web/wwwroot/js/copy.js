// «Скопировать». Without scripts, or where the browser forbids it, the text is there to be selected.

const backMs = 3_000;

/** Copies a text; over plain http browsers give no clipboard, and then this is false. */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Shows the buttons of the page that copy, an answer or an address, and lets them tell in words what happened.
 * @param {HTMLElement} status
 * @param {() => void} pressed called at every press
 * @param {ParentNode} root where the buttons are
 */
export function bindCopyButtons(status, pressed = () => {}, root = document) {
  for (const button of root.querySelectorAll("button[data-copy-from], button[data-copy]")) {
    const source = document.getElementById(button.dataset.copyFrom ?? "");
    const text = source ? source.textContent : new URL(button.dataset.copy, location.href).href;
    const label = button.textContent;
    button.hidden = false;
    button.addEventListener("click", async () => {
      pressed();
      const isCopied = await copyText(text);
      if (!isCopied && source) {
        getSelection().selectAllChildren(source);
      }
      button.textContent = isCopied ? "Скопировано" : source ? "Выделено: нажмите Ctrl + C" : text;
      status.textContent = button.textContent;
      if (isCopied || source) {
        setTimeout(() => { button.textContent = label; }, backMs);
      }
    });
  }
}
