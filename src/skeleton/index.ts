/**
 * What a server puts into `<dots-flow>`, so that the payee sees the frame of the first step before any script
 * has come: `dots-flow/skeleton`. It needs no browser. The element takes it away in the moment in which it
 * shows its own skeleton, which has the very same boxes.
 */
import { html } from 'lit';
import { authentication as german } from '../locales/de/authentication.ts';
import { shell as germanShell } from '../locales/de/shell.ts';
import { authentication } from '../locales/en/authentication.ts';
import { shell } from '../locales/en/shell.ts';
import { chooseLanguage, directionOf } from '../locales/languages.ts';
import { Localizer } from '../locales/localizer.ts';
import { progressSkeleton, skeleton as firstStep } from '../shell/frame.ts';
import { shell as frame } from '../shell/frame-styles.ts';
import { controls } from '../ui/controls-styles.ts';
import { tokens } from '../ui/tokens.ts';
import { stylesFor } from './styles.ts';
import { toHtml } from './to-html.ts';

export interface SkeletonOptions {
  /**
   * What the payee reads, best first, as BCP 47 tags: the page's `lang`, then those of `Accept-Language`. The
   * words cannot be read, but they give the lines their lengths. Default: English.
   */
  readonly lang?: string | readonly string[] | undefined;
}

const english = { ...shell, ...authentication };
/** The words of the first screen, without a request for them. */
const words = { en: english, de: { ...germanShell, ...german } };

/**
 * Returns what to put between `<dots-flow>` and `</dots-flow>`, before a fallback of your own: a declarative
 * shadow root with its styles. It is always the same for a language, so it can be kept.
 */
export function skeleton({ lang = [] }: SkeletonOptions = {}): string {
  const [language, locale] = chooseLanguage(typeof lang === 'string' ? [lang] : lang);
  const translated = words[language as keyof typeof words];
  const localizer = new Localizer(locale, {}, { language, words: translated, english });
  return `<template shadowrootmode="open"><style>${styles}</style>${markup(localizer)}</template>`;
}

/**
 * Resolves to the source expression that lets the skeleton's `<style>` pass a Content-Security-Policy:
 * `'sha256-…'`, in quotation marks, for `style-src`. It is the same in all languages.
 */
export async function styleHash(): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(styles));
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`;
}

/** Returns what the element draws while it loads, and over it a place for what the page has put inside. */
function markup(localizer: Localizer): string {
  const { language } = localizer;
  return toHtml(
    html`<div class="loading">
      <div part="flow" lang=${language} dir=${directionOf(language)}>
        ${progressSkeleton()}
        <div class="screen" aria-busy="true">${firstStep(localizer)}</div>
      </div>
      <slot></slot>
    </div>`,
  );
}

/**
 * A fallback that the page shows after a while stands above the skeleton and does not move it. The field has
 * no text here, and must not get the height of one that is never below 16px.
 */
const own =
  '.loading{display:grid}.loading>*,::slotted(*){grid-area:1/1;min-inline-size:0}' +
  '::slotted(*){z-index:1;align-self:start;padding-block-end:1.5em;background:var(--_surface)}.control{font-size:inherit}';

const styles =
  stylesFor(
    markup(new Localizer('en', {}, { english })),
    `${tokens.cssText}${controls.cssText}${frame.cssText}`,
  ) + own;
