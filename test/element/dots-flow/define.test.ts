import { expect } from '@open-wc/testing';
import { DotsFlow } from '../../../src/dots-flow.ts';
import { createStep } from '../../../src/steps/manifest.ts';
import authentication from '../../../src/steps/authentication/index.ts';
import {
  accessible,
  flowId,
  mountAtStep,
  openSession,
  session,
  stepOf,
  TestFlow,
  useApi,
} from './support.ts';

describe('registering <dots-flow>', () => {
  const api = useApi();
  const warn = console.warn;
  let warnings: string[] = [];
  beforeEach(() => {
    warnings = [];
    console.warn = (...args: unknown[]) => void warnings.push(args.join(' '));
    api.on(openSession, session());
  });
  afterEach(() => {
    console.warn = warn;
  });

  it('happens once, however often it is asked for', () => {
    expect(customElements.get('dots-flow'), 'importing the class registers nothing').to.equal(undefined);
    DotsFlow.define();
    DotsFlow.define();
    expect(customElements.get('dots-flow') === DotsFlow).to.equal(true);
    DotsFlow.define('payee-onboarding');
    DotsFlow.define('payee-onboarding');
    expect(document.createElement('payee-onboarding')).to.be.instanceOf(DotsFlow);
    expect(warnings).to.deep.equal([]);
  });

  it('leaves a tag alone that something else took, and says so', () => {
    class Other extends HTMLElement {}
    customElements.define('other-flow', Other);
    DotsFlow.define('other-flow');
    expect(customElements.get('other-flow') === Other).to.equal(true);
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.include('<other-flow>');
  });

  it('lets a second copy of the script be there without throwing', async () => {
    DotsFlow.define();
    // The query makes the browser evaluate the module again, as a second version of the script would.
    const second = (await import(
      /* @vite-ignore */ new URL('../../../src/dots-flow.ts?second', import.meta.url).href
    )) as {
      DotsFlow: typeof DotsFlow;
    };
    expect(second.DotsFlow === DotsFlow).to.equal(false);
    second.DotsFlow.define();
    expect(customElements.get('dots-flow') === DotsFlow).to.equal(true);
    expect(warnings).to.have.length(1);
  });

  it('can be done by the page itself', async () => {
    customElements.define('my-flow', class extends TestFlow {});
    const element = document.createElement('my-flow') as TestFlow;
    element.flowId = flowId;
    document.body.append(element);
    await stepOf(element);
    element.remove();
  });

  it('gives a step another tag when its own is taken by another copy', async () => {
    class Foreign extends HTMLElement {}
    const tag = 'dots-taken';
    customElements.define(tag, Foreign);
    const module = { ...authentication, tag, element: class extends authentication.element {} };
    expect([createStep(module), createStep(module)].map(({ localName }) => localName)).to.deep.equal([
      'dots-taken-2',
      'dots-taken-2',
    ]);
    expect(createStep(module)).to.be.instanceOf(module.element);
  });

  it('lets two flows run beside each other', async () => {
    const one = await mountAtStep();
    const two = await mountAtStep();
    expect(api.calls(openSession)).to.have.length(2);
    expect(one.step === two.step).to.equal(false);
    await accessible(two.element);
  });
});
