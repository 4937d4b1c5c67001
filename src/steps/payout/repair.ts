/** What the button of a payout that came back leads to. */
import { isPayoutRail } from '../../contract/bank/rails.ts';
import type { RequirementOf } from '../../contract/steps/session.ts';
import type { MethodAdder } from '../shared/payout-methods/method-adder.ts';
import type { Draft } from './draft.ts';
import { nextActOf } from './follow-up.ts';

/** Goes to where the failure is mended: to the form of the method, or to the choice of another. */
export function repair(failed: RequirementOf<'payout'>, adder: MethodAdder, draft: Draft): void {
  const { payout, methods } = failed;
  const act = nextActOf(failed);
  if (!payout || (act !== 'correct' && act !== 'another')) return;
  const { platform, id } = payout.method;
  draft.chooseAnother();
  const correct = adder.correction(methods.find((method) => method.id === id));
  if (act === 'correct' && correct) correct();
  // It was removed meanwhile.
  else if (act === 'correct' && isPayoutRail(platform)) adder.show(platform);
  else if (methods.length < 2 && adder.offers.length) adder.show('choose');
}
