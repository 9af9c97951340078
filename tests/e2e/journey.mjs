// Publishes an episode and posts a letter as strangers would, and waits until page, feed and letter are there.
//   STORAGE  connection string of the account    API  where the functions are, ending in a slash    KEY  the webhook's key
import { BlobServiceClient } from '@azure/storage-blob';
import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

const { STORAGE = 'UseDevelopmentStorage=true', API = 'http://127.0.0.1:7071/', KEY = '' } = process.env;
const PATIENCE = 180_000;
const storage = BlobServiceClient.fromConnectionString(STORAGE);
const container = name => storage.getContainerClient(name);
const here = file => new URL(`data/${file}`, import.meta.url);

async function until(what, look) {
  const end = Date.now() + PATIENCE;
  for (let last; ; await pause(1000)) {
    try {
      const found = await look();
      if (found) return console.log(`ok: ${what}`);
      last = 'it is not there';
    } catch (problem) {
      last = problem.message;
    }
    if (Date.now() > end) throw new Error(`Waited ${PATIENCE / 1000} s in vain: ${what} (${last}).`);
  }
}

const text = async (name, blob) => (await container(name).getBlobClient(blob).downloadToBuffer()).toString('utf8');

async function some(name, includes) {
  for await (const blob of container(name).listBlobsFlat()) if ((await text(name, blob.name)).includes(includes)) return true;
  return false;
}

await until('the functions answer', async () => (await fetch(`${API}api/health`)).status === 200);

for (const file of ['show.yaml', 'lantern.md']) await container('episodes').getBlockBlobClient(`night-desk/${file}`).uploadData(await readFile(here(file)));
await until('the page is live', async () => (await text('$web', 'night-desk/lantern/index.html')).includes('A lantern in the signal box'));
await until('the feed lists it', async () => (await text('$web', 'night-desk/feed.xml')).includes('A lantern in the signal box'));

const letter = await readFile(here('letter.eml'));
const refused = await fetch(`${API}api/mail?key=wrong`, { method: 'POST', headers: { 'Content-Type': 'message/rfc822' }, body: letter });
if (![401, 403].includes(refused.status)) throw new Error(`A letter with a wrong key was answered with ${refused.status}.`);
const kept = await fetch(`${API}api/mail?key=${encodeURIComponent(KEY)}`, { method: 'POST', headers: { 'Content-Type': 'message/rfc822' }, body: letter });
if (kept.status !== 200) throw new Error(`The letter was answered with ${kept.status}: ${await kept.text()}`);
await until('the letter is forwarded to the host', () => some('outbox', 'we kept the lantern burning'));

await container('episodes').getBlobClient('night-desk/lantern.md').delete();
if (process.env.DELETES !== 'no') await until('a deleted episode leaves the site', async () => !(await container('$web').getBlobClient('night-desk/lantern/index.html').exists()));
console.log('The whole journey works.');
