// Runs a query on rows by walking the syntax tree of Kusto's own parser: the operators and functions that our alerts use, by their
// documentation, and no others. What it does not know it refuses, so that no query passes by being misread.

// The name of a node's class, without namespace and type arguments.
const kind = node => globalThis.Bridge.getTypeName(node).replace(/^Kusto\.Language\.Syntax\./, '').replace(/`.*/s, '');
const children = node => Array.from({ length: node.ChildCount }, (_, i) => node.GetChild(i)).filter(child => child);
const items = list => children(list).map(item => item.GetChild(0));
const word = node => node.toString().replace(/^(\s*\/\/[^\n]*\n)*/, '').trim();
const refuse = node => { throw new Error(`The evaluator of the tests does not know ${kind(node)} '${word(node)}': teach it that, from Kusto's documentation.`); };

// A comparison with null is null, and null is not true. Texts are never null.
const compare = (operator, left, right) => {
  if (left === null || right === null) return null;
  switch (operator) {
    case '==': return left === right;
    case '!=': return left !== right;
    case '>': return left > right;
    case '>=': return left >= right;
    case '<': return left < right;
    case '<=': return left <= right;
    case '/': return left / right;
    // A whole word, whatever its case; a word of several parts by its parts in a row.
    case 'has': return new RegExp(`(^|[^a-z0-9])${right.replace(/^[^a-z0-9]+|[^a-z0-9]+$/gi, '').replace(/[^a-z0-9]/gi, '\\$&')}([^a-z0-9]|$)`, 'i').test(left);
    case 'endswith': return left.toLowerCase().endsWith(right.toLowerCase());
  }
};
const OPERATORS = ['==', '!=', '>', '>=', '<', '<=', '/', 'has', 'endswith'];

const FUNCTIONS = {
  tostring: value => (value === null || value === undefined ? '' : String(value)),
  toint: value => (value === null || value === '' || !/^\s*-?\d+\s*$/.test(String(value)) ? null : Number(value)),
  isempty: value => value === null || value === '',
  iff: (condition, yes, no) => (condition === true ? yes : no),
};

function scalar(node, row, now) {
  const value = child => scalar(child, row, now);
  const parts = children(node);
  switch (kind(node)) {
    case 'ParenthesizedExpression': return value(parts[1]);
    case 'LiteralExpression': {
      const text = word(node);
      if (/^["']/.test(text)) return node.LiteralValue;
      if (text === 'true' || text === 'false') return text === 'true';
      if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
      return refuse(node);
    }
    case 'NameReference': {
      const name = word(node);
      if (!(name in row)) throw new Error(`There is no column ${name}.`);
      return row[name];
    }
    case 'ElementExpression': return value(parts[0])?.[value(children(parts[1])[1])] ?? null;
    case 'BinaryExpression': {
      const operator = word(parts[1]);
      if (operator === 'and') return value(parts[0]) === true && value(parts[2]) === true;
      if (operator === 'or') return value(parts[0]) === true || value(parts[2]) === true;
      return OPERATORS.includes(operator) ? compare(operator, value(parts[0]), value(parts[2])) : refuse(node);
    }
    case 'InExpression': {
      const operator = word(parts[1]);
      if (operator !== 'in' && operator !== '!in') return refuse(node);
      const found = items(children(parts[2])[1]).some(item => compare('==', value(parts[0]), value(item)));
      return (operator === 'in') === found;
    }
    case 'FunctionCallExpression': {
      const { name, args } = call(node);
      if (name === 'now' && args.length === 0) return now;
      return Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name](...args.map(value)) : refuse(node);
    }
    default: return refuse(node);
  }
}

const call = node => ({ name: word(children(node)[0]), args: items(children(children(node)[1])[1]) });

// A new column: 'Name = expression', or a column as it is.
function named(node, row, now) {
  if (kind(node) === 'SimpleNamedExpression') return [word(children(node)[0]), scalar(children(node)[2], row, now)];
  return kind(node) === 'NameReference' ? [word(node), scalar(node, row, now)] : refuse(node);
}

// Nulls do not count. Of no rows at all, count and sum are 0 and the others null.
function aggregate(node, rows, now) {
  const isNamed = kind(node) === 'SimpleNamedExpression';
  const inner = isNamed ? children(node)[2] : node;
  if (kind(inner) !== 'FunctionCallExpression') return refuse(inner);
  const { name, args } = call(inner);
  if (name === 'arg_max' && !isNamed) {
    const [by, ...others] = args;
    const best = rows.filter(row => scalar(by, row, now) !== null).reduce((last, row) => (last === null || scalar(by, row, now) > scalar(by, last, now) ? row : last), null);
    return [by, ...others].map(column => [word(column), best === null ? null : scalar(column, best, now)]);
  }
  const values = args.length === 1 ? rows.map(row => scalar(args[0], row, now)).filter(value => value !== null) : [];
  // An aggregate without a name gets one that depends on what it is of: name it.
  if (!isNamed) return refuse(node);
  const result = { count: () => rows.length, sum: () => values.reduce((all, one) => all + one, 0), max: () => values.reduce((most, one) => (most === null || one > most ? one : most), null) }[name];
  return result ? [[word(children(node)[0]), result()]] : refuse(inner);
}

function summarize(node, rows, now) {
  const lists = children(node);
  const clause = lists.find(part => kind(part) === 'SummarizeByClause');
  const keys = clause ? items(children(clause)[1]) : [];
  const groups = new Map();
  for (const row of rows) {
    const key = JSON.stringify(keys.map(column => scalar(column, row, now)));
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  if (keys.length === 0 && rows.length === 0) groups.set('', []);
  return [...groups.values()].map(group => Object.fromEntries([...keys.map(column => named(column, group[0], now)), ...items(lists[2]).flatMap(one => aggregate(one, group, now))]));
}

function operate(node, rows, now) {
  const parts = children(node);
  switch (kind(node)) {
    case 'FilterOperator': return rows.filter(row => scalar(parts.at(-1), row, now) === true);
    case 'ExtendOperator': return rows.map(row => items(parts[1]).reduce((made, one) => ({ ...made, ...Object.fromEntries([named(one, made, now)]) }), row));
    case 'ProjectOperator': return rows.map(row => Object.fromEntries(items(parts[1]).map(one => named(one, row, now))));
    case 'SummarizeOperator': return summarize(node, rows, now);
    default: return refuse(node);
  }
}

/** The result of a query. `tables` has the columns' types, `rows` the rows of each table; times are ISO 8601, and milliseconds in the result. */
exports.evaluate = (language, text, tables, rows, now) => {
  const pipe = node => {
    if (kind(node) === 'PipeExpression') return operate(children(node)[2], pipe(children(node)[0]), now);
    return kind(node) === 'NameReference' && word(node) in tables ? (rows[word(node)] ?? []).map(row => typed(row, tables[word(node)])) : refuse(node);
  };
  const statements = items(children(language.KustoCode.Parse(text).Syntax).at(1));
  if (statements.length !== 1 || kind(statements[0]) !== 'ExpressionStatement') throw new Error('A query is one expression.');
  return pipe(children(statements[0])[0]);
};

// Every column that the table has: a text that is missing is empty, all else null.
function typed(row, columns) {
  for (const name of Object.keys(row)) if (!(name in columns)) throw new Error(`The sample row has a column ${name} that its table lacks.`);
  return Object.fromEntries(Object.entries(columns).map(([name, type]) => [name, row[name] === undefined ? (type === 'string' ? '' : null) : type === 'datetime' ? Date.parse(row[name]) : row[name]]));
}
