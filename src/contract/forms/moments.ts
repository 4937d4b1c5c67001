/** Moments as other machines write them. */

/** A date, and perhaps a time, and perhaps its zone. */
const written =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(?: ?(Z|[+-]\d{2}:?\d{2})| (\d{2}:?\d{2}))?)?$/i;

/**
 * Returns the moment that a text names; an invalid date when it names none. Without a time it is the first
 * one of the day. Without a zone it is UTC and not where the server stands: the vendor writes its times so.
 * In the query of a URL, a plus that was not escaped has become a space.
 */
export function momentOf(text: string): Date {
  const [, date, time = '00:00', zone, east] = written.exec(text) ?? [];
  if (date === undefined) return new Date(NaN);
  const offset = (east === undefined ? (zone ?? 'Z') : `+${east}`).toUpperCase();
  return new Date(`${date}T${time}${offset.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')}`);
}
