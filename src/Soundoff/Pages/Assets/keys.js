// The keys of the big players. They are for the recording on the air, or for the player in sight; the list behind "?" turns them off (WCAG 2.1.4).
const helpDialog = made?.content.querySelector(".pane").cloneNode(true);

function help() {
  if (!helpDialog.isConnected) {
    const isUsed = helpDialog.querySelector("input");
    isUsed.checked = kept.read("keys", true);
    isUsed.addEventListener("change", () => kept.write("keys", isUsed.checked));
    helpDialog.querySelector("button").addEventListener("click", () => helpDialog.close());
    document.body.append(helpDialog);
  }

  helpDialog.showModal();
}

if (made) Deck.prototype.help = help;

const keys = {
  " ": (deck) => deck.toggle(),
  k: (deck) => deck.toggle(),
  j: (deck) => deck.back(),
  l: (deck) => deck.forward(),
  ArrowLeft: (deck) => deck.skip(-5),
  ArrowRight: (deck) => deck.skip(5),
  m: (deck) => deck.mute(),
  "<": (deck) => deck.faster(-1),
  ">": (deck) => deck.faster(1),
  "?": help,
};

// In the player alone: elsewhere these scroll.
const keysInside = {
  ArrowUp: (deck) => deck.setVolume(deck.audio.volume + 0.05),
  ArrowDown: (deck) => deck.setVolume(deck.audio.volume - 0.05),
};

function press(event) {
  const { target, key } = event;
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || target.closest("dialog, textarea, select, input:not([type=range]), [contenteditable]")) return;
  const inside = decks.find((deck) => deck.view.contains(target));
  const deck = inside ?? onAir ?? decks.find((other) => other.inSight);
  if (!deck || (!kept.read("keys", true) && key !== "?")) return;
  // What has keys of its own keeps them.
  if (key === " " && target.closest("a, button, summary, input, .scrolls, .wide, pre")) return;
  if (key.startsWith("Arrow") && (target === deck.parts.volume || target.closest(".scrolls, .wide, pre"))) return;
  const act = keys[key] ?? (inside && keysInside[key]) ?? keys[key.toLowerCase()];
  if (!act) return;
  event.preventDefault();
  act(deck);
}
