/** `authentication` in the mock: any phone number of a real country gets a code, and `123456` is right. */
import type { FieldCode } from '../../../contract/problems.ts';
import {
  callingCodeOf,
  guessCountry,
  maskPhone,
  reachedBy,
  readPhone,
  readTypedPhone,
  type TypedPhone,
} from '../../../contract/forms/phone.ts';
import { parseInput } from '../../../contract/input/input.ts';
import { fieldError, fieldProblem, ProblemError } from '../../../contract/input/problem-error.ts';
import { codeRefusal } from '../../../contract/sandbox/answers.ts';
import { sandboxCode } from '../../../contract/sandbox/table.ts';
import { checkCodeInput, sendCodeInput } from '../../../contract/steps/authentication-requests.ts';
import { currentStep } from '../progress.ts';
import { isButtonHidden, type MockContext, type MockStep } from '../step.ts';
import type { MockCode } from '../world.ts';
import { answerKnown, askedOf, isAsked, knownPhone, letIn } from './known.ts';

/** Counted from when the last code was sent. */
const resendMs = 30_000;
const codeMs = 10 * 60_000;
const maximumAttempts = 5;

export const authentication: MockStep<'authentication'> = {
  requirement(context) {
    const asked = askedOf(context);
    const code = awaitedCode(context);
    const known = knownPhone(context);
    const phone = known ?? code?.phone.e164 ?? null;
    const country = code?.phone.country ?? guessCountry(context.language);
    return {
      step: 'authentication',
      hide_continue_button: isButtonHidden(context.flow, 'authentication'),
      phase: asked ? 'known' : code ? 'code' : 'phone',
      known_phone: known !== null,
      masked_phone: phone === null ? null : maskPhone(phone),
      default_country: country,
      calling_code: callingCodeOf(country),
      channel: code?.channel ?? 'sms',
      resend_in: secondsToResend(context, code),
      attempts_left: maximumAttempts - (code?.attempts ?? 0),
      ...(code && { expires_in: secondsUntil(context, code.sent.getTime() + codeMs) }),
      ...(asked && { asks: asked.known.asks }),
    };
  },
  submissions: {
    'POST /session/authentication/code'(context, { body }) {
      const input = parseInput(sendCodeInput, body);
      assertAsksForCode(context);
      const earlier = awaitedCode(context);
      const own = knownPhone(context);
      const number = own ?? input.phone_number ?? earlier?.phone.e164;
      if (number === undefined) throw fieldError('phone_number', 'required');
      const phone = (own === null ? readTypedPhone : readPhone)(number, input.country, input.channel);
      if (typeof phone === 'string') throw fieldError('phone_number', phone);
      const { typed }: TypedPhone = { typed: phone.e164, ...phone };
      refuseBy(codeRefusal(phone.e164, input.channel));
      const wait = earlier?.phone.e164 === typed ? secondsToResend(context, earlier) : 0;
      if (wait > 0) throw new ProblemError('too-many-requests', { retryAfter: wait });
      context.flow.code = {
        sent: context.world.now(),
        phone: { e164: typed, country: phone.country },
        channel: input.channel,
        attempts: 0,
      };
    },
    'POST /session/authentication/check'(context, { body }) {
      const { code } = parseInput(checkCodeInput, body);
      assertAsksForCode(context);
      const sent = awaitedCode(context);
      if (!sent) return new ProblemError('no-code-sent');
      if (context.world.now().getTime() >= sent.sent.getTime() + codeMs)
        return new ProblemError('code-expired');
      if (sent.attempts >= maximumAttempts) return new ProblemError('too-many-attempts');
      if (code !== sandboxCode) return countWrong(sent);
      confirmPhone(context, sent);
      return undefined;
    },
    'POST /session/authentication/known': answerKnown,
  },
};

function awaitedCode(context: MockContext): MockCode | null {
  const { code } = context.flow;
  const known = knownPhone(context);
  if (known === null || !code) return code;
  return known === reachedBy(code.phone.e164, code.channel) ? code : null;
}

const secondsToResend = (context: MockContext, code: MockCode | null): number =>
  code ? secondsUntil(context, code.sent.getTime() + resendMs) : 0;

/** `end` in milliseconds of the mock's clock. */
const secondsUntil = ({ world }: MockContext, end: number): number =>
  Math.max(0, Math.ceil((end - world.now().getTime()) / 1000));

function assertAsksForCode(context: MockContext): void {
  if (currentStep(context) !== 'authentication') throw new ProblemError('step-not-current');
}

function refuseBy(refused: FieldCode | null): void {
  if (refused === 'too-many-requests')
    throw new ProblemError('too-many-requests', {
      retryAfter: 3600,
      errors: [fieldProblem('phone_number', 'too-many-requests')],
    });
  if (refused) throw fieldError('phone_number', refused);
}

/** The try is counted, so the problem is returned. */
function countWrong(sent: MockCode): ProblemError {
  sent.attempts += 1;
  const attemptsLeft = maximumAttempts - sent.attempts;
  return attemptsLeft > 0
    ? fieldError('code', 'wrong-code', { attemptsLeft })
    : new ProblemError('too-many-attempts', { attemptsLeft: 0 });
}

/** A right code finds the user whose phone it is, and opens the session or asks for more. */
function confirmPhone(context: MockContext, { phone: typed, channel }: MockCode): void {
  const { world, flow, session } = context;
  const phone = { e164: reachedBy(typed.e164, channel), country: typed.country };
  flow.code = null;
  flow.phone = phone;
  flow.phoneChannel = channel;
  const user = flow.user ?? [...world.users.values()].find((one) => one.phone === phone.e164) ?? null;
  if (user && isAsked(context, user)) Object.assign(session, { asksKnown: user, proved: world.now() });
  else letIn(context, user);
}
