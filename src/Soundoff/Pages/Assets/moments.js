// Links that play the bare recording from a time (#t=95) play it on the page instead, and become links to that time of the page.
function stamp(link, deck) {
  const [, start, until] = link.hash.match(/^#t=([\d.]+)(?:,([\d.]+))?$/) ?? [];
  if (start === undefined) return;
  link.dataset.start = start;
  if (until) link.dataset.until = until;
  link.href = `#t=${clock(start)}`;
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    deck.playFrom(Number(start), until && Number(until));
  });
}

function linkMoments(deck) {
  for (const link of document.querySelectorAll("a.moment")) stamp(link, deck);
  const chapters = [...document.querySelectorAll("[data-moments=chapters] a.moment")];
  deck.mark(chapters.map((link) => ({ start: Number(link.dataset.start), title: link.querySelector(".moment-title"), link })));
  deck.view.addEventListener("moment", () => {
    for (const link of chapters) link.removeAttribute("aria-current");
    deck.moment?.link.setAttribute("aria-current", "true");
    if (deck.playing) scrollWithin(deck.moment?.link.closest(".listening-moments"), deck.moment?.link.getBoundingClientRect());
  });
}

// Brings something into view within its own box, and never moves the page.
function scrollWithin(box, { top, bottom } = {}) {
  if (!box || top === undefined) return;
  const frame = box.getBoundingClientRect();
  if (top >= frame.top && bottom <= frame.bottom) return;
  const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
  box.scrollTo({ top: box.scrollTop + top - frame.top - box.clientHeight / 3, behavior: isStill ? "instant" : "smooth" });
}
