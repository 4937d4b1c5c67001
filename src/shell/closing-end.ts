/** The end of a flow. Its lists come when it is reached; until then it says what it can. */
import { html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import type { Snapshot } from '../contract/steps/session.ts';
import type { Localizer } from '../locales/localizer.ts';
import type { FlowController } from './flow-controller.ts';

type Ending = typeof import('./ending/index.ts');

/** The lists of each element on the page, from the moment they are asked for. Null: they cannot be loaded. */
const endings = new WeakMap<ReactiveElement, Ending | null>();

/** Returns the texts of the end, its lists, and what can be done about what is open. */
export function endOf(
  localizer: Localizer,
  snapshot: Snapshot,
  host: ReactiveElement,
  flow: FlowController,
): {
  sign: 'good' | 'calm';
  title: string;
  text: string;
  body: TemplateResult | typeof nothing;
  actions: TemplateResult;
} {
  const { t } = localizer;
  const { summary, authenticated, app_name: app, flow: object } = snapshot;
  const back = (label: string) =>
    html`<button
      class="button"
      part="button"
      type="button"
      @click=${async () => (await flow.act()).comeBack()}
    >
      ${label}
    </button>`;
  // Whoever has not shown who they are is told nothing of what was done, and not that it was they who did it.
  if (!authenticated)
    return {
      sign: 'calm',
      title: t('completed.unseen.title'),
      text: t(object.user_id ? 'completed.unseen.text' : 'completed.unseen.ask', { app }),
      body: nothing,
      actions: html`${object.user_id ? back(t('action.see')) : nothing}`,
    };
  const isOpen = !!summary && (summary.open.length > 0 || !isWell(summary));
  const ending = summary && endingFor(host, localizer);
  const missing = summary?.open.find(
    (kind) => kind === 'payout-method' || kind === 'deposits' || kind === 'payout',
  );
  return {
    sign: isOpen && !hasMoneyLeft(summary) ? 'calm' : 'good',
    title: t(isOpen ? 'completed.open.title' : 'completed.title'),
    text: t(isOpen ? 'completed.open.text' : 'completed.text', { app }),
    body: summary && ending ? ending.endBody(localizer, snapshot, summary) : nothing,
    actions: html`${missing ? back(t(`action.add.${missing}`)) : nothing}`,
  };
}

/** Returns whether all that is open is money that may be withdrawn too, beside a payout that is well. */
const hasMoneyLeft = (summary: NonNullable<Snapshot['summary']>): boolean =>
  !!summary.payout && isWell(summary) && summary.open.every((kind) => kind === 'payout');

/** Returns whether nothing is to be done about the payout: it was not sent back, and is not held. */
const isWell = ({ payout }: NonNullable<Snapshot['summary']>): boolean =>
  !payout || payout.status === 'created' || payout.status === 'pending' || payout.status === 'completed';

/** Returns the lists once they are loaded. */
function endingFor(host: ReactiveElement, localizer: Localizer): Ending | null {
  const known = endings.get(host);
  if (known !== undefined) return known;
  endings.set(host, null);
  void localizer.load('ending', import('./ending/index.ts')).then(
    (ending) => {
      const { styleSheet } = ending.styles;
      if (styleSheet) (host.renderRoot as ShadowRoot).adoptedStyleSheets.push(styleSheet);
      endings.set(host, ending);
      host.requestUpdate();
    },
    // The end is said without them, and they are asked for once more when it is said again.
    () => endings.delete(host),
  );
  return null;
}
