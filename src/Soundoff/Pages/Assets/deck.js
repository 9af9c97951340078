// The player: our own controls over the browser's audio element. What it is made of, in the page's language, is the template "deck".
const made = document.getElementById("deck");
const speeds = [0.75, 1, 1.25, 1.5, 1.75, 2, 2.5];
const decks = [];

// Some systems leave the volume to their own keys.
const hasVolume = (() => {
  const probe = new Audio();
  probe.volume = 0.5;
  return probe.volume === 0.5;
})();

// The beginning and the end are no places to come back to.
const nearEnds = 10;

class Deck {
  until = null;
  #wanted = null;
  #kept = 0;

  constructor(audio, home) {
    this.audio = audio;
    this.home = home;
    this.moments = [];
    this.view = made.content.querySelector(".deck").cloneNode(true);
    this.parts = Object.fromEntries([...this.view.querySelectorAll("[data-part]")].map((part) => [part.dataset.part, part]));
    const { speed, seek, volume } = this.parts;
    const number = new Intl.NumberFormat(document.documentElement.lang);
    speed.append(...speeds.map((rate) => new Option(`${number.format(rate)}×`, rate)));
    speed.addEventListener("change", () => this.setSpeed(Number(speed.value)));
    seek.addEventListener("input", () => this.seek(Number(seek.value)));
    volume.addEventListener("input", () => this.setVolume(Number(volume.value)));
    this.view.addEventListener("click", (event) => this[event.target.closest("[data-do]")?.dataset.do]?.());
    this.#hear();
    this.setSpeed(kept.read("speed", 1));
    this.setVolume(kept.read("volume", 1));
    volume.hidden = !hasVolume;
    decks.push(this);
  }

  // A track: address, page, title, artwork, seconds.
  load(track) {
    this.keepPlace();
    this.track = track;
    this.started = false;
    this.#wanted = null;
    this.#kept = 0;
    const { title, failed, place } = this.parts;
    this.view.ariaLabel = this.view.dataset.name + track.title;
    title.textContent = track.title;
    title.href = track.page;
    failed.textContent = "";
    const left = places.of(track.page);
    this.#offer(left > 0);
    if (left) {
      place.textContent = place.dataset.words.replace("{0}", clock(left));
      this.#wanted = left;
    }

    this.show();
  }

  get at() {
    return this.#wanted ?? this.audio.currentTime;
  }

  // Known from the page until the recording itself tells.
  get length() {
    return Number.isFinite(this.audio.duration) ? this.audio.duration : this.track?.seconds || 0;
  }

  get playing() {
    return !this.audio.paused;
  }

  get moment() {
    return this.moments.findLast((moment) => moment.start <= this.at + 0.05);
  }

  play() {
    this.until = null;
    // Refused where the browser wants a click first: the button is there for that.
    return this.audio.play().catch(() => {});
  }

  pause() {
    this.audio.pause();
  }

  toggle() {
    return this.playing ? this.pause() : this.play();
  }

  // Before anything is loaded the place is only noted: nobody's data is spent for looking around.
  seek(seconds) {
    const to = Math.min(Math.max(0, seconds), this.length || Infinity);
    this.until = null;
    if (this.audio.readyState) this.audio.currentTime = to;
    else this.#wanted = to;
    this.#offer(false);
    this.show();
  }

  playFrom(seconds, until) {
    this.seek(seconds);
    this.play();
    this.until = until ?? null;
  }

  skip(seconds) {
    this.seek(this.at + seconds);
  }

  back() {
    this.skip(-15);
  }

  forward() {
    this.skip(30);
  }

  resume() {
    this.parts.toggle.focus();
    this.play();
  }

  restart() {
    this.parts.toggle.focus();
    this.playFrom(0);
  }

  setSpeed(rate) {
    if (!speeds.includes(rate)) return;
    this.audio.defaultPlaybackRate = this.audio.playbackRate = rate;
    this.parts.speed.value = rate;
    kept.write("speed", rate);
  }

  faster(steps) {
    this.setSpeed(speeds[speeds.indexOf(this.audio.playbackRate) + steps]);
  }

  setVolume(volume) {
    this.audio.volume = Math.min(Math.max(0, volume), 1);
    this.parts.volume.value = this.audio.volume;
    this.audio.muted = false;
    kept.write("volume", this.audio.volume);
  }

  mute() {
    this.audio.muted = !this.audio.muted;
  }

  keepPlace() {
    if (!this.started) return;
    const worth = this.at > nearEnds && this.at < this.length - nearEnds;
    places.keep(this.track.page, worth ? this.at : 0);
    this.#kept = this.at;
  }

  show() {
    const { at, length, parts } = this;
    parts.seek.max = Math.ceil(length) || 1;
    parts.seek.value = at;
    parts.seek.setAttribute("aria-valuetext", length ? `${clock(at)} / ${clock(length)}` : clock(at));
    parts.at.textContent = clock(at);
    parts.length.textContent = length ? clock(length) : "";
    parts.toggle.ariaLabel = this.playing ? parts.toggle.dataset.pause : parts.toggle.dataset.play;
    parts.mute.ariaPressed = String(this.audio.muted);
    this.view.style.setProperty("--played", length ? at / length : 0);
    this.view.classList.toggle("playing", this.playing);
    if (this.moment === this.shown) return;
    this.shown = this.moment;
    parts.chapter.textContent = this.shown?.title.textContent ?? "";
    parts.chapter.lang = this.shown?.title.closest("[lang]").lang ?? "";
    this.view.dispatchEvent(new Event("moment"));
  }

  // Marks on the seek bar, as parts of the whole.
  mark(moments) {
    this.moments = moments;
    this.parts.marks.replaceChildren(...moments.filter(({ start }) => start > 0 && start < this.length).map(({ start }) => {
      const mark = document.createElement("i");
      mark.style.left = `${(100 * start) / this.length}%`;
      return mark;
    }));
    this.show();
  }

  #offer(isOffered) {
    this.parts.resume.hidden = !isOffered;
  }

  #hear() {
    const { audio } = this;
    for (const event of ["play", "pause", "timeupdate", "durationchange", "seeking", "volumechange"]) audio.addEventListener(event, () => this.show());
    audio.addEventListener("loadedmetadata", () => {
      if (this.#wanted !== null) audio.currentTime = this.#wanted;
      this.#wanted = null;
      this.mark(this.moments);
    });
    audio.addEventListener("play", () => {
      this.started = true;
      this.parts.failed.textContent = "";
      this.#offer(false);
    });
    audio.addEventListener("timeupdate", () => {
      if (this.until !== null && this.at >= this.until) this.pause();
      if (Math.abs(this.at - this.#kept) >= 5) this.keepPlace();
    });
    audio.addEventListener("pause", () => this.keepPlace());
    addEventListener("pagehide", () => this.keepPlace());
    for (const event of ["waiting", "playing", "pause", "error"]) audio.addEventListener(event, () => this.view.classList.toggle("waiting", event === "waiting"));
    // A source that fails tells nobody above it.
    audio.addEventListener("error", () => (this.parts.failed.textContent = this.parts.failed.dataset.words), true);
  }
}
