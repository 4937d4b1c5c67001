import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseSteps } from '../../../src/server/flows/parse-steps.ts';

const problems = (raw: unknown, sandbox = true) => {
  const parsed = parseSteps(raw, { sandbox });
  return parsed.ok ? [] : parsed.errors.map(({ field, code }) => `${field} ${code}`);
};
const redirect = (redirect_url?: unknown) => [
  { name: 'redirect', ...(redirect_url === undefined ? {} : { redirect_url }) },
];

describe('steps of a request', () => {
  it('are names, or objects with options', () => {
    const parsed = parseSteps(['compliance', { name: 'manage-payouts', hide_continue_button: true }], {
      sandbox: true,
    });
    assert.deepEqual(parsed, {
      ok: true,
      steps: [{ name: 'compliance' }, { name: 'manage-payouts', hide_continue_button: true }],
    });
  });

  it('may carry the default of an option that the vendor gives to all of them, and nothing but the default', () => {
    const parsed = parseSteps([{ name: 'compliance', auto_payout_enabled: true }], { sandbox: true });
    assert.deepEqual(parsed, { ok: true, steps: [{ name: 'compliance' }] });
    assert.deepEqual(problems([{ name: 'compliance', auto_payout_enabled: false }]), [
      'steps[0].auto_payout_enabled unknown-option',
    ]);
    const payout = { name: 'payout', auto_payout_enabled: true };
    assert.deepEqual(parseSteps([payout], { sandbox: true }), { ok: true, steps: [payout] });
  });

  const refusals: [string, unknown, string[]][] = [
    ['missing', undefined, ['steps required']],
    ['empty', [], ['steps required']],
    ['no list', 'compliance', ['steps invalid-type']],
    ['too many', Array.from({ length: 11 }, () => 'compliance'), ['steps too-long']],
    ['unknown', ['compliance', 'dance'], ['steps[1] unknown-step']],
    ['unknown object', [{ name: 'dance' }], ['steps[0] unknown-step']],
    ['inherited name', ['toString'], ['steps[0] unknown-step']],
    ['nameless', [{}], ['steps[0].name required']],
    [
      'of a wrong type',
      [7, null, ['compliance']],
      ['steps[0] invalid-type', 'steps[1] invalid-type', 'steps[2] invalid-type'],
    ],
    ['twice', ['compliance', { name: 'compliance' }], ['steps[1] duplicate-step']],
    ['pdf-form-fill without a template', ['pdf-form-fill'], ['steps[0].template_id required']],
    [
      'with an unknown option',
      [{ name: 'compliance', payout_fee_party: 'user' }],
      ['steps[0].payout_fee_party unknown-option'],
    ],
    [
      'with a wrong option',
      [{ name: 'manage-payouts', require_default_payout_method: 'yes' }],
      ['steps[0].require_default_payout_method invalid-boolean'],
    ],
    ['redirect without a URL', redirect(), ['steps[0].redirect_url invalid-redirect-url']],
    ['redirect as a bare name', ['redirect'], ['steps[0].redirect_url invalid-redirect-url']],
    ['redirect to a script', redirect('javascript:alert(1)'), ['steps[0].redirect_url invalid-redirect-url']],
    ['redirect to data', redirect('data:text/html,hi'), ['steps[0].redirect_url invalid-redirect-url']],
    ['redirect to a relative URL', redirect('/done'), ['steps[0].redirect_url invalid-redirect-url']],
    [
      'all wrong',
      ['dance', ...redirect('javascript:1')],
      ['steps[0] unknown-step', 'steps[1].redirect_url invalid-redirect-url'],
    ],
  ];
  for (const [name, raw, expected] of refusals)
    it(`are refused when ${name}`, () => assert.deepEqual(problems(raw), expected));

  it('are refused when a URL to go to hides where it leads', () => {
    for (const url of [
      'https://shop.example@evil.example/',
      'https://user:secret@shop.example/',
      ' https://shop.example/',
      'https://shop.example/ ',
      'https://shop.example/\u00a0',
      'https://shop.exa\nmple/',
      'https://shop.example/\u0000',
      'https://shop.example/\u007f',
      'https:evil.example',
      'https:/evil.example',
      'https:///evil.example',
      'https:\\\\evil.example',
      'https://shop.example\\@evil.example/',
      'https://',
    ])
      assert.deepEqual(
        problems(redirect(url)),
        ['steps[0].redirect_url invalid-redirect-url'],
        JSON.stringify(url),
      );
    for (const url of [
      'HTTPS://shop.example',
      'https://shop.example/@sam?to=a@b.example',
      'http://localhost:4400/done#x',
    ])
      assert.deepEqual(problems(redirect(url)), [], url);
  });

  it('send nobody over http or into a private network outside the sandbox', () => {
    for (const url of [
      'http://shop.example/',
      'https://localhost/',
      'https://127.0.0.1/',
      'https://10.1.2.3/',
      'https://[::1]/',
      'https://[::ffff:10.0.0.1]/',
      'https://169.254.169.254/',
      'https://0x7f.1/',
      'https://localhost./',
      'https://intranet/',
      'https://wiki.internal/',
      'https://printer.local/',
    ]) {
      assert.deepEqual(problems(redirect(url), false), ['steps[0].redirect_url insecure-url'], url);
      assert.deepEqual(problems(redirect(url), true), [], url);
    }
    for (const url of ['https://shop.example/done?x=1', 'https://93.184.216.34/'])
      assert.deepEqual(problems(redirect(url), false), []);
  });
});
