/**
 * Tells the partner what becomes of a tax form. Each is told once of a form, in the transaction in which it
 * happens; what time does to a form is looked for regularly.
 */
import { holdsUntil } from '../../contract/tax/form-on-file.ts';
import type { TaxFormPayload } from '../../contract/partner/tax-form-events.ts';
import { foreignFormsUntold, noteTold } from '../db/tax-notices.ts';
import { newestTaxForm } from '../db/tax-forms.ts';
import type { TaxFormRow } from '../db/tax-forms.ts';
import { findUser, findUserById } from '../db/users.ts';
import type { UserRow } from '../db/users.ts';
import type { Queryable } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';
import { appendMessage, newMessageId } from '../webhooks/outbox.ts';
import { taxFormDue } from './due.ts';

type Owner = Pick<UserRow, 'id' | 'app_id'>;

/** What is told beside the form itself. */
type Told =
  | { readonly event: 'tax_form.filed' | 'tax_form.matched' | 'tax_form.mismatched' | 'tax_form.expired' }
  | { readonly event: 'tax_form.expiring'; readonly days: ExpiryNotice }
  | { readonly event: 'tax_form.due'; readonly reason: TaxFormPayload<'tax_form.due'>['reason'] };

/** Days before a form expires at which that is told. */
const expiryNotices = [60, 30, 7] as const;
type ExpiryNotice = (typeof expiryNotices)[number];

const day = 24 * 60 * 60 * 1000;
const atOnce = 100;

/** What was told once is not told again; another reason is another thing. */
function keyOf(told: Told): string {
  if (told.event === 'tax_form.expiring') return `expiring ${told.days}`;
  return told.event === 'tax_form.due' ? `due ${told.reason}` : told.event;
}

/** Writes the message, unless it was written before. */
export async function tellTaxForm(
  deps: Deps,
  tx: Queryable,
  { id, app_id }: Owner,
  form: TaxFormRow,
  told: Told,
): Promise<void> {
  const now = deps.clock.now();
  if (!(await noteTold(tx, form.id, keyOf(told), now))) return;
  const user = await findUser(tx, app_id, id);
  if (!user) return;
  const until = holdsUntil(form);
  const common = {
    ...{ user_id: id, tax_form_id: form.id, form: form.form, tax_id_verification: form.tin_status },
    ...{ holds_until: until?.toISOString() ?? null, metadata: user.metadata },
  };
  const payload = async () => {
    switch (told.event) {
      case 'tax_form.expiring':
        return {
          ...{ event: told.event, ...common },
          days_left: Math.ceil(((until?.getTime() ?? 0) - now.getTime()) / day),
        };
      case 'tax_form.due': {
        const { must } = await taxFormDue(deps, tx, user, { paying: 0 });
        return { event: told.event, ...common, reason: told.reason, must };
      }
      case 'tax_form.filed':
      case 'tax_form.matched':
      case 'tax_form.mismatched':
      case 'tax_form.expired':
        return { event: told.event, ...common };
    }
  };
  await appendMessage(tx, deps, {
    ...{ id: newMessageId(deps.newId), appId: app_id, payload: await payload() },
  });
}

/** Tells what the tax authority says of the number, and that another form is wanted if it says no. */
export async function tellVerdict(deps: Deps, tx: Queryable, user: Owner, form: TaxFormRow): Promise<void> {
  if (form.tin_status === 'matched') await tellTaxForm(deps, tx, user, form, { event: 'tax_form.matched' });
  if (form.tin_status !== 'mismatched') return;
  await tellTaxForm(deps, tx, user, form, { event: 'tax_form.mismatched' });
  // The answer may be late, and about a form that was replaced since.
  if ((await newestTaxForm(tx, user.id))?.id !== form.id) return;
  await tellTaxForm(deps, tx, user, form, { event: 'tax_form.due', reason: 'mismatched' });
}

/**
 * Tells of the forms that expire in so many days, and of those that have expired. It runs regularly and on
 * several servers. Who was away for a while is told once what holds now, and not all that was missed.
 */
export async function tellExpiries(deps: Deps): Promise<void> {
  const now = deps.clock.now();
  const year = now.getUTCFullYear();
  const newYear = Date.UTC(year + 1, 0, 1);
  const nearest = expiryNotices.findLast((days) => newYear - now.getTime() <= days * day);
  // A form holds until the end of the third year after the one in which it was signed (`holdsUntil`).
  if (nearest !== undefined)
    await each(deps, spanOfYears(year - 3, year - 3), `expiring ${nearest}`, async (tx, user, form) =>
      tellTaxForm(deps, tx, user, form, { event: 'tax_form.expiring', days: nearest }),
    );
  await each(deps, spanOfYears(0, year - 4), 'tax_form.expired', async (tx, user, form) => {
    await tellTaxForm(deps, tx, user, form, { event: 'tax_form.expired' });
    await tellTaxForm(deps, tx, user, form, { event: 'tax_form.due', reason: 'expired' });
  });
}

/** From the beginning of the one year to the end of the other. */
const spanOfYears = (first: number, last: number) => ({
  from: new Date(Math.max(0, Date.UTC(first, 0, 1))),
  to: new Date(Date.UTC(last + 1, 0, 1)),
});

async function each(
  deps: Deps,
  span: { readonly from: Date; readonly to: Date },
  told: string,
  tell: (tx: Queryable, user: UserRow, form: TaxFormRow) => Promise<void>,
): Promise<void> {
  for (;;) {
    const forms = await foreignFormsUntold(deps.db, span, told, atOnce);
    for (const form of forms)
      await deps.db.transaction(async (tx) => {
        const user = await findUserById(tx, form.user_id);
        // The payee may have filed another one since.
        if (user && (await newestTaxForm(tx, user.id))?.id === form.id) await tell(tx, user, form);
      });
    if (forms.length < atOnce) return;
  }
}
