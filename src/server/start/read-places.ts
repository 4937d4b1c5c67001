/** Reads how much may be under way at one time. */
import { placeBounds, placeNames, placeSetting, type Places } from '../ports/places.ts';
import { readWhole } from './read-settings.ts';

/** `value` returns a setting, or undefined where it is absent. */
export function readPlaces(value: (name: string) => string | undefined, problems: string[]): Places {
  const page = 'docs/limits.md';
  const places = placeNames.map((place) => {
    const name = placeSetting(place);
    return [place, readWhole(name, value(name), placeBounds[place], { page }, problems)];
  });
  return Object.fromEntries(places) as Places;
}
