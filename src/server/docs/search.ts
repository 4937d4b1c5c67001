/**
 * The search of `/docs`: over headings, calls, fields and errors. What it finds stands in the page, and the
 * script reads it from there, so nothing is loaded. Without scripts there is no box, and the contents remain.
 */
export const searchBox = `<search id="search" hidden><label>Search calls, fields, errors and chapters
<input id="find" type="search" autocomplete="off" spellcheck="false" aria-describedby="find-keys" aria-controls="found"></label>
<p id="find-keys" class="soft">Key / comes here, ↓ goes to what was found, Esc ends.</p>
<p id="found-count" role="status" class="soft"></p><ul id="found"></ul></search>`;

export const searchScript = `(() => {
  const $ = (id) => document.getElementById(id);
  const box = $('search'), input = $('find'), list = $('found'), count = $('found-count');
  const most = 30;
  const said = (node) => node.textContent.trim().replace(/\\s+/g, ' ');
  let known;

  function read() {
    const all = [];
    const seen = new Set();
    const add = (node, id, name, where, weight) => {
      const key = id + ' ' + name;
      if (!id || !name || seen.has(key)) return;
      seen.add(key);
      all.push({ node, id, name, where, weight, text: (name + ' ' + where + (weight ? '' : ' ' + id)).toLowerCase() });
    };
    for (const title of document.querySelectorAll('main h2, main h3')) {
      const section = title.closest('section[id]');
      const call = section?.querySelector('h3 + .call');
      const where = call && title.matches('h3') ? said(call).replace('/v2', ' /v2') : '';
      add(title, title.id || section?.id, said(title), where, 0);
    }
    let object = null;
    const headers = new Set();
    for (const node of document.querySelectorAll('main h3[id], main td:first-child > code, #guide-errors td > code')) {
      if (node.matches('h3')) object = node;
      else {
        const section = node.closest('section[id]');
        const title = section ? (section.querySelector('h2, h3') ?? section) : object;
        // A header is the same one in every call.
        const isHeader = node.closest('td').nextElementSibling?.textContent === 'header';
        if (title && !(isHeader && headers.has(said(node)))) add(node, section?.id ?? title.id, said(node), said(title), 1);
        if (isHeader) headers.add(said(node));
      }
    }
    return all;
  }

  function find(words) {
    const phrase = words.join(' ');
    const rank = ({ name, weight }) => {
      const low = name.toLowerCase();
      if (low === phrase) return weight;
      if (low.includes(phrase)) return weight + (low.startsWith(phrase) ? 2 : 3);
      return weight + (words.every((word) => low.includes(word)) ? 5 : 7);
    };
    return known
      .filter(({ text }) => words.every((word) => text.includes(word)))
      .map((entry) => ({ entry, at: rank(entry) }))
      .sort((one, other) => one.at - other.at)
      .map(({ entry }) => entry);
  }

  function go(entry) {
    for (let up = entry.node.parentElement; up; up = up.parentElement) if (up.tagName === 'DETAILS') up.open = true;
    entry.node.tabIndex = -1;
    entry.node.focus();
    entry.node.scrollIntoView();
  }

  function show() {
    known ??= read();
    const words = input.value.toLowerCase().split(/\\s+/).filter(Boolean);
    const found = words.length > 0 ? find(words) : [];
    list.replaceChildren(
      ...found.slice(0, most).map((entry) => {
        const link = Object.assign(document.createElement('a'), { href: '#' + entry.id, textContent: entry.name });
        link.addEventListener('click', () => setTimeout(() => go(entry)));
        const item = document.createElement('li');
        const where = Object.assign(document.createElement('span'), { className: 'soft', textContent: entry.where });
        item.append(link, ' ', where);
        return item;
      }),
    );
    count.textContent =
      words.length === 0 ? '' : found.length > most ? 'The first ' + most + ' of ' + found.length + '.' : found.length + ' found.';
  }

  const links = () => [...list.querySelectorAll('a')];
  input.addEventListener('input', show);
  box.addEventListener('keydown', (event) => {
    const all = links();
    const at = all.indexOf(document.activeElement);
    if (event.key === 'ArrowDown') (all[at + 1] ?? all[at])?.focus();
    else if (event.key === 'ArrowUp') (at > 0 ? all[at - 1] : input).focus();
    else if (event.key === 'Enter' && at < 0) all[0]?.click();
    else if (event.key === 'Escape') {
      input.value = '';
      show();
      input.focus();
    } else return;
    event.preventDefault();
  });
  addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.matches?.('input, textarea')) return;
    event.preventDefault();
    input.focus();
  });
  box.hidden = false;
})();
`;
