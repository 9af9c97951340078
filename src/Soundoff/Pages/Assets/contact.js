// Puts the mail link where the readable form of the address stands. The page carries the link backwards and in base64,
// so that no harvester finds an address in it.
for (const place of document.querySelectorAll("[data-letter]")) {
  const link = document.createElement("a");
  link.href = [...atob(place.dataset.letter)].reverse().join("");
  link.textContent = decodeURIComponent(link.href.slice("mailto:".length).split("?")[0]);
  link.className = place.className;
  link.dir = place.dir;
  place.replaceWith(link);
}
