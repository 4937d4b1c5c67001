/** How a payout is doing, in words and as a line of stations. */
import { html, nothing, type TemplateResult } from 'lit';
import { nextActs, type NextAct } from '../../contract/money/payout-failures.ts';
import type { Notification } from '../../contract/steps/notifications.ts';
import type { RequirementOf } from '../../contract/steps/session.ts';
import { alertIcon, checkIcon } from '../../ui/icons.ts';
import type { Localizer } from '../../locales/localizer.ts';
import type { StepContext } from '../step-context.ts';
import { convertedText, methodText, money, takesMoney } from '../shared/payout-methods/wording.ts';
import { arrival } from './review.ts';

type Payout = NonNullable<RequirementOf<'payout'>['payout']>;
/** The stations of the line. Ways for a payout to come back are all one station, `failed`. */
type Station = 'created' | 'pending' | 'completed' | 'failed';

/**
 * Returns the screen for a payout that was made. The step also reads its title out when the status changes.
 */
export function followUp(
  { localizer, appName: app }: Pick<StepContext, 'localizer' | 'appName'>,
  payout: Payout,
  act: NextAct | null,
  notification?: Notification,
): { title: string; lead: string; body: TemplateResult } {
  const { t, locale } = localizer;
  const { status } = payout;
  // What was kept back is not on its way.
  const sent = cameBack(payout) ? payout.amount : payout.amount - (payout.withheld?.amount ?? 0);
  const words = { amount: money(locale, sent), method: methodText(localizer, payout.method) };
  const lead =
    status === 'flagged'
      ? t('payout.status.flagged.lead')
      : status === 'completed'
        ? t('payout.status.completed.lead', words)
        : cameBack(payout)
          ? t('payout.status.failed.lead', {
              advice: act ? t(`payout.advice.${act}`, { app }) : '',
              reason: localizer.first(
                [`payout.failure.${payout.failure ?? 'unknown'}`, 'payout.failure.unknown'],
                {
                  ...words,
                  app,
                },
              ),
            })
          : t('payout.status.lead', {
              ...words,
              time: arrival(localizer, payout.arrives_in, madeAt(payout), 'payout.expected'),
            });
  return {
    title: t(`payout.status.${status}.title`, words),
    lead,
    body: html`${timeline(localizer, payout)}${
      notification && isOnItsWay(payout)
        ? html`<p>${t('payout.notification', { phone: notification.to })}</p>`
        : nothing
    }${isOnItsWay(payout) ? currency(localizer, payout) : nothing}${reference(localizer, payout)}`,
  };
}

/** Returns in which currency it arrives, where that is not the dollar. */
function currency(localizer: Localizer, { method }: Payout) {
  const converted = convertedText(localizer, method);
  return converted
    ? html`<p class="hint" part="hint">${localizer.t('payout-methods.currency')}: ${converted}</p>`
    : nothing;
}

/** Returns the number by which partner and rail know the payout. */
const reference = ({ t }: Localizer, { reference: number }: Payout) =>
  number
    ? html`<p class="hint number" part="hint">${t('payout.reference')} <bdi>${number}</bdi></p>`
    : nothing;

/**
 * Returns what the payee does next about a payout that came back, or null. It is something that can be done
 * here: a kind of account that is not offered any more is not corrected, and where there is no other way the
 * partner is asked.
 */
export function nextActOf({ payout, rails, methods }: RequirementOf<'payout'>): NextAct | null {
  if (!payout?.again || !cameBack(payout)) return null;
  const acts: Readonly<Partial<Record<string, NextAct>>> = nextActs;
  // A newer server may know more reasons.
  const act = acts[payout.failure ?? 'unknown'] ?? 'change';
  if (act !== 'correct' && act !== 'another') return act;
  if (act === 'correct' && rails.some(({ platform }) => platform === payout.method.platform)) return act;
  const hasOther = methods.some((method) => method.id !== payout.method.id && takesMoney(method));
  return hasOther || rails.length > 0 ? 'another' : 'ask';
}

/** Returns whether the money is back in the wallet, whatever the rail calls it. */
const cameBack = ({ status }: Payout) =>
  status === 'failed' || status === 'reversed' || status === 'canceled';
/** Returns whether it may still fail. */
const isOnItsWay = ({ status }: Payout) => status === 'created' || status === 'pending';
/** Returns when the payout was made: the time of its first entry. */
const madeAt = ({ history }: Payout) => new Date(history[0]?.timestamp ?? Date.now());

/**
 * Returns the stations with the time at which each was reached. The last one that was reached is the current
 * one (`aria-current`).
 */
function timeline({ t, locale }: Localizer, payout: Payout): TemplateResult {
  const stations: Station[] = ['created', 'pending', cameBack(payout) ? 'failed' : 'completed'];
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const when = (station: Station) =>
    payout.history.find(
      ({ status }) =>
        status === station || (station === 'failed' && (status === 'reversed' || status === 'canceled')),
    )?.timestamp;
  const reached = stations.map(when);
  const last = reached.findLastIndex(Boolean);
  return html`<ol class="stations" part="timeline" aria-label=${t('payout.timeline')}>
    ${stations.map((station, index) => {
      const time = reached[index];
      const state =
        index > last
          ? 'next'
          : station === 'failed'
            ? 'failed'
            : index === last && station !== 'completed'
              ? 'now'
              : cameBack(payout)
                ? 'past'
                : 'done';
      return html`<li class=${state} part="station" aria-current=${index === last ? 'step' : nothing}>
        <i aria-hidden="true"
          >${state === 'done' || state === 'past' ? checkIcon : state === 'failed' ? alertIcon : nothing}</i
        >
        <span>
          ${t(`payout.timeline.${station}`)}
          ${
            time
              ? html`<span class="hint number" part="hint">${format.format(new Date(time))}</span>`
              : html`<span class="hint" part="hint">${t('payout.timeline.next')}</span>`
          }
        </span>
      </li>`;
    })}
  </ol>`;
}
