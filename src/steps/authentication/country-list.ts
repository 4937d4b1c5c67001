/**
 * The list of countries and calling codes. It is a dialog in the top layer, with a search field that drives a
 * listbox (WAI-ARIA APG, "Editable combobox with list autocomplete"); floating-ui keeps it beside the button.
 *
 * It is built when it is opened and gone when it is closed. Two lists of 250 options would cost thousands of
 * nodes, and the longest task of the page.
 */
import { autoUpdate, computePosition, flip, offset, shift, size } from '@floating-ui/dom';
import { originOf, showPopover } from '../../ui/popover.ts';
import { knownLocales } from '../../locales/locales.ts';
import type { StepElement } from '../step-element.ts';
import type { PhoneLibrary } from './phone.ts';
import sheet from './country-list-styles.ts';
import { countrySearch, type Findable } from '../../ui/country-search.ts';

/**
 * `anchor` is the button that opened the list. `library` knows the countries (ISO 3166-1) and their calling
 * codes. `onClose` runs once, however the list was closed.
 */
export interface CountryListOptions {
  readonly anchor: HTMLElement;
  readonly step: StepElement;
  readonly selected: string;
  readonly library: PhoneLibrary;
  readonly onSelect: (country: string) => void;
  readonly onClose: () => void;
}

/** One country with its option, which is made once and then only moved and hidden. */
interface Entry extends Findable {
  readonly option: HTMLElement;
}

/**
 * Opens the list with the selected country on top and in view, and the focus in the search field.
 *
 * The focus stays in that field: `aria-activedescendant` tells screen readers which option the arrow keys
 * have reached.
 */
export function openCountryList(options: CountryListOptions): { close: () => void } {
  const { anchor } = options;
  const { t } = options.step;
  const label = t('authentication.country.search');
  const panel = element('div', {
    class: 'country-list',
    part: 'country-list',
    popover: 'auto',
    role: 'dialog',
    'aria-label': t('authentication.country.title'),
  });
  const search = element('input', {
    class: 'control',
    part: 'input',
    type: 'search',
    role: 'combobox',
    autocomplete: 'off',
    'aria-label': label,
    'aria-expanded': 'true',
    'aria-controls': 'countries',
    'aria-autocomplete': 'list',
    placeholder: label,
  });
  const list = element('div', {
    id: 'countries',
    role: 'listbox',
    'aria-label': t('authentication.country.list'),
  });
  const status = element('p', { class: 'hint', part: 'hint', role: 'status' });
  panel.append(search, list, status);
  const entries = buildEntries(options);
  list.append(...entries.map(({ option }) => option));

  const find = countrySearch(entries);
  let visible: readonly Entry[] = entries;
  let active: Entry | undefined;
  const activate = (entry: Entry | undefined) => {
    active?.option.removeAttribute('data-active');
    active = entry;
    if (!entry) return search.removeAttribute('aria-activedescendant');
    entry.option.setAttribute('data-active', '');
    search.setAttribute('aria-activedescendant', entry.option.id);
    entry.option.scrollIntoView({ block: 'nearest' });
  };
  const filter = () => {
    visible = find(search.value);
    list.append(...visible.map(({ option }) => option));
    for (const entry of entries) entry.option.hidden = !visible.includes(entry);
    list.classList.toggle('found', search.value.trim() !== '');
    // Everybody sees how many are left; that there is none has to be said.
    status.className = visible.length ? 'sr' : 'hint';
    status.textContent = visible.length
      ? t('authentication.country.found', { count: visible.length })
      : t('authentication.country.none');
    activate(visible[0]);
  };
  const choose = (entry: Entry) => {
    close();
    options.onSelect(entry.country);
  };
  const move = (by: number) =>
    activate(
      visible[Math.min(visible.length - 1, Math.max(0, (active ? visible.indexOf(active) : -1) + by))],
    );
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    PageDown: () => move(8),
    PageUp: () => move(-8),
    Enter: () => active && choose(active),
    Tab: () => close(),
    // WebKit keeps an Escape that is typed in a text field from the popover around it.
    Escape: () => close(),
  };
  search.addEventListener('input', filter);
  search.addEventListener('keydown', (event) => {
    const action = keys[event.key];
    if (!action) return;
    // Tab closes the list and then does what it always does.
    if (event.key !== 'Tab') event.preventDefault();
    // The form's own submit must not see the Enter that chooses a country.
    event.stopPropagation();
    action();
  });
  list.addEventListener('click', (event) => {
    const chosen = entries.find(
      ({ option }) => option === (event.target as Element).closest('[role=option]'),
    );
    if (chosen) choose(chosen);
  });

  const root = anchor.getRootNode() as ShadowRoot;
  // The list stands beside its button in the step's shadow root, so that the theme reaches it.
  root.adoptedStyleSheets = [...root.adoptedStyleSheets.filter((other) => other !== sheet), sheet];
  anchor.after(panel);
  showPopover(panel, anchor);
  anchor.setAttribute('aria-expanded', 'true');
  const stop = autoUpdate(anchor, panel, () => {
    // The list is as high as it stays only once it has its place.
    void place(anchor, panel).then(() => active?.option.scrollIntoView({ block: 'nearest' }));
  });
  let closed = false;
  function close(): void {
    if (closed) return;
    closed = true;
    stop();
    const hadFocus = panel.contains(root.activeElement);
    panel.remove();
    anchor.setAttribute('aria-expanded', 'false');
    // A click elsewhere has put the focus there already.
    if (hadFocus) anchor.focus();
    options.onClose();
  }
  // Escape and a click outside are the browser's own "light dismiss".
  panel.addEventListener('toggle', (event) => event.newState === 'closed' && close());
  activate(entries.find(({ country }) => country === options.selected));
  search.focus();
  return { close };
}

/** Returns the countries in the order of the payee's language, after those that are likely. */
function buildEntries({ library, step, selected }: CountryListOptions): Entry[] {
  const { locale } = step.context.localizer;
  const likely = likelyCountries(selected, [...navigator.languages, locale]);
  const rank = (country: string) => (likely.includes(country) ? likely.indexOf(country) : likely.length);
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  const { compare } = new Intl.Collator(locale);
  return library
    .getCountries()
    .map((country) => {
      const code = library.getCountryCallingCode(country);
      const name = names.of(country) ?? country;
      const option = element('div', {
        id: `country-${country}`,
        part: 'country-option',
        role: 'option',
        'aria-selected': String(country === selected),
        ...(likely.includes(country) && { class: 'likely' }),
      });
      option.append(element('span', {}, name), element('span', { class: 'calling-code' }, `+${code}`));
      return { country, name, option, code };
    })
    .sort((a, b) => rank(a.country) - rank(b.country) || compare(a.name, b.name));
}

/** Returns the chosen country, and those where most speak the languages of the browser and the page. */
function likelyCountries(selected: string, languages: readonly string[]): string[] {
  const regions = knownLocales(languages).map((tag) => new Intl.Locale(tag).maximize().region ?? '');
  return [...new Set([selected, ...regions])];
}

/**
 * Places the list below its button, or above it where there is more room. It takes the height that is
 * available, from 180 to 380 pixels.
 */
async function place(anchor: HTMLElement, panel: HTMLElement): Promise<void> {
  const { x, y } = await computePosition(anchor, panel, {
    strategy: 'fixed',
    placement: 'bottom-start',
    middleware: [
      offset(6),
      flip({ padding: 8 }),
      shift({ padding: 8 }),
      size({
        padding: 8,
        apply: ({ availableHeight }) =>
          void (panel.style.maxHeight = `${Math.max(180, Math.min(availableHeight, 380))}px`),
      }),
    ],
  });
  const origin = originOf(panel);
  Object.assign(panel.style, { left: `${x - origin.x}px`, top: `${y - origin.y}px` });
}

/** Makes an element without a template: `lit` would keep a part for each of the 250 options. */
function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>>,
  text = '',
): HTMLElementTagNameMap[K] {
  const created = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) created.setAttribute(name, value);
  created.textContent = text;
  return created;
}
