/** How SQL is written: in one folder, and with what was sent as parameters. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import ts from 'typescript';
import { parse, sourceFiles } from '../../../tools/imports.ts';

const repositories = 'src/server/db/';
const server = sourceFiles().filter((file) => file.startsWith('src/server/'));

/** A request has a `query` as well, whose argument is no statement. */
const verb = /^\s*(?:select|insert|update|delete|with|begin|commit|rollback|create|alter|lock)\b/;

/** Returns the literals of a file that are given to the database as a statement. */
function statementsOf(file: string): ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const [statement] = node.arguments;
      const isAsked = /^(?:query|script)$/.test(node.expression.name.text);
      const isLiteral =
        statement && (ts.isStringLiteralLike(statement) || ts.isTemplateExpression(statement));
      if (isAsked && isLiteral && verb.test(statement.getText().slice(1))) found.push(statement);
    }
    ts.forEachChild(node, visit);
  };
  visit(parse(file));
  return found;
}

test('SQL stands in one folder', () => {
  const asking = server.filter((file) => statementsOf(file).length > 0);
  assert.ok(asking.length > 20, 'no statements were found');
  assert.deepEqual(
    asking.filter((file) => !file.startsWith(repositories)),
    [],
  );
});

/** What may stand in a statement beside its own words: names, conditions, numbers of parameters. */
const ours = new Set([
  'inserted',
  'returning',
  'table',
  'tables[kind]',
  'assignments',
  'own',
  'where',
  'order',
  'newestFirst',
  'lock',
  'bossSchema',
  'userStatus',
  'params.length',
  'params.length + 1',
  'source.columns',
  'source.from',
  'source.where',
  'named',
  'seeded',
  'entries',
  // Of totals for tax: the payouts that arrived, and when.
  'arrived',
  'counted',
  // Of tax that is set off: of which payout, and when that moved.
  'arrivedAt',
  'cameBackAt',
  'ofTax',
  // Where a page begins, in two halves without a name of their own.
  "after === null ? '' : 'and (m.created, m.number) > ($5::timestamptz, $6::bigint)'",
  "from === null ? '' : `and (created, number) ${newer ? '>=' : '<='} ($3::timestamptz, $4::bigint)`",
  'ofApp',
  // The number of a flow’s next completion.
  'next',
  // Of payout links: what is taken out of one.
  'forgotten',
  // Of the list of sealed columns.
  'column',
  'prefix.length',
  // As many counters as a limit has bounds, and accounts as a movement has lines.
  "parts.join(',\\n')",
  "all.join(' union all ')",
  "parts.join(' union all ')",
]);

test('what is put into a statement is of our own making, and the rest are parameters', () => {
  const strange = server.flatMap((file) =>
    statementsOf(file).flatMap((statement) =>
      ts.isTemplateExpression(statement)
        ? statement.templateSpans
            .map(({ expression }) => expression.getText().replace(/\s+/g, ' '))
            .filter((text) => !ours.has(text) && !/^(?:\w+C|c)olumns\b/.test(text))
            .map((text) => `${file}: ${text}`)
        : [],
    ),
  );
  assert.deepEqual(strange, []);
});
