/** What is typed survives a reload: the server keeps it, and the step fills it in. Secrets are not kept. */
import { expect } from '@open-wc/testing';
import compliance from '../../../src/steps/compliance/index.ts';
import { createMockApi } from '../../../src/testing/index.ts';
import {
  choose,
  control,
  errorOf,
  goBack,
  mountOnMock,
  mountStep,
  standstill,
  submit,
  walk,
} from '../support.ts';
import { openWindow } from '../dots-flow/other-window.ts';
import { eventually } from '../eventually.ts';

/** Mounts the form of somebody of whom the mock keeps this already. Notes the drafts that the step sends. */
async function mount(draft?: object) {
  const api = createMockApi(standstill);
  const user_id = api.createUser({ first_name: 'Robin', last_name: 'Vance' });
  const { id } = api.createFlow({ steps: ['compliance'], user_id });
  if (draft)
    await (
      await openWindow(api, { flowId: id })
    ).does('/draft', { step: 'compliance', values: draft }, 'PUT');
  let refusal: number | null = null;
  let refused = 0;
  /** From now on drafts are answered so; null: as the server does. Returns how many were. */
  const takeNone = (status: number | null) => ((refusal = status), refused);
  const kept: { readonly values: Record<string, string>; readonly keepalive: boolean }[] = [];
  const fetch: typeof globalThis.fetch = async (input, init = {}) => {
    const isDraft = (input as string).endsWith('/draft');
    if (isDraft && refusal !== null) {
      refused += 1;
      return Response.json({ error_code: 'authentication-required', status: refusal }, { status: refusal });
    }
    const answer = await api.fetch(input, init);
    if (!isDraft) return answer;
    expect([init.method, answer.status]).to.deep.equal(['PUT', 200]);
    const sent = JSON.parse(init.body as string) as { step: string; values: Record<string, string> };
    expect(sent.step).to.equal('compliance');
    kept.push({ values: sent.values, keepalive: init.keepalive ?? false });
    return answer;
  };
  return { kept, takeNone, ...(await mountOnMock(compliance, { ...api, fetch }, { id })) };
}

const typed = {
  line_1: '12 Elm Street',
  city: 'Reno',
  state: 'NV',
  tin: '412557890',
  date_of_birth: '4/27/1985',
};

describe('what is typed', () => {
  it('is kept by the server after a pause, once, and without secrets', async () => {
    const { kept, element } = await mount();
    await walk(element, typed);
    await eventually(() => kept.length > 0, 'a draft is sent');
    const { values } = kept.at(-1) ?? {};
    expect(values).to.include({ line_1: '12 Elm Street', city: 'Reno', first_name: 'Robin' });
    expect(Object.keys(values ?? {})).not.to.include.members(['tin', 'date_of_birth']);
    expect(JSON.stringify(kept)).not.to.match(/412|1985|7890/);
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(kept.length).to.equal(1);
    expect(JSON.stringify([localStorage, sessionStorage])).not.to.include('Reno');
  });

  it('is kept at once when the page is left', async () => {
    const { kept, element } = await mount();
    const { tin, date_of_birth, city } = typed;
    await walk(element, { tin, date_of_birth, city });
    window.dispatchEvent(new Event('pagehide'));
    await eventually(() => kept.length === 1, 'a draft is sent');
    expect(kept[0]?.keepalive).to.equal(true);
  });

  it('is not sent when nothing was typed, nor after the form was sent', async () => {
    const { kept, element } = await mount();
    window.dispatchEvent(new Event('pagehide'));
    await walk(element, typed);
    element.busy = true;
    window.dispatchEvent(new Event('pagehide'));
    expect(kept).to.deep.equal([]);
    element.remove();
    window.dispatchEvent(new Event('pagehide'));
    expect(kept).to.deep.equal([]);
  });

  it('is sent again after it was not taken, once the payee goes on', async () => {
    const { kept, element, takeNone } = await mount();
    takeNone(403);
    await walk(element, typed);
    window.dispatchEvent(new Event('pagehide'));
    await eventually(() => takeNone(403) > 0, 'a draft is refused');
    takeNone(null);
    expect(kept).to.deep.equal([]);
    // The step is drawn anew once the payee has signed in again.
    element.requestUpdate();
    await eventually(() => kept.length > 0, 'the draft is sent again');
    expect(kept.at(-1)?.values).to.include({ city: 'Reno' });
  });

  it('is filled in again, and wins over what is known', async () => {
    const { kept, element } = await mount({ first_name: 'Rob', city: 'Re' });
    expect(control(element, 'first_name').value).to.equal('Rob');
    expect(control(element, 'last_name').value).to.equal('Vance');
    await submit(element);
    expect(control(element, 'tin').value).to.equal('');
    window.dispatchEvent(new Event('pagehide'));
    expect(kept).to.deep.equal([]);
    await walk(element, { tin: typed.tin, date_of_birth: typed.date_of_birth });
    await submit(element);
    expect(control(element, 'city').value).to.equal('Re');
    expect(errorOf(element, 'city')).to.equal('');
    await submit(element);
    expect(errorOf(element, 'line_1')).not.to.equal('');
  });

  it('is filled in without secrets, whoever kept one', async () => {
    const { requirement } = (await mount()).element;
    // The server takes none.
    const { element } = await mountStep(
      compliance,
      Object.assign({}, requirement, { typed: { city: 'Re', tin: '412557890' } }),
    );
    await submit(element);
    expect(control(element, 'tin').value).to.equal('');
  });

  it('brings back the form that was chosen', async () => {
    const { element } = await mount({ form: 'w8ben', country: 'DE', city: 'Köln' });
    expect(control(element, 'form', 'w8ben').checked).to.equal(true);
    const { tin, date_of_birth } = typed;
    await walk(element, { citizenship_country: 'DE', foreign_tax_id: '86 095 742 719', date_of_birth });
    await submit(element);
    expect(control(element, 'city').value).to.equal('Köln');
    await goBack(element);
    await goBack(element);
    await choose(element, 'form', 'w9');
    await walk(element, { tin });
    await submit(element);
    expect(control(element, 'city').value).to.equal('Köln');
  });
});
