/** The forms of `/docs` in a sandbox, with which each call can be made from the page (`try-script.ts`). */
import { sandboxCredentials } from '../../contract/sandbox/credentials.ts';
import { at, escape, text } from './html.ts';
import type { JsonObject } from './json-schema.ts';

/** Whose the calls are. It begins with what every sandbox knows unless its settings say otherwise. */
export const tryAs = `<section id="try"><h2>Try it</h2>
<p>Each call below can be made from this page, in this sandbox. What was made is filled into the calls that follow. Nothing that you type is kept.</p>
<p class="as"><label>Client id <input id="try-client" value="${sandboxCredentials.clientId}" autocomplete="off" spellcheck="false"></label>
<label>API key <input id="try-key" value="${sandboxCredentials.apiKey}" autocomplete="off" spellcheck="false"></label>
<label>Token of a session <input id="try-token" placeholder="comes with “Open a session”" autocomplete="off" spellcheck="false"></label></p></section>`;

/** Returns the form of one call; nothing where the body is a file, or the answer has no end. */
export function tryForm(method: string, path: string, operation: JsonObject): string {
  const contents = Object.keys((at(operation, 'requestBody', 'content') ?? {}) as JsonObject);
  const isFile = contents.length > 0 && !contents.includes('application/json');
  if (isFile || at(operation, 'responses', '200', 'content', 'text/event-stream')) return '';
  const security = Object.keys((operation['security'] as JsonObject[])[0] ?? {})[0] ?? 'none';
  const fields = (operation['parameters'] as JsonObject[]).map((parameter) => field(path, parameter));
  const body =
    contents.length === 0
      ? ''
      : `<label>Body<textarea spellcheck="false" rows="8">${escape(JSON.stringify(at(operation, 'requestBody', 'content', 'application/json', 'example') ?? {}, null, 2))}</textarea></label>`;
  const name = escape(text(operation['summary']));
  return `<details class="try"><summary>Try it</summary><form aria-label="Try: ${name}" data-method="${method.toUpperCase()}" data-path="${escape(path)}" data-security="${security}" data-kind="${kindOfAnswer(path)}">${fields.join('')}${body}<button>Send</button><output class="pre" aria-live="polite"></output></form></details>`;
}

function field(path: string, parameter: JsonObject): string {
  const [name, place] = [text(parameter['name']), text(parameter['in'])];
  const isOfPath = place === 'path';
  const kind = isOfPath ? ` data-kind="${kindBefore(path, name)}" required` : '';
  return `<label>${escape(name)}<input name="${escape(name)}" data-in="${escape(place)}"${kind} autocomplete="off" spellcheck="false"></label>`;
}

/** What stands before a parameter in a path: `flows` of `{id}` in `/flows/{id}/sessions`. */
function kindBefore(path: string, parameter: string): string {
  const parts = path.split('/');
  return parts[parts.indexOf(`{${parameter}}`) - 1] ?? '';
}

/** What the answer is: `sessions` of `/flows/{id}/sessions`, `flows` of `/flows/{id}`. */
const kindOfAnswer = (path: string): string =>
  path
    .split('/')
    .filter((part) => !part.startsWith('{'))
    .at(-1) ?? '';
