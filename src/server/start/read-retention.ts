/** Reads for how long each kind of data is kept. */
import { kinds, settingOf, terms, type Retention } from '../ports/retention.ts';

/** `value` returns a setting, or undefined where it is absent. */
export function readRetention(value: (name: string) => string | undefined, problems: string[]): Retention {
  const days = kinds.map((kind) => {
    const name = settingOf(kind);
    const { days: usual, least, most } = terms[kind];
    const text = value(name);
    const number = text === undefined ? usual : Number(/^\d+$/.test(text) ? text : NaN);
    if (number >= least && number <= most) return [kind, number] as const;
    problems.push(`${name} must be a whole number of days from ${least} to ${most} (docs/retention.md).`);
    return [kind, usual] as const;
  });
  return Object.fromEntries(days) as unknown as Retention;
}
