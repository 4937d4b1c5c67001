/** What the site does beside being read: search, copying code, and the live parts where a page has some. */
import MiniSearch from 'minisearch';
import { searchOptions, type Section } from './search-options.ts';

/** Also below a path of a host. */
const base = new URL('.', import.meta.url);
const most = 12;

const box = document.querySelector<HTMLElement>('search');
const input = document.querySelector<HTMLInputElement>('#find');
const list = document.querySelector<HTMLUListElement>('#found');

if (box && input && list) {
  box.hidden = false;
  startSearch(input, list);
}

function startSearch(input: HTMLInputElement, list: HTMLUListElement): void {
  let index: Promise<MiniSearch<Section>> | undefined;
  let at = -1;
  const load = () =>
    (index ??= fetch(new URL('search.json', base))
      .then((answer) => answer.text())
      .then((text) => MiniSearch.loadJSON<Section>(text, searchOptions)));

  const choose = (to: number) => {
    const options = [...list.children] as HTMLElement[];
    at = options.length === 0 ? -1 : (to + options.length) % options.length;
    for (const [n, option] of options.entries()) option.ariaSelected = String(n === at);
    options[at]?.scrollIntoView({ block: 'nearest' });
    if (at < 0) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', `found-${at}`);
  };

  const show = async () => {
    const words = input.value.trim();
    const found = words === '' ? [] : (await load()).search(words).slice(0, most);
    if (words !== input.value.trim()) return;
    list.replaceChildren(
      ...found.map(({ id, title, page }, n) => {
        const link = document.createElement('a');
        link.href = new URL(`.${id as string}`, base).href;
        link.tabIndex = -1;
        link.append(
          title as string,
          Object.assign(document.createElement('small'), { textContent: page as string }),
        );
        const option = Object.assign(document.createElement('li'), { id: `found-${n}`, role: 'option' });
        option.append(link);
        return option;
      }),
    );
    if (words !== '' && found.length === 0)
      list.append(
        Object.assign(document.createElement('li'), { textContent: 'Nothing was found.', role: 'option' }),
      );
    list.hidden = words === '';
    input.ariaExpanded = String(!list.hidden);
    choose(found.length > 0 ? 0 : -1);
  };

  const close = () => {
    list.hidden = true;
    input.ariaExpanded = 'false';
  };

  input.addEventListener('focus', () => void load());
  input.addEventListener('input', () => void show());
  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown') choose(at + 1);
    else if (event.key === 'ArrowUp') choose(at - 1);
    else if (event.key === 'Enter') list.children[at]?.querySelector('a')?.click();
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
  });
  list.addEventListener('click', close);
  document.addEventListener('click', (event) => {
    if (!box?.contains(event.target as Node)) close();
  });
  document.addEventListener('keydown', (event) => {
    const typing = event.composedPath()[0];
    if (event.key !== '/' || event.metaKey || event.ctrlKey) return;
    if (typing instanceof HTMLElement && typing.matches('input, textarea, select, [contenteditable]')) return;
    event.preventDefault();
    input.focus();
  });
}

for (const block of document.querySelectorAll('main pre')) {
  const button = Object.assign(document.createElement('button'), { type: 'button', textContent: 'Copy' });
  button.addEventListener('click', () => {
    void navigator.clipboard.writeText(block.querySelector('code')?.textContent ?? '').then(() => {
      button.textContent = 'Copied';
      setTimeout(() => (button.textContent = 'Copy'), 2_000);
    });
  });
  const frame = Object.assign(document.createElement('div'), { className: 'code' });
  block.replaceWith(frame);
  frame.append(block, button);
}

// On a phone the contents would fill the first screen.
const narrow = matchMedia('(width < 64rem)');
const fold = () => {
  for (const part of document.querySelectorAll<HTMLDetailsElement>('nav.contents details'))
    part.open = !narrow.matches;
};
narrow.addEventListener('change', fold);
fold();
document.querySelector('nav.contents [aria-current]')?.scrollIntoView({ block: 'center' });

if (document.querySelector('.live')) void import('./live.ts');
if (document.querySelector('#playground')) void import('./playground.ts');
