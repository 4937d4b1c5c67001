// @ts-check
/**
 * The partner's page. It starts a flow in one of three ways, and shows every DOM event beside the webhook
 * with the same id. It is plain JavaScript on purpose: this is what a partner writes.
 */

const flow = /** @type {import('../src/dots-flow.ts').DotsFlow} */ (document.getElementById('flow'));
const form = /** @type {HTMLFormElement} */ (document.getElementById('create'));
const timeline = /** @type {HTMLElement} */ (document.getElementById('timeline'));
const problem = /** @type {HTMLElement} */ (document.getElementById('problem'));

const events = /** @type {const} */ ([
  'dots-ready',
  'dots-step-started',
  'dots-step-completed',
  'dots-flow-completed',
  'dots-redirect',
  'dots-flow-expired',
  'dots-exit',
  'dots-error',
]);
for (const name of events) {
  flow.addEventListener(name, ({ detail }) => {
    const said = /** @type {{eventId?: string, step?: string, code?: string, flowId?: string | null}} */ (
      detail
    );
    tell({ lane: 'dom', name, about: said.step ?? said.code ?? '', id: said.eventId });
    if (name === 'dots-ready') byId('flow-facts').textContent = `flow ${said.flowId ?? ''}`;
  });
}

// The demo's server verifies each webhook and passes it on.
new EventSource('/demo/webhooks').addEventListener('webhook', (event) => {
  const { id, event: name, step, flow_id } = JSON.parse(event.data);
  if (flow_id && flow_id !== flow.flow?.id) return;
  tell({ lane: 'webhook', name, about: step ?? '', id });
});

let violations = 0;
document.addEventListener('securitypolicyviolation', () => {
  violations += 1;
  byId('violations').textContent = `${violations} policy violations`;
});

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void start();
});

async function start() {
  const choices = new FormData(form);
  const theme = String(choices.get('theme'));
  flow.theme = theme === 'light' || theme === 'dark' ? theme : null;
  timeline.replaceChildren();
  byId('quiet').hidden = false;
  problem.hidden = true;
  flow.flowId = flow.clientId = flow.steps = flow.config = null;
  try {
    const settings = await ask('/demo/settings');
    /** @type {Readonly<Record<string, object>>} */
    const options = {
      redirect: { redirect_url: `${location.origin}/demo/thanks` },
      'pdf-form-fill': { template_id: settings.template_id },
    };
    const steps = choices.getAll('steps').map((name) => ({ name, ...options[String(name)] }));
    const body = { steps, known_user: choices.get('payee') === 'known' };
    if (choices.get('source') === 'client-id') Object.assign(flow, { clientId: settings.client_id, steps });
    else if (choices.get('source') === 'create-flow')
      flow.config = { createFlow: (signal) => ask('/demo/flows', body, signal) };
    else flow.flowId = (await ask('/demo/flows', body)).id;
  } catch (error) {
    problem.textContent = error instanceof Error ? error.message : String(error);
    problem.hidden = false;
  }
}

/**
 * Asks the demo's own back end, which holds the API key.
 * @param {string} path
 * @param {unknown} [body]
 * @param {AbortSignal} [signal]
 */
async function ask(path, body, signal) {
  const response = await fetch(path, {
    ...(body
      ? { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
      : {}),
    ...(signal ? { signal } : {}),
  });
  const answer = await response.json();
  if (!response.ok)
    throw new Error(
      answer.errors?.map((/** @type {{message: string}} */ { message }) => message).join(' ') ??
        answer.message,
    );
  return answer;
}

/**
 * Writes one row for each id: the DOM event on the left, its webhook on the right, whichever comes first.
 * Webhooks keep no order among themselves. DOM events do, so a row moves to the end when its event comes.
 * @param {{lane: 'dom' | 'webhook', name: string, about: string, id?: string | undefined}} entry
 */
function tell({ lane, name, about, id }) {
  byId('quiet').hidden = true;
  const row =
    (id && timeline.querySelector(`[data-id="${CSS.escape(id)}"]`)) || timeline.appendChild(newRow(id));
  const box = Object.assign(document.createElement('div'), { className: id ? 'entry' : 'entry slight' });
  box.append(text('strong', name), text('span', about));
  row.querySelector(`[data-lane="${lane}"]`)?.replaceWith(box);
  if (lane === 'dom') timeline.append(row);
  box.dataset.lane = lane;
  const chip = row.querySelector('.id');
  chip?.classList.toggle('joined', row.querySelectorAll('.entry').length === 2);
}

/** @param {string | undefined} id */
function newRow(id) {
  const row = document.createElement('li');
  if (id) row.dataset.id = id;
  for (const lane of ['dom', 'webhook']) row.append(placeholder(lane));
  if (id)
    row.append(
      Object.assign(text('span', id), {
        className: 'id',
        title: 'eventId of the DOM event = webhook-id of the webhook',
      }),
    );
  return row;
}

/** @param {string} lane */
function placeholder(lane) {
  const empty = document.createElement('i');
  empty.dataset.lane = lane;
  return empty;
}

/**
 * @param {string} tag
 * @param {string} content
 */
function text(tag, content) {
  return Object.assign(document.createElement(tag), { textContent: content });
}

/** @param {string} id */
function byId(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

await customElements.whenDefined('dots-flow');
await start();
