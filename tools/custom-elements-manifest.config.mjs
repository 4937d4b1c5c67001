/**
 * `npm run manifest` writes custom-elements.json: the public element for editors and frameworks, read from
 * the comments of src/dots-flow.ts, and of the files that make its looks.
 */
import { readFileSync } from 'node:fs';

/** Where tokens, parts and states are described, because there they are. */
const looks = ['src/ui/tokens.ts', 'src/shell/parts.ts', 'src/steps/shared/parts.ts', 'src/shell/states.ts'];

/** The tags of their comments, and what the manifest calls them. */
const kinds = { cssprop: 'cssProperties', csspart: 'cssParts', cssState: 'cssStates' };

/** Returns `{ name, description }` of every `@tag name - description` in `text`, by kind. */
function describe(text) {
  const found = {};
  for (const [, tag, name, prose] of text.matchAll(/@(css\w+) ([\w-]+) - ([^@]*?)(?=\n \* @|\n \*\/)/g))
    (found[kinds[tag]] ??= []).push({ description: prose.replace(/\s*\n \* /g, ' '), name });
  return found;
}

export default {
  globs: ['src/dots-flow.ts', 'src/define.ts', 'src/events.ts'],
  litelement: true,
  packagejson: false,
  plugins: [
    {
      name: 'published-paths',
      /** The package ships dist/*.js, not src/*.ts. */
      packageLinkPhase({ customElementsManifest }) {
        const published = (path) => path?.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');
        const visit = (node) => {
          if (typeof node !== 'object' || node === null) return;
          if (typeof node.path === 'string') node.path = published(node.path);
          if (typeof node.module === 'string') node.module = published(node.module);
          for (const value of Object.values(node)) visit(value);
        };
        visit(customElementsManifest);
      },
    },
    {
      name: 'looks',
      packageLinkPhase({ customElementsManifest }) {
        const element = customElementsManifest.modules
          .flatMap(({ declarations = [] }) => declarations)
          .find(({ tagName }) => tagName === 'dots-flow');
        for (const file of looks)
          for (const [kind, entries] of Object.entries(describe(readFileSync(file, 'utf8'))))
            element[kind] = [...(element[kind] ?? []), ...entries];
      },
    },
    {
      name: 'public-only',
      packageLinkPhase({ customElementsManifest }) {
        for (const { declarations = [] } of customElementsManifest.modules) {
          for (const declaration of declarations) {
            declaration.members = declaration.members?.filter(
              ({ privacy, name }) => !privacy?.match(/private|protected/) && !name.startsWith('#'),
            );
            if (declaration.members?.length === 0) delete declaration.members;
            // Events found at a `dispatchEvent` in the code have no name. `@fires` names them all.
            declaration.events = declaration.events?.filter(({ name }) => name);
            if (!declaration.events) delete declaration.events;
          }
        }
      },
    },
  ],
};
