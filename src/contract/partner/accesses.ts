/** Who read what is known of a user. */
import { timestamp, uuid } from '../flow.ts';
import * as z from '../z.ts';

export const access = z.object({
  id: uuid,
  created: timestamp,
  /** The key that was used: `GET /api-keys` has its name and scopes. */
  api_key_id: uuid,
  /** Method and path, like `GET /users/{id}/export`. `GET /users` was a list with the user on it. */
  call: z.string(),
});
export type Access = z.infer<typeof access>;
