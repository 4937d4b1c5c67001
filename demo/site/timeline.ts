/**
 * What the page heard and what its server heard, side by side: the event of a step and its webhook have one
 * id and share a row, whichever came first. Webhooks keep no order among themselves. Events do, so a row
 * moves to the end when its event comes.
 */
import { html, nothing, render, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

export type Lane = 'dom' | 'webhook';

interface Entry {
  readonly name: string;
  readonly about: string;
  readonly payload: unknown;
  /** Milliseconds since the page was opened. */
  readonly at: number;
}
interface Row {
  readonly key: string;
  readonly id: string | undefined;
  dom?: Entry;
  webhook?: Entry;
}

export interface Told {
  readonly lane: Lane;
  readonly name: string;
  readonly about: string;
  readonly id: string | undefined;
  readonly payload: unknown;
}

export function createTimeline(list: HTMLElement, onChange: (count: number) => void) {
  let rows: Row[] = [];
  let began = performance.now();
  let serial = 0;

  const show = (): void => {
    render(
      repeat(
        // The newest first: that is where one looks while something happens.
        rows.toReversed(),
        ({ key }) => key,
        (row) => rowTemplate(row, began),
      ),
      list,
    );
    onChange(rows.length);
  };

  return {
    clear(): void {
      rows = [];
      began = performance.now();
      show();
    },
    tell({ lane, name, about, id, payload }: Told): void {
      serial += 1;
      const known = id === undefined ? undefined : rows.find((row) => row.id === id);
      const row: Row = known ?? { key: id ?? String(serial), id };
      // A webhook may come twice. It is the same one.
      if (row[lane]) return;
      row[lane] = { name, about, payload, at: performance.now() };
      if (!known) rows = [...rows, row];
      else if (lane === 'dom') rows = [...rows.filter((one) => one !== row), row];
      show();
    },
  };
}

function rowTemplate(row: Row, began: number): TemplateResult {
  const { id, dom, webhook } = row;
  const joined = dom !== undefined && webhook !== undefined;
  return html`<li data-id=${id ?? nothing}>
    ${entryTemplate('dom', dom, id, began)} ${entryTemplate('webhook', webhook, id, began)}
    ${
      id
        ? html`<p
            class="id ${joined ? 'joined' : ''}"
            title="eventId of the event = webhook-id of the webhook"
          >
            <span>${id}</span>${joined ? html`<b>${between(dom.at, webhook.at)}</b>` : nothing}
          </p>`
        : nothing
    }
  </li>`;
}

function entryTemplate(lane: Lane, entry: Entry | undefined, id: string | undefined, began: number) {
  if (!entry) return html`<i data-lane=${lane}></i>`;
  return html`<details class="entry ${id ? '' : 'slight'}" data-lane=${lane}>
    <summary>
      <span class="unseen">${lane === 'dom' ? 'DOM event' : 'Webhook'}</span>
      <strong>${entry.name}</strong>
      <span class="about">${entry.about}</span>
      <time>${seconds(entry.at - began)}</time>
    </summary>
    <pre tabindex="0">${JSON.stringify(entry.payload, null, 2)}</pre>
  </details>`;
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;

/** How long after the one the other came. */
function between(dom: number, webhook: number): string {
  const later = Math.round(Math.abs(webhook - dom));
  return webhook >= dom ? `webhook ${later} ms later` : `event ${later} ms later`;
}
