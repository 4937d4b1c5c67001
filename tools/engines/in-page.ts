/** What the driver of a browser brings into a page, as one script: a payee, and what they do there. */
import { createPayee } from '../../src/testing/driver/payee.ts';
import { onDom } from '../../src/testing/driver/dom.ts';
import { everyStep } from './every-step.ts';
import { journeys } from './journeys.ts';

/** A photo of an ID is seconds of work for the server. */
const screen = onDom(document, { timeout: 90_000 });
const payee = createPayee(screen);

Object.assign(globalThis, {
  everyStep: everyStep({ payee, screen }),
  /** Goes on one part of a journey. */
  go: (name: string, part: number, phone: string) => journeys[name]?.parts[part]?.({ payee, screen, phone }),
});
