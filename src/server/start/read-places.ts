/** Reads how much may be under way at one time. */
import { placeBounds, placeNames, placeSetting, type Places } from '../ports/places.ts';

/** `value` returns a setting, or undefined where it is absent. */
export function readPlaces(value: (name: string) => string | undefined, problems: string[]): Places {
  const places = placeNames.map((place) => {
    const name = placeSetting(place);
    const { usual, least, most } = placeBounds[place];
    const text = value(name);
    const number = text === undefined ? usual : Number(/^\d+$/.test(text) ? text : NaN);
    if (number >= least && number <= most) return [place, number] as const;
    problems.push(`${name} must be a whole number from ${least} to ${most} (docs/limits.md).`);
    return [place, usual] as const;
  });
  return Object.fromEntries(places) as Places;
}
