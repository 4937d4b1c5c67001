/** Reads for how long each kind of data is kept. */
import { kinds, settingOf, terms, type Retention } from '../ports/retention.ts';
import { readWhole } from './read-settings.ts';

/** `value` returns a setting, or undefined where it is absent. */
export function readRetention(value: (name: string) => string | undefined, problems: string[]): Retention {
  const page = 'docs/retention.md';
  const days = kinds.map((kind) => {
    const name = settingOf(kind);
    const bounds = { ...terms[kind], usual: terms[kind].days };
    return [kind, readWhole(name, value(name), bounds, { unit: ' of days', page }, problems)];
  });
  return Object.fromEntries(days) as Retention;
}
