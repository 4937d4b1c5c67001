/** What a finished flow did, and what is still open. It is loaded when the flow ends. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Snapshot } from '../../contract/steps/session.ts';
import type { FlowSummary } from '../../contract/steps/summary.ts';
import type { Localizer } from '../../locales/localizer.ts';
import { ending } from '../../locales/en/ending.ts';
import { payoutMethods } from '../../locales/en/payout-methods.ts';
import { methodText, money } from '../../steps/shared/payout-methods/wording.ts';
import { alertIcon, checkIcon } from '../../ui/icons.ts';
import { receiptRows, saveReceipt } from './receipt.ts';
import { endingStyles } from './styles.ts';

export const messages = { ...payoutMethods, ...ending };
export const styles = endingStyles;

/** As the forms name themselves. Their hyphens do not break. */
const formNames: Readonly<Record<NonNullable<FlowSummary['done'][number]['tax_form']>, string>> = {
  w9: 'W‑9',
  w8ben: 'W‑8BEN',
  w8bene: 'W‑8BEN‑E',
};

/** Returns the lists of what is open and what was done, and the payout with its receipt. */
export function endBody(localizer: Localizer, snapshot: Snapshot, summary: FlowSummary): TemplateResult {
  const { t } = localizer;
  const app = snapshot.app_name;
  const { done, open, payout, payee, left = 0 } = summary;
  const paid = payout && { payout, ...(payee && { payee }) };
  return html`${
    paid
      ? html`<h3 part="subtitle">${t('ending.payout.title')}</h3>
          <dl class="facts" part="receipt">
            ${receiptRows(localizer, paid).map(
              ([term, value]) =>
                html`<div>
                  <dt>${term}</dt>
                  <dd><bdi>${value}</bdi></dd>
                </div>`,
            )}
          </dl>
          ${noteOn(localizer, summary)}
          <button
            class="link"
            part="link"
            type="button"
            @click=${() => saveReceipt(localizer, snapshot, paid)}
          >
            ${t('ending.receipt')}
          </button>`
      : nothing
  }
  ${list(
    'open',
    t('ending.open.title'),
    open.map((kind) => {
      if (kind !== 'payout' || !payout) return localizer.first([`ending.open.${kind}`], { app });
      // Of a payout that came back the note above says it.
      return left > 0 ? t('ending.open.left', { amount: money(localizer.locale, left) }) : '';
    }),
  )}
  ${list(
    'done',
    t('ending.done.title'),
    done.map((line) =>
      localizer.first([`ending.done.${line.kind}`], {
        form: line.tax_form ? formNames[line.tax_form] : '',
        method: line.method ? methodText(localizer, line.method) : '',
      }),
    ),
  )}`;
}

/**
 * Returns what the rows do not say: how the payee hears of a payout that fails, or what they can do about it.
 * It is read out, because the payout may end while nobody presses anything.
 */
function noteOn({ t }: Localizer, summary: FlowSummary): TemplateResult {
  const { payout, notification } = summary;
  const said: string[] = [];
  switch (payout?.status) {
    case 'created':
    case 'pending':
    case 'flagged':
      if (notification) said.push(t('ending.payout.notification', { phone: notification.to }));
      said.push(t('ending.payout.later', { label: t('later.done.title') }));
      break;
    case 'failed':
    case 'reversed':
    case 'canceled':
      said.push(t('ending.payout.failed'));
      break;
    case 'completed':
    case undefined:
  }
  return html`<p class="said" part="lead" role="status">${said.join(' ')}</p>`;
}

/** A newer server may send kinds without words. They are left out. */
function list(kind: 'done' | 'open', title: string, all: readonly string[]): TemplateResult | typeof nothing {
  const lines = all.filter(Boolean);
  if (!lines.length) return nothing;
  return html`<h3 part="subtitle">${title}</h3>
    <ul class="outcome ${kind}" part="outcome">
      ${lines.map((line) => html`<li>${kind === 'done' ? checkIcon : alertIcon}<span>${line}</span></li>`)}
    </ul>`;
}
