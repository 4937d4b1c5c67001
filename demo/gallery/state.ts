/** What is shown and how. All of it is in the URL, so that what somebody looks at can be sent. */

/** The choices of each control; the first one is meant when the URL says nothing. */
export const controls = {
  theme: ['none', 'pomelo', 'halyard', 'northgate'],
  lang: ['en', 'de'],
  width: ['full', '320', '360', '480', '720', '1280'],
  dir: ['auto', 'ltr', 'rtl'],
  scheme: ['auto', 'light', 'dark'],
} as const;
export type Control = keyof typeof controls;
export const controlNames = Object.keys(controls) as Control[];

export type State = { readonly [C in Control]: (typeof controls)[C][number] } & {
  /** The name of a walk, and the place of a screen in it, from 1. */
  readonly walk: string;
  readonly screen: number;
};

export function readState(query: URLSearchParams): State {
  const chosen = controlNames.map((name) => {
    const all: readonly string[] = controls[name];
    const value = query.get(name) ?? '';
    return [name, all.includes(value) ? value : all[0]];
  });
  return {
    ...(Object.fromEntries(chosen) as Pick<State, Control>),
    walk: query.get('walk') ?? '',
    screen: Math.max(1, Number(query.get('screen')) || 1),
  };
}

/** Returns the query of this state, without what is meant anyway. */
export function queryOf({ walk, screen, ...chosen }: State): string {
  const query = new URLSearchParams();
  if (walk) query.set('walk', walk);
  if (walk) query.set('screen', String(screen));
  for (const name of controlNames) if (chosen[name] !== controls[name][0]) query.set(name, chosen[name]);
  return `?${query.toString()}`;
}
