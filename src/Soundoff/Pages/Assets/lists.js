// Play buttons in lists: the episode plays in the bar, and the page stays. A button carries its track in data-audio, data-page, data-title,
// data-seconds and data-artwork; those that come later work too.
let listDeck = null;

const trackOf = (address, { page, title, artwork, seconds }) => ({ address, page, title, artwork, seconds: Number(seconds) });

function deckOf(address) {
  const here = decks.find((deck) => deck.track?.address === address);
  return here ?? (listDeck ??= newListDeck());
}

function newListDeck() {
  const audio = new Audio();
  audio.preload = "none";
  const deck = new Deck(audio, null);
  deck.view.append(audio);
  document.body.append(deck.view);
  follow(deck);
  for (const event of ["play", "pause", "emptied"]) audio.addEventListener(event, pressButtons);
  return deck;
}

function pressButtons() {
  const heard = decks.filter((deck) => deck.playing).map((deck) => deck.track.address);
  for (const button of document.querySelectorAll("[data-audio]")) button.ariaPressed = String(heard.includes(button.dataset.audio));
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-audio]");
  if (!button) return;
  const { audio: address } = button.dataset;
  const deck = deckOf(address);
  if (deck.track?.address === address) return deck.toggle();
  deck.keepPlace();
  deck.started = false;
  deck.audio.src = address;
  deck.load(trackOf(address, button.dataset));
  onAir = deck;
  placeDecks();
  deck.play();
});
