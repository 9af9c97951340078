// Reads messages with npm's mailparser and prints for each the microseconds of its fastest round: node mailparser.mjs ROUNDS FILE...
import { readFileSync } from 'node:fs';
import { simpleParser } from 'mailparser';

const rounds = Number(process.argv[2]);

for (const file of process.argv.slice(3)) {
  const raw = readFileSync(file);
  const times = Math.max(1, Math.round(2_000_000 / raw.length));
  let best = Infinity;
  for (let round = 0; round < rounds; round++) {
    const start = process.hrtime.bigint();
    for (let i = 0; i < times; i++) {
      const mail = await simpleParser(raw);
      if (!mail.text && !mail.html) throw new Error(`${file} has no text.`);
    }
    best = Math.min(best, Number(process.hrtime.bigint() - start) / 1000 / times);
  }
  console.log(best.toFixed(1));
}
