/**
 * The playground of the theming page: what is chosen is the element's look, the CSS to copy, and the
 * address.
 */
import '../../../src/define.ts';
import { createMockApi } from '../../../src/testing/index.ts';

const form = document.querySelector<HTMLFormElement>('#playground form');
const stage = document.querySelector<HTMLElement>('#playground .stage');
const output = document.querySelector<HTMLElement>('#playground output');

const starts: Readonly<Record<string, string>> = {
  accent: '#1f5fd6',
  surface: '#ffffff',
  text: '#16181d',
  radius: '0.625',
  size: '1',
  font: 'system-ui, sans-serif',
};

if (form && stage && output) {
  const api = createMockApi();
  const user = api.createUser({ first_name: 'Robin', last_name: 'Example' });
  const element = document.createElement('dots-flow');
  element.config = {
    flowId: api.createFlow({ steps: ['manage-payouts'], user_id: user }).id,
    fetch: api.fetch,
  };
  stage.replaceChildren(element);

  const asked = new URLSearchParams(location.search);
  for (const field of form.elements)
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement)
      field.value = asked.get(field.name) ?? starts[field.name] ?? field.value;

  const show = () => {
    const said = Object.fromEntries(
      [...new FormData(form)].map(([name, value]) => [name, typeof value === 'string' ? value : '']),
    );
    const properties: Readonly<Record<string, string>> = {
      '--dots-accent': said['accent'] ?? '',
      '--dots-surface': said['surface'] ?? '',
      '--dots-text': said['text'] ?? '',
      '--dots-radius': `${said['radius']}em`,
      '--dots-font-size': `${said['size']}rem`,
      '--dots-font-family': said['font'] ?? '',
    };
    for (const [name, value] of Object.entries(properties)) element.style.setProperty(name, value);
    const lines = Object.entries(properties).map(([name, value]) => `  ${name}: ${value};`);
    output.textContent = `dots-flow {\n${lines.join('\n')}\n}`;
    const changed = Object.entries(said).filter(([name, value]) => value !== starts[name]);
    history.replaceState(
      null,
      '',
      changed.length > 0 ? `?${new URLSearchParams(changed)}` : location.pathname,
    );
  };
  form.addEventListener('input', show);
  form.addEventListener('reset', () => {
    setTimeout(() => {
      for (const [name, value] of Object.entries(starts))
        (form.elements.namedItem(name) as HTMLInputElement).value = value;
      show();
    });
  });
  show();
}
