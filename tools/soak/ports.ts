/** Ports of the soak: those from `SOAK_FIRST_PORT` on, one after the other, or any that are free. */
import { freePort } from '../free-port.mjs';

let next = Number(process.env['SOAK_FIRST_PORT'] ?? 0);

export const newPort = async (): Promise<number> => (next > 0 ? next++ : freePort());
