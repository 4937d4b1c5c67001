/**
 * The call of the redirect step. The step completes on the server before the browser leaves, because a page
 * that is gone reports nothing.
 */
import { change } from './operation.ts';
import type { Operation } from './operation.ts';

export const redirectOperations: readonly Operation[] = [
  {
    ...change,
    id: 'completeRedirect',
    method: 'post',
    path: '/session/redirect',
    summary: 'Complete the redirect step; the browser leaves afterwards',
    description:
      'Call it before the browser goes to `redirect_url`, because it may not come back. `flow.updated` tells your server, and `flow.completed` where it was the last step.',
  },
];
