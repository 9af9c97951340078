// Passing an episode on: links, the system's own sheet, and the player for other sites.
async function copy(text, field) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Pages without https have no clipboard of their own.
    field.value = text;
    field.select();
    document.execCommand("copy");
  }
}

function share(view, deck) {
  const part = (name) => view.querySelector(`[data-share=${name}]`);
  const [dialog, link, embed, said] = ["dialog", "input", "textarea", "[role=status]"].map((name) => view.querySelector(name));
  const address = link.value;
  const at = () => `${address}#t=${clock(deck.at)}`;
  const copied = async (text, field) => {
    await copy(text, field);
    said.textContent = said.dataset.words;
  };
  const acts = {
    open() {
      said.textContent = "";
      const time = part("time");
      time.hidden = !(deck?.at >= 1);
      if (deck) time.textContent = time.dataset.words.replace("{0}", clock(deck.at));
      dialog.showModal();
    },
    link: () => copied(address, link),
    time: () => copied(at(), link),
    embed: () => copied(embed.value, embed),
    system: () => navigator.share({ title: document.title, url: deck?.at >= 1 ? at() : address }).catch(() => {}),
    close: () => dialog.close(),
  };
  view.addEventListener("click", (event) => acts[event.target.closest("[data-share]")?.dataset.share]?.());
  part("system").hidden = !navigator.share;
  view.hidden = false;
}
