/**
 * Lets a comment beside a field or a schema be read while the code runs, for `tools/reference.ts`. The
 * comment of `wallet: z.object(…)` becomes a second property of the same object, under a symbol: it is copied
 * with the field by spreads and by zod's own `extend`, and zod does not see it. Nothing of this is published.
 */
import ts from 'typescript';

/** Under which symbol an object has the comment of its field. */
export const commentOf = (field: string): symbol => Symbol.for(`comment of ${field}`);
/** A WeakMap from a schema to its comment, on `globalThis`. */
export const commentedSchemas = Symbol.for('comments of schemas');

const remember = `((schema, text) => {
  const all = (globalThis[Symbol.for('comments of schemas')] ??= new WeakMap());
  if (typeof schema === 'object' && schema !== null && '_zod' in schema) all.set(schema, text);
  return schema;
})`;

/** Returns the code with its comments as values. */
export function withComments(code: string): string {
  const source = ts.createSourceFile('code.ts', code, ts.ScriptTarget.ESNext, true);
  const insertions: { at: number; text: string }[] = [];
  const visit = (node: ts.Node): void => {
    const text = commentBefore(node);
    if (text !== undefined && (ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node))) {
      const name = ts.isIdentifier(node.name) || ts.isStringLiteral(node.name) ? node.name.text : undefined;
      if (name !== undefined)
        insertions.push({
          at: node.getStart(source),
          text: `[Symbol.for(${JSON.stringify(`comment of ${name}`)})]: ${JSON.stringify(text)}, `,
        });
    }
    if (text !== undefined && ts.isVariableStatement(node)) {
      const value = node.declarationList.declarations[0]?.initializer;
      if (value && ts.isCallExpression(value)) {
        insertions.push({ at: value.getStart(source), text: `${remember}(` });
        insertions.push({ at: value.getEnd(), text: `, ${JSON.stringify(text)})` });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return insertions
    .sort((a, b) => b.at - a.at)
    .reduce((all, { at, text }) => all.slice(0, at) + text + all.slice(at), code);
}

/** Returns the words of the last comment before a node, in one line, without what stands in tags. */
function commentBefore(node: ts.Node): string | undefined {
  const comment = ts
    .getJSDocCommentsAndTags(node)
    .filter((found) => ts.isJSDoc(found))
    .filter((found) => found.parent === node)
    .at(-1)?.comment;
  const text = ts.getTextOfJSDocComment(comment)?.replace(/\s+/g, ' ').trim();
  return text === '' ? undefined : text;
}
