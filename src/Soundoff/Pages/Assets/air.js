// One recording at a time, on this page and in other tabs of the site; and the one that is on the air stays in reach.
const air = "BroadcastChannel" in self ? new BroadcastChannel("soundoff") : null;
let onAir = null;

const hush = (other) => {
  for (const audio of document.querySelectorAll("audio, video")) if (audio !== other) audio.pause();
};

air?.addEventListener("message", () => hush(null));
document.addEventListener("play", (event) => {
  hush(event.target);
  air?.postMessage("play");
  onAir = decks.find((deck) => deck.audio === event.target) ?? onAir;
  placeDecks();
}, true);

// Out of sight, a deck becomes a bar at the bottom; its own place keeps its height, so that nothing jumps.
function placeDecks() {
  for (const deck of decks) {
    const isBar = deck === onAir && !deck.inSight;
    if (isBar === deck.view.classList.contains("bar") && deck.home) continue;
    if (deck.home) deck.home.style.minBlockSize = isBar ? `${deck.home.offsetHeight}px` : "";
    else deck.view.hidden = !isBar;
    deck.view.classList.toggle("bar", isBar);
  }

  document.documentElement.classList.toggle("with-bar", decks.some((deck) => deck.view.classList.contains("bar")));
}

Deck.prototype.close = function () {
  this.pause();
  onAir = null;
  placeDecks();
};

function watch(deck) {
  deck.inSight = true;
  // In a frame the player is the whole page.
  if (document.body.classList.contains("embed-page")) return;
  new IntersectionObserver((seen) => {
    deck.inSight = seen.at(-1).isIntersecting;
    placeDecks();
  }).observe(deck.home);
}
