// The index as Soundoff/Search/IndexBlock.cs writes it, and what a query reads of it.
const pageSize = 768;
// A query fetches no more than this; what it could not look at waits for a press.
const mostBytes = 145_000;
// Kept free for the texts of the first hits.
const forTexts = 40_000;
const hitsAtOnce = 8;

let spent = 0;

const range = async (address, from, to) => {
  const answer = await fetch(address, { headers: { Range: `bytes=${from}-${to - 1}` } });
  if (!answer.ok) throw new Error(answer.status);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  spent += bytes.length;
  // A server that knows no ranges sends everything.
  return { bytes: answer.status === 206 ? bytes : bytes.subarray(from, to), tag: answer.headers.get("ETag") };
};

class Reading {
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }
  number() {
    let number = 0;
    for (let shift = 0; ; shift += 7) {
      const next = this.bytes[this.at++];
      number |= (next & 0x7f) << shift;
      if (!(next >= 0x80)) return number;
    }
  }
  text(before) {
    const lengths = this.bytes[this.at++];
    let shared = lengths >> 4;
    let rest = lengths & 15;
    if (shared === 15) shared += this.number();
    if (rest === 15) rest += this.number();
    const text = new Uint8Array(shared + rest);
    text.set(before.subarray(0, shared));
    text.set(this.bytes.subarray(this.at, this.at + rest), shared);
    this.at += rest;
    return text;
  }
  gaps(count) {
    const numbers = [];
    for (let next = 0; numbers.length < count; next = numbers.at(-1) + 1) numbers.push(next + this.number());
    return numbers;
  }
  bitmap(limit) {
    const numbers = [];
    for (let i = 0; i < limit; i++) if ((this.bytes[this.at + (i >> 3)] >> (i & 7)) & 1) numbers.push(i);
    this.at += (limit + 7) >> 3;
    return numbers;
  }
}

const utf8 = new TextDecoder();

/** The index of a month or a year. */
class Block {
  constructor(address, guess) {
    this.address = address;
    this.guess = guess;
    this.read = new Map();
  }
  head() {
    return (this.opened ??= this.open());
  }
  async open() {
    let { bytes, tag } = await range(this.address, 0, this.guess);
    this.tag = tag;
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    this.episodes = view.getUint16(4, true);
    this.table = view.getUint32(8, true);
    if (this.table > bytes.length) {
      const more = await range(this.address, bytes.length, this.table);
      bytes = new Uint8Array([...bytes, ...more.bytes]);
    }
    this.pages = [];
    const reading = new Reading(bytes, 12);
    let start = this.table + this.episodes * 12;
    let separator = new Uint8Array();
    while (reading.at < this.table) {
      separator = reading.text(separator);
      const length = pageSize + reading.number();
      this.pages.push({ first: utf8.decode(separator), start, length });
      start += length;
    }
  }
  async page(i) {
    if (!this.read.has(i)) this.read.set(i, this.part(this.pages[i].start, this.pages[i].start + this.pages[i].length));
    return this.read.get(i);
  }
  async part(from, to) {
    const { bytes, tag } = await range(this.address, from, to);
    if (tag !== this.tag) throw new Error("written meanwhile");
    return bytes;
  }
  /** The episodes that have a term, or one that begins with it, and whether it is what they are about. */
  async find(term, begins) {
    await this.head();
    const found = new Map();
    let i = this.pages.findLastIndex((page) => page.first <= term);
    // Two pages of a beginning: with each letter more, fewer words are left.
    for (let last = i + (begins ? 2 : 1); i >= 0 && i < last && i < this.pages.length; i++) {
      if (this.pages[i].first > term && !this.pages[i].first.startsWith(term)) break;
      const reading = new Reading(await this.page(i));
      let bytes = new Uint8Array();
      while (reading.at < reading.bytes.length) {
        bytes = reading.text(bytes);
        const number = reading.number();
        const count = number >> 1;
        const episodes = count * 8 > this.episodes ? reading.bitmap(this.episodes) : reading.gaps(count);
        const subjects = number & 1 ? new Set(reading.gaps(reading.number())) : null;
        const here = utf8.decode(bytes);
        if (here !== term && !(begins && here.startsWith(term))) continue;
        for (const episode of episodes) found.set(episode, found.get(episode) || (subjects?.has(episode) ?? false));
      }
    }
    return found;
  }
  /** The id of an episode's text. */
  async id(episode) {
    const bytes = await this.part(this.table + episode * 12, this.table + episode * 12 + 6);
    return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  }
}

/** A search of a show: gives its hits part by part, those that are about the words first among what was looked at, then the newest. */
export class Search {
  constructor(root, names) {
    this.root = root;
    this.blocks = names.map((name) => new Block(`${root}${name}.bin`, name.length > 4 ? 384 : 2048));
    this.texts = new Map();
  }
  start(text) {
    this.groups = query(text);
    this.next = 0;
    this.waiting = [];
    spent = 0;
  }
  get isDone() {
    return this.next >= this.blocks.length && this.waiting.length === 0;
  }
  async more() {
    spent = 0;
    const hits = [];
    if (this.groups.length === 0) {
      this.next = this.blocks.length;
      return hits;
    }
    const wanted = [...new Map(this.groups.flatMap((group) => group.terms.map((term) => [term, group.begins]))).entries()].sort((a, b) => b[0].length - a[0].length);
    const side = 6;
    while (this.next < this.blocks.length && spent + side * (2048 + pageSize) < mostBytes - forTexts) {
      const part = this.blocks.slice(this.next, this.next + side);
      this.next += side;
      for (const found of await Promise.all(part.map((block) => this.look(block, wanted)))) this.waiting.push(...found);
    }
    this.waiting.sort((a, b) => b.weight - a.weight);
    while (this.waiting.length > 0 && hits.length < hitsAtOnce && (hits.length === 0 || spent < mostBytes - 12_000)) {
      const hit = await this.show(this.waiting.shift());
      if (hit) hits.push(hit);
    }
    return hits;
  }
  async look(block, wanted) {
    try {
      let all = null;
      for (const [term, begins] of wanted) {
        const found = await block.find(term, begins);
        all = new Map([...(all ?? found)].filter(([episode]) => found.has(episode)).map(([episode, weight]) => [episode, (all ? weight : 0) + (found.get(episode) ? 1 : 0)]));
        if (all.size === 0) return [];
      }
      return [...all].map(([episode, weight]) => ({ block, episode, weight })).sort((a, b) => a.episode - b.episode);
    } catch {
      // It was written while it was read, or has just gone: whoever asks again finds the new one.
      this.blocks[this.blocks.indexOf(block)] = new Block(block.address, block.guess);
      return [];
    }
  }
  async show({ block, episode }) {
    try {
      const id = await block.id(episode);
      if (!this.texts.has(id)) {
        const answer = await fetch(`${this.root}${id}.gz`);
        if (!answer.ok) return null;
        const packed = await answer.arrayBuffer();
        spent += packed.byteLength;
        this.texts.set(id, await new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"))).json());
      }
      return places(this.texts.get(id), this.groups);
    } catch {
      return null;
    }
  }
  get spent() {
    return spent;
  }
}
