import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { grouped } from '../../src/ui/grouped.ts';

describe('grouped digits', () => {
  const cases = [
    ['', ''],
    ['412', '412'],
    ['4125', '412-5'],
    ['412557890', '412-55-7890'],
    ['412-55-7890', '412-55-7890'],
    // One too many is for the payee to see: without its last digit it would be somebody else's number.
    ['4125578901', '412-55-78901'],
    ['412-55-7890 or 412-55-7891', '412-55-7890412557891'],
    ['412-', '412'],
  ] as const;
  for (const [typed, shown] of cases)
    it(`“${typed}” shows as “${shown}”`, () => assert.equal(grouped(typed, [3, 2, 4]), shown));
  it('groups an EIN', () => assert.equal(grouped('123456789', [2, 7]), '12-3456789'));
});
