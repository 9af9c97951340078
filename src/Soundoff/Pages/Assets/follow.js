// How to follow the show, in a dialog where the page has one. Without this, its own page says the same.
const dialog = document.querySelector("dialog.subscribing");
if (dialog) {
  addEventListener("click", (event) => {
    const link = event.target.closest?.("a[data-follow]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    dialog.showModal();
  });
  // A click on what surrounds it is a click on the dialog itself.
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog || event.target.closest("[data-close]")) dialog.close();
  });
}
for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  const status = button.parentElement.querySelector("[role=status]");
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    status.textContent = button.dataset.done;
  });
}
