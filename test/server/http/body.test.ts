import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { Hono } from 'hono';
import { createFlowInput } from '../../../src/contract/flow.ts';
import { createUserInput, updateUserInput } from '../../../src/contract/partner/user-requests.ts';
import { updatePdfTemplateInput } from '../../../src/contract/steps/pdf-form-fill.ts';
import { complianceInput } from '../../../src/contract/steps/compliance-requests.ts';
import { autoPayoutInput } from '../../../src/contract/steps/manage-payouts-requests.ts';
import type { Problem } from '../../../src/contract/problems.ts';
import { createPayoutInput } from '../../../src/contract/money/transfers.ts';
import { parseInput } from '../../../src/contract/input/input.ts';
import { readBytes, readJson, readText } from '../../../src/server/http/body.ts';
import { checkMetadata } from '../../../src/server/http/metadata.ts';
import { meaningOf } from '../../../src/server/http/meaning.ts';
import { findJsonFault } from '../../../src/server/http/json-position.ts';
import { fieldPath } from '../../../src/contract/input/path.ts';
import { ProblemError } from '../../../src/contract/input/problem-error.ts';
import { allowedOrigin, basicAuth, createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';
import { fields, introduced, person } from '../payee/payee.ts';

describe('where a body stops being JSON', () => {
  const faults: [string, number, number, RegExp][] = [
    ['{\n  "steps": ["compliance", "manage-payouts"],\n}', 2, 44, /trailing comma/],
    ['[1, 2,]', 1, 6, /trailing comma/],
    ['{"a": 1,\n\n  }', 1, 8, /trailing comma/],
    ["{'a': 1}", 1, 2, /double quotes/],
    ['{"a": \'b\'}', 1, 7, /double quotes/],
    ['{a: 1}', 1, 2, /name in double quotes/],
    ['{"a" 1}', 1, 6, /colon/],
    ['{"a": 1 "b": 2}', 1, 9, /comma or "}"/],
    ['{"a": 1', 1, 8, /the body ends/],
    ['{"a": "b}', 1, 7, /not closed/],
    ['{"a": tru}', 1, 7, /expected a value/],
    ['{"a": 01}', 1, 8, /comma or "}"/],
    ['{} {}', 1, 4, /end of the body/],
    ['{"a":\n  undefined}', 2, 3, /expected a value/],
    ['{"a": 1,\n "\\u0061": 2}', 2, 2, /"a" stands twice/],
  ];
  for (const [text, line, column, reason] of faults) {
    test(JSON.stringify(text), () => {
      const fault = findJsonFault(text);
      assert.deepEqual([fault?.line, fault?.column], [line, column]);
      assert.match(fault?.reason ?? '', reason);
    });
  }

  test('agrees with JSON.parse about what is JSON, whatever is written', () => {
    const parses = (text: string) => {
      try {
        JSON.parse(text);
        return true;
      } catch {
        return false;
      }
    };
    fc.assert(fc.property(fc.json({ maxDepth: 4 }), (text) => findJsonFault(text) === null));
    fc.assert(
      fc.property(
        fc.json({ maxDepth: 3 }),
        fc.nat(),
        fc.constantFrom(',', '}', ']', '"', '\\', '{', '1', ' ', '\n', 'e', '\u0000', ''),
        (text, at, inserted) => {
          const place = at % (text.length + 1);
          const changed = text.slice(0, place) + inserted + text.slice(place + (inserted === '' ? 1 : 0));
          const reason = findJsonFault(changed)?.reason ?? '';
          // `JSON.parse` takes the last of two fields with one name, and finds what is wrong behind them.
          return reason.endsWith('stands twice') || (reason === '') === parses(changed);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('a body that nests too deep is refused, not the stack', () => {
    assert.match(findJsonFault('['.repeat(100_000))?.reason ?? '', /nested deeper/);
    const nested = (levels: number) => `${'['.repeat(levels)}1${']'.repeat(levels)}`;
    assert.equal(findJsonFault(nested(64)), null);
    assert.match(findJsonFault(nested(65))?.reason ?? '', /nested deeper than 64 levels/);
    assert.match(findJsonFault('{"a":'.repeat(65) + '1' + '}'.repeat(65))?.reason ?? '', /nested deeper/);
  });
});

describe('the body of a request', () => {
  const most = 64 * 1024;
  const app = new Hono()
    .post('/bytes', async (c) => c.json((await readBytes(c, most)).length))
    .post('/twice', async (c) => c.json([await readText(c), await readText(c)]))
    .post('/json', async (c) => c.json(await readJson(c)))
    .post('/plain', async (c) => c.json(await readJson(c, { plainText: true })))
    .onError((error, c) => c.text(error instanceof ProblemError ? error.code : String(error), 400));
  /** A stream has no length that is known beforehand. */
  const send = async (
    path: string,
    body: string,
    { headers = {}, streamed = false }: { headers?: Record<string, string>; streamed?: boolean } = {},
  ): Promise<unknown> => {
    const init = { method: 'POST', headers, body: streamed ? new Blob([body]).stream() : body };
    const answer = await app.request(path, { ...init, ...(streamed && { duplex: 'half' }) });
    return answer.status === 200 ? answer.json() : answer.text();
  };

  test('has at most 64 kB, whether it says its length or not', async () => {
    const said = (length: number) => ({ headers: { 'content-length': String(length) } });
    assert.equal(await send('/bytes', 'x'.repeat(most), said(most)), most);
    assert.equal(await send('/bytes', 'x', said(most + 1)), 'payload-too-large');
    for (const [size, answer] of [
      [most, most],
      [most + 1, 'payload-too-large'],
    ] as const)
      assert.equal(await send('/bytes', 'x'.repeat(size), { streamed: true }), answer);
    assert.deepEqual(await send('/json', ' '.repeat(most)), {});
    assert.equal(await send('/json', ' '.repeat(most + 1)), 'payload-too-large');
  });

  test('comes as it is', async () => {
    for (const [encoding, answer] of [
      ['gzip', 'unsupported-media-type'],
      ['br, identity', 'unsupported-media-type'],
      ['identity', 1],
      [' Identity ', 1],
    ] as const)
      assert.equal(await send('/bytes', 'x', { headers: { 'content-encoding': encoding } }), answer);
  });

  test('may say null, true and numbers wherever a value stands', async () => {
    for (const body of ['null', '[null]', '{"a":null,"b":[null,{"c":null}],"d":true,"e":0}'])
      assert.deepEqual(await send('/json', body, { streamed: true }), JSON.parse(body), body);
  });

  test('can be read twice', async () =>
    assert.deepEqual(await send('/twice', '{"a": "é"}'), ['{"a": "é"}', '{"a": "é"}']));

  test('is JSON, and says so; a text only where a page opens a session', async () => {
    const as = (type: string) => ({ headers: { 'content-type': type } });
    for (const type of ['application/json', 'application/json; charset=utf-8', 'application/ld+JSON'])
      assert.deepEqual(await send('/json', '{"a":1}', as(type)), { a: 1 }, type);
    for (const type of ['text/plain', 'application/xml', 'multipart/form-data'])
      assert.equal(await send('/json', '{"a":1}', as(type)), 'unsupported-media-type', type);
    // Node's own `http` says nothing of the type unless it is told to.
    assert.deepEqual(await send('/json', '{"a":1}', { streamed: true }), { a: 1 });
    assert.deepEqual(await send('/plain', '{"a":1}', as('text/plain;charset=UTF-8')), { a: 1 });
    assert.equal(await send('/plain', '{"a":1}', as('text/html')), 'unsupported-media-type');
    assert.deepEqual(await send('/json', ' \n', as('text/html')), {}, 'nothing has no type');
    assert.equal(await send('/json', '{"a":1', as('application/json')), 'invalid-json');
  });
});

describe('metadata', () => {
  test('has at most 16 kB as JSON, counted in bytes', () => {
    // The name, the quotation marks and the braces are eight.
    const fits = { a: 'x'.repeat(16 * 1024 - 8) };
    checkMetadata(fits);
    checkMetadata(null);
    for (const large of [{ a: `${fits.a}x` }, { a: 'é'.repeat(8 * 1024) }])
      assert.throws(
        () => checkMetadata(large),
        (error: unknown) =>
          error instanceof ProblemError && error.extra.errors?.[0]?.code === 'invalid-metadata',
      );
  });
});

describe('what a body says', () => {
  test('is the same however it is written', () => {
    const one = meaningOf('{"b": [1, {"d": null, "c": "é"}], "a": true}');
    for (const same of [
      ' { "a" : true, "b" : [ 1.0, { "c": "\\u00e9", "d": null } ] } ',
      '{"a":true,"b":[1e0,{"c":"é","d":null}]}',
    ])
      assert.equal(meaningOf(same), one);
    assert.equal(meaningOf(' \n'), meaningOf('{}'));
  });

  test('is another with another value, name, order in a list, or kind of value', () => {
    const texts = [
      '{"a":1,"b":2}',
      '{"a":2,"b":1}',
      '{"a":1,"c":2}',
      '{"a":"1","b":2}',
      '[1,2]',
      '[2,1]',
      '["1,2"]',
      '[[1,2]]',
      '{"0":1,"1":2}',
      'null',
      '"null"',
      '{}',
      '[]',
    ];
    assert.equal(new Set(texts.map(meaningOf)).size, texts.length);
  });

  test('is the text itself where that is not JSON', () => assert.equal(meaningOf('{"a": 1,}'), '{"a": 1,}'));
});

describe('the fields of an input that are wrong', () => {
  const problems = (run: () => unknown) => {
    try {
      run();
      return {};
    } catch (error) {
      assert.ok(error instanceof ProblemError);
      return Object.fromEntries((error.extra.errors ?? []).map(({ field, code }) => [field, code]));
    }
  };

  test('are named once each, with the first thing that is wrong', () => {
    assert.deepEqual(
      problems(() => parseInput(createUserInput, {})),
      {
        first_name: 'required',
        last_name: 'required',
        email: 'required',
        country_code: 'required',
        phone_number: 'required',
      },
    );
  });

  test('are those of the form that was meant', () => {
    const form = {
      form: 'w9',
      entity_type: 'individual',
      first_name: 'Jane',
      last_name: 'Doe',
      date_of_birth: '2999-01-01',
      tin: '000-12-3456',
      line_1: '1 Main St',
      city: 'Springfield',
      state: 'XX',
      postcode: '1',
    };
    assert.deepEqual(
      problems(() => parseInput(complianceInput, form)),
      {
        date_of_birth: 'date-in-future',
        tin: 'invalid-ssn',
        state: 'invalid-state',
        postcode: 'invalid-postcode',
      },
    );
  });

  test('are told what is wanted, and nothing of what was sent', () => {
    const sent = {
      first_name: 7,
      last_name: null,
      email: ['ann@example.com'],
      country_code: '1',
      phone_number: 4155550101,
      username: 'a-name-longer-than-fifty-characters-would-ever-have-to-be',
      payout_options_exclude_list: ['cheque'],
      '1099_adjustment': { year: 1999, form: '1099-NEC', amount: '5' },
    };
    let said: Record<string, string> = {};
    try {
      parseInput(createUserInput, sent);
    } catch (error) {
      assert.ok(error instanceof ProblemError);
      said = Object.fromEntries(
        (error.extra.errors ?? []).map(({ field, code, message }) => [field, `${code}: ${message}`]),
      );
    }
    assert.deepEqual(said, {
      first_name: 'invalid-type: This has the wrong type. It has to be text.',
      last_name: 'invalid-type: This has the wrong type. It has to be text.',
      email: 'invalid-type: This has the wrong type. It has to be text.',
      phone_number: 'invalid-type: This has the wrong type. It has to be text.',
      username: 'too-long: This is too long. At most 50 characters.',
      'payout_options_exclude_list[0]':
        'invalid-choice: This is not one of the choices. It can be ach, intl_bank, paypal, venmo, cash_app, airtm, payoneer, crypto.',
      '1099_adjustment.year': 'invalid-number: This is not a number in the allowed range. At least 2000.',
      '1099_adjustment.amount':
        'invalid-number: This is not a number in the allowed range. It has to be a number.',
    });
  });

  test('that are absent are required, whatever they would hold', () => {
    assert.deepEqual(
      problems(() => parseInput(createPayoutInput, {})),
      { user_id: 'required', amount: 'required', platform: 'required' },
    );
    assert.deepEqual(
      problems(() => parseInput(updateUserInput, { '1099_adjustment': {} })),
      { '1099_adjustment.form': 'required' },
    );
    assert.deepEqual(
      problems(() => parseInput(autoPayoutInput, {})),
      { enabled: 'required' },
    );
  });

  test('that are optional are not called required when they are null', () => {
    assert.deepEqual(
      problems(() => parseInput(createFlowInput, { steps: ['compliance'], expires_in: null })),
      { expires_in: 'invalid-number' },
    );
    assert.deepEqual(
      problems(() =>
        parseInput(updatePdfTemplateInput, {
          name: null,
          date_format: null,
          fields: { Name: { secret: null } },
        }),
      ),
      { name: 'invalid-type', date_format: 'invalid-choice', 'fields.Name.secret': 'invalid-boolean' },
    );
  });

  test('have paths as one would write them', () => {
    assert.equal(fieldPath(['steps', 1, 'redirect_url']), 'steps[1].redirect_url');
    assert.equal(fieldPath([0, 'a']), '[0].a');
  });
});

describe('what no database can store', () => {
  const post = async (
    server: TestServer,
    path: string,
    body: string | Uint8Array<ArrayBuffer>,
    headers: Record<string, string> = {},
  ) => {
    const answer = await server.app.request(path, {
      method: 'POST',
      headers: { authorization: basicAuth(), 'content-type': 'application/json', ...headers },
      body,
    });
    return { status: answer.status, problem: (await answer.json()) as Problem };
  };

  const refusals: [string, string, string, string[]][] = [
    ['U+0000 in a value', '/v2/flows', '{"steps": ["compliance"], "metadata": "a\\u0000b"}', ['metadata']],
    [
      'half a surrogate pair',
      '/v2/flows',
      '{"steps": ["compliance"], "metadata": {"cart": ["x", "\\ud83d"]}}',
      ['metadata.cart[1]'],
    ],
    [
      'U+0000 in a name',
      '/v2/flows',
      '{"steps": ["compliance"], "metadata": {"a\\u0000": 1}}',
      ['metadata.a\ufffd'],
    ],
    [
      'several at once',
      '/v2/users',
      '{"first_name": "\\u0000", "last_name": "\\udc00", "email": "😀"}',
      ['first_name', 'last_name'],
    ],
    ['a step', '/v2/flows', '{"steps": ["\\u0000"]}', ['steps[0]']],
    ['a body that is a text', '/v2/flows', '"\\u0000"', ['']],
    ['a client id', '/v2/sessions', '{"client_id": "\\u0000", "steps": ["compliance"]}', ['client_id']],
  ];
  for (const [name, path, body, expected] of refusals)
    test(`is refused by field: ${name}`, async () => {
      const { status, problem } = await post(await createTestServer(), path, body, { origin: allowedOrigin });
      assert.deepEqual([status, problem.error_code], [422, 'invalid-input']);
      assert.deepEqual(
        fields(problem),
        expected.map((field) => `${field}:invalid-characters`),
      );
    });

  test('is refused in what a payee submits too', async () => {
    const payee = await introduced(await createTestServer(), ['compliance']);
    assert.deepEqual(
      fields(await payee.refused('/session/compliance', { ...person, city: 'Spring\ud800field' })),
      ['city:invalid-characters'],
    );
    assert.deepEqual(fields(await payee.refused('/session/compliance', { ...person, line_2: 'a\u0000' })), [
      'line_2:invalid-characters',
    ]);
  });

  test('whole pairs and other scripts are kept', async () => {
    const server = await createTestServer();
    const answer = await server.asPartner('POST', '/v2/flows', {
      steps: ['compliance'],
      metadata: '😀 علی\u200cرضا',
    });
    assert.equal(((await answer.json()) as { metadata: string }).metadata, '😀 علی\u200cرضا');
  });

  test('a body in another encoding than UTF-8 is no JSON', async () => {
    const server = await createTestServer();
    for (const key of [{}, { 'idempotency-key': 'k' }] as Record<string, string>[]) {
      const { status, problem } = await post(
        server,
        '/v2/flows',
        new Uint8Array(Buffer.from('{"metadata": "é"}', 'latin1')),
        key,
      );
      assert.deepEqual([status, problem.error_code], [400, 'invalid-json']);
      assert.match(problem.detail ?? '', /UTF-8/);
    }
  });

  test('a client id in HTTP Basic is only unknown', async () => {
    const server = await createTestServer();
    const { status } = await post(server, '/v2/flows', '{}', { authorization: basicAuth('a\u0000b', 'k') });
    assert.equal(status, 401);
  });
});
