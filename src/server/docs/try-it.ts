/** The forms of `/docs` in a sandbox, with which each call can be made from the page (`try-script.ts`). */
import { sandboxCredentials } from '../../contract/sandbox/credentials.ts';
import { at, escape, text } from './html.ts';
import type { Json, JsonObject } from './json-schema.ts';

/** Whose the calls are. It begins with what every sandbox knows unless its settings say otherwise. */
export const tryAs = `<section id="try"><h2>Try it</h2>
<p>Almost every call below can be made from this page, in this sandbox: not those that send a file, nor streams. What was made is filled into the calls that follow. Nothing that you type is kept.</p>
<p class="as"><label>Client id <input id="try-client" value="${sandboxCredentials.clientId}" autocomplete="off" spellcheck="false"></label>
<label>API key <input id="try-key" value="${sandboxCredentials.apiKey}" autocomplete="off" spellcheck="false"></label>
<label>Token of a session <input id="try-token" placeholder="comes with “Open a session”" autocomplete="off" spellcheck="false"></label></p></section>`;

/** By the name of an object, what paths call it: `Transfer` is one of `transfers`. */
export type Kinds = ReadonlyMap<string, string>;

/** Returns what the calls that retrieve one object answer, `Transfer` of `/transfers/{id}`. */
export function kindsOf(document: JsonObject): Kinds {
  const kinds = new Map<string, string>();
  for (const [path, methods] of Object.entries(document['paths'] as JsonObject)) {
    const [, kind, parameter] = /\/([\w-]+)\/\{(\w+)\}$/.exec(path) ?? [];
    const get = (methods as JsonObject)['get'];
    const name = get && parameter ? nameOfAnswer(get) : undefined;
    if (name !== undefined && kind !== undefined && !kinds.has(name)) kinds.set(name, kind);
  }
  return kinds;
}

/** Returns the object that is answered, or that the answered list is of. */
function nameOfAnswer(operation: Json): string | undefined {
  const [answer] = Object.values((at(operation, 'responses') ?? {}) as JsonObject);
  const schema = at(answer ?? null, 'content', 'application/json', 'schema') ?? null;
  const ref = at(schema, '$ref') ?? at(schema, 'items', '$ref');
  return typeof ref === 'string' ? ref.split('/').at(-1) : undefined;
}

/** Returns the form of one call; nothing where the body is a file, or the answer has no end. */
export function tryForm(method: string, path: string, operation: JsonObject, kinds: Kinds): string {
  const contents = Object.keys((at(operation, 'requestBody', 'content') ?? {}) as JsonObject);
  const isFile = contents.length > 0 && !contents.includes('application/json');
  if (isFile || at(operation, 'responses', '200', 'content', 'text/event-stream')) return '';
  const security = Object.keys((operation['security'] as JsonObject[])[0] ?? {})[0] ?? 'none';
  const fields = (operation['parameters'] as JsonObject[]).map((parameter) => field(path, parameter));
  const kind = kinds.get(nameOfAnswer(operation) ?? '') ?? lastWord(path);
  // A flow may be of a user, which its example is not.
  const also = path === '/flows' ? ' data-also="user_id"' : '';
  const body =
    contents.length === 0
      ? ''
      : `<label>Body<textarea${also} spellcheck="false" rows="8">${escape(JSON.stringify(at(operation, 'requestBody', 'content', 'application/json', 'example') ?? {}, null, 2))}</textarea></label>`;
  const name = escape(text(operation['summary']));
  return `<details class="try"><summary>Try it</summary><form aria-label="Try: ${name}" data-method="${method.toUpperCase()}" data-path="${escape(path)}" data-security="${security}" data-kind="${kind}">${fields.join('')}${body}<button>Send</button><output class="pre" aria-live="polite"></output></form></details>`;
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

/** What an answer without a name is: `sessions` of `/flows/{id}/sessions`. */
const lastWord = (path: string): string =>
  path
    .split('/')
    .filter((part) => !part.startsWith('{'))
    .at(-1) ?? '';
