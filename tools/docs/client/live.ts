/**
 * The element at work in a page of the documentation: in `<div class="live" data-steps="payout">`, on the
 * mock API, so nothing leaves the page and nobody is paid. Beside it stands what the host page would hear.
 */
import '../../../src/define.ts';
import { createMockApi } from '../../../src/testing/index.ts';
import { stepNames, type StepName } from '../../../src/contract/steps.ts';

const heard = ['dots-ready', 'dots-step-started', 'dots-step-completed', 'dots-flow-completed', 'dots-error'];

const templates = {
  name: 'Contractor agreement',
  fields: [{ name: 'full_name', label: 'Full name', type: 'text', required: true, page: 0 }],
} as unknown as Parameters<ReturnType<typeof createMockApi>['createPdfTemplate']>[0];

for (const place of document.querySelectorAll<HTMLElement>('.live')) start(place);

function start(place: HTMLElement): void {
  const names = (place.dataset['steps'] ?? '').split(' ');
  const steps = names.filter((name): name is StepName => stepNames.includes(name as StepName));
  const api = createMockApi();
  const knows = steps.some((step) => step !== 'authentication');
  const user = knows ? api.createUser({ first_name: 'Robin', last_name: 'Example' }) : undefined;
  if (user !== undefined && steps.includes('payout')) api.fund(user, 12_000);
  const flow = api.createFlow({
    steps: steps.map((step) => {
      if (step === 'onboarding') return { name: step, force: true };
      if (step === 'redirect') return { name: step, redirect_url: location.href };
      if (step === 'pdf-form-fill') return { name: step, template_id: api.createPdfTemplate(templates) };
      return step;
    }),
    ...(user !== undefined && { user_id: user }),
  });
  const element = document.createElement('dots-flow');
  element.config = { flowId: flow.id, fetch: api.fetch };
  const log = document.createElement('ol');
  log.setAttribute('aria-label', 'Events');
  for (const name of heard)
    element.addEventListener(name, (event) => {
      const line = document.createElement('li');
      const detail = (event as CustomEvent<Record<string, string | undefined>>).detail;
      const about = ['step', 'outcome', 'code'].flatMap((key) => detail[key] ?? []);
      line.append(
        Object.assign(document.createElement('code'), { textContent: name }),
        ` ${about.join(', ')}`,
      );
      log.append(line);
    });
  // A page that leaves would take the reader away.
  element.addEventListener('dots-redirect', (event) => event.preventDefault());
  place.replaceChildren(element, log);
}
