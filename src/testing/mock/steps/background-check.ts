/** `background-check` in the mock: details, disclosure, signature, and a report by the SSN's end. */
import { asOf } from '../../../contract/forms/dates.ts';
import { sameName, wholeName } from '../../../contract/forms/names.ts';
import { parseInput } from '../../../contract/input/input.ts';
import { fieldError, ProblemError } from '../../../contract/input/problem-error.ts';
import { activeStep } from '../../../contract/plan/plan.ts';
import { backgroundVerdict } from '../../../contract/sandbox/answers.ts';
import { backgroundCheckPendingMs } from '../../../contract/sandbox/table.ts';
import {
  backgroundCheckAuthorization,
  backgroundCheckDisclosure,
  detailsAsked,
  disclosureVersion,
  stateNotices,
  type BackgroundCheckStatus,
} from '../../../contract/steps/background-check.ts';
import { checkOutcomes } from '../../../contract/steps/background-check-state.ts';
import { assertCurrent, completeStep, statusOf } from '../progress.ts';
import { isButtonHidden, type MockContext, type MockStep } from '../step.ts';
import type { MockCheck, MockFlow, World } from '../world.ts';
import { checkOf, checkState, type CheckState } from './background-state.ts';

/** The SSN and the date of birth never go back. */
const prefillFields = ['first_name', 'last_name', 'line_1', 'line_2', 'city', 'state', 'postcode'] as const;

export const backgroundCheck: MockStep<'background-check'> = {
  requirement({ world, flow }) {
    const { phase, unavailable, check, known, fields } = checkState(world, flow);
    const name = wholeName(known);
    const state = known.state ?? '';
    return {
      step: 'background-check',
      hide_continue_button: isButtonHidden(flow, 'background-check'),
      phase,
      unavailable,
      fields: [...fields],
      prefill: Object.fromEntries(
        prefillFields.flatMap((field) => (known[field] ? [[field, known[field]]] : [])),
      ),
      masked_ssn: known.ssn ? `••• ${known.ssn.slice(-4)}` : null,
      name: name || null,
      state_notice: Object.hasOwn(stateNotices, state) ? state : null,
      status: check?.status ?? 'not_started',
    };
  },
  submissions: {
    'POST /session/background-check/details'(context, { body }) {
      const state = stateNow(context);
      const { phase, fields, known, check } = state;
      if (phase === 'review' || phase === 'reported' || fields.length === 0) throw notNow();
      const person: MockCheck['person'] = {
        ...known,
        ...asOf(context.world.now(), () => parseInput(detailsAsked(phase, fields), body)),
      };
      if (check?.status !== 'information_mismatch') {
        keepDraft(context, check, person);
        return;
      }
      const sameSigner = sameName(wholeName(person), wholeName(known));
      check.person = person;
      // The signature was given under the earlier name, so it does not hold for another one.
      if (sameSigner) order(context, check);
      else Object.assign(check, { status: 'not_started', disclosed: false });
    },
    'POST /session/background-check/disclosure'(context, { body }) {
      const { phase, check, known } = stateNow(context);
      if (phase !== 'disclosure' && phase !== 'stopped') throw notNow();
      assertCurrentText(parseInput(backgroundCheckDisclosure, body));
      keepDraft(context, check, known).disclosed = true;
    },
    'POST /session/background-check/authorization'(context, { body }) {
      const { phase, check, known } = stateNow(context);
      if (phase !== 'authorization' || !check) throw notNow();
      const input = parseInput(backgroundCheckAuthorization, body);
      assertCurrentText(input);
      if (!sameName(input.signature, wholeName(known))) throw fieldError('signature', 'signature-mismatch');
      order(context, check);
    },
    'POST /session/background-check/continue'(context) {
      const outcome = checkOutcomes[stateNow(context).phase];
      if (outcome === null) throw notNow();
      completeStep(context.world, context.flow, 'background-check', outcome);
    },
  },
  isAwaited: ({ world, flow }) => checkState(world, flow).phase === 'review',
};

function stateNow({ world, flow, session }: MockContext): CheckState {
  assertCurrent({ world, flow, session, language: '' }, 'background-check');
  return checkState(world, flow);
}

const notNow = () =>
  new ProblemError('step-not-current', { detail: 'This is not what the background check is waiting for.' });

function keepDraft({ flow }: MockContext, check: MockCheck | null, person: MockCheck['person']): MockCheck {
  if (!flow.user) throw new ProblemError('user-info-missing');
  if (check?.status === 'not_started') return Object.assign(check, { person });
  const draft: MockCheck = { flowId: flow.id, status: 'not_started', person, disclosed: false, orders: 0 };
  flow.user.checks.push(draft);
  return draft;
}

/** Orders the report. It comes at once; a pending one is read again later, and passes. */
function order({ world, flow }: MockContext, check: MockCheck): void {
  check.status = 'started';
  check.orders += 1;
  const verdict = backgroundVerdict(check.person.ssn ?? '');
  world.later(0, () => report(world, flow, check, verdict));
  if (verdict === 'pending') world.later(backgroundCheckPendingMs, () => report(world, flow, check, 'pass'));
}

function report(world: World, flow: MockFlow, check: MockCheck, status: BackgroundCheckStatus): void {
  if (check.status !== 'started' && check.status !== 'pending') return;
  check.status = status;
  const waits =
    activeStep(flow.plan)?.name === 'background-check' &&
    statusOf(flow, world.now()) === 'in_progress' &&
    checkOf(flow) === check;
  if (waits && status === 'pass') completeStep(world, flow, 'background-check', 'reported');
  else world.changed(flow);
}

/** Nobody signs what they were not shown. */
function assertCurrentText({ disclosure_version: version }: { readonly disclosure_version: string }): void {
  if (version !== disclosureVersion) throw fieldError('disclosure_version', 'outdated-text');
}
