/** How `/docs` looks. Its hash is in the page's policy, so a changed sheet changes the policy with it. */
export const style = `
:root {
  color-scheme: light dark;
  --ink: light-dark(#16181d, #e8eaf0); --soft: light-dark(#5b6270, #a2a9b8); --mark: light-dark(#1f5fd6, #8ab4ff);
  --line: light-dark(#dfe3ea, #333845); --edge: light-dark(#7b8494, #737c8d);
  --page: light-dark(#fff, #14171c); --tint: light-dark(#f5f7fa, #1d2129);
}
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--page); }
main { padding: 1rem clamp(1rem, 4vw, 3rem) 3rem; max-width: 64rem; min-width: 0; overflow-wrap: break-word; }
nav { padding: 0.25rem 1rem; font-size: 0.875rem; border-bottom: 1px solid var(--line); }
nav strong { display: block; margin-top: 1rem; }
nav ul { list-style: none; margin: 0; padding: 0; }
nav a { color: inherit; text-decoration: none; display: block; padding: 0.15rem 0; }
nav a:hover, nav a:focus-visible { text-decoration: underline; }
nav summary { font-weight: 600; min-height: 2.75rem; padding-block: 0.65rem; }
.skip { position: absolute; inset-inline-start: -100vw; }
.skip:focus { inset: 0.5rem auto auto 0.5rem; padding: 0.5rem 1rem; background: var(--page); }
main a, .skip { color: var(--mark); }
h1 { font-size: 1.75rem; margin: 0.5rem 0; } h2 { margin-top: 3rem; } h3 { margin: 2.25rem 0 0.25rem; }
h2, h3, section { scroll-margin-top: 0.5rem; }
code, pre, .pre { font: 0.875em/1.5 ui-monospace, monospace; }
pre, .call, .pre {
  background: var(--tint); border: 1px solid var(--line); border-radius: 6px; padding: 0.5rem 0.75rem; overflow: auto;
}
.call b { margin-inline-end: 0.75ch; } p { margin: 0.5rem 0; } .soft { color: var(--soft); }
table { border-collapse: collapse; width: 100%; font-size: 0.9375rem; margin: 0.5rem 0 1rem; }
th, td { text-align: start; vertical-align: top; padding: 0.4rem 1rem 0.4rem 0; border-bottom: 1px solid var(--line); }
th { font-weight: 600; color: var(--soft); } td:last-child { padding-inline-end: 0; }
.fields td:nth-child(2) { width: 24%; } .fields td:last-child { width: 46%; }
td details { margin-top: 0.25rem; }
.try form, .as { display: grid; gap: 0.5rem; justify-items: start; }
label { display: grid; width: 100%; max-width: 34rem; font-size: 0.875rem; color: var(--soft); }
input, textarea, button {
  font: inherit; color: var(--ink); background: transparent; border: 1px solid var(--edge); border-radius: 6px;
  padding: 0.4rem 0.6rem; min-height: 2.75rem; min-width: 0;
}
textarea { font: 0.875rem/1.5 ui-monospace, monospace; }
button { padding-inline: 1.25rem; font-weight: 600; cursor: pointer; }
summary { padding-block: 0.35rem; cursor: pointer; }
#found { list-style: none; margin: 0; padding: 0; }
#found li { padding-block: 0.35rem; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
#found a { display: inline-block; min-height: 1.75rem; font-weight: 600; }
#found .soft { font-size: 0.875rem; } #find-keys, #found-count { font-size: 0.875rem; }
@media (hover: none) { #find-keys { display: none; } }
output.pre { width: 100%; white-space: pre-wrap; overflow-wrap: anywhere; } output.pre:empty { display: none; }
:focus-visible { outline: 2px solid var(--mark); outline-offset: 2px; }
@media (max-width: 50rem) {
  table, tbody, tr, td { display: block; width: auto; }
  thead { position: absolute; clip-path: inset(50%); }
  tr { border-bottom: 1px solid var(--line); padding-block: 0.5rem; }
  .fields td:nth-child(n) { width: auto; }
  td { border: 0; padding: 0.1rem 0; overflow-wrap: anywhere; }
  td:empty { display: none; }
  td:first-child, td:first-child code { font-weight: 600; }
  .fields td:nth-child(2) { color: var(--soft); }
}
@media (min-width: 50.01rem) {
  .fields td:nth-child(2) code, .short td:first-child code { white-space: nowrap; }
}
@media (min-width: 60rem) {
  body { display: grid; grid-template-columns: 17rem minmax(0, 1fr); }
  nav { border: 0; border-inline-end: 1px solid var(--line); position: sticky; top: 0; height: 100vh; overflow: auto; }
  @supports selector(::details-content) {
    nav summary { display: none; }
    nav details::details-content { content-visibility: visible; block-size: auto; }
  }
}
`;
