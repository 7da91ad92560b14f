// «Спросить в чате» opens the widget with the question in it; the person decides whether to send.
for (const button of document.querySelectorAll('button[data-ask]')) {
  button.hidden = false;
  button.addEventListener('click', () => {
    window.KbWidget = window.KbWidget || [];
    window.KbWidget.push(['ask', button.dataset.ask]);
  });
}
