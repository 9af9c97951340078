// Reads KQL with Kusto's own language service and workflows with GitHub's, and runs KQL on rows. In: one JSON object on standard input; out: one a
// line for each finding. npx provides the packages; they have no command of their own, so they are found beside its folder of commands.
const fs = require('node:fs');
const path = require('node:path');
const { register } = require('node:module');
const { pathToFileURL } = require('node:url');
const vm = require('node:vm');
const { evaluate } = require('./evaluate.cjs');

const modules = process.env.PATH.split(path.delimiter)
  .filter(folder => path.basename(folder) === '.bin')
  .map(folder => path.dirname(folder))
  .find(folder => fs.existsSync(path.join(folder, '@kusto', 'language-service-next')));
if (!modules) {
  console.error('npx did not provide @kusto/language-service-next.');
  process.exit(1);
}

const input = JSON.parse(fs.readFileSync(0, 'utf8'));
const tell = finding => console.log(JSON.stringify(finding));

// Scripts for a browser: they put Bridge and Kusto into the global scope.
function kusto() {
  const folder = path.join(modules, '@kusto', 'language-service-next');
  for (const file of ['bridge.min.js', 'Kusto.Language.Bridge.min.js']) vm.runInThisContext(fs.readFileSync(path.join(folder, file), 'utf8'), { filename: file });
  return globalThis.Kusto.Language;
}

function runs(language, tables, all) {
  for (const { name, query, rows, now } of all) {
    try {
      tell({ file: name, rows: evaluate(language, query, tables, rows, Date.parse(now)) });
    } catch (problem) {
      tell({ file: name, message: problem.message });
    }
  }
}

function queries(language, tables, texts) {
  const symbols = Object.entries(tables).map(([name, columns]) =>
    new language.Symbols.TableSymbol.$ctor7(name, `(${Object.entries(columns).map(([column, type]) => `${column}: ${type}`).join(', ')})`, null));
  const database = new language.Symbols.DatabaseSymbol.ctor('workspace', symbols);
  const globals = language.GlobalState.Default.WithDatabase(database);
  for (const [name, text] of Object.entries(texts)) {
    const code = language.KustoCode.ParseAndAnalyze(text, globals);
    const found = code.GetDiagnostics();
    for (let i = 0; i < found.Count; i++) {
      const one = found.getItem(i);
      tell({ file: name, line: text.slice(0, one.Start).split('\n').length, message: one.Message });
    }
    const columns = code.ResultType?.Columns;
    tell({ file: name, columns: columns ? Array.from({ length: columns.Count }, (_, i) => columns.getItem(i).Name) : [] });
  }
}

async function workflows(texts) {
  if (Object.keys(texts).length === 0) return;
  // It imports JSON as Node.js 18 did.
  register('data:text/javascript,' + encodeURIComponent(`
    import { readFile } from 'node:fs/promises';
    export const load = async (url, context, next) =>
      url.endsWith('.json') ? { format: 'json', shortCircuit: true, source: await readFile(new URL(url)) } : next(url, context);`));
  const { validate } = await import(pathToFileURL(path.join(modules, '@actions', 'languageservice', 'dist', 'index.js')));
  const { TextDocument } = await import(pathToFileURL(path.join(modules, 'vscode-languageserver-textdocument', 'lib', 'esm', 'main.js')));
  for (const [name, text] of Object.entries(texts))
    for (const one of await validate(TextDocument.create(`file:///.github/workflows/${name}`, 'yaml', 1, text))) tell({ file: name, line: one.range.start.line + 1, message: one.message });
}

const { tables, queries: texts = {}, runs: all = [] } = input;
if (Object.keys(texts).length + all.length > 0) {
  const language = kusto();
  queries(language, tables, texts);
  runs(language, tables, all);
}
workflows(input.workflows ?? {}).catch(problem => {
  console.error(problem);
  process.exit(1);
});
