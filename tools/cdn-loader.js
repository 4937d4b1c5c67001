/**
 * Loads the element from a classic script, for tag managers that cannot write `type="module"`:
 * `<script async src="https://pay.example/loader.js"></script>`. It is built to dist/cdn/loader.js and stands
 * beside dots-flow.js. `import()` takes a text also where Trusted Types are required.
 */
{
  const { src } = document.currentScript ?? {};
  if (src) import(new URL('dots-flow.js', src).href);
  else console.error('<dots-flow>: loader.js has to be the src of a script element, not its text.');
}
