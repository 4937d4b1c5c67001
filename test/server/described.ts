/**
 * A server answers nothing that its description does not say, which every test server watches. The code of a
 * problem stands in `errors` of its operation, or in `src/server/docs/errors.ts`; the status of a good answer
 * in `status` or `also`.
 */
import type { Hono } from 'hono';
import type { ProblemCode } from '../../src/contract/problems.ts';
import { errorsOf } from '../../src/server/docs/errors.ts';
import type { Operation } from '../../src/server/docs/operations/operation.ts';
import { operations } from '../../src/server/docs/operations.ts';

const routes = operations.map((operation) => ({
  operation,
  method: operation.method.toUpperCase(),
  address: new RegExp(`^(?:/api)?/v2${operation.path.replace(/\{\w+\}/g, '[^/]+')}/?$`),
}));

/** Returns the call that a request is for, an address without parameters first. */
export function operationOf(method: string, path: string): Operation | undefined {
  const found = routes.filter((route) => route.method === method && route.address.test(path));
  return (found.find(({ operation }) => !operation.path.includes('{')) ?? found[0])?.operation;
}

/** Returns the same app, which throws instead of answering a problem that is not described. */
export function described(app: Hono): Hono {
  const { fetch } = app;
  const watched = async (method: string, url: string, answer: Response): Promise<Response> => {
    const operation = method === 'HEAD' ? undefined : operationOf(method, new URL(url).pathname);
    const isGood = (status: number) => status === operation?.status || status in (operation?.also ?? {});
    if (!operation) return answer;
    if (answer.ok && !isGood(answer.status))
      throw new Error(`${operation.id} answers ${answer.status}, which its description does not have.`);
    if (!answer.headers.get('content-type')?.startsWith('application/problem+json')) return answer;
    const { error_code } = (await answer.clone().json()) as { error_code: ProblemCode };
    if (errorsOf(operation).includes(error_code)) return answer;
    throw new Error(`${operation.id} answers \`${error_code}\`, which its \`errors\` do not have.`);
  };
  app.fetch = async (made, ...rest) => watched(made.method, made.url, await fetch.call(app, made, ...rest));
  return app;
}
