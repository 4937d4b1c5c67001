import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { momentOf } from '../../../src/contract/forms/moments.ts';

const read = (text: string): string | null => {
  const moment = momentOf(text);
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString();
};

describe('a moment', () => {
  for (const [text, moment] of [
    ['2026-03-02', '2026-03-02T00:00:00.000Z'],
    ['2026-03-02T09:30', '2026-03-02T09:30:00.000Z'],
    ['2026-03-02 09:30:15', '2026-03-02T09:30:15.000Z'],
    ['2026-03-02t09:30:15.250z', '2026-03-02T09:30:15.250Z'],
    ['2026-03-02T09:30:15-05:00', '2026-03-02T14:30:15.000Z'],
    ['2026-03-02T09:30:15+0530', '2026-03-02T04:00:15.000Z'],
    // The plus was not escaped.
    ['2026-03-02T09:30:15 05:30', '2026-03-02T04:00:15.000Z'],
    ['2026-03-02T09:30:15 0530', '2026-03-02T04:00:15.000Z'],
  ] as const)
    it(`may be written ${text}`, () => assert.equal(read(text), moment));

  for (const text of ['', 'yesterday', '2026', '2026-13-01', '2026-03-02T25:00', '2026-03-02X09:30'])
    it(`is not ${JSON.stringify(text)}`, () => assert.equal(read(text), null));
});
