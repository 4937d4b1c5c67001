/** `<DotsFlow>` of "dots-flow/react", in both versions of React, under StrictMode. */
import { expect, fixture, html } from '@open-wc/testing';
import type { Ref } from 'react';
import type { Root } from 'react-dom/client';
import type { DotsFlow as Element } from '../../src/dots-flow.ts';
import type { DotsFlowProps } from '../../src/react/index.ts';
import { flowId, listen, openSession, session, stepOf, useApi } from './dots-flow/support.ts';
import { eventually } from './eventually.ts';
import { control, fill } from './support.ts';

const apiUrl = 'https://pay.example/api';
const config = () => ({ flowId, apiUrl });

for (const version of ['18', '19'])
  describe(`<DotsFlow> in React ${version}`, () => {
    const api = useApi();
    let react: typeof import('./react-app.ts');
    let root: Root;
    let holder: HTMLElement;
    before(async () => {
      react = (await import(`/react-${version}.js`)) as typeof react;
    });
    beforeEach(async () => {
      api.on(openSession, session());
      holder = await fixture<HTMLElement>(html`<div></div>`);
      root = react.createRoot(holder);
    });
    afterEach(() => root.unmount());

    const render = (props: DotsFlowProps & { readonly ref?: Ref<Element> }): Element => {
      const { createElement, DotsFlow, flushSync, StrictMode } = react;
      flushSync(() => root.render(createElement(StrictMode, null, createElement(DotsFlow, props))));
      return holder.querySelector('dots-flow') as Element;
    };
    it('is of that version', () => {
      expect(react.version.split('.')[0]).to.equal(version);
    });

    it('opens one session when it is mounted', async () => {
      const element = render({ config: config() });
      await stepOf(element);
      expect(api.calls().map(({ name }) => name)).to.deep.equal([openSession]);
    });

    it('keeps what is typed when it is rendered again, with new objects and functions', async () => {
      const element = render({ config: config(), onReady: () => undefined });
      const shown = await stepOf(element);
      await fill(shown, { phone_number: '2025550123' });
      render({ config: { ...config(), theme: 'dark' }, onReady: () => undefined });
      await element.updateComplete;
      expect((await stepOf(element)) === shown).to.equal(true);
      expect(control(shown, 'phone_number').value).to.contain('0123');
      expect(element.theme).to.equal('dark');
      expect(api.calls(openSession)).to.have.length(1);
    });

    it('calls each listener once, and the one of the last rendering', async () => {
      const heard: string[] = [];
      const element = render({ config: config(), onReady: () => heard.push('first') });
      render({
        config: config(),
        onReady: ({ detail }) => heard.push(detail.flowId),
        onStepStarted: ({ detail }) => heard.push(detail.step),
      });
      await stepOf(element);
      await eventually(() => heard.length === 2, 'both events are heard');
      expect(heard).to.deep.equal([flowId, 'authentication']);
    });

    it('gives the element to the ref, and its class, id and children to the tag', () => {
      const ref = react.createRef<Element>();
      const element = render({ ref, className: 'flow', id: 'payouts', children: 'Open the full page' });
      expect(ref.current === element).to.equal(true);
      expect(element.className).to.equal('flow');
      expect(element.id).to.equal('payouts');
      expect(element.textContent).to.equal('Open the full page');
    });

    it('takes back a property that is no longer given', async () => {
      const element = render({ flowId, apiUrl, closable: true });
      await stepOf(element);
      expect([element.flowId, element.closable]).to.deep.equal([flowId, true]);
      render({ apiUrl });
      expect([element.flowId, element.closable]).to.deep.equal([null, false]);
    });

    it('stops listening when it is unmounted', () => {
      const heard: string[] = [];
      const element = render({ onExit: () => heard.push('exit') });
      root.unmount();
      root = react.createRoot(holder);
      const later = listen(element);
      element.dispatchEvent(new CustomEvent('dots-exit'));
      expect(later.details('dots-exit')).to.have.length(1);
      expect(heard).to.deep.equal([]);
    });
  });
