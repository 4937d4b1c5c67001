/**
 * Tells the page's developer which colours cannot be read, and which token mends them. It is loaded on the
 * developer's own machine and in sandbox flows, long after the first paint, and never for a payee.
 */
import type { LitElement } from 'lit';
import { contrast, luminance, paint, type Paint } from '../ui/contrast.ts';
import { say } from './say.ts';

/** WCAG 2.2 AA: §1.4.3 for text, §1.4.11 for what shows where a control is. */
const least = { text: 4.5, border: 3 } as const;

interface Pair {
  /** What somebody sees of it. */
  readonly what: string;
  readonly color: string;
  readonly token: string;
  readonly kind: keyof typeof least;
  /** Behind it. Absent: the page's own background, and the surface. */
  readonly on?: { readonly what: string; readonly color: string };
}

const field = { what: 'fields', color: 'var(--dots-input, var(--_surface))' };
const pairs: readonly Pair[] = [
  { what: 'Text', color: 'var(--_text)', token: '--dots-text', kind: 'text' },
  { what: 'Quiet text', color: 'var(--_muted)', token: '--dots-muted', kind: 'text' },
  { what: 'A link', color: 'var(--_link)', token: '--dots-link', kind: 'text' },
  { what: 'An error', color: 'var(--_error)', token: '--dots-error', kind: 'text' },
  { what: 'Success', color: 'var(--_success)', token: '--dots-success', kind: 'text' },
  {
    what: 'The main button’s text',
    color: 'var(--_on-accent)',
    token: '--dots-on-accent',
    kind: 'text',
    on: { what: 'the accent', color: 'var(--_accent)' },
  },
  {
    what: 'An example',
    color: 'var(--dots-placeholder, var(--_muted))',
    token: '--dots-placeholder',
    kind: 'text',
    on: field,
  },
  { what: 'What is typed', color: 'var(--_text)', token: '--dots-input', kind: 'text', on: field },
  { what: 'The border of fields', color: 'var(--_border)', token: '--dots-border', kind: 'border' },
  {
    what: 'The focus ring',
    color: 'var(--dots-focus, var(--_link))',
    token: '--dots-focus',
    kind: 'border',
  },
];

/** Returns one sentence for each colour of the element that cannot be told from what is behind it. */
export function findings(host: LitElement): string[] {
  // Colours of what is not rendered are nobody's.
  if (!host.getClientRects().length) return [];
  const probe = document.createElement('i');
  probe.hidden = true;
  host.renderRoot.append(probe);
  const read = (color: string): string => {
    probe.style.color = color;
    return getComputedStyle(probe).color;
  };
  const page = backdrop(host);
  const surface = { what: 'the surface', color: 'var(--_surface)' };
  const found = pairs.flatMap(({ what, color, token, kind, on }) => {
    const below = (on ? [on] : [surface]).map((layer) => ({
      what: layer.what,
      layers: [...(page ?? ['#fff']), read(layer.color)],
    }));
    if (!on && page) below.unshift({ what: 'the page’s background', layers: page });
    return below.flatMap(({ what: place, layers }) => {
      const ground = paint(layers);
      const ratio = contrast(paint([...layers, read(color)]), ground);
      return ratio < least[kind] ? [sentence({ what, place, ratio, token, kind, ground })] : [];
    });
  });
  probe.remove();
  return found;
}

interface Finding {
  readonly what: string;
  readonly place: string;
  readonly ratio: number;
  readonly token: string;
  readonly kind: keyof typeof least;
  readonly ground: Paint;
}

function sentence({ what, place, ratio, token, kind, ground }: Finding): string {
  const isLight = luminance(ground) > 0.18;
  // What is typed has the colour of all text, so that here the ground has to change.
  const direction = (token === '--dots-input') === isLight ? 'lighter' : 'darker';
  return (
    `${what} on ${place} has a contrast of ${ratio.toFixed(1)}:1; WCAG 2.2 AA wants ${least[kind]}:1. ` +
    `Set ${token} to a ${direction} colour` +
    (token === '--dots-text' ? `, or theme="${isLight ? 'light' : 'dark'}" on the element.` : '.')
  );
}

/**
 * Returns the backgrounds behind the element, the lowest first; null where a picture is among them, of which
 * nobody knows the colour.
 */
function backdrop(host: Element): string[] | null {
  const layers: string[] = [];
  for (let node: Element | null = host; node; node = parentOf(node)) {
    const { backgroundColor, backgroundImage } = getComputedStyle(node);
    layers.unshift(backgroundColor);
    if (isOpaque(backgroundColor)) return layers;
    if (backgroundImage !== 'none') return null;
  }
  const { colorScheme } = getComputedStyle(document.documentElement);
  const isDark =
    colorScheme.endsWith('dark') &&
    (!colorScheme.includes('light') || matchMedia('(prefers-color-scheme: dark)').matches);
  return [isDark ? '#121212' : '#fff', ...layers];
}

const parentOf = (node: Element): Element | null =>
  node.assignedSlot ?? node.parentElement ?? (node.getRootNode() as Partial<ShadowRoot>).host ?? null;

/** Paint that hides both black and white is opaque. */
const isOpaque = (color: string): boolean =>
  String(paint(['#000', color])) === String(paint(['#fff', color]));

/** Warns in the console, once. */
export function warn(host: LitElement): void {
  for (const finding of findings(host)) say(finding, 'warn');
}
