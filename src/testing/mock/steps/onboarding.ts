/** `onboarding` in the mock: the payee says who they are, and is screened by name. */
import { parseInput } from '../../../contract/input/input.ts';
import { fieldProblem, ProblemError } from '../../../contract/input/problem-error.ts';
import { refuseSanctioned } from '../../../contract/sanctions/refuse.ts';
import { screeningOf } from '../../../contract/sandbox/answers.ts';
import { onboardingInput } from '../../../contract/steps/onboarding.ts';
import { missingFields, profileFields, type ProfileField } from '../facts.ts';
import { askForCode } from '../flows.ts';
import { newId } from '../ids.ts';
import { isRevisit } from '../../../contract/plan/revisits.ts';
import { assertCurrent, endStep } from '../progress.ts';
import { isButtonHidden, optionsOf, type MockContext, type MockStep } from '../step.ts';
import { newUser } from '../users.ts';
import { seen } from './known.ts';

export const onboarding: MockStep<'onboarding'> = {
  requirement(context) {
    const { flow } = context;
    const fields = fieldsAsked(context);
    const known = (field: ProfileField) =>
      flow.user?.[field] ?? (field === 'country' ? flow.phone?.country : null) ?? null;
    return {
      step: 'onboarding',
      hide_continue_button: isButtonHidden(flow, 'onboarding'),
      fields,
      prefill: Object.fromEntries(fields.flatMap((field) => (known(field) ? [[field, known(field)]] : []))),
    };
  },
  submissions: {
    'POST /session/onboarding'(context, { body }) {
      assertCurrent(context, 'onboarding');
      const { world, flow } = context;
      const input = parseInput(onboardingInput, body);
      const fields = fieldsAsked(context);
      const absent = fields.filter((field) => input[field] === undefined);
      if (absent.length > 0)
        throw new ProblemError('invalid-input', {
          errors: absent.map((field) => fieldProblem(field, 'required')),
        });
      refuseSanctioned([{ country: input.country }]);
      const phone = flow.user?.phone ?? flow.phone?.e164;
      if (phone === undefined) throw new ProblemError('authentication-required');
      const other = flow.user ? null : [...world.users.values()].find((user) => user.phone === phone);
      // Somebody else got the number since the code was sent.
      if (other && !other.browsers.has(context.session.browser)) return askForCode(context);
      if (other) flow.user = other;
      if (!flow.user) {
        flow.user = newUser({ id: newId(), created: world.now(), phone, confirmed: world.now() });
        seen(context, flow.user);
      }
      const { user } = flow;
      world.users.set(user.id, user);
      for (const field of other ? missingFields(other) : fields) user[field] = input[field] ?? null;
      // What payees say of themselves may put them on hold, and never releases them.
      const found = screeningOf(user.last_name ?? '');
      if (user.ofac === 'unflagged') user.ofac = found;
      endStep(context, 'onboarding', 'saved');
      return undefined;
    },
  },
};

/** Returns what is missing, or all fields where they are to be looked at again. */
const fieldsAsked = (context: MockContext): ProfileField[] =>
  isRevisit(context, 'onboarding') || optionsOf(context.flow, 'onboarding')?.force
    ? [...profileFields]
    : missingFields(context.flow.user);
