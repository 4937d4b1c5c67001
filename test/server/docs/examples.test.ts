/**
 * Each call is shown by an example that a server was really asked and answered with. It is told again here:
 * what a change makes of it, `npm run reference` writes down.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { events, examples } from '../../../src/server/docs/examples.ts';
import { openApiDocument } from '../../../src/server/docs/openapi.ts';
import { webhookEventNames } from '../../../src/contract/partner/webhooks.ts';
import { operations } from '../../../src/server/docs/operations.ts';
import { tellStories } from './examples/stories.ts';

const address = 'https://flows.test/openapi.json';

describe('the examples of the API’s description', () => {
  test('are there for every call', () => {
    const shown = operations.map(({ id }) => id).filter((id) => id in examples);
    assert.deepEqual(
      operations.map(({ id }) => id).filter((id) => !shown.includes(id)),
      [],
    );
  });

  test('are there for every event', () => {
    assert.deepEqual(Object.keys(events).sort(), [...webhookEventNames].sort());
  });

  test('are what a server is asked and answers today', async () => {
    assert.deepEqual(await tellStories(), { examples, events }, 'npm run reference');
  });

  test('fit their schemas', () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema({ $id: address, ...openApiDocument('https://flows.test', { sandbox: true }) });
    const wrong: string[] = [];
    const check = (where: readonly string[], value: unknown, what: string): void => {
      if (value === undefined) return;
      const pointer = ['paths', ...where, 'content', 'application/json', 'schema'];
      const steps = pointer.map((step) =>
        encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1')),
      );
      const validate = ajv.getSchema(`${address}#/${steps.join('/')}`);
      assert.ok(validate, what);
      if (validate(value) !== true) wrong.push(`${what}: ${ajv.errorsText(validate.errors)}`);
    };
    for (const { id, path, method, status } of operations) {
      check([path, method, 'requestBody'], examples[id]?.body, `${id} is asked`);
      check([path, method, 'responses', String(status)], examples[id]?.answer, `${id} answers`);
    }
    assert.deepEqual(wrong, []);
  });
});
