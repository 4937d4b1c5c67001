/** The small ways in which a file can be broken so that it still compiles, more or less. */
import ts from 'typescript';

/** What stands in the place of an operator. */
const operators = new Map([
  ['<', '<='],
  ['<=', '<'],
  ['>', '>='],
  ['>=', '>'],
  ['===', '!=='],
  ['!==', '==='],
  ['&&', '||'],
  ['||', '&&'],
  ['+', '-'],
  ['-', '+'],
  ['*', '/'],
  ['/', '*'],
  ['%', '*'],
]);

/** What begins with one of these is SQL. */
const sql = /^['"`]\s*\(?(?:select|insert|update|delete|with)\s/;

/** What stands in the place of a word or an operator of SQL. Locks need a real PostgreSQL to be noticed. */
const sqlWords = new Map([
  [' and ', ' or '],
  [' or ', ' and '],
  [' < ', ' <= '],
  [' <= ', ' < '],
  [' > ', ' >= '],
  [' >= ', ' > '],
  [' is null', ' is not null'],
  [' is not null', ' is null'],
  [' desc', ''],
]);

/**
 * @typedef {object} Mutant
 * @property {string} file
 * @property {string} text what is broken, in one line
 * @property {number} line where that is, counted from 1
 * @property {string} broken the whole file
 */

/**
 * Returns all mutants of a file: operators, conditions, numbers and booleans are others, and calls are left
 * out.
 *
 * @param {string} file
 * @param {string} source
 * @returns {Mutant[]}
 */
export function mutantsOf(file, source) {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  /** @type {Mutant[]} */
  const mutants = [];
  const push = (/** @type {string} */ text, /** @type {number} */ from, /** @type {string} */ broken) => {
    const line = tree.getLineAndCharacterOfPosition(from).line + 1;
    mutants.push({ file, text, line, broken });
  };
  const add = (/** @type {ts.Node} */ node, /** @type {string} */ instead, whole = node) => {
    const [from, to] = [node.getStart(), node.getEnd()];
    const [first, last] = [whole.getStart(), whole.getEnd()];
    const inOneLine = (/** @type {string} */ text) => text.replaceAll(/\s+/g, ' ');
    const before = inOneLine(source.slice(first, last));
    const after = inOneLine(source.slice(first, from) + instead + source.slice(to, last));
    const text = `${file}: ${before} → ${after || '(nothing)'}`;
    push(text, from, source.slice(0, from) + instead + source.slice(to));
  };
  const addSql = (/** @type {number} */ from, /** @type {string} */ word) => {
    const instead = sqlWords.get(word) ?? '';
    const around = (/** @type {string} */ middle) =>
      (source.slice(from - 40, from) + middle + source.slice(from + word.length, from + 40))
        .replaceAll(/\s+/g, ' ')
        .trim();
    const text = `${file}: ${around(word)} → ${around(instead)}`;
    push(text, from, source.slice(0, from) + instead + source.slice(from + word.length));
  };
  const visit = (/** @type {ts.Node} */ node) => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node)) return;
    if (ts.isTypeAliasDeclaration(node)) return;
    if ((ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) && sql.test(node.getText()))
      for (const found of node.getText().matchAll(/ (?:and|or|[<>]=?) | is (?:not )?null\b| desc\b/g))
        addSql(node.getStart() + found.index, found[0]);
    if (ts.isBinaryExpression(node)) {
      const instead = operators.get(node.operatorToken.getText());
      // Texts are joined by the same sign as numbers are added, and cannot be subtracted.
      if (instead && !isOfText(node)) add(node.operatorToken, instead, node);
      // Without `?? null` a name is undefined instead: that does not compile, and is read the same.
      const isDefault = node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken;
      if (isDefault && node.right.kind !== ts.SyntaxKind.NullKeyword) add(node, node.left.getText());
    } else if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
      add(node, node.operand.getText());
    else if (ts.isNumericLiteral(node)) add(node, node.text === '0' ? '1' : '0', node.parent);
    else if (node.kind === ts.SyntaxKind.TrueKeyword) add(node, 'false', node.parent);
    else if (node.kind === ts.SyntaxKind.FalseKeyword) add(node, 'true', node.parent);
    else if (ts.isConditionalExpression(node))
      add(node, `${node.condition.getText()} ? ${node.whenFalse.getText()} : ${node.whenTrue.getText()}`);
    else if (ts.isIfStatement(node)) {
      add(node.expression, 'true');
      add(node.expression, 'false');
    } else if (ts.isExpressionStatement(node)) add(node, ';');
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return mutants;
}

/** @returns {boolean} whether a text is an operand, as far as one sees without types */
function isOfText(/** @type {ts.BinaryExpression} */ { left, right }) {
  return [left, right].some((side) => ts.isStringLiteralLike(side) || ts.isTemplateExpression(side));
}

/**
 * Returns the items in another order, the same for the same seed (mulberry32).
 *
 * @template T
 * @param {readonly T[]} items
 * @param {number} seed
 * @returns {T[]}
 */
export function shuffled(items, seed) {
  let state = seed;
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return items
    .map((item) => ({ item, at: random() }))
    .sort((one, other) => one.at - other.at)
    .map(({ item }) => item);
}
