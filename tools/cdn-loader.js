/**
 * Loads the element from a classic script, for tag managers that cannot write `type="module"`:
 * `<script async src="https://pay.example/loader.js"></script>`. It is built to dist/cdn/loader.js and stands
 * beside dots-flow.js. `import()` takes a text also where Trusted Types are required.
 *
 * Browsers below the floor run it too. In them it loads nothing, and says so inside each element.
 */
{
  const { src } = document.currentScript || {};

  /** The build puts the words here, from src/locales. */
  const words = { en: 'OUTDATED_EN', de: 'OUTDATED_DE' };

  const say = () => {
    for (const element of Array.from(document.querySelectorAll('dots-flow'))) {
      const { lang } = element.closest('[lang]') || {};
      const text = document.createElement('p');
      text.textContent = words[/^de/i.test(lang || navigator.language) ? 'de' : 'en'];
      const link = document.createElement('a');
      // What was set by a script is not known. A config may have secrets, and is not looked at.
      const id = element.getAttribute('flow-id');
      const api = element.getAttribute('api-url');
      const { protocol, href } = api ? new URL(api, document.baseURI) : new URL('/api', src);
      if (id && /^https?:$/.test(protocol)) {
        link.textContent = link.href = href.replace(/(\/api)?\/?$/, '/flow/' + encodeURIComponent(id));
        link.rel = 'noopener noreferrer';
        text.appendChild(document.createTextNode(' '));
        text.appendChild(link);
      }
      element.insertBefore(text, element.firstChild);
    }
  };

  if (!src) console.error('<dots-flow>: loader.js has to be the src of a script element, not its text.');
  // Together these two came with Chrome 105, Safari 16.4 and Firefox 121.
  else if ('attachInternals' in HTMLElement.prototype && CSS.supports('selector(:has(*))'))
    import(new URL('dots-flow.js', src).href);
  else if (document.readyState === 'loading') addEventListener('DOMContentLoaded', say);
  else say();
}
