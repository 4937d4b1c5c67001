import { expect, fixture, html } from '@open-wc/testing';
import { DotsReadyEvent } from '../../src/events.ts';

describe('public events', () => {
  it('leave the shadow root they are fired in, and reach the page with their detail', async () => {
    const outer = await fixture<HTMLElement>(html`<div></div>`);
    const inner = outer.attachShadow({ mode: 'open' }).appendChild(document.createElement('p'));
    const detail = { flowId: 'f', steps: ['onboarding'], userId: null } as const;
    const heard: Event[] = [];
    outer.addEventListener('dots-ready', (event) => heard.push(event));

    inner.dispatchEvent(new DotsReadyEvent(detail));

    expect(heard).to.have.length(1);
    expect(heard[0]).to.be.instanceOf(DotsReadyEvent);
    expect((heard[0] as DotsReadyEvent).detail).to.deep.equal(detail);
  });
});
