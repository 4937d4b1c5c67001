/**
 * The script of `/docs` in a sandbox: it sends what stands in a form and shows what came back. Keys and
 * tokens stay in the page's fields: nothing is kept, and none is in an address.
 *
 * What a call made is what the next one is about, so its id goes into all forms that speak of such a thing.
 */
export const tryScript = `const $ = (id) => document.getElementById(id);
const basic = () => 'Basic ' + btoa($('try-client').value.trim() + ':' + $('try-key').value.trim());
const singular = (kind) => kind.replace(/ies$/, 'y').replace(/s$/, '').replace(/-/g, '_');

function fill(kind, id) {
  for (const input of document.querySelectorAll('input[data-kind="' + kind + '"]')) input.value = id;
  const named = new RegExp('("' + singular(kind) + '_id": )"[^"]*"', 'g');
  for (const area of document.querySelectorAll('textarea'))
    area.value = area.value.replace(named, (_, name) => name + JSON.stringify(id));
  for (const area of document.querySelectorAll('textarea[data-also="' + singular(kind) + '_id"]')) {
    try {
      const body = { ...JSON.parse(area.value), [area.dataset.also]: id };
      area.value = JSON.stringify(body, null, 2);
    } catch {}
  }
}

async function send(form) {
  const { method, path, security, kind } = form.dataset;
  const shown = form.querySelector('output');
  const query = new URLSearchParams();
  const headers = {};
  let url = path;
  for (const { name, value, dataset } of form.querySelectorAll('input')) {
    if (dataset.in === 'path') url = url.replace('{' + name + '}', encodeURIComponent(value.trim()));
    else if (value !== '' && dataset.in === 'query') query.append(name, value);
    else if (value !== '') headers[name] = value;
  }
  if (security === 'basic') headers.authorization = basic();
  if (security === 'session') headers.authorization = 'Bearer ' + $('try-token').value.trim();
  const body = form.querySelector('textarea')?.value;
  if (body) headers['content-type'] = 'application/json';
  const parameters = query.size > 0 ? '?' + query : '';
  shown.textContent = 'Sending …';
  const request = { method, headers, body, credentials: 'omit', cache: 'no-store' };
  const answer = await fetch('v2' + url + parameters, request);
  const type = answer.headers.get('content-type') ?? '';
  const file = await answer.blob();
  const isText = file.size === 0 || /json|text/.test(type);
  let said = isText ? await file.text() : type + ', ' + file.size + ' bytes';
  try {
    const value = JSON.parse(said);
    said = JSON.stringify(value, null, 2);
    if (answer.ok && typeof value.token === 'string') $('try-token').value = value.token;
    const { id } = Array.isArray(value) ? (value[0] ?? {}) : value;
    if (answer.ok && typeof id === 'string') fill(kind, id);
  } catch {}
  const status = Object.assign(document.createElement('b'), { textContent: answer.status + ' ' });
  shown.replaceChildren(status, said);
}

addEventListener('submit', (event) => {
  event.preventDefault();
  const form = event.target;
  send(form).catch(() => {
    form.querySelector('output').textContent = 'There was no answer. Is the server running?';
  });
});
`;
