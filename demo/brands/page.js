// @ts-check
/** Puts one of the three brands on the page, and starts a flow for a payee who is new. */

const brands = { halyard: 'Halyard', pomelo: 'Pomelo', northgate: 'Northgate' };
const wanted = new URLSearchParams(location.search).get('brand') ?? '';
const brand = /** @type {keyof typeof brands} */ (wanted in brands ? wanted : 'halyard');

document.head.append(
  Object.assign(document.createElement('link'), { rel: 'stylesheet', href: `/demo/brands/${brand}.css` }),
);
/** @type {HTMLElement} */ (document.getElementById('logo')).textContent = brands[brand];
document.querySelector(`[href="?brand=${brand}"]`)?.setAttribute('aria-current', 'page');

const flow = /** @type {import('../../src/dots-flow.ts').DotsFlow} */ (document.querySelector('dots-flow'));
flow.config = {
  /** @param {AbortSignal} signal */
  createFlow: (signal) =>
    fetch('/demo/flows', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ steps: ['compliance', 'manage-payouts'] }),
      signal,
    }).then((answer) => answer.json()),
};
