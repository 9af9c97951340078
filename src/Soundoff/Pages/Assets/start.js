// Puts it all where the page has a place for it.
function openAt(deck, transcript, search) {
  const asked = new URLSearchParams(location.hash.slice(1));
  const at = secondsOf(asked.get("t") ?? "");
  if (Number.isNaN(at)) return;
  deck.seek(at);
  const line = transcript?.lineAt(at);
  const words = asked.get("find");
  if (line) transcript.house.open = true;
  transcript?.mark();
  if (line && words) {
    // From a hit of the site's search: to the words, marked.
    search.find((search.field.value = words));
    line.passage.scrollIntoView({ block: "center" });
  }

  if (asked.has("play")) deck.play();
}

function start() {
  for (const button of document.querySelectorAll(".listen")) button.hidden = false;
  for (const home of document.querySelectorAll(".player")) {
    const audio = home.querySelector("audio");
    audio.removeAttribute("controls");
    const deck = new Deck(audio, home);
    const address = audio.querySelector("source").getAttribute("src");
    deck.load(trackOf(address, home.dataset));
    audio.after(deck.view);
    follow(deck);
    watch(deck);
    for (const event of ["play", "pause"]) audio.addEventListener(event, pressButtons);
  }

  const [deck] = decks;
  const isEpisode = document.body.classList.contains("episode-page");
  if (deck && isEpisode) linkMoments(deck);
  const transcript = document.getElementById("transcript-tools") ? new Transcript(deck) : null;
  const search = transcript && new TranscriptSearch(transcript);
  for (const view of document.querySelectorAll(".sharing")) share(view, deck);
  document.addEventListener("keydown", press);
  if (!deck || !isEpisode) return;
  openAt(deck, transcript, search);
  addEventListener("hashchange", () => openAt(deck, transcript, search));
}

if (made) start();
