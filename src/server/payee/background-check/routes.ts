/** What a payee does in the background check. */
import { Hono } from 'hono';
import type { Deps } from '../../ports/deps.ts';
import { acknowledgeDisclosure, authorizeCheck } from './authorize.ts';
import { continueBackgroundCheck, submitDetails } from './submit.ts';

export function backgroundCheckRoutes(deps: Deps): Hono {
  return new Hono()
    .post('/session/background-check/details', (c) => submitDetails(c, deps))
    .post('/session/background-check/disclosure', (c) => acknowledgeDisclosure(c, deps))
    .post('/session/background-check/authorization', (c) => authorizeCheck(c, deps))
    .post('/session/background-check/continue', (c) => continueBackgroundCheck(c, deps));
}
