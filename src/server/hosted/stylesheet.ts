/** The tab's icon. It is a file of its own, because the policy allows no images from `data:`. */
export const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#1f5fd0"/><circle cx="11" cy="16" r="4" fill="#fff"/><circle cx="22" cy="16" r="4" fill="#fff" opacity=".6"/></svg>';

/**
 * The looks of the hosted page: a quiet ground, one card, the partner's name. The element brings its own
 * looks. What the link's `?styles=` sets of the element is set of the root too, so that the page agrees with
 * it.
 */
export const stylesheet = `:root {
  color-scheme: light dark;
  --ground: Canvas;
  --surface: Canvas;
  --text: CanvasText;
  --line: #8884;
  --ribbon: Canvas;
  --ribbon-text: CanvasText;
  --dots-surface: var(--surface);
  --dots-text: var(--text);
  background-color: var(--ground);
}
@supports (color: light-dark(red, red)) {
  :root {
    --ground: light-dark(#f4f5f7, #0c0e12);
    --surface: light-dark(#fff, #14171c);
    --text: light-dark(#1b2430, #eceff4);
    --line: light-dark(#e3e6ea, #262b33);
    --ribbon: light-dark(#fdf3d8, #2b2412);
    --ribbon-text: light-dark(#5c4300, #f1d48b);
  }
}
*, ::before, ::after { box-sizing: border-box; }
body {
  margin: 0;
  min-block-size: 100dvh;
  color: var(--dots-text);
  font: 1rem/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif;
  -webkit-text-size-adjust: 100%;
}
[hidden] { display: none !important; }
.ribbon {
  margin: 0;
  padding: .5rem 1rem;
  background: var(--ribbon);
  color: var(--ribbon-text);
  font-size: .875rem;
  text-align: center;
  text-wrap: balance;
}
header, main { inline-size: min(100%, 34rem); margin-inline: auto; padding-inline: 1rem; }
header { padding-block: 2rem 1rem; }
h1.app { margin: 0; font-size: 1.0625rem; line-height: inherit; overflow-wrap: anywhere; }
main { padding-block-end: 3rem; }
main:first-child { padding-block-start: 4rem; }
.card {
  padding: clamp(1.25rem, 5vw, 2.5rem);
  border: 1px solid var(--line);
  border-radius: 1rem;
  background: var(--dots-surface);
}
.card > .waiting { max-inline-size: 28rem; margin: 0 auto 1.5rem; padding-block-end: 1.25rem; border-block-end: 1px solid var(--line); overflow-wrap: anywhere; }
.waiting strong { display: block; font-size: 1.375rem; line-height: 1.3; font-weight: 600; font-variant-numeric: tabular-nums; }
.contact { display: flex; flex-wrap: wrap; gap: .25rem 1rem; margin-block: 1rem 0; font-size: .875rem; }
.contact a { color: inherit; }
/* Room for the first step, so that the card does not grow under the eye while the script arrives. */
dots-flow { display: block; max-inline-size: 28rem; margin-inline: auto; }
dots-flow:not(:defined) { min-block-size: 24rem; }
/* Only a script that is late or broken leaves it in view; the room above keeps its place meanwhile. */
.fallback { margin: 0; animation: late 1ms 5s backwards; }
.fallback a { color: inherit; }
@keyframes late { from { visibility: hidden; } }
/* Browsers that know both are at the floor: Chrome 105, Safari 16.4, Firefox 121. The others may run no script of ours. */
.card > .outdated { margin-block-end: 1.5rem; overflow-wrap: anywhere; }
.outdated a { color: inherit; }
@media (width >= 0px) { @supports selector(:has(*)) { .outdated { display: none; } } }
@media (scripting: none) { .fallback { display: none; } dots-flow:not(:defined) { min-block-size: 0; } }
h1 { margin: 0 0 .5rem; font-size: 1.375rem; line-height: 1.3; font-weight: 600; }
.card > p { margin: 0; }
noscript p { margin: 0; }
.code { font-size: 1.75rem; font-weight: 600; font-variant-numeric: tabular-nums; }
.answers { display: grid; gap: .75rem; margin-block-start: 1.5rem; }
.answers button { min-block-size: 2.875rem; font: inherit; font-weight: 600; color: light-dark(#fff, #14171c); background: light-dark(#1f5fd0, #86b0ff); border: 1px solid transparent; border-radius: .625rem; cursor: pointer; }
.answers .quiet { color: inherit; background: none; border-color: var(--line); }
.answers button:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
@media (max-width: 30rem) {
  header, main { padding-inline: 0; }
  header { padding: 1.25rem 1.25rem .75rem; }
  .card { border-inline: 0; border-radius: 0; }
  .contact { padding-inline: 1.25rem; }
}
`;
