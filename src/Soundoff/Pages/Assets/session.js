// What the system shows and asks for: lock screens, headsets, keyboards' media keys. The chapter is the title.
const { mediaSession } = navigator;

function announce(deck) {
  const { track } = deck;
  mediaSession.metadata = new MediaMetadata({
    title: deck.moment?.title.textContent || track.title,
    artist: made.dataset.show,
    album: deck.moment ? track.title : made.dataset.show,
    artwork: track.artwork ? [{ src: track.artwork }] : [],
  });
}

function follow(deck) {
  if (!mediaSession) return;
  const isOnAir = () => deck === onAir;
  deck.audio.addEventListener("play", () => announce(deck));
  deck.view.addEventListener("moment", () => isOnAir() && announce(deck));
  for (const event of ["play", "pause", "ratechange", "seeked", "durationchange"]) {
    deck.audio.addEventListener(event, () => {
      if (!isOnAir()) return;
      mediaSession.playbackState = deck.playing ? "playing" : "paused";
      if (deck.length) mediaSession.setPositionState({ duration: deck.length, position: Math.min(deck.at, deck.length), playbackRate: deck.audio.playbackRate });
    });
  }
}

// To the chapter before or after; of the one that is heard, to its beginning first.
function turn(deck, steps) {
  const now = deck.moments.indexOf(deck.moment);
  const isWellInside = steps < 0 && deck.at - (deck.moment?.start ?? 0) > 3;
  const to = deck.moments[isWellInside ? now : now + steps];
  if (to) deck.seek(to.start);
}

const asked = {
  play: () => onAir?.play(),
  pause: () => onAir?.pause(),
  seekbackward: () => onAir?.back(),
  seekforward: () => onAir?.forward(),
  seekto: ({ seekTime }) => onAir?.seek(seekTime),
  previoustrack: () => onAir && turn(onAir, -1),
  nexttrack: () => onAir && turn(onAir, 1),
};
for (const [action, act] of Object.entries(mediaSession ? asked : {})) {
  try {
    mediaSession.setActionHandler(action, act);
  } catch {
    // A browser that does not know the action has no key for it.
  }
}
