// Search in a show without a server: reads the words of the index by ranges, then the texts of what it shows. These files are one module. Which terms a text has
// stands in Soundoff/Search/SearchTerms.cs too; a test holds the two against each other.
const longest = 32;
const special = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i", ς: "σ" };
const mark = /^\p{Mn}$/u;
const wordly = /^[\p{L}\p{M}\p{N}]$/u;
const paired = /^[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3005-\u3007\u3040-\u312F\u31F0-\u31FF\u3400-\u4DBF\u4E00-\u9FFF\u{20000}-\u{323AF}]$/u;
const keeps = (letter, sign) => (letter >= 0x900 && !(sign >= 0xfe00 && sign <= 0xfe0f)) || (sign === 0x306 && (letter === 0x438 || letter === 0x418));

const fold = (sign) => {
  let folded = "";
  let letter = 0;
  for (const part of sign.normalize("NFKD")) {
    const code = part.codePointAt(0);
    if (!mark.test(part)) letter = code;
    else if (!keeps(letter, code)) continue;
    const small = part.toLowerCase();
    folded += special[small] ?? small;
  }
  return folded.normalize("NFC");
};

/** The terms of a text (in NFC) with their places in it. */
export const terms = (text) => {
  const found = [];
  let letter = 0;
  let at = 0;
  let word = null;
  let before = null;
  const end = () => {
    if (word) found.push({ term: word.signs.join(""), from: word.from, to: word.to });
    word = null;
  };
  for (const sign of text) {
    const from = at;
    at += sign.length;
    const code = sign.codePointAt(0);
    let folded = "";
    if (!mark.test(sign)) {
      letter = code;
      folded = fold(sign);
    } else if (keeps(letter, code)) folded = sign;
    for (const part of folded) {
      const isWord = wordly.test(part);
      const isPaired = isWord && paired.test(part);
      if (!isWord || isPaired) end();
      if (before) found.push(isPaired ? { term: before.sign + part, from: before.from, to: at } : { term: before.sign, from: before.from, to: before.to });
      before = isPaired ? { sign: part, from, to: at } : null;
      if (!isWord || isPaired) continue;
      word ??= { signs: [], from };
      word.to = at;
      if (word.signs.length < longest) word.signs.push(part);
    }
  }
  end();
  if (before) found.push({ term: before.sign, from: before.from, to: before.to });
  return found;
};

/** What is asked for: groups of terms that follow each other, each word or quotation one. */
export const query = (text) => {
  const groups = [];
  const written = text.normalize("NFC");
  for (const [, quoted, plain] of written.matchAll(/["“„«「]([^"”“»」]*)["”“»」]?|([^\s"“„«「]+)/gu)) {
    const found = terms(quoted ?? plain).map((t) => t.term);
    // The last character of a run stands alone in an index only for those who look for it alone.
    const all = found.filter((term, i) => !(i > 0 && [...term].length === 1 && paired.test(term) && found[i - 1].endsWith(term) && found[i - 1] !== term));
    if (all.length > 0) groups.push({ terms: all, begins: false });
  }
  const last = groups.at(-1);
  if (last) {
    const term = last.terms.at(-1);
    last.begins = last.terms.length === 1 && !/[\s"”»」]$/u.test(written) && ([...term].length > 2 || paired.test(term));
  }
  return groups;
};
