/** How the amounts of the two small deposits may be typed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { depositCents } from '../../src/contract/steps/manage-payments.ts';

for (const typed of [
  '32',
  '0.32',
  '.32',
  '$0.32',
  '0,32',
  '32 cents',
  '32¢',
  '٣٢',
  '٠٫٣٢',
  '۰٫۳۲',
  '０．３２',
])
  test(`“${typed}” is 32 cents`, () => assert.equal(depositCents(typed), 32));

for (const typed of ['', '0', '1.32', '320', '0.032', '-32', 'thirty'])
  test(`“${typed}” is no such deposit`, () => assert.equal(depositCents(typed), null));
