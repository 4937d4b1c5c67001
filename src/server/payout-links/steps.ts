import type { StepRequestInput } from '../../contract/steps.ts';
import type { LinkRequest } from './create.ts';

/** Returns the steps of a link's flow. */
export function stepsOf({ input, steps }: Pick<LinkRequest, 'input' | 'steps'>): StepRequestInput[] {
  const forced =
    input.force_collect_compliance_information === true && !steps.some(({ name }) => name === 'compliance');
  const party = input.payout_fee_party ?? undefined;
  return [
    ...(forced ? [{ name: 'compliance' as const }] : []),
    ...steps,
    { name: 'payout', ...(party === undefined ? {} : { payout_fee_party: party }) },
  ];
}
