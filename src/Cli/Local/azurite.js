// Runs Azurite inside this process until standard input closes, then ends it in good order: its data are written to disk only every
// few seconds, so ending it the hard way loses the last of them. A parent that is killed closes the pipe too.
const fs = require('node:fs');
const path = require('node:path');

// npx puts the package's commands first on the path.
const home = process.env.PATH.split(path.delimiter)
  .filter(folder => path.basename(folder) === '.bin')
  .map(folder => path.join(folder, '..', 'azurite'))
  .find(folder => fs.existsSync(path.join(folder, 'package.json')));
if (!home) {
  console.error('npx did not provide azurite.');
  process.exit(1);
}

// Ctrl+C reaches the whole group of processes; the parent still needs its storage then, and says when it does not.
const once = process.once;
process.once = (name, listener) => (name.startsWith('SIG') ? process : once.call(process, name, listener));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

process.stdin.on('end', () => {
  process.emit('message', 'shutdown');
  setTimeout(() => process.exit(0), 4000).unref();
}).resume();

// In memory each write is an extent of its own, and removing the unused ones, every ten minutes, rebuilds an index for each: with the
// writes of a long test run that takes minutes, in which no request is answered. What is in memory ends with the process anyhow.
if (process.argv.includes('--inMemoryPersistence')) {
  const never = 24 * 60 * 60 * 1000;
  for (const service of ['blob', 'queue']) require(path.join(home, 'dist', 'src', service, 'utils', 'constants.js')).DEFAULT_GC_INTERVAL_MS = never;
}

require(path.join(home, JSON.parse(fs.readFileSync(path.join(home, 'package.json'), 'utf8')).bin.azurite));
