/** The theme that is set on the page, over the brand's own: live, and as CSS to take away. */
import { colours, type Colour, type State } from './state.ts';

const fonts: Readonly<Record<Exclude<State['font'], ''>, string>> = {
  sans: 'ui-sans-serif, system-ui, sans-serif',
  serif: 'ui-serif, Georgia, serif',
  mono: 'ui-monospace, "DejaVu Sans Mono", monospace',
};

/** Returns what was set, as declarations. */
function declarations(state: State): string[] {
  const { radius, density, font, surface } = state;
  return [
    ...colours.filter((name) => state[name]).map((name) => `--dots-${name}: ${state[name]}`),
    ...(surface ? [`background: ${surface}`] : []),
    ...(radius
      ? [`--dots-radius: ${radius}em`, `--dots-radius-card: ${radius}em`, `--dots-radius-button: ${radius}em`]
      : []),
    ...(density ? [`--dots-density: ${density}`] : []),
    ...(font ? [`font-family: ${fonts[font]}`] : []),
  ];
}

/** Returns the rule to copy; empty when nothing was set. */
export function themeCss(state: State, selector = 'dots-flow'): string {
  const lines = declarations(state);
  return lines.length > 0 ? `${selector} {\n${lines.map((line) => `  ${line};\n`).join('')}}` : '';
}

const sheet = new CSSStyleSheet();

/** Puts the theme on the page. A sheet that a script makes is no inline style, so the policy allows it. */
export function applyTheme(state: State): void {
  if (!document.adoptedStyleSheets.includes(sheet))
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  sheet.replaceSync(themeCss(state, '.site[data-brand] dots-flow'));
}

const isDark = matchMedia('(prefers-color-scheme: dark)');
let asked: { readonly key: string; readonly found: Readonly<Record<Colour, string>> } | null = null;

/** Returns what the three colours of the element come out at, in the scheme of the moment. */
export function brandColours(flow: Element, state: State): Readonly<Record<Colour, string>> {
  const key = JSON.stringify([state, isDark.matches]);
  if (asked?.key === key) return asked.found;
  const style = getComputedStyle(flow);
  // The browser itself makes a colour of what a property says.
  const probe = document.getElementById('probe') ?? document.body;
  const read = (name: Colour): string => {
    probe.style.color = style.getPropertyValue(`--dots-${name}`);
    return hex(getComputedStyle(probe).color);
  };
  const found = { accent: read('accent'), surface: read('surface'), text: read('text') };
  asked = { key, found };
  return found;
}

function hex(rgb: string): string {
  const parts = rgb.match(/\d+/g)?.slice(0, 3) ?? ['0', '0', '0'];
  return `#${parts.map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`;
}
