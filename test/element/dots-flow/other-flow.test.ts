import { expect } from '@open-wc/testing';
import { fill } from '../support.ts';
import { eventually, mountAtStep, settled, stepOf, useMock, type TestFlow } from './support.ts';

/** As long as a step waits before it sends what was typed, and a little more. */
const draftPause = 1200;

describe('an element that goes on to somebody else’s flow', () => {
  const mock = useMock();
  /** A flow of a known payee, at their tax form. */
  const flowOf = (first_name: string) => {
    const user_id = mock.api.createUser({ first_name, last_name: 'Stone' });
    return mock.api.createFlow({ steps: ['compliance'], user_id }).id;
  };
  const typing = async () => {
    const mounted = await mountAtStep({ flowId: flowOf('Ada') });
    await fill(mounted.step, { last_name: 'Typed by Ada' });
    return mounted;
  };
  const opens = async (element: TestFlow, id: string) => {
    await eventually(() => element.flow?.id === id, 'the other flow is open');
    await stepOf(element, 'compliance');
    await new Promise((resolve) => setTimeout(resolve, draftPause));
  };
  const drafts = () => mock.calls('PUT /session/draft').map(({ body }) => JSON.stringify(body));

  it('keeps nothing there of what was typed in the first', async () => {
    const { element, step } = await typing();
    const other = flowOf('Eve');
    element.flowId = other;
    await eventually(() => element.flow?.id === other, 'the other flow is open');
    // Drawn once more, it notices what was typed.
    step.requestUpdate();
    await opens(element, other);
    expect(drafts().filter((draft) => draft.includes('Typed by Ada'))).to.deep.equal([]);
  });

  it('nor when it was reset and loaded again', async () => {
    const { element } = await typing();
    element.reset();
    await element.load();
    await stepOf(element, 'compliance');
    await new Promise((resolve) => setTimeout(resolve, draftPause));
    expect(drafts().filter((draft) => draft.includes('Typed by Ada'))).to.deep.equal([]);
  });

  it('and a step of the first one that is late asks nothing of the other payee’s session', async () => {
    const { element, step } = await typing();
    const late = step.context;
    const other = flowOf('Eve');
    element.flowId = other;
    await opens(element, other);
    const before = mock.calls().length;
    const { signal } = new AbortController();
    expect(await late.ask('/banks/021000021', signal)).to.equal(null);
    expect((await late.call('/draft', { method: 'PUT', body: '{}' }, signal)).ok).to.equal(false);
    const sent = await late.send({ method: 'POST', path: '/compliance', body: {} });
    expect(sent.kind).to.equal('superseded');
    await late.refresh();
    await settled(element);
    expect(mock.calls().length).to.equal(before);
    expect(element.state.name).to.equal('step');
  });
});
