/** What a developer who has made a mistake reads in the console. The payee reads a calm sentence. */
import { expect, fixture, html } from '@open-wc/testing';
import { flowProblem } from '../../../src/flow/problem.ts';
import { advise } from '../../../src/shell/advice.ts';
import {
  eventually,
  flowId,
  listen,
  mount,
  mountHeard,
  openSession,
  problem,
  session,
  settled,
  snapshotAt,
  stepOf,
  title,
  TestFlow,
  useApi,
} from './support.ts';

describe('what the console says to the developers of a page', () => {
  const api = useApi();
  const real = { error: console.error, warn: console.warn };
  let said: string[] = [];
  beforeEach(() => {
    said = [];
    console.error = console.warn = (...words: unknown[]) => void said.push(words.map(String).join(' '));
  });
  afterEach(() => void Object.assign(console, real));

  /** Mounts what fails, and returns the one message. */
  async function adviceOn(properties: Partial<TestFlow>): Promise<string> {
    const { element, heard } = await mountHeard(properties);
    await title(element);
    await eventually(() => said.length > 0, 'the console says something');
    await settled(element);
    expect(said, said.join('\n')).to.have.length(1);
    expect(heard.details('dots-error')).to.have.length(1);
    return said[0] ?? '';
  }

  /** The server's refusal of one field. */
  const refused = (field: string, code: string) =>
    problem(422, 'invalid-input', { errors: [{ field, code, message: '' }] });

  const apiUrl = 'https://pay.example/api';

  // The compiler would find it, but not in a page's script.
  const misspelled = 'complience' as 'compliance';

  it('names a step that is mistyped, and the one that is meant', async () => {
    api.on('POST /sessions', refused('steps[1]', 'unknown-step'));
    const { element, heard } = await mountHeard({
      config: { clientId: 'pk_a', steps: ['payout', misspelled] },
    });
    await title(element);
    await eventually(() => said.length > 0, 'the console says something');
    expect(said).to.have.length(1);
    expect(said[0]).to.contain('steps[1] is "complience"').and.to.contain('Did you mean compliance?');
    expect(heard.details('dots-error')).to.deep.equal([
      { code: 'invalid-input', retryable: false, flowId: null, step: null, fields: ['steps[1]'] },
    ]);
  });

  it('tells steps that are broken JSON from steps that are mistyped', async () => {
    api.on('POST /sessions', refused('steps[0]', 'unknown-step'));
    const holder = await fixture<HTMLElement>(html`<div></div>`);
    holder.innerHTML = `<test-flow client-id="pk_b" steps="['compliance']"></test-flow>`;
    await title(holder.firstElementChild as TestFlow);
    await eventually(() => said.length > 0, 'the console says something');
    expect(said[0]).to.contain('steps is not JSON');
  });

  it('says so of a client id that nobody has', async () => {
    api.on('POST /sessions', problem(404, 'unknown-client-id'));
    const text = await adviceOn({ config: { apiUrl, clientId: 'pk_nobody', steps: ['compliance'] } });
    expect(text).to.contain('"pk_nobody"').and.to.contain(apiUrl);
  });

  for (const [what, config, field, name] of [
    ['a client id', { clientId: 'sk_live_abc' }, 'clientId', 'client-id'],
    ['a flow id', { flowId: 'sk_live_abc' }, 'flowId', 'flow-id'],
    // The console says the same sentence once.
    ['a client id with a key behind it, as curl takes them', { clientId: 'pk_a:sk_live_abc' }, 'clientId'],
    ['such a pair with a key of another form', { clientId: 'pk_a:abc' }, 'clientId'],
    ['a client id copied with a blank', { clientId: ' sk_live_abc' }, 'clientId'],
  ] as const)
    it(`sends and says no API key that is given as ${what}`, async () => {
      const { element, heard } = await mountHeard({ config: { ...config, steps: ['compliance'] } });
      await title(element);
      if (name) await eventually(() => said.length > 0, 'the console says something');
      expect(said.join()).to.contain(name ? `an API key stands in ${name}` : '');
      expect(said.join() + JSON.stringify(heard.details('dots-error'))).not.to.contain('abc');
      expect(heard.details('dots-error')).to.deep.equal([
        { code: 'invalid-config', retryable: false, flowId: null, step: null, fields: [field] },
      ]);
      expect(api.calls()).to.deep.equal([]);
    });

  it('never says a key that stands in the address of the API', () => {
    const address = 'https://pk_a:sk_live_abc@pay.example/api';
    advise(flowProblem('network-error'), { flowId, apiUrl: address }, document.createElement('test-flow'));
    expect(said.join()).to.contain('api-url').and.not.to.contain('abc');
  });

  for (const [written, meant] of [
    ['clientid', 'client-id'],
    ['flowid', 'flow-id'],
    ['flow_id', 'flow-id'],
    ['api-urls', 'api-url'],
  ] as const)
    it(`names an attribute that was mistyped: ${written}`, async () => {
      const element = await mount({});
      element.setAttribute(written, 'pk_a');
      element.setAttribute('class', 'card');
      advise(flowProblem('invalid-config'), null, element);
      expect(said.at(-1)).to.contain(`no attribute "${written}". Did you mean ${meant}?`);
    });

  it('names an origin that is not allowed', async () => {
    api.on(openSession, problem(403, 'origin-not-allowed'));
    expect(await adviceOn({ flowId, apiUrl })).to.contain(location.origin);
  });

  it('never says the id of a flow, with which anybody could open it', async () => {
    api.on(openSession, problem(404, 'no-such-resource'));
    const text = await adviceOn({ flowId, apiUrl });
    expect(text).to.contain('no such flow').and.not.to.contain(flowId);
  });

  it('says what api-url is by default, when nothing answers there', async () => {
    api.on(openSession, () => Promise.reject(new TypeError('Failed to fetch')));
    expect(await adviceOn({ flowId }))
      .to.contain('api-url is not set')
      .and.to.contain('connect-src');
  });

  it('says what createFlow has to resolve to', async () => {
    const createFlow = async () => ({ flow: 7 }) as unknown as string;
    expect(await adviceOn({ config: { createFlow } })).to.contain('POST /v2/flows');
  });

  for (const [name, config, words] of [
    ['a config that names no flow', { theme: 'dark' }, 'nothing says which flow to run'],
    ['a client id without steps', { clientId: 'pk_test' }, 'client-id needs steps'],
    ['steps without a client id', { steps: ['payout'] }, 'steps needs client-id'],
  ] as const)
    it(`says what is missing in ${name}`, async () => {
      expect(await adviceOn({ config })).to.contain(words);
    });

  it('says that a config attribute is not JSON', async () => {
    const holder = await fixture<HTMLElement>(html`<div></div>`);
    holder.innerHTML = `<test-flow config="flowId: 7"></test-flow>`;
    await title(holder.firstElementChild as TestFlow);
    await eventually(() => said.length > 0, 'the console says something');
    expect(said[0]).to.contain('the config attribute is not JSON');
  });

  it('warns of an element that nobody tells anything, which waits', async () => {
    const { setTimeout } = globalThis;
    // Three seconds pass at once.
    globalThis.setTimeout = ((run: () => void, pause = 0) =>
      setTimeout(run, pause === 3000 ? 0 : pause)) as typeof setTimeout;
    const element = await mount({});
    globalThis.setTimeout = setTimeout;
    await eventually(() => said.length > 0, 'the console says something');
    expect(said[0]).to.contain('it waits to be told which flow to run');
    expect(element.state.name).to.equal('idle');
  });

  describe('of a page that starts flows without end', () => {
    const id = (count: number) => `5f0f8f8f-f8f8-48f8-88f8-f8f8f8f8${String(count).padStart(4, '0')}`;
    const most = 40;
    beforeEach(() => {
      for (let count = 0; count < most; count += 1) {
        const flow = { ...snapshotAt().flow, id: id(count) };
        api.on(`POST /flows/${id(count)}/sessions`, session({ more: { flow } }));
      }
    });
    const hasRun = (element: TestFlow) =>
      eventually(() => ['step', 'failed'].includes(element.state.name), 'it has run');

    it('notices another flow at every render, and stops until somebody asks for it', async () => {
      const element = await mount({ flowId: id(0) });
      const heard = listen(element);
      for (let count = 1; count < most && element.state.name !== 'failed'; count += 1) {
        element.flowId = id(count);
        await settled(element);
        await hasRun(element);
      }
      expect(element.state.name).to.equal('failed');
      expect(api.calls().length).to.be.lessThan(20);
      expect(said).to.have.length(1);
      expect(said[0]).to.contain('another flow is named again and again');
      expect(heard.details('dots-error')).to.deep.equal([
        { code: 'too-many-requests', retryable: true, flowId: null, step: null, fields: [] },
      ]);
      await element.load();
      await stepOf(element);
    });

    it('notices another element at every render', async () => {
      const holder = await fixture<HTMLElement>(html`<div></div>`);
      let element = new TestFlow();
      for (let count = 0; count < most && element.state.name !== 'failed'; count += 1) {
        element = new TestFlow();
        element.flowId = id(count);
        holder.replaceChildren(element);
        await hasRun(element);
      }
      expect(element.state.name).to.equal('failed');
      expect(said).to.have.length(1);
      expect(said[0]).to.contain('new elements take the place of old ones');
    });

    it('leaves alone many elements side by side', async () => {
      const holder = await fixture<HTMLElement>(html`<div></div>`);
      const elements = Array.from({ length: most }, (_, count) => {
        const element = new TestFlow();
        element.flowId = id(count);
        return element;
      });
      holder.append(...elements);
      for (const element of elements) await hasRun(element);
      expect(elements.filter(({ state }) => state.name === 'failed')).to.have.length(0);
      expect(said).to.have.length(0);
    });
  });
});
