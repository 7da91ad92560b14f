// «Спросить в чате» opens the widget with the question in it; the person decides whether to send.
for (const block of document.querySelectorAll("[data-chat]")) {
  const button = block.querySelector("button");
  block.hidden = false;
  button.addEventListener("click", () => {
    window.KbWidget = window.KbWidget || [];
    window.KbWidget.push(["ask", button.dataset.ask]);
  });
}
