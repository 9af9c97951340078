// What the page shows of hits.
/** Where the words stand in a text; null when a phrase of theirs does not. */
const places = (text, groups) => {
  const met = new Set();
  const lines = [text.title, ...text.lines].map((line) => {
    const [words, time, speaker] = Array.isArray(line) ? line : [line];
    const written = words.normalize("NFC");
    const all = terms(written);
    const marks = [];
    const here = new Set();
    groups.forEach((group, number) => {
      for (let i = 0; i + group.terms.length <= all.length; i++) {
        const isHere = group.terms.every((term, k) => all[i + k].term === term || (group.begins && all[i + k].term.startsWith(term)));
        if (!isHere) continue;
        marks.push([all[i].from, all[i + group.terms.length - 1].to]);
        here.add(number);
        met.add(number);
      }
    });
    return { words: written, time, speaker, marks: joined(marks), count: here.size };
  });
  if (met.size < groups.length) return null;
  const [title, ...rest] = lines;
  const best = rest.filter((line) => line.count > 0).map((line, place) => ({ ...line, place })).sort((a, b) => b.count - a.count || a.place - b.place);
  return { slug: text.slug, date: text.date, title, lines: best.slice(0, 3).sort((a, b) => a.place - b.place), others: Math.max(0, best.length - 3) };
};

const joined = (marks) => {
  const all = [];
  for (const [from, to] of marks.sort((a, b) => a[0] - b[0])) {
    if (all.length > 0 && from <= all.at(-1)[1]) all.at(-1)[1] = Math.max(to, all.at(-1)[1]);
    else all.push([from, to]);
  }
  return all;
};

const form = document.querySelector("[data-search]");
if (form) {
  const { root, blocks, home, found, nothing, play } = form.dataset;
  const [field, list, status, more] = ["#q", ".hits ol", ".hits [role=status]", ".hits .more"].map((name) => document.querySelector(name));
  const search = new Search(root, blocks.split(" ").filter(Boolean));
  const dates = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long", calendar: "gregory", timeZone: "UTC" });
  let turn = 0;

  const element = (name, properties, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };
  const around = 90;
  const marked = ({ words, marks }, isWhole) => {
    const from = isWhole || marks.length === 0 ? 0 : Math.max(0, marks[0][0] - around);
    const start = from === 0 ? 0 : words.indexOf(" ", from) + 1 || from;
    const end = isWhole ? words.length : Math.min(words.length, (marks[0]?.[1] ?? 0) + 2 * around);
    const shown = [start > 0 ? "… " : ""];
    let at = start;
    for (const [a, b] of marks) {
      if (a < at || b > end) continue;
      shown.push(words.slice(at, a), element("mark", { textContent: words.slice(a, b) }));
      at = b;
    }
    shown.push(words.slice(at, end), end < words.length ? " …" : "");
    return shown;
  };
  const clock = (time) => {
    const [hours, minutes, seconds] = [Math.floor(time / 3600), Math.floor(time / 60) % 60, time % 60].map((n) => String(n).padStart(2, "0"));
    return time < 3600 ? `${Number(minutes)}:${seconds}` : `${Number(hours)}:${minutes}:${seconds}`;
  };
  const shown = (hit) => {
    const address = `${home}${encodeURIComponent(hit.slug)}/`;
    const lines = hit.lines.map((line) => {
      const words = element("p", { dir: "auto" }, ...(line.speaker ? [element("b", { textContent: `${line.speaker} ` })] : []), ...marked(line));
      if (line.time === undefined) return element("li", {}, words);
      const label = `${play} ${clock(line.time)}`;
      return element("li", { className: "spoken" }, element("a", { href: `${address}#t=${line.time}`, className: "clock", textContent: clock(line.time), ariaLabel: label }), words);
    });
    const [year, month, day] = hit.date.split("-").map(Number);
    return element("li", {}, element("article", { className: "hit" },
      element("h2", { dir: "auto" }, element("a", { href: address }, ...marked(hit.title, true))),
      element("p", { className: "meta" }, element("time", { dateTime: hit.date, textContent: dates.format(Date.UTC(year, month - 1, day)) })),
      element("ul", {}, ...lines)));
  };
  const part = async (mine) => {
    more.hidden = true;
    form.ariaBusy = "true";
    const hits = await search.more();
    if (mine !== turn) return;
    form.ariaBusy = "false";
    form.dataset.spent = search.spent;
    list.append(...hits.map(shown));
    more.hidden = search.isDone;
    const count = list.children.length;
    status.textContent = search.groups.length === 0 ? "" : count > 0 ? found.replace("{0}", `${count}${search.isDone ? "" : "+"}`) : search.isDone ? nothing : "";
  };
  const run = async () => {
    const mine = ++turn;
    const text = field.value;
    history.replaceState(null, "", text.trim() ? `?q=${encodeURIComponent(text.trim())}` : location.pathname);
    search.start(text);
    list.replaceChildren();
    await part(mine);
  };
  let waits;
  field.addEventListener("input", () => {
    clearTimeout(waits);
    waits = setTimeout(run, 250);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waits);
    run();
  });
  more.addEventListener("click", () => part(turn));
  field.value = new URLSearchParams(location.search).get("q") ?? "";
  form.hidden = false;
  if (field.value) run();
}
