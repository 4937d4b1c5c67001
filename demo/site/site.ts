/** The company's page around the element. The element itself stays where it is when the company changes. */
import { html, render } from 'lit';
import { companies } from './companies.ts';
import type { State } from './state.ts';

const byId = (id: string) => document.getElementById(id);

export function showCompany(state: State): void {
  const { name, mark, places, eyebrow, title, text, points } = companies[state.brand];
  const site = document.querySelector<HTMLElement>('.site');
  const [masthead, pitch] = [byId('masthead'), byId('pitch')];
  if (!site || !masthead || !pitch) return;
  Object.assign(site.dataset, { brand: state.brand, scheme: state.scheme, width: state.width });
  document.documentElement.dataset['scheme'] = state.scheme;
  site.dir = state.dir;
  document.title = `${name} · dots-flow at work`;
  render(
    html`<span class="brand"
        ><svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">${mark}</svg>${name}</span
      >
      <nav aria-label=${name}>
        ${places.map(
          (place, index) =>
            html`<span aria-current=${index === places.length - 1 ? 'page' : 'false'}>${place}</span>`,
        )}
      </nav>`,
    masthead,
  );
  render(
    html`<p class="eyebrow">${eyebrow}</p>
      <h1>${title}</h1>
      <p class="text">${text}</p>
      <ul>
        ${points.map((point) => html`<li>${point}</li>`)}
      </ul>`,
    pitch,
  );
}
