/** The Flows API in this browser: the mock of `dots-flow/testing`. Nothing leaves the page. */
import { createMockApi } from '../../src/testing/mock/mock.ts';
import { sales, type Backend, type Hear } from './backend.ts';
import { newPhone } from './personas.ts';

/** Ends the task of the moment, so that a slow phone draws in between, as it would while a network works. */
const breathe = () => new Promise<void>((resolve) => setTimeout(resolve));

export async function openInBrowser(hear: Hear): Promise<Backend> {
  await breathe();
  const mock = createMockApi();
  /** Flows whose payee is still to be paid. */
  const unpaid = new Set<string>();
  let told = 0;
  const look = () => {
    for (; told < mock.webhooks.length; told += 1) {
      const webhook = mock.webhooks[told];
      if (webhook) hear({ id: webhook.id, ...webhook.payload });
    }
    for (const id of unpaid) {
      const { user_id } = mock.flow(id);
      if (!user_id) continue;
      unpaid.delete(id);
      mock.fund(user_id, sales);
    }
  };
  // What becomes due by time alone.
  setInterval(look, 500);
  return {
    fetch: async (...call) => {
      await breathe();
      try {
        return await mock.fetch(...call);
      } finally {
        // After the page has had the answer: a webhook takes its way, too.
        setTimeout(look, 20);
      }
    },
    apiUrl: 'https://flows.example/api',
    clientId: mock.clientId,
    templateId: mock.createPdfTemplate({ name: 'Maker agreement', fields: agreement }),
    createFlow: async ({ steps, known }) => {
      await breathe();
      const user = known && mock.createUser({ ...profileOf(known.values), phone_number: newPhone(known) });
      const flow = mock.createFlow({ steps, ...(user && { user_id: user }), metadata: { made_by: 'demo' } });
      unpaid.add(flow.id);
      look();
      return flow;
    },
    advance: async (duration) => {
      mock.clock.advance(duration);
      look();
      return mock.clock.now();
    },
  };
}

const profileOf = (values: Readonly<Record<string, string>>) => ({
  first_name: values['first_name'] ?? '',
  last_name: values['last_name'] ?? '',
  email: values['email'] ?? '',
  country: values['country'] ?? 'US',
});

const field = (name: string, label: string) => ({
  id: name,
  name,
  label,
  type: 'text' as const,
  hint: null,
  required: false,
  options: [],
  max_length: null,
  secret: false,
  page: 1,
  prefill: null,
});

/** The fields of the form that the demo's server makes (`demo/agreement.ts`). */
const agreement = [
  { ...field('name', 'Your name'), required: true, prefill: '{{full_name}}' },
  field('shop', 'Name of the shop'),
  {
    ...field('craft', 'What you make'),
    type: 'select' as const,
    options: ['Ceramics', 'Textiles', 'Wood', 'Something else'],
  },
  { ...field('own_work', 'I make everything that I sell myself'), type: 'checkbox' as const, required: true },
];
