/** What is typed survives a reload: the server keeps it, and the step fills it in. Secrets are not kept. */
import { expect } from '@open-wc/testing';
import compliance from '../../../src/steps/compliance/index.ts';
import type { Call } from '../../../src/steps/step-context.ts';
import { choose, control, errorOf, goBack, mountStep, submit, walk } from '../support.ts';
import { w9 } from '../../support/snapshots.ts';
import { eventually } from '../eventually.ts';

/** Notes the drafts that the step sends. */
function keeper() {
  const kept: { readonly values: Record<string, string>; readonly keepalive: boolean }[] = [];
  const call: Call = (path, { method, body, keepalive = false }) => {
    expect(`${method} ${path}`).to.equal('PUT /draft');
    const { step, values } = JSON.parse(body as string) as { step: string; values: Record<string, string> };
    expect(step).to.equal('compliance');
    kept.push({ values, keepalive });
    return Promise.resolve({ ok: true, body: { kept_until: '2026-11-28T13:00:00.000Z' } });
  };
  return { kept, call };
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
    const { kept, call } = keeper();
    const { element } = await mountStep(compliance, w9, { call });
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
    const { kept, call } = keeper();
    const { element } = await mountStep(compliance, w9, { call });
    const { tin, date_of_birth, city } = typed;
    await walk(element, { tin, date_of_birth, city });
    window.dispatchEvent(new Event('pagehide'));
    expect(kept).to.have.length(1);
    expect(kept[0]?.keepalive).to.equal(true);
  });

  it('is not sent when nothing was typed, nor after the form was sent', async () => {
    const { kept, call } = keeper();
    const { element } = await mountStep(compliance, w9, { call });
    window.dispatchEvent(new Event('pagehide'));
    await walk(element, typed);
    element.busy = true;
    window.dispatchEvent(new Event('pagehide'));
    expect(kept).to.deep.equal([]);
    element.remove();
    window.dispatchEvent(new Event('pagehide'));
    expect(kept).to.deep.equal([]);
  });

  it('is filled in again, and wins over what is known', async () => {
    const { kept, call } = keeper();
    const { element } = await mountStep(
      compliance,
      { ...w9, typed: { first_name: 'Rob', city: 'Re', tin: '412557890' } },
      { call },
    );
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

  it('brings back the form that was chosen', async () => {
    const { element } = await mountStep(compliance, {
      ...w9,
      typed: { form: 'w8ben', country: 'DE', city: 'Köln' },
    });
    expect(control(element, 'form', 'w8ben').checked).to.equal(true);
    const { tin, date_of_birth } = typed;
    await walk(element, { citizenship_country: 'DE', foreign_tax_id: 'A-1', date_of_birth });
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
