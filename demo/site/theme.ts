/** The theme that is set on the page, over the brand's own: live, and as CSS to take away. */
import { colours, type State } from './state.ts';

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
