// What is remembered between visits, in this browser alone. One that remembers nothing, as in a sandboxed frame, plays all the same.
const kept = {
  read(name, otherwise) {
    try {
      return JSON.parse(localStorage.getItem(`soundoff-${name}`)) ?? otherwise;
    } catch {
      return otherwise;
    }
  },
  write(name, value) {
    try {
      localStorage.setItem(`soundoff-${name}`, JSON.stringify(value));
    } catch {
      // Nothing is lost but the memory.
    }
  },
};

// How far each episode was heard, by its page's address, the newest last.
const mostPlaces = 200;
const places = {
  of: (page) => Number(kept.read("places", {})[page]) || 0,
  keep(page, seconds) {
    const others = Object.entries(kept.read("places", {})).filter(([other]) => other !== page);
    if (seconds) others.push([page, Math.floor(seconds)]);
    kept.write("places", Object.fromEntries(others.slice(-mostPlaces)));
  },
};
