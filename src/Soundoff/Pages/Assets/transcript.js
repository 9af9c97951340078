// The transcript beside the recording: marks the line that is spoken, follows it in a box of its own, and shows one language at a time.
const highlights = globalThis.CSS?.highlights;

// Marks words without touching the page's elements, where browsers can; elsewhere their paragraph is marked alone.
const paint = (name, ranges) => highlights?.set(name, new Highlight(...ranges));

const rangeOf = (node, from, to) => {
  const range = new Range();
  range.setStart(node, from);
  range.setEnd(node, Math.min(to, node.length));
  return range;
};

class Transcript {
  #lines = new WeakMap();
  isElsewhere = false;

  constructor(deck) {
    this.deck = deck;
    this.house = document.querySelector(".transcript details");
    this.tools = document.getElementById("transcript-tools").content.firstElementChild.cloneNode(true);
    this.panels = [...document.querySelectorAll(".transcript .passages")];
    this.names = this.panels.map((panel) => panel.closest("details").dataset.name);
    this.panel = this.panels[0];
    this.panel.before(this.tools);
    for (const panel of this.panels) {
      panel.classList.add("scrolls");
      panel.tabIndex = 0;
      panel.setAttribute("role", "region");
      panel.ariaLabel = panel.closest("details").querySelector("h2").textContent;
      for (const link of deck ? panel.querySelectorAll("a.clock") : []) stamp(link, deck);
    }

    this.#gather();
    if (deck) this.#follow();
  }

  // All languages in the first one's place, by tabs.
  #gather() {
    const tabs = this.tools.querySelector(".tabs");
    const others = this.panels.slice(1);
    for (const panel of others) {
      const section = panel.closest(".transcript");
      this.panel.parentNode.append(panel);
      section.remove();
    }

    tabs.hidden = !others.length;
    if (tabs.hidden) return;
    tabs.append(...this.panels.map((panel, i) => {
      const tab = document.createElement("button");
      Object.assign(tab, { type: "button", id: `transcript-${i}`, textContent: this.names[i], lang: panel.lang || document.documentElement.lang });
      tab.setAttribute("role", "tab");
      panel.setAttribute("role", "tabpanel");
      panel.setAttribute("aria-labelledby", tab.id);
      panel.removeAttribute("aria-label");
      tab.addEventListener("click", () => this.#choose(i));
      return tab;
    }));
    tabs.addEventListener("keydown", (event) => {
      const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (!step) return;
      event.preventDefault();
      const forward = document.documentElement.dir === "rtl" ? -step : step;
      const next = (this.panels.indexOf(this.panel) + forward + this.panels.length) % this.panels.length;
      this.#choose(next);
      tabs.children[next].focus();
    });
    this.#choose(0);
  }

  #choose(chosen) {
    this.panel = this.panels[chosen];
    for (const [i, tab] of [...this.tools.querySelectorAll("[role=tab]")].entries()) {
      tab.ariaSelected = String(i === chosen);
      tab.tabIndex = i === chosen ? 0 : -1;
      this.panels[i].hidden = i !== chosen;
    }

    this.#unmark();
    this.tools.dispatchEvent(new Event("language"));
  }

  #follow() {
    const follow = this.tools.querySelector(".follow");
    this.switch = follow.firstElementChild;
    follow.hidden = !this.house.parentNode.querySelector("[data-lines]");
    this.switch.checked = kept.read("follow", true);
    this.switch.addEventListener("change", () => {
      kept.write("follow", this.switch.checked);
      this.isElsewhere = false;
      this.#unmark();
      this.mark();
    });
    // Who scrolls reads elsewhere, until the next place is chosen.
    for (const event of ["wheel", "touchmove"]) this.house.addEventListener(event, ({ target }) => (this.isElsewhere ||= !!target.closest(".scrolls")), { passive: true });
    this.deck.audio.addEventListener("seeking", () => (this.isElsewhere = false));
    for (const event of ["timeupdate", "seeking"]) this.deck.audio.addEventListener(event, () => this.mark());
    this.house.addEventListener("toggle", () => this.mark());
  }

  // The lines of a panel: seconds, text node, from, to. Made when first asked for: a long transcript has thousands.
  #linesOf(panel) {
    if (!this.#lines.has(panel)) {
      this.#lines.set(panel, [...panel.querySelectorAll("[data-lines]")].flatMap((passage) => {
        const node = passage.lastElementChild.lastElementChild.firstChild;
        const lines = passage.dataset.lines.split(" ").map((line) => line.split(",").map(Number));
        return lines.map(([start, from], i) => ({ start, passage, node, from, to: lines[i + 1]?.[1] ?? node.length }));
      }));
    }

    return this.#lines.get(panel);
  }

  lineAt(seconds) {
    const lines = this.#linesOf(this.panel);
    let [low, high] = [0, lines.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (lines[middle].start <= seconds + 0.05) low = middle + 1;
      else high = middle;
    }

    return lines[low - 1];
  }

  mark() {
    if (!this.house.open || !this.switch.checked) return;
    const line = this.lineAt(this.deck.at);
    if (line === this.marked) return;
    this.#unmark();
    this.marked = line;
    if (!line) return;
    line.passage.setAttribute("aria-current", "true");
    const range = rangeOf(line.node, line.from, line.to);
    paint("spoken", [range]);
    if (!this.isElsewhere) scrollWithin(this.panel, range.getBoundingClientRect());
  }

  #unmark() {
    this.marked?.passage.removeAttribute("aria-current");
    this.marked = undefined;
    paint("spoken", []);
  }
}
