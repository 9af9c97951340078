// Search within the transcript. Nothing is added to the page but marks, so that thousands of lines stay light.
const mostMarks = 1000;

const foldOne = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").normalize("NFC").toLowerCase();

// A text without accents and capitals, and where in the text each of its signs came from.
function folded(text) {
  const whole = foldOne(text);
  if (whole.length === text.length) return { whole, place: (at) => at };
  let slow = "";
  const from = [];
  let at = 0;
  for (const sign of text) {
    const plain = foldOne(sign);
    for (let i = 0; i < plain.length; i++) from.push(at);
    slow += plain;
    at += sign.length;
  }

  return { whole: slow, place: (i) => from[i] ?? text.length };
}

class TranscriptSearch {
  #texts = new WeakMap();
  hits = [];
  now = -1;

  constructor(transcript) {
    this.transcript = transcript;
    this.field = transcript.tools.querySelector("input[type=search]");
    this.said = transcript.tools.querySelector("output");
    this.steps = [...transcript.tools.querySelectorAll("[data-step]")];
    this.field.addEventListener("input", () => this.find(this.field.value));
    this.field.addEventListener("keydown", (event) => {
      if (event.key === "Enter") this.go(event.shiftKey ? -1 : 1);
      else if (event.key === "Escape" && this.field.value) this.find((this.field.value = ""));
      else return;
      event.preventDefault();
    });
    for (const step of this.steps) step.addEventListener("click", () => this.go(Number(step.dataset.step)));
    transcript.tools.addEventListener("language", () => this.find(this.field.value));
  }

  find(words) {
    const needle = foldOne(words.trim().replace(/\s+/g, " "));
    this.now = -1;
    this.hits = needle ? this.#textsOf(this.transcript.panel).flatMap(({ node, whole, place }) => {
      const found = [];
      for (let at = whole.indexOf(needle); at >= 0; at = whole.indexOf(needle, at + needle.length)) found.push({ node, from: place(at), to: place(at + needle.length) });
      return found;
    }) : [];
    paint("found", this.hits.slice(0, mostMarks).map(({ node, from, to }) => rangeOf(node, from, to)));
    paint("found-now", []);
    for (const step of this.steps) step.disabled = !this.hits.length;
    if (this.hits.length) this.go(1);
    else this.said.textContent = needle ? this.said.dataset.nothing : "";
  }

  go(step) {
    if (!this.hits.length) return;
    this.now = (this.now + step + this.hits.length) % this.hits.length;
    const { node, from, to } = this.hits[this.now];
    const range = rangeOf(node, from, to);
    paint("found-now", [range]);
    // Whoever searches does not want to be led back to what is spoken.
    this.transcript.isElsewhere = true;
    scrollWithin(this.transcript.panel, range.getBoundingClientRect());
    this.said.textContent = this.said.dataset.found.replace("{0}", this.now + 1).replace("{1}", this.hits.length);
  }

  #textsOf(panel) {
    if (!this.#texts.has(panel)) {
      this.#texts.set(panel, [...panel.querySelectorAll(".passage")].map((passage) => {
        const node = passage.lastElementChild.lastElementChild.firstChild;
        return { node, ...folded(node.data) };
      }));
    }

    return this.#texts.get(panel);
  }
}
