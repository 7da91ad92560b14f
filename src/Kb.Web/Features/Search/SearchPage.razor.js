// «Скопировать ответ». Without scripts, or where the browser forbids it, the text is there to be selected.
const status = document.querySelector('[data-copy-status]');

for (const button of document.querySelectorAll('button[data-copy-from]')) {
  const source = document.getElementById(button.dataset.copyFrom);
  const label = button.textContent;
  button.hidden = false;
  button.addEventListener('click', async () => {
    const copied = await copy(source);
    button.textContent = copied ? 'Скопировано' : 'Выделено: нажмите Ctrl + C';
    status.textContent = copied ? 'Ответ скопирован' : 'Ответ выделен, скопируйте его клавишами Ctrl + C';
    setTimeout(() => { button.textContent = label; }, 3000);
  });
}

async function copy(element) {
  try {
    await navigator.clipboard.writeText(element.textContent);
    return true;
  } catch {
    // Over plain http browsers give no clipboard.
    getSelection().selectAllChildren(element);
    return false;
  }
}
