/**
 * Turns the `?styles=` JSON of the old iframe into CSS for `<dots-flow>`. It needs no browser, so that a
 * server can write the CSS into the page.
 *
 * The JSON often comes from an address, which anybody can write. So only colours and lengths are taken over,
 * and nothing that would end a declaration.
 */

/** Where each of the old names goes: what is selected of the element, and which property is set there. */
const places = {
  backgroundColor: [
    ['', '--dots-surface'],
    ['', 'background-color'],
  ],
  primaryTextColor: [['', '--dots-text']],
  secondaryTextColor: [['', '--dots-muted']],
  tertiaryTextColor: [['::part(hint)', 'color']],
  primaryColor: [['', '--dots-accent']],
  tabBackgroundColor: [
    ['::part(rail)', 'background-color'],
    ['::part(method)', 'background-color'],
  ],
  tabHoverBackgroundColor: [
    ['::part(rail):hover', 'background-color'],
    ['::part(method):hover', 'background-color'],
  ],
  tabBorderColor: [
    ['::part(rails)', 'border-color'],
    ['::part(rail)', 'border-color'],
    ['::part(methods)', 'border-color'],
    ['::part(method)', 'border-color'],
  ],
  tabHoverBorderColor: [
    ['::part(rail):hover', 'border-color'],
    ['::part(method):hover', 'border-color'],
  ],
  buttonBackgroundColor: [['::part(button)', 'background-color']],
  buttonTextColor: [['', '--dots-on-accent']],
  buttonHoverTextColor: [['::part(button):hover', 'color']],
  buttonHoverBackgroundColor: [['::part(button):hover', 'background-color']],
  // The main button is never disabled. While its request is under way it does nothing either.
  buttonDisabledBackgroundColor: [[':state(busy)::part(button)', 'background-color']],
  buttonDisabledTextColor: [[':state(busy)::part(button)', 'color']],
  inputBackgroundColor: [['', '--dots-input']],
  inputBorderColor: [['', '--dots-border']],
  inputPlaceholderColor: [['', '--dots-placeholder']],
  borderRadius: [['', '--dots-radius']],
} as const satisfies Readonly<Record<string, readonly (readonly [string, string])[]>>;

/** A name that the old iframe knew under `variables`. */
export type OldStyleName = keyof typeof places;

export interface Theme {
  /** Rules for the element, to be written into a style sheet. */
  readonly css: string;
  /** Names that are unknown, or whose value is neither a colour nor a length. */
  readonly ignored: readonly string[];
}

const color = /^(?:#[\da-f]{3,8}|[a-z]+|(?:rgb|hsl|hwb|lab|lch|oklab|oklch)a?\([\w\s.,%/+-]+\))$/i;
const length = /^\d*\.?\d+(?:px|em|rem|%)?$/;

/**
 * Returns the CSS for `{ theme, variables }`, given as that object or as its JSON. What cannot be read makes
 * an empty theme. `selector` finds the element.
 */
export function themeFromStyles(styles: unknown, selector = 'dots-flow'): Theme {
  const { theme, variables } = objectOf(typeof styles === 'string' ? parse(styles) : styles);
  const rules = new Map<string, string[]>();
  const ignored: string[] = [];
  const set = (suffix: string, declaration: string) =>
    rules.set(suffix, [...(rules.get(suffix) ?? []), declaration]);

  if (theme === 'light' || theme === 'dark') set('', `color-scheme: ${theme}`);
  for (const [name, given] of Object.entries(objectOf(variables))) {
    const value = isOldName(name) ? readValue(name, given) : null;
    if (!isOldName(name) || value === null) ignored.push(name);
    else for (const [suffix, property] of places[name]) set(suffix, `${property}: ${value}`);
  }
  const css = [...rules].map(([suffix, set]) => `${selector}${suffix} { ${set.join('; ')}; }\n`).join('');
  return { css, ignored };
}

const isOldName = (name: string): name is OldStyleName => Object.hasOwn(places, name);

/** Returns a value that is safe in a declaration, or null. A bare number is one of pixels. */
function readValue(name: OldStyleName, given: unknown): string | null {
  const value = typeof given === 'number' ? String(given) : typeof given === 'string' ? given.trim() : '';
  if (name !== 'borderRadius') return color.test(value) ? value : null;
  if (!length.test(value)) return null;
  return /\d$/.test(value) ? `${value}px` : value;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return null;
  }
}

const objectOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
