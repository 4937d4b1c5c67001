/**
 * `npm run manifest` writes custom-elements.json: the public element for editors and frameworks, read from
 * the comments of src/dots-flow.ts.
 */
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
